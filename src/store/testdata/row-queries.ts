// What tests ask of the database about itself.
/** Relations that show rows to whoever asks: a table without forced policies, a view that runs as its owner. */
export const UNGUARDED: string = `
  SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'theatrum' AND c.relkind IN ('r', 'p', 'f', 'm', 'v') AND NOT (
    (c.relkind IN ('r', 'p') AND c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
    OR (c.relkind = 'v' AND coalesce(c.reloptions::text, '') LIKE '%security_invoker=true%'))
  ORDER BY c.relname`

const versions = (tables: readonly string[]): string =>
  tables
    .map(
      table => `SELECT '${table}' AS t, array_agg(xmin::text || ctid::text ORDER BY ctid) AS v FROM theatrum.${table}`,
    )
    .join(' UNION ALL ')
const DERIVED = [
  'docs',
  'mentions',
  'statements',
  'event_mentions',
  'capabilities',
  'article_search',
  'story_inputs',
  'outlets',
  'actors',
]
/** Which version of which row stands in the derived tables: equal before and after means that no row was touched. */
export const DERIVED_VERSIONS: string = versions(DERIVED)
/** The same with articles, pages and the fence. */
export const ROW_VERSIONS: string = versions([...DERIVED, 'articles', 'pages', 'stage_run'])
