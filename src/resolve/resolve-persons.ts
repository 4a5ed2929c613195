import type { Ent } from '../model/doc.ts'
import type { NameEntry } from '../model/knowledge.ts'
import { normaliseName, slug } from '../text/normalise.ts'
import { officesOn, roleOn } from './as-of.ts'
import { FullNames } from './full-names.ts'
import { type Meaning, meansActor, meansName, type Scene, unresolved, wordsOf } from './meaning.ts'
import { fits, officeOf } from './offices.ts'

const TITLES =
  /^(the )?((?:under|deputy )?secretary of (?:state|defen[cs]e|the treasury)|attorney general|foreign minister|defen[cs]e minister|state del|mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|president|vice president|prime minister|premier|chancellor|king|queen|prince|princess|emperor|emir|pope|senator|sen|rep|gov|governor|gen|general|lt|lieutenant|col|colonel|maj|major|capt|captain|adm|admiral|sgt|judge|justice|minister|secretary|ambassador|imam|sheikh|ayatollah|rabbi|father|sister|reverend|rev|spokes(?:man|woman|person)|del)\s+/

/** A name begins with a capital letter, or with a particle before one. */
const NAME =
  /^(?:(?:al|el|von|van|de|der|den|da|di|du|del|della|dos|bin|ibn|ben|abu|ter|af|la|le|d['’]|the)[ -]?)*\p{Lu}/u

const SUFFIX = /,? (jr|sr|ii|iii|iv)$/

/** The key of a name without titles before it and "Jr" after it. */
function bareKey(words: string): string {
  let key = normaliseName(words).replace(SUFFIX, '')
  for (;;) {
    const next = key.replace(TITLES, '')
    if (next === key || next === '') return key
    key = next
  }
}

/**
 * Resolves every person ent of a document: full names by the knowledge files, family names by the full name in the same
 * article, else by the one sitting leader of that name; all others are known by their fullest name in the article.
 */
export function resolvePersons(ents: readonly Ent[], scene: Scene): Map<Ent, Meaning> {
  const persons = ents.filter(ent => ent.kind === 'person')
  const out = new Map<Ent, Meaning>()
  const full = new FullNames(scene)
  for (const ent of persons) {
    const words = wordsOf(scene.doc, ent.span)
    const key = bareKey(words)
    if (!NAME.test(words)) out.set(ent, unresolved('the words are no name'))
    if (!NAME.test(words) || !key.includes(' ')) continue
    const known = knownFull(key, ent, scene) ?? knownFull(withoutInitials(key), ent, scene)
    const meaning =
      known ?? full.named(key) ?? full.named(withoutInitials(key)) ?? meansName(displayName(words), slug(key))
    out.set(ent, meaning)
    full.add(key, meaning)
    if (withoutInitials(key) !== key) full.add(withoutInitials(key), meaning)
  }
  for (const ent of persons) {
    if (out.has(ent)) continue
    out.set(ent, byFamilyName(bareKey(wordsOf(scene.doc, ent.span)), ent, full, scene))
  }
  return out
}

/** "John F. Kerry" is known as "John Kerry". */
function withoutInitials(key: string): string {
  return key.replace(/(?<=^\S{2,} )(?:\p{L} )+/u, '')
}

/** The name as written, without a title before it. */
function displayName(words: string): string {
  let name = words
  for (;;) {
    const next = name.replace(/^(?:the )?([\p{L}]+\.?) (?=\p{Lu})/iu, (whole, title: string) =>
      TITLES.test(`${normaliseName(title)} `) ? '' : whole,
    )
    if (next === name) return name
    name = next
  }
}

function knownFull(key: string, ent: Ent, scene: Scene): Meaning | null {
  const entries = (scene.knowledge.byForm.get(key) ?? []).filter(e => e.kind === 'person' && e.familyOnly !== true)
  const ids = [...new Set(entries.flatMap(e => (e.actorId === null ? [] : [e.actorId])))].filter(id =>
    wasKnown(id, scene),
  )
  if (ids.length === 0) return null
  const id = ids.length === 1 ? ids[0] : choose(ids, ent, scene)
  return id === undefined || id === null ? null : person(id, scene)
}

/** False for a leader whose first office lies more than ten years after the article: then it is a namesake. */
function wasKnown(id: string, scene: Scene): boolean {
  if (scene.day === null) return true
  const first = (scene.knowledge.rolesBy.get(id) ?? []).map(role => role.from ?? '').sort()[0]
  return first === undefined || first === '' || Number(first.slice(0, 4)) <= Number(scene.day.slice(0, 4)) + 10
}

function person(id: string, scene: Scene): Meaning {
  return meansActor(scene.knowledge, id, roleOn(scene.knowledge, id, scene.day))
}

function byFamilyName(key: string, ent: Ent, full: FullNames, scene: Scene): Meaning {
  const inArticle = full.ofFamily(key)
  const ids = inArticle.map(other => other.actorId)
  if (ids.length === 1 && inArticle[0] !== undefined) return inArticle[0]
  if (ids.length > 1) {
    const withTitle = byTitle(
      ids.flatMap(id => (id === null ? [] : [id])),
      ent,
      scene,
    )
    if (withTitle !== null) return inArticle.find(other => other.actorId === withTitle) ?? unresolved('')
    return unresolved(`${ids.length} persons of this name are in the article`)
  }
  const entries = scene.knowledge.byForm.get(key) ?? []
  const alone = entries.filter(e => e.kind === 'person' && e.familyOnly !== true && e.actorId !== null)
  if (alone.length === 1 && alone[0]?.actorId) return person(alone[0].actorId, scene)
  const leader = sittingLeader(entries, ent, full, scene)
  if (leader !== null) return person(leader, scene)
  // One who only ever goes by this name in the article is known by it, as any other person is by the full name.
  const given = full.startingIn(key)
  if (given.length === 1 && given[0] !== undefined) return given[0]
  return meansName(displayName(wordsOf(scene.doc, ent.span)), slug(key))
}

/** Among holders of one family name: the one whom a title before the name fits, else the only leader in office. */
function sittingLeader(entries: readonly NameEntry[], ent: Ent, full: FullNames, scene: Scene): string | null {
  const ids = [...new Set(entries.flatMap(e => (e.kind === 'person' && e.actorId !== null ? [e.actorId] : [])))]
  const titled = byTitle(ids, ent, scene)
  if (titled !== null) return titled
  if (scene.day === null) return null
  const sitting = ids.filter(id =>
    officesOn(scene.knowledge, id, scene.day).some(
      role => isHigh(role.class) && (ids.length === 1 || full.names(role.of)),
    ),
  )
  return sitting.length === 1 ? (sitting[0] ?? null) : null
}

function isHigh(kind: string): boolean {
  return ['leader', 'head', 'head of state', 'head of government'].includes(kind)
}

/** The one holder of an office that the words just before the name give ("President", "Japanese Prime Minister"). */
function byTitle(ids: readonly string[], ent: Ent, scene: Scene): string | null {
  const { text } = scene.doc
  // Sixty characters hold the longest title in use before a name; the sentence's own words before it do no harm.
  const before =
    text
      .slice(Math.max(0, ent.span[0] - 60), ent.span[1])
      .split(/[.;:!?\n]/)
      .at(-1) ?? ''
  const office = officeOf(before.slice(0, before.length))
  if (office === null) return null
  const fitting = ids.filter(id =>
    officesOn(scene.knowledge, id, scene.day).some(role => fits(office, role) && mentions(before, role.of, scene)),
  )
  if (fitting.length === 1) return fitting[0] ?? null
  const anywhere = ids.filter(id => officesOn(scene.knowledge, id, scene.day).some(role => fits(office, role)))
  return anywhere.length === 1 ? (anywhere[0] ?? null) : null
}

/** True when some word of the text means the actor. */
function mentions(text: string, actorId: string, scene: Scene): boolean {
  const words = normaliseName(text).split(' ')
  return words.some((_, i) =>
    [1, 2, 3].some(n =>
      (scene.knowledge.byForm.get(words.slice(i, i + n).join(' ')) ?? []).some(e => e.actorId === actorId),
    ),
  )
}

function choose(ids: readonly string[], ent: Ent, scene: Scene): string | null {
  const titled = byTitle(ids, ent, scene)
  if (titled !== null) return titled
  const sitting = ids.filter(id => officesOn(scene.knowledge, id, scene.day).length > 0)
  return sitting.length === 1 ? (sitting[0] ?? null) : null
}
