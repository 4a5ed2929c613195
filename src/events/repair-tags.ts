import { type Doc, UPOS } from '../model/doc.ts'
import { isActorNoun } from './actor-nouns.ts'
import { formOf, uposOf } from './doc-cursor.ts'
import type { Frames } from './frame.ts'

const VERB = UPOS.indexOf('VERB')
const NOUN = UPOS.indexOf('NOUN')
const AUX = UPOS.indexOf('AUX')

/** Past forms without -ed of verbs that the frames start from. */
const IRREGULAR: Readonly<Record<string, string>> = {
  shot: 'shoot',
  struck: 'strike',
  forgave: 'forgive',
  met: 'meet',
  held: 'hold',
  sent: 'send',
  withdrew: 'withdraw',
  fought: 'fight',
  broke: 'break',
  gave: 'give',
  took: 'take',
  left: 'leave',
  sank: 'sink',
  hit: 'hit',
  beat: 'beat',
  cut: 'cut',
  sold: 'sell',
  bought: 'buy',
  flew: 'fly',
  put: 'put',
  swore: 'swear',
  slew: 'slay',
  spoke: 'speak',
  sought: 'seek',
  stood: 'stand',
}

const AFTER_VERB: ReadonlySet<string> = new Set(['DET', 'NUM', 'PROPN', 'PRON', 'ADP', 'SCONJ'])

/**
 * A Doc with the tagger's mistakes mended where the frames' own words show them: "police shot two protesters" with a
 * noun for a verb, "conducted exercises" with a verb for a noun, "staged" from "stag". wink-nlp tags 86 to 90 % of words
 * right (READER.md), and most of what it gets wrong are the verbs of short sentences. Everything else is as it was.
 */
export function repairTags(doc: Doc, frames: Frames): Doc {
  const upos = doc.tokens.upos.slice()
  const lemma = [...doc.tokens.lemma]
  for (let k = 0; k < doc.tokens.length; k++) {
    const tag = uposOf(doc, k)
    const form = formOf(doc, k).toLowerCase()
    if (tag === 'VERB') {
      if (isNounAfterVerb(doc, k, frames, upos)) upos[k] = NOUN
      else lemma[k] = baseOf(form, (lemma[k] ?? '').toLowerCase(), frames)
      if (upos[k] === NOUN) lemma[k] = form.replace(/s$/, '')
    } else if (tag === 'ADJ' && isHeadAdjective(doc, k, form)) upos[k] = NOUN
    else if (
      (tag === 'NOUN' || tag === 'ADJ') &&
      (isVerbAsNoun(doc, k, form, frames) || isStriking(doc, k, form, frames))
    ) {
      upos[k] = VERB
      lemma[k] = IRREGULAR[form] ?? baseOf(form, form.replace(/s$/, ''), frames)
    }
  }
  return { ...doc, tokens: { ...doc.tokens, upos, lemma } }
}

/** The frame's verb that a form comes from, where the tagger's lemma is none: "staged" is "stage", not "stag". */
function baseOf(form: string, lemma: string, frames: Frames): string {
  if (frames.verbs.has(lemma)) return lemma
  if (IRREGULAR[form] && frames.verbs.has(IRREGULAR[form])) return IRREGULAR[form]
  const stems = form.endsWith('ed')
    ? [form.slice(0, -1), form.slice(0, -2), form.slice(0, -3)]
    : form.endsWith('ing')
      ? [form.slice(0, -3), `${form.slice(0, -3)}e`, form.slice(0, -4)]
      : form.endsWith('s')
        ? [form.slice(0, -1), form.slice(0, -2)]
        : []
  return stems.find(stem => stem.length > 1 && frames.verbs.has(stem)) ?? lemma
}

/** A past or third-person form of a frame's verb between a noun and what looks like its object. */
function isVerbAsNoun(doc: Doc, k: number, form: string, frames: Frames): boolean {
  if (k === 0 || k + 1 >= doc.tokens.length) return false
  const before = uposOf(doc, k - 1)
  if (before !== 'NOUN' && before !== 'PROPN') return false
  const after = uposOf(doc, k + 1)
  // "Rutte plans to focus"
  if (after === 'PART' && before === 'PROPN' && /^(?:plans|aims|hopes|vows|pledges|needs|claims)$/.test(form))
    return true
  const past = (form.endsWith('ed') && form.length > 4) || IRREGULAR[form] !== undefined
  const base = IRREGULAR[form] ?? baseOf(form, '', frames)
  if (base === '' || !frames.verbs.has(base)) return false
  if (past) return AFTER_VERB.has(after) && !(before === 'PROPN' && after === 'PROPN' && form !== formOf(doc, k))
  // "Norway shares intelligence": only after a name, and not before another noun's verb
  return (
    form.endsWith('s') &&
    before === 'PROPN' &&
    uposOf(doc, k) === 'NOUN' &&
    (after === 'NOUN' || after === 'PROPN' || after === 'ADP' || after === 'DET') &&
    !hasVerbSoon(doc, k + 1)
  )
}

/** "Nurses are striking over pay": an adjective in -ing after "be" and before a preposition. */
function isStriking(doc: Doc, k: number, form: string, frames: Frames): boolean {
  return (
    form.endsWith('ing') &&
    k > 0 &&
    uposOf(doc, k - 1) === 'AUX' &&
    uposOf(doc, k + 1) === 'ADP' &&
    frames.verbs.has(baseOf(form, '', frames))
  )
}

function hasVerbSoon(doc: Doc, from: number): boolean {
  for (let k = from; k < Math.min(doc.tokens.length, from + 8); k++) {
    const tag = uposOf(doc, k)
    if (tag === 'VERB' || tag === 'AUX') return true
    if (tag === 'PUNCT') return false
  }
  return false
}

/** "The Samplian military gave", "its offensive against": an adjective that no noun follows and that can head an actor. */
function isHeadAdjective(doc: Doc, k: number, form: string): boolean {
  if (k === 0 || !isActorNoun(form)) return false
  const before = uposOf(doc, k - 1)
  const after = uposOf(doc, k + 1)
  return (
    (before === 'PROPN' || before === 'ADJ' || before === 'DET') &&
    after !== 'NOUN' &&
    after !== 'PROPN' &&
    after !== 'ADJ' &&
    formOf(doc, k + 1) !== '-'
  )
}

/** "Conducted exercises": a verb form in -s right after a verb is the noun. */
function isNounAfterVerb(doc: Doc, k: number, frames: Frames, upos: Uint8Array): boolean {
  const form = formOf(doc, k).toLowerCase()
  // "shelling by the army"
  if (form.endsWith('ing') && frames.nouns.has(form))
    return /^(?:of|by)$/.test(formOf(doc, k + 1)) && (k === 0 || upos[k - 1] !== AUX)
  if (k === 0 || !form.endsWith('s') || !frames.nouns.has(form.slice(0, -1))) return false
  return upos[k - 1] === VERB || uposOf(doc, k - 1) === 'ADJ'
}
