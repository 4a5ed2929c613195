import { type Doc, UPOS } from '../model/doc.ts'

/** Index of the first token that ends after `offset`; `tokens.length` when there is none. Logarithmic. */
export function tokenAt(doc: Doc, offset: number): number {
  let low = 0
  let high = doc.tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((doc.tokens.end[middle] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Universal POS tag of a token; `X` past the end. */
export function uposOf(doc: Doc, token: number): string {
  return UPOS[doc.tokens.upos[token] ?? 16] ?? 'X'
}

/** The token as it stands in the text. */
export function formOf(doc: Doc, token: number): string {
  return doc.text.slice(doc.tokens.start[token] ?? 0, doc.tokens.end[token] ?? 0)
}

/**
 * Lemma of a noun, lower case; the tagger leaves capitalised plurals as they are ("Authorities"), so their ending goes
 * here.
 */
export function nounLemma(doc: Doc, token: number): string {
  const lemma = lemmaOf(doc, token)
  if (uposOf(doc, token) !== 'PROPN' || lemma.length < 5 || !lemma.endsWith('s') || lemma.endsWith('ss')) return lemma
  if (lemma.endsWith('ies')) return `${lemma.slice(0, -3)}y`
  return /(?:ches|shes|xes|sses)$/.test(lemma) ? lemma.slice(0, -2) : lemma.slice(0, -1)
}

/** A noun's lemma with what a hyphen joins to it, the longer first: "build-up", "co-operation", then the bare lemma. */
export function nounKeys(doc: Doc, token: number): readonly string[] {
  const lemma = nounLemma(doc, token)
  const keys: string[] = []
  if (joined(doc, token + 1)) keys.push(`${lemma}-${formOf(doc, token + 2).toLowerCase()}`)
  if (token >= 2 && joined(doc, token - 1)) keys.push(`${formOf(doc, token - 2).toLowerCase()}-${lemma}`)
  return [...keys, lemma]
}

/** A hyphen without white space on either side. */
function joined(doc: Doc, hyphen: number): boolean {
  const { start, end } = doc.tokens
  return formOf(doc, hyphen) === '-' && end[hyphen - 1] === start[hyphen] && end[hyphen] === start[hyphen + 1]
}

/** Lemma, lower case. */
export function lemmaOf(doc: Doc, token: number): string {
  return (doc.tokens.lemma[token] ?? '').toLowerCase()
}
