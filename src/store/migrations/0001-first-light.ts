// Ids and days compare byte by byte, whatever the language rules of a given database are.
export const ID = 'text COLLATE "C"'

/** Columns of every row that holds or is made of marked content: the marking is copied down, never looked up. */
export const MARKED = "tlp smallint NOT NULL CHECK (tlp BETWEEN 0 AND 4), groups text[] NOT NULL DEFAULT '{}'"

/**
 * What a viewer may see (access/may-see.ts says the same in TypeScript; a test holds them together). Settings are read
 * once per statement (sub-select); where they are missing the comparison is null and the row stays hidden. Written with
 * `groups = '{}'`, for which the planner has statistics: with `cardinality(groups) = 0` it took one row in 200 to be
 * visible and joined accordingly.
 */
const VISIBLE =
  "(tlp <= (SELECT theatrum.viewer_clearance()) AND (groups = '{}'::text[] OR groups && (SELECT theatrum.viewer_groups())))"

/** Row-level security of one table: readers see what `visible` says, the writer everything, anybody else nothing. */
export function secure(table: string, visible: string = VISIBLE): string {
  return `
ALTER TABLE theatrum.${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE theatrum.${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON theatrum.${table} FOR SELECT TO theatrum_reader USING (${visible});
CREATE POLICY work ON theatrum.${table} TO theatrum_writer USING (true) WITH CHECK (true);`
}

const FUNCTIONS = `
CREATE FUNCTION theatrum.viewer_clearance() RETURNS smallint LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('theatrum.clearance', true), '')::smallint $$;
CREATE FUNCTION theatrum.viewer_groups() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('theatrum.groups', true), '')::text[] $$;

-- Search words of a text: its first 500,000 characters. A text with so many different words that their list does not
-- fit (1 MB) is searchable by its first 100,000.
CREATE FUNCTION theatrum.search_words(body text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF length(body) < 100000 THEN RETURN to_tsvector('pg_catalog.english', body); END IF;
  BEGIN
    RETURN to_tsvector('pg_catalog.english', left(body, 500000));
  EXCEPTION WHEN program_limit_exceeded THEN
    RETURN to_tsvector('pg_catalog.english', left(body, 100000));
  END;
END $$;`

const SOURCES = `
CREATE TABLE theatrum.outlets (id ${ID} PRIMARY KEY, name text NOT NULL, sample boolean NOT NULL);

-- A page as it came, by the hash of all that came: the same page is not read twice by the same reader.
CREATE TABLE theatrum.pages (
  key ${ID} PRIMARY KEY, hash text NOT NULL, file text NOT NULL, arrival text NOT NULL, url text, reached_url text,
  status integer, media_type text NOT NULL, fetched_at text, article_id ${ID}, reader_version text NOT NULL, ${MARKED});
CREATE INDEX pages_article ON theatrum.pages (article_id);

CREATE TABLE theatrum.rejections (
  page_key ${ID} PRIMARY KEY, file text NOT NULL, url text, stage text NOT NULL, reason text NOT NULL,
  detail text NOT NULL, at timestamptz NOT NULL DEFAULT now(), reader_version text NOT NULL, ${MARKED});
CREATE INDEX rejections_at ON theatrum.rejections (at DESC, page_key);

-- Columns named key hold names as they are looked up (text/normalise.ts, normaliseName).
-- The text is written once and never changed. \`seq\` is the order of arrival, for our own use.
CREATE TABLE theatrum.articles (
  id ${ID} PRIMARY KEY, seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE, page_key ${ID} NOT NULL, file text NOT NULL,
  url text, title text, text text NOT NULL, text_hash text NOT NULL, outlet_id ${ID}, published ${ID}, sample boolean NOT NULL,
  facts jsonb NOT NULL, made jsonb NOT NULL, reader_version text NOT NULL, ${MARKED});
CREATE INDEX articles_outlet ON theatrum.articles (outlet_id);
CREATE INDEX articles_published ON theatrum.articles (published DESC);
CREATE INDEX articles_reader ON theatrum.articles (reader_version);

CREATE TABLE theatrum.article_search (article_id ${ID} PRIMARY KEY, fts tsvector NOT NULL, ${MARKED})
  WITH (toast_tuple_target = 8160);
CREATE INDEX article_search_fts ON theatrum.article_search USING gin (fts) WITH (fastupdate = off);`

const READINGS = `
CREATE TABLE theatrum.docs (article_id ${ID} PRIMARY KEY, layers jsonb NOT NULL, ${MARKED});

-- Mentions that lead somewhere: actors, places, amounts. All mentions of an article are in its doc.
CREATE TABLE theatrum.mentions (
  article_id ${ID}, id ${ID}, kind text NOT NULL, s integer NOT NULL, e integer NOT NULL, actor_id ${ID}, actor text,
  place_id ${ID}, value double precision, low double precision, high double precision, unit text, sentence text,
  sentence_s integer, ${MARKED}, PRIMARY KEY (article_id, id));
CREATE INDEX mentions_actor ON theatrum.mentions (actor_id, article_id) WHERE actor_id IS NOT NULL;
CREATE INDEX mentions_place ON theatrum.mentions (place_id, article_id) WHERE place_id IS NOT NULL;

CREATE TABLE theatrum.statements (
  article_id ${ID}, id ${ID}, ord integer NOT NULL, kind text NOT NULL, speaker_id ${ID}, speaker text, words text,
  speaker_key text NOT NULL, addressee text, occasion text,
  content text[] NOT NULL, content_key ${ID} NOT NULL, about text[] NOT NULL, detail jsonb NOT NULL,
  fts tsvector NOT NULL, ${MARKED}, PRIMARY KEY (article_id, id));
CREATE INDEX statements_speaker ON theatrum.statements (speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX statements_about ON theatrum.statements USING gin (about) WITH (fastupdate = off);
CREATE INDEX statements_fts ON theatrum.statements USING gin (fts) WITH (fastupdate = off);

CREATE TABLE theatrum.event_mentions (
  article_id ${ID}, id ${ID}, event_id ${ID} NOT NULL, ord integer NOT NULL, type text NOT NULL, quad smallint NOT NULL,
  status text NOT NULL, claimed_in ${ID}, claimed_by text, claimed_by_id ${ID}, actor_ids text[] NOT NULL,
  actor_names text[] NOT NULL, recipient_ids text[] NOT NULL, recipient_names text[] NOT NULL, actor_key text NOT NULL,
  recipient_key text NOT NULL, claimed_by_key text NOT NULL, place_id ${ID},
  when_start ${ID}, when_end ${ID}, trigger_text text NOT NULL, quote text NOT NULL, detail jsonb NOT NULL, ${MARKED},
  PRIMARY KEY (article_id, id));
CREATE INDEX event_mentions_event ON theatrum.event_mentions (event_id);
CREATE INDEX event_mentions_actors ON theatrum.event_mentions USING gin (actor_ids) WITH (fastupdate = off);
CREATE INDEX event_mentions_recipients ON theatrum.event_mentions USING gin (recipient_ids) WITH (fastupdate = off);
CREATE INDEX event_mentions_type ON theatrum.event_mentions (type, when_start);

-- Fence and cache: what a stage made of an article. Equal output is not written again.
CREATE TABLE theatrum.stage_run (
  article_id ${ID}, stage text, version text NOT NULL, input_hash text NOT NULL, output_hash text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(), ${MARKED}, PRIMARY KEY (article_id, stage));

-- What the story reducer needs of an article, packed (store/pack-story-input.ts).
CREATE TABLE theatrum.story_inputs (article_id ${ID} PRIMARY KEY, seq bigint NOT NULL UNIQUE, features bytea NOT NULL, ${MARKED});`

const PICTURE = `
CREATE TABLE theatrum.stories (id ${ID} PRIMARY KEY, content_hash text NOT NULL);
CREATE TABLE theatrum.story_articles (article_id ${ID} PRIMARY KEY, story_id ${ID} NOT NULL, origin_id ${ID}, ${MARKED});
CREATE INDEX story_articles_story ON theatrum.story_articles (story_id);
CREATE TABLE theatrum.origins (story_id ${ID}, id ${ID}, name text NOT NULL, ${MARKED}, PRIMARY KEY (story_id, id));
CREATE TABLE theatrum.reuse (
  article_id ${ID}, of_id ${ID}, story_id ${ID} NOT NULL, kind text, share real, passages jsonb NOT NULL, ${MARKED},
  PRIMARY KEY (article_id, of_id, kind));
CREATE INDEX reuse_story ON theatrum.reuse (story_id);

-- An event as far as it is more than its tellings: in which story it happened. Its tellings are event_mentions.
CREATE TABLE theatrum.events (id ${ID} PRIMARY KEY, story_id ${ID});

CREATE TABLE theatrum.actors (
  id ${ID} PRIMARY KEY, name text NOT NULL, key text NOT NULL, kind text NOT NULL, code text, known boolean NOT NULL,
  roles jsonb NOT NULL DEFAULT '[]');
CREATE TABLE theatrum.places (
  id ${ID} PRIMARY KEY, name text NOT NULL, key text NOT NULL, lat double precision, lon double precision, country text, precision text NOT NULL);
-- Versions of the knowledge whose rows stand in \`actors\`.
CREATE TABLE theatrum.knowledge (version text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());`

const SEARCH = `
-- Under row-level security \`@@\` would not use its index (it is not leakproof: 1108 ms against 9, STORE.md 4). These two
-- run as the owner, repeat the predicate, and give ids only. $1, because a column's name would win over an argument's.
CREATE POLICY search ON theatrum.article_search FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY search ON theatrum.statements FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION theatrum.search_articles(words text) RETURNS TABLE (article_id text, rank real)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT article_id, ts_rank(fts, q) FROM theatrum.article_search, websearch_to_tsquery('pg_catalog.english', $1) AS q
        WHERE fts @@ q AND ${VISIBLE} $$;
CREATE FUNCTION theatrum.search_statements(words text) RETURNS TABLE (article_id text, id text, rank real)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT article_id, id, ts_rank(fts, q) FROM theatrum.statements, websearch_to_tsquery('pg_catalog.english', $1) AS q
        WHERE fts @@ q AND ${VISIBLE} $$;
REVOKE ALL ON FUNCTION theatrum.search_articles(text), theatrum.search_statements(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION theatrum.search_articles(text), theatrum.search_statements(text) TO theatrum_reader;`

/** Tables whose rows carry their own marking. */
const MARKED_TABLES = [
  ...['pages', 'rejections', 'articles', 'article_search', 'docs', 'mentions', 'statements', 'event_mentions'],
  ...['stage_run', 'story_inputs', 'story_articles', 'origins', 'reuse'],
]

const SECURITY = [
  ...MARKED_TABLES.map(table => secure(table)),
  // These say nothing beyond the rows they belong to: they are seen exactly when one of those is.
  secure('outlets', 'EXISTS (SELECT FROM theatrum.articles a WHERE a.outlet_id = outlets.id)'),
  secure('stories', 'EXISTS (SELECT FROM theatrum.story_articles a WHERE a.story_id = stories.id)'),
  secure('events', 'EXISTS (SELECT FROM theatrum.event_mentions m WHERE m.event_id = events.id)'),
  secure('actors', 'known OR EXISTS (SELECT FROM theatrum.mentions m WHERE m.actor_id = actors.id)'),
  secure('places', 'EXISTS (SELECT FROM theatrum.mentions m WHERE m.place_id = places.id)'),
  // Nothing of any article in these.
  secure('knowledge', 'true'),
  secure('schema_version', 'true'),
  `
GRANT USAGE ON SCHEMA theatrum TO theatrum_reader, theatrum_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA theatrum TO theatrum_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA theatrum TO theatrum_writer;
REVOKE INSERT, UPDATE, DELETE ON theatrum.schema_version FROM theatrum_writer;`,
]

/** Pages, articles, readings, stories and who may see them: everything that First light stores. */
export const FIRST_LIGHT: string = [FUNCTIONS, SOURCES, READINGS, PICTURE, ...SECURITY, SEARCH].join('\n')
