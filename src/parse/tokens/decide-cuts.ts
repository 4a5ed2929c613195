import { cutFeatures, FEATURE_BITS, FEATURES, noteCut, type Run } from './cut-features.ts'

/** No cut: both atoms are of one word. */
export const JOIN = 0
/** A cut between two tokens. */
export const CUT = 1
/** A cut between two words of one token. */
export const SPLIT = 2

/** Weights of a linear model: for feature f, those of the three decisions from 3f on. */
export type CutWeights = Int8Array

const features = new Int32Array(FEATURES)

/** Decides for each place between two atoms of a run, into `decisions` (entry i: the place before atom i). */
export function decideCuts(run: Run, weights: CutWeights, decisions: Uint8Array): void {
  for (let i = 1; i < run.atoms.count; i++) {
    cutFeatures(run, i, features)
    const decision = best(weights)
    decisions[i] = decision
    noteCut(run, i, decision)
  }
}

function best(table: CutWeights): number {
  let join = 0
  let cut = 0
  let split = 0
  for (let f = 0; f < FEATURES; f++) {
    const at = features[f]! * 3
    join += table[at]!
    cut += table[at + 1]!
    split += table[at + 2]!
  }
  return join > cut ? (join > split ? JOIN : SPLIT) : split > cut ? SPLIT : CUT
}

/** Reads weights as training writes them: base64 of one signed byte for each feature and decision. */
export function readWeights(base64: string): CutWeights {
  const bytes = Buffer.from(base64, 'base64')
  const table = new Int8Array(3 << FEATURE_BITS)
  table.set(bytes.subarray(0, table.length))
  return table
}
