import type { Role } from '../model/actor.ts'
import type { Ent } from '../model/doc.ts'
import type { Span } from '../model/span.ts'
import { heldBefore, heldOn, roleOn } from './as-of.ts'
import { type Meaning, meansActor, type Resolved, type Scene, unresolved, wordsOf } from './meaning.ts'
import { namesIn } from './names-in.ts'
import { fits, type Office, officeOf, rankOf } from './offices.ts'

/** What is known of the article when its descriptions are resolved: everything named, in order of text. */
export interface Named {
  readonly persons: readonly Resolved[]
  readonly bodies: readonly Resolved[]
  /** Descriptions that stand beside a name ("Prime Minister Ana Example"), by the actor they describe. */
  readonly titles: ReadonlyMap<string, readonly string[]>
}

// Where president and prime minister are two persons, the president is "the leader" in these countries by their
// constitutions or, for China, by party office; elsewhere the word is left open.
const PRESIDENT_LEADS = new Set(
  'AZE BLR CHN DZA EGY FRA KAZ KOR PSE ROU RUS SRB SYR TUN TUR TWN UKR UZB VNM'
    .split(' ')
    .map(code => `country:${code}`),
)

/**
 * The person beside whose name a description stands: right before it ("the NATO chief Mark Rutte", "the NATO chief, Mark
 * Rutte,") or right behind it between commas ("Mark Rutte, the NATO chief,").
 */
export function besideName(ent: Ent, persons: readonly Resolved[], text: string): Resolved | null {
  for (const other of persons) {
    const [start, end] = other.ent.span
    if (start >= ent.span[0] && end <= ent.span[1] && (start > ent.span[0] || end < ent.span[1])) return other
    if (start >= ent.span[1]) {
      const gap = text.slice(ent.span[1], start)
      if (/^(?:\s|,\s)$/.test(gap) && (gap !== ', ' || /^[,.;:\s]/.test(text.charAt(end)))) return other
      if (start - ent.span[1] > 3) break
    } else if (/^,\s(?:who is\s)?$/.test(text.slice(end, ent.span[0]))) return other
  }
  return null
}

/** What a description of an office means ("the former Dutch prime minister"), by the article first, by the facts next. */
export function resolveRole(ent: Ent, named: Named, scene: Scene): Meaning {
  const words = wordsOf(scene.doc, ent.span)
  const office = officeOf(words)
  if (office === null) return unresolved('the words describe a person without naming one')
  const of = bodyOf(ent, named, scene)
  const before = named.persons.filter(p => p.ent.span[0] < ent.span[0]).reverse()
  const inArticle = fromArticle(office, of, [...before, ...named.persons], scene)
  if (inArticle !== null) return inArticle
  const titled = fromTitles(words, before, named.titles, scene)
  if (titled !== null && !office.former) return titled
  if (of === null) return unresolved('the words name an office without saying of what, and nobody before it holds it')
  if (office.former) return unresolved('several persons have held this office, and the article names none of them')
  return fromFacts(office, of, scene)
}

/** The nearest person before (else anywhere in the article) who holds, or once held, such an office. */
function fromArticle(office: Office, of: string | null, persons: readonly Resolved[], scene: Scene): Meaning | null {
  for (const { meaning } of persons) {
    if (meaning.actorId === null) continue
    const roles = scene.knowledge.rolesBy.get(meaning.actorId) ?? []
    const found = roles.find(
      role =>
        (of === null || role.of === of || isPartOf(role.of, of)) &&
        fits(office, role) &&
        (office.former ? heldBefore(role, scene.day) : heldOn(role, scene.day)),
    )
    if (found !== undefined) return { ...meaning, place: null }
  }
  return null
}

/** "EU" for its Commission and Council: a description by the Union may mean their heads. */
function isPartOf(part: string, whole: string): boolean {
  return whole === 'org:eu' && (part === 'org:european-commission' || part === 'org:european-council')
}

function fromTitles(
  words: string,
  before: readonly Resolved[],
  titles: ReadonlyMap<string, readonly string[]>,
  scene: Scene,
): Meaning | null {
  const wanted = officeOf(words)
  const noun = words.toLowerCase().split(' ').at(-1)
  for (const { meaning } of before) {
    const own = meaning.actorId === null ? [] : (titles.get(meaning.actorId) ?? [])
    for (const title of own) {
      const office = officeOf(title)
      const same = office !== null && wanted !== null && office.title === wanted.title && sameClasses(office, wanted)
      if (same && title.toLowerCase().split(' ').at(-1) === noun) {
        return {
          ...meaning,
          place: null,
          role: meaning.role ?? roleOn(scene.knowledge, meaning.actorId ?? '', scene.day),
        }
      }
    }
  }
  return null
}

function sameClasses(a: Office, b: Office): boolean {
  return a.classes.join() === b.classes.join()
}

/** The holder of the office on the article's day, by the knowledge files. */
function fromFacts(office: Office, of: string, scene: Scene): Meaning {
  const { knowledge, day } = scene
  const holders = (knowledge.rolesOf.get(of) ?? []).filter(role => fits(office, role) && heldOn(role, day))
  if (holders.length === 0) {
    const when = day === null ? 'now' : `on ${day}`
    return unresolved(`the knowledge files do not say who held this office ${when}`)
  }
  const best = leadersOf(holders, office, of)
  const persons = [...new Set(best.map(role => role.person))]
  if (persons.length !== 1 || persons[0] === undefined) {
    return unresolved(`${persons.length} persons held such an office then`)
  }
  return meansActor(knowledge, persons[0], roleOn(knowledge, persons[0], day))
}

function leadersOf(holders: readonly Role[], office: Office, of: string): readonly Role[] {
  if (office.title === null && office.classes.includes('head') && PRESIDENT_LEADS.has(of)) {
    const presidents = holders.filter(role => role.class === 'head of state' || role.class === 'leader')
    if (presidents.length > 0) return presidents
  }
  const top = Math.min(...holders.map(role => rankOf(office, role)))
  return holders.filter(role => rankOf(office, role) === top)
}

const GENERIC_BODY = /\b(alliance|bloc|union|organi[sz]ation|agency|body|grouping|watchdog|commission|group)\b/i

/** The country or body whose office it is: named inside the words, right before ("Japan's"), or behind ("of NATO"). */
export function bodyOf(ent: Ent, named: Named, scene: Scene): string | null {
  const { text } = scene.doc
  const inside = firstBody(ent.span, scene)
  if (inside !== null) return inside
  const [start, end] = ent.span
  const front = namesIn(text, [Math.max(0, start - 40), start], scene.knowledge).at(-1)
  if (front !== undefined && /^(?:['’]s?)?\s$/.test(text.slice(front.span[1], start))) {
    const actor = actorOf(front.entries)
    if (actor !== null) return actor
  }
  const of = /^\s(?:of|for)\s(?:the\s)?/.exec(text.slice(end, end + 12))
  if (of !== null) {
    const from = end + of[0].length
    const hit = namesIn(text, [from, Math.min(text.length, from + 50)], scene.knowledge)[0]
    if (hit?.span[0] === from) return actorOf(hit.entries)
  }
  if (GENERIC_BODY.test(wordsOf(scene.doc, ent.span)) && !/\bof\b/.test(wordsOf(scene.doc, ent.span))) {
    return named.bodies.filter(b => b.ent.kind === 'bloc' && b.ent.span[1] <= start).at(-1)?.meaning.actorId ?? null
  }
  return null
}

function firstBody(span: Span, scene: Scene): string | null {
  for (const hit of namesIn(scene.doc.text, span, scene.knowledge)) {
    const actor = actorOf(hit.entries)
    if (actor !== null) return actor
  }
  return null
}

function actorOf(entries: readonly { readonly kind: string; readonly actorId: string | null }[]): string | null {
  const kinds = ['nationality', 'country', 'bloc', 'organisation', 'armed-force', 'place']
  return entries.find(e => e.actorId !== null && kinds.includes(e.kind))?.actorId ?? null
}
