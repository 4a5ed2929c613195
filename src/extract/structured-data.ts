import { collapseSpace } from '../text/normalise.ts'

/** What a page's JSON-LD says of its article; lists are empty and values null where it says nothing usable. */
export interface StructuredData {
  readonly published: string | null
  readonly modified: string | null
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly siteName: string | null
  readonly body: string | null
  readonly language: string | null
  /** True when an object of some article type is there. */
  readonly isArticle: boolean
}

type Json = Readonly<Record<string, unknown>>

const ARTICLE = /(?:article|posting|report|newsstory|review|recipe|webpage|creativework)$/i
const NEWS = /(?:article|posting|report|newsstory)$/i

/** Objects and levels of one script that are read. A page with more is no page of an article. */
const MAX_OBJECTS = 5_000
const MAX_LEVELS = 30

/**
 * Reads the JSON-LD scripts of a page (schema.org): arrays, `@graph` and references by `@id` are followed; scripts that
 * are no JSON are mended where control characters or trailing commas are the fault, else passed over.
 */
export function readStructuredData(scripts: readonly string[]): StructuredData {
  const objects = scripts.flatMap(script => objectsOf(parseScript(script)))
  const byId = new Map<string, Json>()
  for (const object of objects) {
    const id = object['@id']
    if (typeof id === 'string' && Object.keys(object).length > 1 && !byId.has(id)) byId.set(id, object)
  }
  const articles = [
    ...objects.filter(isOfType(NEWS)),
    ...objects.filter(object => !isOfType(NEWS)(object) && isOfType(ARTICLE)(object)),
  ]
  const first = <T>(read: (object: Json) => T | null): T | null => {
    for (const object of articles) {
      const value = read(object)
      if (value !== null) return value
    }
    return null
  }
  return {
    published: first(
      object => text(object['datePublished']) ?? text(object['dateCreated']) ?? text(object['uploadDate']),
    ),
    modified: first(object => text(object['dateModified'])),
    headline: first(object => text(object['headline']) ?? (isOfType(NEWS)(object) ? text(object['name']) : null)),
    authors: first(object => names(object['author'] ?? object['creator'], byId)) ?? [],
    siteName: first(object => names(object['publisher'], byId)?.[0] ?? null) ?? siteOf(objects),
    body: first(object => longText(object['articleBody'])),
    language: first(object => text(object['inLanguage'])),
    isArticle: objects.some(isOfType(NEWS)),
  }
}

function siteOf(objects: readonly Json[]): string | null {
  const site = objects.find(isOfType(/^website$/i))
  return site === undefined ? null : text(site['name'])
}

function isOfType(pattern: RegExp): (object: Json) => boolean {
  return object => [object['@type']].flat().some(type => typeof type === 'string' && pattern.test(type))
}

function parseScript(script: string): unknown {
  const source = script
    .replace(/^\s*(?:<!--|\/\/ ?<!\[CDATA\[|<!\[CDATA\[|\/\* ?<!\[CDATA\[ ?\*\/)/, '')
    .replace(/(?:-->|\/\/ ?\]\]>|\]\]>|\/\* ?\]\]> ?\*\/)\s*$/, '')
  for (const attempt of [source, mend(source)]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // Tried again mended; a script that stays unreadable says nothing.
    }
  }
  return null
}

function mend(source: string): string {
  return source
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/,(?= {0,20}[}\]])/g, '')
    .trim()
    .replace(/;$/, '')
}

/** All objects in a value, outermost first, by a queue: the nesting may be 100,000 deep. */
function objectsOf(value: unknown): Json[] {
  const found: Json[] = []
  let level: unknown[] = [value]
  for (let depth = 0; depth < MAX_LEVELS && level.length > 0 && found.length < MAX_OBJECTS; depth++) {
    const next: unknown[] = []
    for (const item of level) {
      if (Array.isArray(item)) for (const inner of item.slice(0, MAX_OBJECTS)) next.push(inner)
      else if (isObject(item)) {
        found.push(item)
        for (const [key, inner] of Object.entries(item)) {
          // What an article is part of, or links to, is another thing with dates of its own.
          if (typeof inner === 'object' && inner !== null && !APART.has(key)) next.push(inner)
        }
      }
    }
    level = next
  }
  return found
}

const APART: ReadonlySet<string> = new Set(
  'comment comments review reviews isPartOf hasPart mentions about citation relatedLink video image breadcrumb itemListElement associatedMedia potentialAction'.split(
    ' ',
  ),
)

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value
  const found = isObject(one) ? one['@value'] : one
  if (typeof found !== 'string') return null
  const flat = collapseSpace(found.slice(0, 2_000))
  return flat === '' ? null : flat
}

function longText(value: unknown): string | null {
  return typeof value === 'string' && value.trim().length > 0 ? value : null
}

/** Names of persons or organisations: strings, objects with a name, references to such objects, lists of those. */
function names(value: unknown, byId: ReadonlyMap<string, Json>): string[] | null {
  const found: string[] = []
  for (const item of [value].flat().slice(0, 20)) {
    if (typeof item === 'string') found.push(item)
    if (!isObject(item)) continue
    const id = item['@id']
    const whole = item['name'] === undefined && typeof id === 'string' ? (byId.get(id) ?? item) : item
    for (const name of [whole['name']].flat().slice(0, 20)) if (typeof name === 'string') found.push(name)
  }
  const plain = found.map(name => collapseSpace(name.slice(0, 300))).filter(name => name !== '')
  return plain.length === 0 ? null : plain
}
