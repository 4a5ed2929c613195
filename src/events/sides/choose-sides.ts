import type { SideLabel } from '../../model/doc.ts'
import { judge, type LinearModel } from '../learned/linear-model.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { type SideScene, sideFeatures } from './side-features.ts'

/** A side of the event that a sentence tells. */
export interface Side extends Candidate {
  readonly label: SideLabel
  /** Log-odds against its being no side. */
  readonly score: number
}

/** Added to each phrase's log-odds. Chosen on dev (docs/decisions/0009). */
const EAGER: Readonly<Record<SideLabel, number>> = { S: 0.5, T: 0.5, R: 0.5 }
/**
 * The same where no recipient is found: one left out costs the pair, a wrong end of one only its exact words, so a first
 * one is asked for more than a second.
 */
const FIRST: Readonly<Record<SideLabel, number>> = { ...EAGER, T: 2 }
/** Longer sentences are lists or damage. In words. */
const LONGEST = 250

/** The sides of events in a sentence: the set of phrases without overlap that the model thinks best, in order of text. */
export function chooseSides(scene: Omit<SideScene, 'sides'>, model: LinearModel): readonly Side[] {
  const { sides: tags } = scene.doc
  if (tags === null || scene.end - scene.first > LONGEST) return []
  const candidates = candidatesOf(scene.doc, scene.tree, scene.first, scene.end)
  const features = sideFeatures({ ...scene, sides: tags }, candidates)
  const scores = features.map(one => judge(model, one))
  const sides = bestSides(scene, candidates, scores, model.classes, EAGER)
  if (sides.length === 0 || sides.some(({ label }) => label !== 'S')) return sides
  return bestSides(scene, candidates, scores, model.classes, FIRST)
}

/** Weighted intervals: best score up to each word. */
export function bestSides(
  { first, end }: { readonly first: number; readonly end: number },
  candidates: readonly Candidate[],
  scores: readonly Float64Array[],
  classes: readonly string[],
  eager: Readonly<Record<SideLabel, number>> = EAGER,
): readonly Side[] {
  const byEnd: Side[][] = Array.from({ length: end - first + 1 }, () => [])
  const none = classes.indexOf('O')
  candidates.forEach((one, k) => {
    for (const label of ['S', 'T', 'R'] as const) {
      const score = scores[k]![classes.indexOf(label)]! - scores[k]![none]! + eager[label]
      if (score > 0) byEnd[one.end - first]!.push({ ...one, label, score })
    }
  })
  const best = new Float64Array(end - first + 1)
  const taken: (Side | null)[] = [null]
  for (let k = 1; k <= end - first; k++) {
    best[k] = best[k - 1]!
    taken.push(null)
    for (const side of byEnd[k]!) {
      const score = best[side.first - first]! + side.score
      if (score > best[k]!) {
        best[k] = score
        taken[k] = side
      }
    }
  }
  const out: Side[] = []
  for (let k = end - first; k > 0; ) {
    const side = taken[k]
    if (side) out.push(side)
    k = side ? side.first - first : k - 1
  }
  return out.reverse()
}
