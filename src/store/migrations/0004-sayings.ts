/**
 * Words of an article by offsets in UTF-16 code units, as all our spans are: PostgreSQL counts code points. Where a text
 * has characters of two units (emoji), each is widened by a filler first and the fillers are taken out again.
 */
const SLICE = `
CREATE FUNCTION theatrum.words_at(body text, span jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN span IS NULL OR jsonb_typeof(span) <> 'array' THEN NULL
    WHEN octet_length(body) = length(body) OR body !~ '[\\U00010000-\\U0010FFFF]' THEN
      substring(body FROM (span ->> 0)::int + 1 FOR (span ->> 1)::int - (span ->> 0)::int)
    ELSE regexp_replace(
      substring(regexp_replace(body, '([\\U00010000-\\U0010FFFF])', '\\1' || chr(65535), 'g')
        FROM (span ->> 0)::int + 1 FOR (span ->> 1)::int - (span ->> 0)::int),
      '([\\U00010000-\\U0010FFFF])' || chr(65535), '\\1', 'g')
  END $$;`

/**
 * Where and when something was said, in the words of the text, and the stand that its cue takes. The spans stand in
 * \`detail\` already where the reader that wrote it knew them: their words are filled in here, since a reading that does
 * not change is not written again. FORCE would keep the owner, who migrates, from the rows.
 */
export const SAYINGS: string = `${SLICE}
ALTER TABLE theatrum.statements ADD COLUMN said_in text, ADD COLUMN said_on text, ADD COLUMN stance text;
ALTER TABLE theatrum.statements NO FORCE ROW LEVEL SECURITY;
ALTER TABLE theatrum.articles NO FORCE ROW LEVEL SECURITY;
UPDATE theatrum.statements s SET stance = s.detail ->> 'stance',
  said_in = theatrum.words_at(a.text, s.detail -> 'saidIn'), said_on = theatrum.words_at(a.text, s.detail -> 'saidOn')
FROM theatrum.articles a WHERE a.id = s.article_id AND s.detail ?| ARRAY['saidIn', 'saidOn', 'stance'];
ALTER TABLE theatrum.statements FORCE ROW LEVEL SECURITY;
ALTER TABLE theatrum.articles FORCE ROW LEVEL SECURITY;
DROP FUNCTION theatrum.words_at(text, jsonb);
CREATE INDEX statements_stance ON theatrum.statements (stance) WHERE stance IS NOT NULL;`
