import type { Doc } from '../../model/doc.ts'
import type { Span } from '../../model/span.ts'
import { formOf, lemmaOf, tokenAt, uposOf } from '../doc-cursor.ts'
import { entsIn, headOf } from '../sides/candidates.ts'

/** What a side of an event is known by inside one article. */
export interface Referent {
  /** Chain of coreference that its head word belongs to; -1 when none. */
  readonly chain: number
  /** Its head word; null for a pronoun. */
  readonly head: string | null
  /** Words of the name that the head word belongs to; none where it belongs to no name. */
  readonly name: ReadonlySet<string>
  /** Words of names in it, lower case, and those of nationality. */
  readonly names: ReadonlySet<string>
  readonly nations: ReadonlySet<string>
}

/** Chains by the head words of their mentions. Linear. */
export function chainsByHead(doc: Doc): ReadonlyMap<number, number> {
  const out = new Map<number, number>()
  doc.chains.forEach((chain, index) => {
    for (const span of chain) out.set(headOfSpan(doc, span), index)
  })
  return out
}

/** The word of a span that the others hang on. */
export function headOfSpan(doc: Doc, span: Span): number {
  const first = tokenAt(doc, span[0])
  return headOf(doc, first, Math.max(first + 1, tokenAt(doc, span[1] - 1) + 1))
}

export function referentOf(doc: Doc, chains: ReadonlyMap<number, number>, span: Span): Referent {
  const head = headOfSpan(doc, span)
  const pronoun = uposOf(doc, head) === 'PRON'
  const names = new Set<string>()
  const nations = new Set<string>()
  const name = new Set<string>()
  for (const { kind, tokens } of entsIn(doc, tokenAt(doc, span[0]), tokenAt(doc, span[1] - 1) + 1)) {
    if (kind === 'time' || kind === 'amount' || kind === 'pronoun') continue
    for (let k = tokens[0]; k < tokens[1]; k++) {
      if (uposOf(doc, k) !== 'PROPN' && kind !== 'nationality') continue
      const word = formOf(doc, k).toLowerCase()
      names.add(word)
      if (kind === 'nationality') nations.add(word)
      if (tokens[0] <= head && head < tokens[1] && kind !== 'role') name.add(word)
    }
  }
  return { chain: chains.get(head) ?? -1, head: pronoun ? null : lemmaOf(doc, head), name, names, nations }
}

/**
 * Whether two sides are one: the same chain; or one is a name that the other has, as its own or beside a head word that
 * names nobody ("Mockland", "the army of Mockland"); or the same head word with a common name, or without any ("the rebels").
 */
export function isSame(a: Referent, b: Referent): boolean {
  const chained = a.chain >= 0 && a.chain === b.chain
  // two names of one chain may still be two states
  if (a.name.size > 0 && b.name.size > 0)
    return share(a.name, b.name, a, b) || (chained && (isShort(a.name, b.name) || isShort(b.name, a.name)))
  if (chained) return true
  if (a.head === null || b.head === null) return false
  if (a.name.size > 0) return share(a.name, b.names, a, b)
  if (b.name.size > 0) return share(a.names, b.name, a, b)
  if (a.head !== b.head) return false
  return (a.names.size === 0 && b.names.size === 0) || share(a.names, b.names, a, b)
}

/** "EU" and "European Union", "U.S." and "United States". */
function isShort(short: ReadonlySet<string>, long: ReadonlySet<string>): boolean {
  const initials = [...long].map(word => word[0]).join('')
  return long.size > 1 && [...short].some(word => word.replaceAll('.', '') === initials)
}

function share(ones: ReadonlySet<string>, others: ReadonlySet<string>, a: Referent, b: Referent): boolean {
  for (const one of ones)
    for (const other of others)
      if (one === other || (a.nations.has(one) !== b.nations.has(other) && isNationOf(one, other))) return true
  return false
}

/** "Chinese" and "China", "Philippine" and "Philippines": all but the last three letters are the same. */
function isNationOf(a: string, b: string): boolean {
  let common = 0
  while (common < a.length && a[common] === b[common]) common++
  return common >= 4 && Math.max(a.length, b.length) - common <= 3
}

/** Whether some member of one side is a member of the other. */
export function meet(a: readonly Referent[], b: readonly Referent[]): boolean {
  return a.some(one => b.some(other => isSame(one, other)))
}
