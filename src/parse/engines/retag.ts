import { UPOS } from '../../model/doc.ts'

const code = (tag: string): number => UPOS.indexOf(tag)
const ADJ = code('ADJ')
const ADP = code('ADP')
const ADV = code('ADV')
const AUX = code('AUX')
const DET = code('DET')
const NOUN = code('NOUN')
const NUM = code('NUM')
const PART = code('PART')
const PRON = code('PRON')
const PROPN = code('PROPN')
const PUNCT = code('PUNCT')
const SCONJ = code('SCONJ')
const SYM = code('SYM')
const VERB = code('VERB')

const BE = /^(?:am|is|are|was|were|be|been|being|'s|’s|'re|’re|'m|’m)$/i
const HAVE = /^(?:have|has|had|having|'ve|’ve)$/i
const DO = /^(?:do|does|did)$/i
const POSSESSIVE = /^(?:my|your|his|her|its|our|their|whose)$/i
const VERBAL = /^(?:plans|hopes|vows|aims|promises|pledges|claims|fears|wants|seeks|says|reports|demands|offers)$/i
const SUBORDINATE = /^(?:if|because|although|though|while|whether|since|unless|until|whereas|once)$/i

/**
 * Brings the engine's tags nearer to UD's where its scheme is another: copulas and auxiliaries, possessive pronouns,
 * the infinitive's "to", subordinators, symbols. In place. Measured on EWT and GUM dev by scratch/parse/parse.mjs.
 */
export function retag(forms: readonly string[], firstToken: readonly number[], upos: Uint8Array): void {
  for (let s = 0; s + 1 < firstToken.length; s++) {
    const first = firstToken[s]!
    const end = firstToken[s + 1]!
    for (let i = first; i < end; i++) upos[i] = retagOne(forms, first, end, i, upos)
  }
}

function retagOne(forms: readonly string[], first: number, end: number, i: number, upos: Uint8Array): number {
  const form = forms[i]!
  const tag = upos[i]!
  const next = i + 1 < end ? upos[i + 1]! : PUNCT
  if (POSSESSIVE.test(form)) return PRON
  if (/^['’]s$/i.test(form)) return possessiveOrVerb(forms, first, i, upos, next)
  if (BE.test(form)) return AUX
  if (HAVE.test(form) || DO.test(form)) return followedByVerb(forms, i, end, upos) ? AUX : VERB
  if (/^to$/i.test(form))
    return next === VERB || next === AUX ? PART : next === ADV && upos[i + 2] === VERB ? PART : ADP
  // "…, which fears that": a word in -s between a relative and a complement is a verb.
  if (
    tag === NOUN &&
    /s$/.test(form) &&
    i > first &&
    /^(?:which|who)$/i.test(forms[i - 1]!) &&
    (next === DET || next === PRON || next === SCONJ || /^that$/i.test(forms[i + 1] ?? ''))
  )
    return VERB
  // "Example plans to …", "Example hopes that …".
  if (
    tag === NOUN &&
    VERBAL.test(form) &&
    i > first &&
    (upos[i - 1] === PROPN || /^(?:he|she|it|who)$/i.test(forms[i - 1]!)) &&
    /^(?:to|that)$/i.test(forms[i + 1] ?? '')
  )
    return VERB
  if (SUBORDINATE.test(form) && tag !== NOUN) return SCONJ
  if (/^that$/i.test(form)) return thatTag(upos, i, end, first, tag)
  if (/^[–—-]$|^-{2,}$/.test(form)) return PUNCT
  if (/^[$€£¥%+=<>°]$/.test(form)) return SYM
  if (/^\d[\d.,]*$/.test(form)) return NUM
  return tag
}

function possessiveOrVerb(forms: readonly string[], first: number, i: number, upos: Uint8Array, next: number): number {
  if (i === first) return PART
  if (/^(?:it|he|she|that|there|here|what|who|where|how|let)$/i.test(forms[i - 1]!))
    return /^let$/i.test(forms[i - 1]!) ? PRON : AUX
  return next === VERB && upos[i - 1] === PRON ? AUX : PART
}

function followedByVerb(forms: readonly string[], i: number, end: number, upos: Uint8Array): boolean {
  for (let k = i + 1; k < Math.min(end, i + 5); k++) {
    const tag = upos[k]!
    if (tag === VERB || tag === AUX) return true
    if (tag !== ADV && tag !== PART && tag !== PRON && !/^(?:n't|n’t|not)$/i.test(forms[k]!)) return false
  }
  return false
}

function thatTag(upos: Uint8Array, i: number, end: number, first: number, tag: number): number {
  const before = i > first ? upos[i - 1]! : PUNCT
  const next = i + 1 < end ? upos[i + 1]! : PUNCT
  if (before === VERB || before === ADJ)
    return next === PUNCT || next === AUX ? PRON : next === NOUN && tag === DET ? DET : SCONJ
  if ((before === NOUN || before === PROPN) && (next === VERB || next === AUX)) return PRON
  return tag === ADP ? SCONJ : tag
}
