import type { Hop } from '../../model/reading.ts'

/** How near to the speaker each sort of hop stands; hops of one rank go in order of text. */
export const RANK = {
  /** The speaker himself where he is nobody: a source unnamed, a document. */
  speaker: 0,
  /** Who speaks for him: a lawyer, an interpreter. */
  voice: 1,
  /** What he wrote or recorded, and who came by it. */
  document: 2,
  /** Whom he told it, where he said it on the air, where he published it. */
  told: 3,
  /** Who carried, translated or published that. */
  carried: 4,
  /** Whom an outlet cites. */
  cited: 5,
  /** The outlet that reports it. */
  outlet: 6,
  /** Who relays the report. */
  relay: 7,
} as const

/** A hop with its place in the chain. */
export interface RankedHop {
  readonly hop: Hop
  readonly rank: number
  readonly at: number
}

/** Hops in order, each name once; the first of two with one name stays. */
export function inOrder(hops: readonly RankedHop[]): RankedHop[] {
  const sorted = [...hops].sort((a, b) => a.rank - b.rank || a.at - b.at)
  const seen = new Set<string>()
  return sorted.filter(({ hop }) => {
    const key = hop.name.toLowerCase().replace(/^the /, '')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
