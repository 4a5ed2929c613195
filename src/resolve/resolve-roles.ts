import type { Role } from '../model/actor.ts'
import type { Ent } from '../model/doc.ts'
import type { Span } from '../model/span.ts'
import { heldOn, roleOn } from './as-of.ts'
import type { Holders } from './holders.ts'
import { type Meaning, meansActor, type Resolved, type Scene, unresolved, wordsOf } from './meaning.ts'
import { namesIn } from './names-in.ts'
import { fits, type Office, officeOf, rankOf } from './offices.ts'
import { firstAtLeast, type SpanIndex } from './span-index.ts'

/** What is known of the article when its descriptions are resolved. */
export interface Named {
  readonly persons: SpanIndex<Resolved>
  readonly holders: Holders
  /** Alliances and unions, in order of text. */
  readonly blocs: readonly Resolved[]
  /** Where they start. */
  readonly blocStarts: readonly number[]
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
export function besideName(ent: Ent, persons: SpanIndex<Resolved>, text: string): Resolved | null {
  // ", who is " has nine characters, and nothing farther off is beside it.
  for (const other of persons.overlapping([ent.span[0] - 10, ent.span[1] + 3])) {
    const [start, end] = other.ent.span
    if (start >= ent.span[0] && end <= ent.span[1] && (start > ent.span[0] || end < ent.span[1])) return other
    if (start >= ent.span[1]) {
      const gap = text.slice(ent.span[1], start)
      if (/^(?:\s|,\s)$/.test(gap) && (gap !== ', ' || /^[,.;:\s]/.test(text.charAt(end)))) return other
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
  if (/^(?:an?|any|each|every|no|another|some)\s/i.test(words)) {
    return unresolved(
      office.former
        ? 'several persons have held this office, and the words name none of them'
        : 'the words mean any holder of such an office',
    )
  }
  const unknownBody = of === null && namesBody(ent, words, scene)
  const inArticle = unknownBody ? null : named.holders.ofOffice(office, of, ent)
  if (inArticle !== null) return inArticle
  const titled = office.former ? null : named.holders.withTitle(words, ent)
  if (titled !== null) return titled
  if (unknownBody) return unresolved('the words name an office of a body that is not known')
  if (of === null) return unresolved('the words name an office without saying of what, and nobody before it holds it')
  if (office.former) return unresolved('several persons have held this office, and the article names none of them')
  return fromFacts(office, of, scene)
}

/** Words with a capital that name no country or body by themselves. */
const OFFICE_WORDS =
  /\b(?:The|Former|Ex|Then|His|Her|Their|Its|Our|This|That|Acting|Vice|Deputy|Prime|Minister|President|Premier|Chancellor|Secretary|General|Director|Managing|Foreign|Defen[cs]e|War|Affairs|State|Treasury|National|Security|Advis[eo]r|Press|High|Representative|Supreme|Leader|Crown|Prince|King|Queen|Pope|Emperor|Emir|Sultan|Speaker|Chairman|Chair|Chief|Head|PM|Spokes(?:man|woman|person))\b/g

/** True when an office is said to be some country's or body's, by a name inside the words or right behind them. */
function namesBody(ent: Ent, words: string, scene: Scene): boolean {
  const behind = scene.doc.text.slice(ent.span[1], ent.span[1] + 12)
  return /\p{Lu}/u.test(words.replace(OFFICE_WORDS, '')) || /^\s(?:of|for)\s(?:the\s)?\p{Lu}/u.test(behind)
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
    return blocBefore(start, named)?.meaning.actorId ?? null
  }
  return null
}

/** The alliance or union named last before a place in the text. */
function blocBefore(start: number, { blocs, blocStarts }: Named): Resolved | undefined {
  let i = firstAtLeast(blocStarts, start) - 1
  while (i >= 0 && (blocs[i]?.ent.span[1] ?? 0) > start) i--
  return blocs[i]
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
