/** What a path's name says it is. */
export interface PathKind {
  readonly kind: 'text' | 'html' | 'mhtml' | 'jsonl' | 'archive' | 'document'
  /** True where the bytes are gzip around that kind; archives look for themselves. */
  readonly gzip: boolean
}

const KINDS: Readonly<Record<string, PathKind['kind']>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  mhtml: 'mhtml',
  mht: 'mhtml',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  warc: 'archive',
  arc: 'archive',
  rss: 'document',
  atom: 'document',
  rdf: 'document',
  xml: 'document',
  json: 'document',
}

/** The kind by the name's ending, `.gz` looked through; null for endings that mean nothing to us. */
export function kindOfPath(path: string): PathKind | null {
  const lower = path.toLowerCase()
  const gzip = lower.endsWith('.gz')
  const ending = /\.([a-z]+)$/.exec(gzip ? lower.slice(0, -3) : lower)?.[1]
  const kind = ending === undefined ? undefined : KINDS[ending]
  return kind === undefined ? null : { kind, gzip: gzip && kind !== 'archive' }
}
