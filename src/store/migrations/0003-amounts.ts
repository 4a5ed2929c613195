import { ID, MARKED, secure } from './0001-first-light.ts'

/**
 * What amounts count and what befell whom, beside the numbers; and changes of capability (orders, build-ups, deployments,
 * spending, cuts), so that trends can be drawn: who and what, with the number where the text gives one.
 */
export const AMOUNTS: string = `
ALTER TABLE theatrum.mentions ADD COLUMN class text, ADD COLUMN fate text, ADD COLUMN per text, ADD COLUMN approximate boolean;
CREATE TABLE theatrum.capabilities (
  article_id ${ID}, id ${ID}, ord integer NOT NULL, kind text NOT NULL, status text NOT NULL, who_id ${ID}, who text,
  what text NOT NULL, value double precision, low double precision, high double precision, unit text, class text,
  claimed_in ${ID}, quote text NOT NULL, detail jsonb NOT NULL, ${MARKED}, PRIMARY KEY (article_id, id));
CREATE INDEX capabilities_kind ON theatrum.capabilities (kind, who_id);
${secure('capabilities')}
GRANT SELECT ON theatrum.capabilities TO theatrum_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON theatrum.capabilities TO theatrum_writer;`
