import { type Range, spanOf, type View } from './view.ts'

/**
 * A key of who a source is: the chain of reference that a name or pronoun in it is in, else its words. Two sources with
 * one key are one speaker; null for no source.
 */
export function speakersOf(view: View): (source: Range | null) => string | null {
  const chains = new Map<number, number>()
  view.doc.chains.forEach((chain, c) => {
    for (const [start] of chain) chains.set(start, c)
  })
  return source => {
    if (source === null) return null
    const [start, end] = spanOf(view, source)
    for (let i = source[0]; i < source[1]; i++) {
      if (view.tags[i] !== 'PROPN' && view.tags[i] !== 'PRON') continue
      const chain = chains.get(view.personAt[i]!)
      if (chain !== undefined) return `chain ${chain}`
    }
    const chain = chains.get(start)
    return chain === undefined ? view.doc.text.slice(start, end).toLowerCase() : `chain ${chain}`
  }
}
