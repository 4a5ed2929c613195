import { formOf } from '../doc-cursor.ts'
import { isInfinitive, modalOf } from '../predicates/own-status.ts'
import type { Scene } from '../predicates/participants.ts'
import { childBy, childrenBy, relationOf } from '../predicates/tree.ts'

/** How a clause stands in time by its own words. `open`: a participle, whose time is that of the clause above. */
export type Tense = 'past' | 'present' | 'perfect' | 'pluperfect' | 'ahead' | 'open'

/** Verbs joined to verbs that are looked through, at most. */
const DEEPEST = 8

/** The tense of a clause. Verbs joined to one with an auxiliary share it ("was seen and arrested"). */
export function tenseOf(scene: Scene, verb: number, depth: number = 0): Tense {
  const { doc, tree } = scene
  if (modalOf(scene, verb) !== null) return 'ahead'
  for (const aux of childrenBy(tree, verb, 'aux')) {
    const word = formOf(doc, aux).toLowerCase()
    if (/^(?:has|have|'ve|’ve)$/.test(word)) return 'perfect'
    if (word === 'had') return 'pluperfect'
  }
  const first = childBy(tree, verb, 'aux', 'cop')
  const tag = doc.tokens.xpos[first < 0 ? verb : first] ?? ''
  if (tag === 'VBD') return 'past'
  if (tag === 'VBZ' || tag === 'VBP') return 'present'
  const head = doc.tokens.head[verb] ?? -1
  if (relationOf(doc, verb) === 'conj' && head >= 0 && first < 0 && depth < DEEPEST && tag !== 'VBG')
    return tenseOf(scene, head, depth + 1)
  return isInfinitive(scene, verb) ? 'ahead' : 'open'
}
