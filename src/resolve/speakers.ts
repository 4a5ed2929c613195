import type { Participant } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import { slug } from '../text/normalise.ts'
import { contains } from '../text/spans.ts'
import { antecedentOf } from './antecedents.ts'
import { officesOn } from './as-of.ts'
import { type Meaning, meansActor, meansName, type Resolved, type Scene, unresolved, wordsOf } from './meaning.ts'
import { isWritten, namesIn } from './names-in.ts'
import { type NounHead, nounHead } from './noun-head.ts'
import type { SpanIndex } from './span-index.ts'
import {
  CAMPAIGN_OF,
  FORMER,
  GOVERNMENT_OF,
  GOVERNS,
  NOT_OF_STATES,
  OWN_WORDS,
  SOME_OF,
  SPEAKS_FOR,
  VOICE_OF_OFFICE,
  whyUnnamed,
} from './speaker-words.ts'

/** A statement's participant with actor, id and role as of the article's day, or why it has none. */
export function resolveParticipant(found: Participant, mentions: SpanIndex<Resolved>, scene: Scene): Participant {
  const { actor, actorId, role, why } = meaningOfSpeaker(found.span, mentions, scene)
  const base = { span: found.span, actor, actorId, role }
  return actor === null ? { ...base, why: why || found.why || 'the words name no actor that is known' } : base
}

/** What is asked about one phrase. */
interface Phrase {
  readonly span: Span
  readonly head: NounHead
  /** Words of the head, without a possessive at its end. */
  readonly words: string
  /** Mentions in the phrase, in order of text. */
  readonly inside: readonly Resolved[]
  readonly index: SpanIndex<Resolved>
  readonly scene: Scene
  /** How many more phrases inside phrases are looked at. */
  readonly depth: number
}

/**
 * Who speaks where a phrase is the speaker: the actor it names; the body in whose name somebody speaks who is not named
 * ("a spokesman for the ministry", "officials in Seoul"), whose words then stand as the role; the state that a capital
 * stands for. Whoever only belongs to somebody ("her lawyer", "Ana Example's aides") is not that person, and what
 * somebody once was is no longer spoken for: both stay open, and say why. Of several who speak together it is the first.
 */
export function meaningOfSpeaker(span: Span, mentions: SpanIndex<Resolved>, scene: Scene, depth = 3): Meaning {
  const inside = mentions.overlapping(span).filter(m => contains(span, m.ent.span) || contains(m.ent.span, span))
  const same = inside.find(m => m.ent.span[0] === span[0] && m.ent.span[1] === span[1])
  const whole = same === undefined ? null : asSpeaker(same, span, scene)
  if (whole !== null) return whole
  const antecedent = antecedentOf(span, mentions, scene)
  if (antecedent !== null) return antecedent
  const head = nounHead(scene.doc.text, span, namesOf(inside, scene))
  const words = wordsOf(scene.doc, head.span)
  const phrase: Phrase = { span, head, words, inside, index: mentions, scene, depth }
  const found = together(phrase) ?? named(phrase) ?? titled(phrase) ?? through(phrase) ?? linked(phrase)
  if (found !== null) return found
  const why = same?.ent.kind === 'pronoun' || same?.ent.kind === 'person' ? same.meaning.why : whyUnnamed(words)
  return unresolved(why ?? same?.meaning.why ?? 'the words name no actor that is known')
}

/** Names, and offices that are one phrase; a link inside them cuts nothing. */
function namesOf(inside: readonly Resolved[], scene: Scene): readonly Span[] {
  return inside
    .filter(({ ent }) => !['group', 'pronoun'].includes(ent.kind))
    .filter(({ ent }) => ent.kind !== 'role' || !wordsOf(scene.doc, ent.span).includes(','))
    .map(({ ent }) => ent.span)
}

/** A mention as a speaker: people of a country are not their country, and a capital is the state it governs. */
function asSpeaker({ ent, meaning }: Resolved, span: Span, scene: Scene): Meaning | null {
  const words = wordsOf(scene.doc, span)
  const people = ent.kind === 'nationality' && !/^the\s/i.test(words)
  if (meaning.actorId !== null && (people || (isBody(meaning) && SOME_OF.test(words)))) {
    return unresolved(`the words mean some of ${meaning.actor}, not all of it`)
  }
  if (meaning.actorId !== null) return meaning
  return ent.kind === 'place' ? stateOf(words, scene) : null
}

/** The state or union that a capital stands for; null for any other town. */
function stateOf(words: string, scene: Scene): Meaning | null {
  const hit = namesIn(words, [0, words.length], scene.knowledge)[0]
  const seat = hit?.entries.find(e => e.kind === 'place' && e.actorId !== null)?.actorId
  return hit?.span[1] === words.length && seat != null ? meansActor(scene.knowledge, seat) : null
}

const TOGETHER = new Set(['and', 'or', '&', 'as well as', 'along with', 'together with'])

/** Of several who speak together, the first. */
function together({ head, index, scene, depth }: Phrase): Meaning | null {
  if (!TOGETHER.has(head.link) || depth === 0) return null
  const first = meaningOfSpeaker(head.span, index, scene, depth - 1)
  return first.actorId !== null ? first : unresolved(`several speak together, and of the first, ${first.why}`)
}

/** Words that may stand between a name and the end of its phrase. */
const TRAILING =
  /^(?:[\s"”'’.]|\b(?:himself|herself|itself|themselves|also|then|later|again|too|now|recently|today|yesterday|meanwhile|jr|sr|ii|iii|iv|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)*$/i

/** What ends the head by its name: "the NATO chief Mark Rutte", "the Japanese foreign ministry". */
function named({ head, words, inside, scene }: Phrase): Meaning | null {
  const { text } = scene.doc
  const ending = inside.filter(m => m.ent.kind !== 'pronoun' && m.ent.span[0] < head.span[1] && ends(m))
  function ends({ ent }: Resolved): boolean {
    return ent.span[1] >= head.span[1] || TRAILING.test(text.slice(ent.span[1], head.span[1]))
  }
  const person = ending.find(m => m.ent.kind === 'person' && m.meaning.actorId !== null)
  if (person !== undefined) return person.meaning
  for (const m of ending) {
    const meaning = asSpeaker(m, head.span, scene)
    if (meaning !== null) return meaning
  }
  const hit = namesIn(text, head.span, scene.knowledge).at(-1)
  if (hit === undefined || ending.length > 0 || !TRAILING.test(text.slice(hit.span[1], head.span[1]))) return null
  const written = text.slice(...hit.span)
  const bodies = hit.entries.filter(e => ['organisation', 'bloc', 'outlet'].includes(e.kind) && isWritten(e, written))
  const [id, other] = new Set(bodies.flatMap(e => (e.actorId === null ? [] : [e.actorId])))
  return id === undefined || other !== undefined || SOME_OF.test(words) ? null : meansActor(scene.knowledge, id)
}

const OFFICE_OF =
  /^(?:[\p{L}.'’-]+\s){0,5}?(?:\p{L}*secretary|minister|chief|director|head|commissioner|chairman)\s(?:of|for)\s(?:the\s)?\p{L}+(?:\s(?:and\s)?\p{L}+){0,2}?\s$/iu
const APPOSED = /,\s(?:(?!including|such|like|notably|and|or|with|from|by|who|not|named)[\p{L}.]+\s){0,4}$/iu

/** A person behind an office that has a preposition in it, or between commas behind the words for her. */
function titled({ span, head, inside, scene }: Phrase): Meaning | null {
  const { text } = scene.doc
  for (const { ent, meaning } of inside) {
    if (ent.kind !== 'person' || meaning.actorId === null || ent.span[0] < head.rest[0]) continue
    const lead = text.slice(span[0], ent.span[0])
    if (OFFICE_OF.test(lead)) return meaning
    const closes = ent.span[1] >= span[1] || /^(?:[,(]|\s\()/.test(text.slice(ent.span[1], ent.span[1] + 2))
    if (APPOSED.test(lead) && closes) return meaning
  }
  return null
}

/** What the head's last name says of its noun: "Chinese officials", "Ana Example's office". */
function through({ head, words, inside, scene }: Phrase): Meaning | null {
  const { text } = scene.doc
  const owner = inside.findLast(
    m => m.meaning.actorId !== null && m.ent.kind !== 'pronoun' && contains(head.span, m.ent.span),
  )
  if (owner === undefined) return null
  const behind = text.slice(owner.ent.span[1], head.span[1])
  const before = text.slice(head.span[0], owner.ent.span[0])
  const person = owner.ent.kind === 'person' || owner.meaning.actorId?.startsWith('person:') === true
  return speaksFor(owner.meaning, person, words, { before, behind }, scene)
}

/** What is spoken for by a noun with an owner. */
function speaksFor(
  meaning: Meaning,
  person: boolean,
  words: string,
  around: { readonly before: string; readonly behind: string },
  scene: Scene,
): Meaning | null {
  const noun = lastMatch(SPEAKS_FOR, words) ?? lastMatch(OWN_WORDS, words) ?? words.split(' ').at(-1) ?? ''
  if (person) return ofPerson(meaning, words, around.behind, noun, scene)
  // "Russian-backed officials" and "pro-Russian officials" are somebody else's.
  if (/^-/.test(around.behind) || /\b(?:pro|anti|non|ex)-$/i.test(around.before)) {
    return unresolved(`the words name somebody by ${meaning.actor}, and not who it is`)
  }
  if (!SPEAKS_FOR.test(words)) return null
  if (meaning.actorId?.startsWith('country:') && NOT_OF_STATES.test(words)) return null
  if (FORMER.test(around.before) || FORMER.test(around.behind)) {
    return unresolved(`the words mean somebody who does not, or no longer, speak for ${meaning.actor}`)
  }
  return { ...meaning, role: noun.toLowerCase(), place: null }
}

function lastMatch(pattern: RegExp, words: string): string | null {
  return pattern.exec(words)?.[0] ?? null
}

/** True for countries, bodies and outlets of the knowledge files; names that only the article has may be either. */
function isBody({ actorId }: Meaning): boolean {
  return actorId !== null && !/^(?:person|name):/.test(actorId)
}

/** What speaks by a person's name: her own words, her campaign, or the body in which she holds office. */
function ofPerson(meaning: Meaning, words: string, behind: string, noun: string, scene: Scene): Meaning {
  if (OWN_WORDS.test(words) && !/['’]s?\s.*\b(?:campaign|office)\b/i.test(behind)) return { ...meaning, place: null }
  const name = meaning.actor ?? ''
  const part = behind.replace(/^['’]s?/, '').trim()
  const called = part.split(/\s+/)[0] ?? ''
  if (CAMPAIGN_OF.test(called)) {
    const campaign = meansName(`${name} campaign`, slug(`${name} campaign`))
    return called === part ? campaign : { ...campaign, role: noun.toLowerCase() }
  }
  const office = officesOn(scene.knowledge, meaning.actorId ?? '', scene.day)[0]
  const governs = ['leader', 'head of government', 'head of state'].includes(office?.class ?? '')
  if (office !== undefined && (VOICE_OF_OFFICE.test(words) || (GOVERNMENT_OF.test(called) && governs))) {
    return meansActor(scene.knowledge, office.of, noun.toLowerCase())
  }
  return unresolved(`the words name somebody or something of ${name}, and not who speaks`)
}

const BELONGS = new Set(['of', 'for', 'from', 'at', 'with', 'by'])

/** What the phrase behind the link says of the head: "a spokesman for the ministry", "officials in Seoul". */
function linked({ head, words, index, scene, depth }: Phrase): Meaning | null {
  if (depth === 0) return null
  const speaks = SPEAKS_FOR.test(words) || OWN_WORDS.test(words)
  const paper = /\b(?:report|article|editorial|interview|column|investigation|analysis)$/i.test(words)
  if (BELONGS.has(head.link) && speaks) {
    const object = withoutLinks(head.rest, index, scene)
    if (object === null) return unresolved('several are named for whom the words may speak')
    const meaning = meaningOfSpeaker(object, index, scene, depth - 1)
    if (meaning.actorId === null) return null
    const person = index
      .overlapping(object)
      .some(m => m.meaning.actorId === meaning.actorId && ['person', 'role', 'pronoun'].includes(m.ent.kind))
    return speaksFor(meaning, person && !isBody(meaning), words, { before: words, behind: '' }, scene)
  }
  if ((head.link === 'in' || head.link === 'on') && (GOVERNS.test(words) || paper)) {
    const object = nounHead(scene.doc.text, head.rest, [])
    const meaning = meaningOfSpeaker(object.span, index, scene, 0)
    const fits = paper ? meaning.actorId?.startsWith('outlet:') : isBody(meaning)
    if (fits && meaning.role === null) return speaksFor(meaning, false, words, { before: words, behind: '' }, scene)
  }
  return null
}

/** The phrase behind a link, unless several stand there side by side. */
function withoutLinks(span: Span, index: SpanIndex<Resolved>, scene: Scene): Span | null {
  const inside = index.overlapping(span).filter(m => contains(span, m.ent.span))
  const head = nounHead(scene.doc.text, span, namesOf(inside, scene))
  return TOGETHER.has(head.link) ? null : span
}
