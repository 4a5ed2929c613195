import { MAX_ATOMS } from './tokens/atoms.ts'
import { startRun } from './tokens/cut-features.ts'
import { CUT_WEIGHTS } from './tokens/cut-weights.ts'
import { type CutWeights, decideCuts, JOIN, readWeights, SPLIT } from './tokens/decide-cuts.ts'
import { eachRun } from './tokens/each-run.ts'

/** Words of a text as Universal Dependencies splits them, before anything is known about them. */
export interface Words {
  readonly start: readonly number[]
  readonly end: readonly number[]
  /** [first, end) word ranges of tokens that are written as one and read as several ("don't", "Rutte's"). */
  readonly multiword: readonly (readonly [number, number])[]
}

const lists: Int32Array = new Int32Array(MAX_ATOMS)
const decisions: Uint8Array = new Uint8Array(MAX_ATOMS)
let weights: CutWeights | undefined

/**
 * Splits `text` up to `limit` into words with exact offsets, in linear time on any input. White space (Unicode's) is in
 * no word; every other character is in exactly one.
 */
export function tokenise(text: string, limit: number = text.length): Words {
  const start: number[] = []
  const end: number[] = []
  const multiword: (readonly [number, number])[] = []
  weights ??= readWeights(CUT_WEIGHTS)
  const table = weights
  eachRun(text, limit, (around, atoms) => {
    if (atoms.count > 1) decideCuts(startRun(atoms, around, lists), table, decisions)
    let first = start.length
    start.push(atoms.start[0]!)
    for (let i = 1; i < atoms.count; i++) {
      const decision = decisions[i]!
      if (decision === JOIN) continue
      end.push(atoms.end[i - 1]!)
      if (decision !== SPLIT) {
        if (start.length - first > 1) multiword.push([first, start.length])
        first = start.length
      }
      start.push(atoms.start[i]!)
    }
    end.push(atoms.end[atoms.count - 1]!)
    if (start.length - first > 1) multiword.push([first, start.length])
  })
  return { start, end, multiword }
}
