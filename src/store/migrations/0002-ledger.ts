import { ID, MARKED, secure } from './0001-first-light.ts'

/**
 * Which statements are wordings of one utterance. A row stands beside its statement, not in it: a statement that an
 * article loses when it is read again is missed here by its entry, which is then grouped anew. `rank` 0 is the fullest
 * wording; `grounds` says on what the statement was grouped (store/load-wordings.ts).
 */
export const LEDGER: string = `
CREATE TABLE theatrum.wordings (
  article_id ${ID}, statement_id ${ID}, entry_id ${ID} NOT NULL, rank integer NOT NULL, link text NOT NULL,
  grounds text NOT NULL, ${MARKED}, PRIMARY KEY (article_id, statement_id));
CREATE INDEX wordings_entry ON theatrum.wordings (entry_id);
${secure('wordings')}
GRANT SELECT ON theatrum.wordings TO theatrum_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON theatrum.wordings TO theatrum_writer;`
