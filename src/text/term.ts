import { hash32 } from './hash.ts'

/**
 * 32-bit hash of a term in a `TermVector`: even for a word, odd for two neighbouring words joined by one space. The form
 * is lower case and without marks, as `screen/term-vector.ts` makes it.
 */
export function hashOfTerm(term: string): number {
  const hash = hash32(term)
  return term.includes(' ') ? (hash | 1) >>> 0 : (hash & ~1) >>> 0
}
