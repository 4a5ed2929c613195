import type { Draft, Finder } from '../draft.ts'
import { interviewed } from '../named-outlets.ts'
import { phraseAfter } from '../noun-phrase.ts'
import { outletHop, withoutTail } from '../outlets.ts'
import { type Range, spanOf, type View } from '../view.ts'
import { hopOf, wordsOf } from './described-hop.ts'
import { isDocument, isPlatform } from './hop-kind.ts'
import type { OpenWords } from './open-words.ts'
import { RANK, type RankedHop } from './ranked-hop.ts'

// Who speaks for somebody, after "through" or "via".
const VOICE =
  /\b(?:spokes\w+|lawyers?|attorneys?|solicitors?|counsel|interpreters?|translators?|aides?|assistants?|office|representatives?|intermediar(?:y|ies)|mediators?|famil(?:y|ies)|relatives?|brother|sister|wife|husband|son|daughter|mother|father|embassy|publicist|agent|envoy|press service|adviser|advisor)$/i
const GOT = /^(?:seen|obtained|reviewed|viewed|verified|acquired|leaked|shown|read)$/
const RELEASED =
  /^(?:released|published|posted|shared|distributed|provided|circulated|translated|relayed|transcribed|quoted)$/
const CARRIED = /^(?:carried|broadcast|aired|cited|reported|streamed|televised|rebroadcast|run|printed)$/

/** What the words were written on, said to or on, carried by: read off the prepositions of the telling words. */
export function mediumHops(finder: Finder, draft: Draft, open: OpenWords): RankedHop[] {
  const { view } = finder
  const found: RankedHop[] = []
  const [start, limit] = open.range
  for (let i = start; i < limit - 1; i++) {
    if (!open.is(i) || !/^(?:in|on|via|by|through|to|with|for|per)$/.test(view.lower[i]!)) continue
    if (open.ofSpeaker(i) && !tellsOfSpeaker(view, draft, i)) continue
    const end = openEnd(open, i + 1, limit)
    const range = end > i + 1 ? phraseWithin(view, i + 1, end) : null
    if (range === null) continue
    const hop = mediumAt(finder, i, range, found)
    if (hop !== null) found.push({ ...hop, at: i })
  }
  return [...addressedHops(finder, draft), ...found, ...publishers(finder, open)]
}

/** Behind the speaker's name only "interviewed by", "who spoke to" and, of one named after the verb, where he wrote it. */
function tellsOfSpeaker(view: View, { cue, source }: Draft, i: number): boolean {
  const word = view.lower[i]!
  if (/^(?:by|via|through)$/.test(word)) return true
  if (/^(?:speak|talk|appear|write|quote|cite|interview|publish|air)$/.test(view.lemmas[i - 1] ?? '')) return true
  return cue !== null && source !== null && cue[0] < source[0] && /^(?:in|on|to)$/.test(word)
}

function openEnd(open: OpenWords, from: number, limit: number): number {
  let end = from
  while (end < limit && open.is(end)) end++
  return end
}

function phraseWithin(view: View, first: number, limit: number): Range | null {
  const phrase = phraseAfter(view, first, { apposition: false })
  return phrase === null ? null : [first, Math.min(phrase[1], limit)]
}

function mediumAt(finder: Finder, i: number, range: Range, found: RankedHop[]): Omit<RankedHop, 'at'> | null {
  const { view } = finder
  const word = view.lower[i]!
  if (word === 'by') return broughtBy(finder, i, range)
  const outlet = outletHop(view, finder.outlets, range)
  if (outlet !== null) {
    if (
      word === 'for' &&
      !WROTE_FOR.test(
        view.lower
          .slice(Math.max(0, i - 5), i)
          .join(' ')
          .replace(/ - /g, '-'),
      )
    )
      return null
    return { hop: outlet, rank: relays(view, i) ? RANK.relay : RANK.told }
  }
  if (/^(?:with|to|for|per)$/.test(word)) return givenTo(finder, i, range)
  if (word === 'via' || word === 'through') {
    const voice = headPhrase(view, range)
    if (VOICE.test(wordsOf(view, voice))) return { hop: hopOf(view, voice, 'official'), rank: RANK.voice }
  }
  return writtenIn(finder, i, range, found)
}

const WROTE_FOR =
  /\b(?:op-ed|column|article|essay|piece|commentary|wrote|writing|blog|editorial|programme|program|interview)\b/

/** "via Example Wire", "per Example Wire", "according to Example Wire". */
function relays(view: View, i: number): boolean {
  return /^(?:via|per)$/.test(view.lower[i]!) || view.lower[i - 1] === 'according'
}

/** "in an interview with Example": whom nobody knows as an outlet is one where the text says who was interviewed. */
function givenTo({ view, outlets }: Finder, i: number, range: Range): Omit<RankedHop, 'at'> | null {
  if (!/^(?:interview|podcast)$/.test(view.lower[i - 1] ?? '')) return null
  const named = outlets.find(outlet => outlet.first >= range[0] && outlet.first < range[1])
  if (named === undefined) return null
  return { hop: { name: named.name, span: spanOf(view, withoutTail(view, range)), kind: named.kind }, rank: RANK.told }
}

/** "seen by Example", "released by the court", "carried by Example TV", "interviewed by". */
function broughtBy(finder: Finder, i: number, range: Range): Omit<RankedHop, 'at'> | null {
  const { view } = finder
  const adverb = /^(?:online|live|first|also|later|earlier|widely)$/.test(view.lower[i - 1] ?? '')
  const from = view.lower[i - 2] === 'from' ? i - 3 : i - 1
  const participle = view.lower[adverb ? i - 2 : from] ?? ''
  const outlet = outletHop(view, finder.outlets, range)
  if (/^(?:interviewed|asked|pressed|questioned|reached)$/.test(participle))
    return outlet === null ? null : { hop: outlet, rank: RANK.told }
  const got = GOT.test(participle)
  if (!got && !RELEASED.test(participle) && !CARRIED.test(participle)) return null
  if (outlet !== null) return { hop: outlet, rank: got ? RANK.document : RANK.carried }
  if (CARRIED.test(participle) || !/^(?:PROPN|NOUN|PRON)$/.test(view.tags[range[1] - 1]!)) return null
  const who = headPhrase(view, range)
  return { hop: hopOf(view, who, 'official'), rank: got || participle === 'released' ? RANK.document : RANK.carried }
}

/** "in a statement", "on Telegram", "in a video posted on Facebook" (one document). */
function writtenIn(finder: Finder, i: number, range: Range, found: RankedHop[]): Omit<RankedHop, 'at'> | null {
  const { view } = finder
  const word = view.lower[i]!
  // "a statement published on the court's website" is one document.
  if (RELEASED.test(view.lower[i - 1] ?? '') && !isPlatform(wordsOf(view, headPhrase(view, range)))) return null
  const short = headPhrase(view, range)
  const words = wordsOf(view, short)
  if (!isDocument(words) && !(word === 'in' && /^(?:an?|the|his|her|its) (?:[\w-]+ )?note$/.test(words))) return null
  if (isPlatform(words)) {
    if (word === 'in' || !/[A-Z]|social/.test(words)) return null
    // "a post on X", "a video posted on Facebook": the platform is where the document stands.
    const last = found.at(-1)
    const between = last === undefined ? '' : view.doc.text.slice(last.hop.span[1], view.doc.tokens.start[i])
    if (last?.hop.kind === 'document' && /^ ?(?:(?:posted|shared|published|uploaded|released) ?)?$/.test(between)) {
      found.pop()
      const span = [last.hop.span[0], spanOf(view, short)[1]] as const
      return {
        hop: { name: view.doc.text.slice(...span).replace(/\s+/g, ' '), span, kind: 'document' },
        rank: RANK.document,
      }
    }
  }
  return { hop: hopOf(view, short, 'document'), rank: RANK.document }
}

/** Without "to Example Wire", "in May": up to the first preposition but "of". */
function headPhrase(view: View, [first, end]: Range): Range {
  for (let i = first + 1; i < end; i++)
    if (/^(?:to|in|on|at|with|for|and|from|about|after|before|during|by)$/.test(view.lower[i]!)) return [first, i]
  return [first, end]
}

/** "told Example", "told Example and Other": outlets only; other addressees are no hops. */
function addressedHops(finder: Finder, { addressee }: Draft): RankedHop[] {
  if (addressee === null) return []
  const { view } = finder
  return parts(view, addressee).flatMap(range => {
    const hop = outletHop(view, finder.outlets, range) ?? interviewer(finder, range)
    return hop === null ? [] : [{ hop, rank: RANK.told, at: range[0] }]
  })
}

/** The phrases that "and" joins. */
export function parts(view: View, [first, end]: Range): Range[] {
  for (let i = first + 1; i < end - 1; i++)
    if (view.lower[i] === 'and' && /^(?:PROPN|DET)$/.test(view.tags[i + 1]!))
      return [[first, i], ...parts(view, [i + 1, end])]
  return [[first, end]]
}

function interviewer({ view, outlets }: Finder, whole: Range): RankedHop['hop'] | null {
  const range = withoutTail(view, whole)
  const named = outlets.find(outlet => outlet.first >= range[0] && outlet.first < range[1])
  return named !== undefined && interviewed(view, range)
    ? { name: named.name, span: spanOf(view, range), kind: named.kind }
    : null
}

/** "in an interview that Example published on Sunday". */
function publishers(finder: Finder, open: OpenWords): RankedHop[] {
  const { view } = finder
  const [start, limit] = open.range
  const found: RankedHop[] = []
  for (let i = start + 1; i < limit; i++) {
    if (
      view.tags[i] !== 'VERB' ||
      !open.is(i) ||
      !/^(?:publish|air|broadcast|carry|obtain|release|run|print)$/.test(view.lemmas[i]!)
    )
      continue
    let at = i
    while (at > start && open.is(at - 1) && !/^(?:that|which|,)$/.test(view.lower[at - 1]!)) at--
    if (at === i || !/^(?:that|which)$/.test(view.lower[at - 1] ?? '')) continue
    const hop = outletHop(view, finder.outlets, [at, i])
    if (hop !== null) found.push({ hop, rank: RANK.carried, at })
  }
  return found
}
