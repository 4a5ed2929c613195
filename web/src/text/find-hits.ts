import type { Span } from '../../../src/model/span.ts'

/** Hits drawn in one text at most: beyond it marks say nothing. */
const MOST = 500

/**
 * Where the words of a search stand in a text, as whole-word beginnings: `drill` finds `drills`, not `mandrill`. Words in
 * quotation marks are one phrase. Disjoint, in order.
 */
export function findHits(text: string, q: string): readonly Span[] {
  const terms = [...q.matchAll(/"([^"]+)"|[^\s"]+/g)]
    .map(match => (match[1] ?? match[0]).trim())
    .filter(term => /[\p{L}\p{N}]/u.test(term) && !/^(?:or|-.*)$/i.test(term))
  if (terms.length === 0) return []
  const escaped = terms.map(term => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})[\\p{L}\\p{N}]*`, 'giu')
  const hits: Span[] = []
  for (const match of text.matchAll(pattern)) {
    hits.push([match.index, match.index + match[0].length])
    if (hits.length === MOST) break
  }
  return hits
}
