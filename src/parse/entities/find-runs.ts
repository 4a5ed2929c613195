import type { EntKind } from '../../model/doc.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { normaliseName } from '../../text/normalise.ts'
import { addName, type Draft, isCapital, tagOf } from './name-draft.ts'
import {
  FACILITY_WORDS,
  GIVEN_NAMES,
  LINKS,
  OFFICE_FIELDS,
  ORGANISATION_WORDS,
  PERSON_TITLES,
  PLACE_WORDS,
  ROLE_NOUNS,
} from './name-words.ts'

const LONGEST_RUN = 9
const LOCATIVE =
  /^(?:in|at|from|near|to|outside|across|around|of|into|through|north|south|east|west|northern|southern|eastern|western|central|nearby)$/i
const CALENDAR =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$/
const COMPOUND =
  /^(?:led|based|backed|style|era|like|owned|held|born|made|run|wide|funded|linked|bound|area|only|to|and|in|area|affiliated|old|year|day|turned|type)$/
const SAYS = /^(?:said|says|told|added|wrote|argued|noted|tweeted|asked|warned|insisted|announced|who)$/
// Towns smaller than this share too many names with people and firms to be taken on a preposition alone. Chosen on
// names/train/uner-ewt, steps of ten: scratch/parse/names.ts.
const TOWN_POPULATION = 15_000

/** Marks names that the knowledge files lack: runs of capitalised words, their kind told by words in and around them. */
export function findRuns(draft: Draft, knowledge: Knowledge): void {
  const { forms } = draft
  const later: (readonly [number, number])[] = []
  for (let i = 0; i < forms.length; i++) {
    if (!begins(draft, i)) continue
    const end = runEnd(draft, i)
    const first = withoutTitles(draft, i, end)
    if (first < end) {
      const kind = draft.capitalised[draft.sentenceOf[first]!] ? null : kindOf(draft, knowledge, first, end)
      if (kind === null) later.push([first, end])
      else addName(draft, { first, end, kind })
    }
    i = end - 1
  }
  // A second look: names that headings and bare family names repeat.
  const known = new Map<string, EntKind>()
  for (const name of draft.names) {
    known.set(forms.slice(name.first, name.end).join(' '), name.kind)
    if (name.kind === 'person') known.set(forms[name.end - 1]!, 'person')
  }
  for (const [first, end] of later) lookAgain(draft, known, first, end)
}

function lookAgain(draft: Draft, known: ReadonlyMap<string, EntKind>, first: number, end: number): void {
  for (let at = first; at < end; at++) {
    for (let stop = end; stop > at; stop--) {
      const kind = known.get(draft.forms.slice(at, stop).join(' '))
      if (kind === undefined || draft.taken[at] === 1) continue
      addName(draft, { first: at, end: stop, kind })
      at = stop - 1
      break
    }
  }
}

/** Whether a run of capitals begins at word `i`: not at a sentence's ordinary first word, a month or a pronoun. */
function begins(draft: Draft, i: number): boolean {
  const form = draft.forms[i]!
  if (draft.taken[i] === 1 || !isCapital(draft, i) || CALENDAR.test(form) || form === 'I') return false
  const tag = tagOf(draft.doc, i)
  if (!/^(?:PROPN|NOUN|ADJ|X|VERB)$/.test(tag)) return false
  const initial =
    draft.doc.firstToken[draft.sentenceOf[i]!] === i ||
    /^["“'‘(]$/.test(draft.forms[i - 1] ?? '') ||
    /^[:—–]$/.test(draft.forms[i - 1] ?? '')
  if (!initial) return tag === 'PROPN' || isCapital(draft, i + 1) || form.length > 1
  if (PERSON_TITLES.has(form.toLowerCase()) && isCapital(draft, i + 1)) return true
  return tag === 'PROPN' && !draft.lowercase.has(form.toLowerCase())
}

function runEnd(draft: Draft, first: number): number {
  const { forms, taken, doc } = draft
  const stop = Math.min(first + LONGEST_RUN, doc.firstToken[draft.sentenceOf[first]! + 1]!)
  let end = first + 1
  while (end < stop) {
    if (taken[end] === 0 && isCapital(draft, end) && !CALENDAR.test(forms[end]!)) end++
    else if (taken[end] === 0 && /^[-–&]$/.test(forms[end]!) && isCapital(draft, end + 1) && taken[end + 1] === 0)
      end += 2
    else if (linksOn(draft, end, stop) || hyphenated(draft, end, stop)) end += 2
    else break
  }
  return end
}

/** "Mei-yu": a hyphen and a small word that touch; not "Sampleville-based". */
function hyphenated(draft: Draft, at: number, stop: number): boolean {
  const { tokens } = draft.doc
  if (draft.forms[at] !== '-' || at + 1 >= stop || draft.taken[at + 1] === 1) return false
  const touching = tokens.end[at - 1] === tokens.start[at] && tokens.end[at] === tokens.start[at + 1]
  return (
    touching &&
    tagOf(draft.doc, at - 1) === 'PROPN' &&
    /^\p{Ll}{1,6}$/u.test(draft.forms[at + 1]!) &&
    !COMPOUND.test(draft.forms[at + 1]!)
  )
}

/** "Ministry of Defence", "Ludwig van Beethoven": a small word between capitals, "of" and "for" after an organisation's word. */
function linksOn(draft: Draft, at: number, stop: number): boolean {
  const form = draft.forms[at]!
  if (at + 1 >= stop || !LINKS.has(form) || !isCapital(draft, at + 1) || CALENDAR.test(draft.forms[at + 1]!))
    return false
  if (form !== 'of' && form !== 'for') return draft.taken[at + 1] === 0
  return (
    ORGANISATION_WORDS.has(draft.forms[at - 1]!.toLowerCase()) ||
    /^(?:Bank|House|Secretary|Board|Cape|Gulf|Isle|Strait|Sea)$/.test(draft.forms[at - 1]!)
  )
}

/** First word of the name proper: titles and offices before a person's name belong to a role. */
function withoutTitles(draft: Draft, first: number, end: number): number {
  const { forms } = draft
  let at = first
  while (at < end - 1 && isTitle(forms[at]!) && !ORGANISATION_WORDS.has(forms[end - 1]!.toLowerCase())) {
    at++
    // "Secretary-General", "Secretary of Defence".
    if (/^[-–]$/.test(forms[at]!) && at < end - 1 && isTitle(forms[at + 1]!)) at++
    else if (/^(?:of|for)$/.test(forms[at]!)) {
      let after = at + 1
      while (after < end - 1 && OFFICE_FIELDS.has(forms[after]!.toLowerCase())) after++
      // "US Secretary of Defence" alone names an office, not a person.
      at = after > at + 1 || after >= end - 1 ? after : at
      if (OFFICE_FIELDS.has(forms[at]?.toLowerCase() ?? '') && at === end - 1) return end
    }
  }
  return at
}

function isTitle(form: string): boolean {
  const lower = form.toLowerCase()
  return (
    PERSON_TITLES.has(lower) ||
    ROLE_NOUNS.has(lower) ||
    /^(?:vice|foreign|prime|attorney|chief|deputy|defen[cs]e|interior|finance|former|acting|presumptive|republican|democratic|gop|house|state|us)$/.test(
      lower,
    )
  )
}

function kindOf(draft: Draft, knowledge: Knowledge, first: number, end: number): EntKind | null {
  const { forms } = draft
  const words = forms.slice(first, end).map(form => form.toLowerCase())
  const last = words.at(-1)!
  if (isTitle(forms[first]!) && end - first === 1) return null
  const titled =
    isTitle(forms[first - 1] ?? '') &&
    (isCapital(draft, first - 1) || ROLE_NOUNS.has((forms[first - 1] ?? '').toLowerCase()))
  const organisation = words.some((word, k) => ORGANISATION_WORDS.has(word) && (k > 0 || words.length > 1))
  if (
    GIVEN_NAMES.has(words[0]!) &&
    end - first > 1 &&
    end - first < 5 &&
    !ORGANISATION_WORDS.has(last) &&
    !FACILITY_WORDS.has(last)
  )
    return 'person'
  if (end - first > 1 && PLACE_WORDS.has(last) && !organisation) return 'place'
  if (end - first > 1 && FACILITY_WORDS.has(last)) return 'facility'
  if (/^(?:lake|mount|cape|gulf|bay|strait|river|isle|fort|port)$/.test(words[0]!) && end - first > 1) return 'place'
  if (organisation) return 'organisation'
  if (titled && end - first < 4) return 'person'
  return end - first === 1 ? singleKind(draft, knowledge, first) : severalKind(draft, knowledge, first, end)
}

function town(draft: Draft, knowledge: Knowledge, first: number, end: number): boolean {
  const found = knowledge.towns.named(normaliseName(draft.forms.slice(first, end).join(' ')))
  return found.length > 0 && found[0]!.population >= TOWN_POPULATION
}

function singleKind(draft: Draft, knowledge: Knowledge, at: number): EntKind | null {
  const form = draft.forms[at]!
  if (draft.families.has(form)) return 'person'
  if (LOCATIVE.test(draft.forms[at - 1] ?? '') && town(draft, knowledge, at, at + 1)) return 'place'
  if (/^\p{Lu}[\p{Lu}\p{N}&]{1,6}s?$/u.test(form) && form !== 'OK') return 'organisation'
  if (tagOf(draft.doc, at) !== 'PROPN' || draft.lowercase.has(form.toLowerCase())) return null
  if (GIVEN_NAMES.has(form.toLowerCase())) return 'person'
  if (SAYS.test(draft.forms[at + 1] ?? '')) return 'person'
  return null
}

function severalKind(draft: Draft, knowledge: Knowledge, first: number, end: number): EntKind | null {
  const before = (draft.forms[first - 1] ?? '').toLowerCase()
  if (LOCATIVE.test(before) && town(draft, knowledge, first, end)) return 'place'
  if (end - first > 4) return 'organisation'
  // An initial inside makes a person: "Ana B. Example".
  if (/^\p{Lu}\.$/u.test(draft.forms[first + 1] ?? '') || /^\p{Lu}\.$/u.test(draft.forms[first]!)) return 'person'
  if (before === 'the' || draft.forms.slice(first, end).some(form => /^(?:of|for|&)$/.test(form))) return 'organisation'
  return draft.forms.slice(first, end).some(form => draft.lowercase.has(form.toLowerCase())) ? null : 'person'
}
