import { type Draft, nameOver, tagOf } from './name-draft.ts'

/** Longest phrase on either side of its head, in words: bounds the work for each word. */
const REACH = 12
// Climbing further than this from a word inside a phrase means a broken tree.
const DEPTH = 8

const BEFORE = /^(?:det|amod|compound|nummod|nmod:poss|nmod:desc|nmod:unmarked|nmod|flat|goeswith)(?:$|:)/
const NEVER =
  /^(?:acl|advcl|ccomp|xcomp|csubj|appos|parataxis|list|dislocated|vocative|discourse|nsubj|cop|aux|root)(?:$|:)/

/** First word of the noun phrase headed by word `i`: its determiner or first modifier, names and owners included. */
export function phraseStart(draft: Draft, i: number): number {
  const floor = Math.max(draft.doc.firstToken[draft.sentenceOf[i]!]!, i - REACH)
  const bearer = bearerOf(draft, i)
  let at = i
  while (at > floor && isBefore(draft, at - 1, i, bearer)) at--
  // Half a name is no part of a phrase: its first word comes along.
  return Math.min(at, nameOver(draft, at)?.first ?? at)
}

/** The word of a name right behind that a title hangs from ("the minister" in "the minister Ana Example"); else -1. */
export function bearerOf({ doc, forms, nameAt }: Draft, i: number): number {
  const head = doc.tokens.head[i]!
  if (head <= i || head - i > REACH) return -1
  let next = i + 1
  while (next < head && nameAt[next] === -1 && (/^[,“"‘']$/.test(forms[next]!) || tagOf(doc, next) === 'PROPN')) next++
  return nameAt[head] !== -1 && nameAt[next] === nameAt[head] ? head : -1
}

function isBefore(draft: Draft, word: number, head: number, bearer: number): boolean {
  const { tokens } = draft.doc
  let at = word
  for (let step = 0; step < DEPTH; step++) {
    const relation = tokens.deprel[at]!
    const up = tokens.head[at]!
    if (up === head || up === bearer) {
      if (relation === 'punct') return joins(draft, at)
      return BEFORE.test(relation)
    }
    if (up < 0 || NEVER.test(relation) || (relation === 'punct' && !joins(draft, at))) return false
    at = up
  }
  return false
}

/** A hyphen or slash that touches both its words, or an abbreviation's stop. */
function joins({ doc: { tokens }, forms }: Draft, i: number): boolean {
  return /^[-–/.]$/.test(forms[i]!) && i > 0 && tokens.end[i - 1] === tokens.start[i]
}

/** The word after the noun phrase headed by word `i` with what completes it: "of Samplia", "for foreign affairs". */
export function phraseEnd(draft: Draft, i: number, prepositions: RegExp = /^(?:of|for)$/): number {
  const { forms, doc } = draft
  const { head, deprel } = doc.tokens
  const limit = Math.min(doc.firstToken[draft.sentenceOf[i]! + 1]!, i + REACH)
  let end = i + 1
  while (end < limit && isTail(draft, end, i)) end++
  for (;;) {
    if (end >= limit || !prepositions.test(forms[end]!.toLowerCase()) || deprel[end] !== 'case') return end
    const noun = head[end]!
    if (noun <= end || noun >= limit || head[noun] !== i || !deprel[noun]!.startsWith('nmod')) return end
    end = complementEnd(draft, noun, end, limit)
  }
}

/** Words behind the head that belong to the title itself: "Secretary-General", "minister-designate". */
function isTail({ doc, forms, nameAt }: Draft, at: number, i: number): boolean {
  const { head, deprel, start, end } = doc.tokens
  if (nameAt[at] !== -1) return false
  if (/^[-–]$/.test(forms[at]!)) return end[at - 1] === start[at] && end[at] === start[at + 1] && nameAt[at + 1] === -1
  return head[at] === i && /^(?:flat|compound|goeswith|amod)$/.test(deprel[at]!)
}

/** Runs over the words of the complement that hang from its noun, clauses and appositions left out. */
function complementEnd(draft: Draft, noun: number, from: number, limit: number): number {
  let at = from + 1
  while (at < limit && (at <= noun || isAfter(draft, at, noun))) at++
  const end = Math.max(nameOver(draft, at - 1)?.end ?? at, at)
  return Math.min(end, limit)
}

function isAfter(draft: Draft, word: number, noun: number): boolean {
  const { head, deprel } = draft.doc.tokens
  let at = word
  for (let step = 0; step < DEPTH; step++) {
    const relation = deprel[at]!
    if (NEVER.test(relation) || (relation === 'punct' && !joins(draft, at))) return false
    const up = head[at]!
    if (up === noun) return /^(?:flat|compound|goeswith|nmod|conj|case|punct|amod)(?:$|:)/.test(relation)
    if (up < 0) return false
    at = up
  }
  return false
}
