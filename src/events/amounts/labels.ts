import { formOf, lemmaOf, tokenAt, uposOf } from '../doc-cursor.ts'
import type { Scene } from '../predicates/participants.ts'
import type { Counted } from './counted.ts'
import type { AmountPhrase } from './phrases.ts'

/** Nouns that a number behind them names, not counts: "Article 5", "Flight 447", "Room 12". */
const NAMED_BY_NUMBER =
  /(?:^|[^\p{L}])(?:articles?|resolutions?|flight|route|highway|chapter|sections?|pages?|pp?\.|numbers?|nos?\.?|no|room|platform|gates?|unit|lines?|phase|type|model|channel|level|version|group|class|stage|figure|table|point|clauses?|annex|appendix|paragraphs?|rule|law|bill|order|case|exhibit|item|lot|piers?|block|building|district|ward|zone|area|sector|apartment|suite|box|postcode|zip|sol|apollo|windows|mark|mk\.?|episode|season|game|round|set|week|day|year|volume|vol\.?|issue|part|act|scene|agenda|option|plan|tier|grade|category|division|magnitude|size|seed|ranked|#|§) ?$/iu
const AGE_BEFORE = /(?:\baged?|\bages|\bturn(?:s|ed)?|\bage of|\bat age) $/i
/** "He was 75.", "died in prison at 77". */
const AGE_OF = /(?:\b(?:he|she|who) (?:is|was)|\b(?:dies?|died|dead)\b[^.;]{0,40} at|, both) $/i
const AGE_AFTER = /^[- ]years?[- ]olds?|^-year-old|^ years of age/i
const PHONE = /\+\d|(?:phone|tel|telephone|call|fax|dial|hotline|desk at|mobile)\b[^.;]{0,12}$/i
const CONTACT = /^[ -]?\d|^-/

/** "7 Harbour Street". */
const ADDRESS =
  /^(?: (?:\p{Lu}[\p{L}'’.]+|\d+(?:st|nd|rd|th))){1,3} (?:Street|Road|Avenue|Lane|Square|Drive|Boulevard|Place|Way|Terrace|Row)(?!\p{L})/u

/** Kinds of entities whose numbers are part of a name: "Boeing 737", "Group of 7", "7 Harbour Street". */
const NAMES: ReadonlySet<string> = new Set(['person', 'organisation', 'bloc', 'place', 'facility', 'country'])

/**
 * Whether a number is no amount: part of a name, a label, an age, a year, a telephone number, a bare count word that says
 * nothing of what is counted.
 */
export function isLabel(
  scene: Scene,
  phrase: AmountPhrase,
  { head, below }: Counted,
  befell: boolean,
  thing: boolean,
): boolean {
  const { doc } = scene
  const [start, end] = phrase.number
  const { text } = doc
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 16)
  if (AGE_BEFORE.test(before) || AGE_AFTER.test(after)) return true
  if (phrase.digits && text[start] === '0' && text[start + 1] !== '.' && end - start > 1) return true
  if (phrase.unit !== null || phrase.kind === 'open') return false
  if (inName(scene, start) || ADDRESS.test(text.slice(end, end + 48))) return true
  if (isAdjective(scene, phrase)) return true
  if (head >= 0 && isSingular(scene, phrase, head, below, thing)) return true
  // "Resolution 1701 of the council": what hangs on the number does not make it one that counts
  if (head >= 0 && !(below && phrase.digits && !phrase.qualified && NAMED_BY_NUMBER.test(before))) return false
  if (/\b(?:Group|Gang|Quad|Big) of $/.test(before)) return true
  if (PHONE.test(text.slice(Math.max(0, start - 30), start)) || (CONTACT.test(after) && phrase.digits)) return true
  if (befell || phrase.why !== undefined || phrase.qualified) return false
  if (!phrase.digits) return wordAlone(scene, phrase)
  if (NAMED_BY_NUMBER.test(before) || /[\p{Lu}][\p{L}.]*[ -]$/u.test(before) || /[-/#:]$/.test(before)) return true
  if (/^(?:1[5-9]|20)\d\d$/.test(text.slice(start, end))) return true
  return isAge(text.slice(Math.max(0, start - 60), start), after, phrase.value ?? 0)
}

function inName(scene: Scene, offset: number): boolean {
  const { doc } = scene
  const token = tokenAt(doc, offset)
  const ent = doc.ents[scene.ent[token] ?? -1]
  if (ent === undefined || !NAMES.has(ent.kind)) return false
  // "12 Norwegian ships" that was taken for a name as a whole begins with its number; an address does too
  return ent.span[0] < offset || /\p{Lu}/u.test(doc.text.slice(offset, ent.span[1]))
}

/** "A one-sided fight", "a two-faced policy", "a two-time champion": the number is inside an adjective. */
function isAdjective(scene: Scene, phrase: AmountPhrase): boolean {
  const { doc } = scene
  const end = phrase.number[1]
  if (doc.text[end] !== '-' || phrase.why !== undefined) return false
  const token = tokenAt(doc, end + 1)
  return uposOf(doc, token) !== 'NOUN'
    ? !/^-strong\b/.test(doc.text.slice(end, end + 8))
    : /^times?$/i.test(formOf(doc, token))
}

/**
 * "The 76 station", "a 911 call", "the Firefox 2 browser": more than one of a thing takes a plural, so that such a number is
 * a name. A noun with a hyphen ("a 14-storey tower") and one whose plural is like it ("12 aircraft") are left alone.
 */
function isSingular(scene: Scene, phrase: AmountPhrase, head: number, below: boolean, thing: boolean): boolean {
  const { doc } = scene
  if (thing || below || phrase.qualified || phrase.value === 1 || (phrase.value !== null && phrase.value < 1))
    return false
  if (doc.text[phrase.number[1]] === '-') return false
  return (
    phrase.digits &&
    phrase.low !== null &&
    doc.tokens.xpos[head] === 'NN' &&
    lemmaOf(doc, head) === formOf(doc, head).toLowerCase()
  )
}

/** "Ana Example, 45, said": a number alone between commas behind a name. */
function isAge(before: string, after: string, value: number): boolean {
  if (value >= 120 || !/^(?:[,;.)\n]|$)/.test(after)) return false
  return /\p{L}, $/u.test(before) || AGE_OF.test(before)
}

/** "The two met", "one of them": said of what was told before. Larger numbers and sums are kept. */
function wordAlone(scene: Scene, phrase: AmountPhrase): boolean {
  const token = tokenAt(scene.doc, phrase.number[0])
  const small = phrase.value !== null && phrase.value <= 20
  return small || uposOf(scene.doc, token) === 'PRON' || /^(?:a|one)$/i.test(formOf(scene.doc, token))
}
