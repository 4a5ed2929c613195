import type { Doc } from '../../model/doc.ts'
import type { PloverType } from '../../model/reading.ts'
import { lemmaOf } from '../doc-cursor.ts'
import type { Frames } from '../frame.ts'

const words = new WeakMap<Frames, ReadonlyMap<string, 'CONCEDE' | 'RETREAT'>>()

/**
 * Which of the two types that yield: political demands met (CONCEDE), or forces, people and embargoes taken back
 * (RETREAT). PLV, which the types are learned from, has them as one; the frames' words tell them apart.
 */
export function yieldType(
  doc: Doc,
  first: number,
  end: number,
  events: readonly { readonly type: PloverType }[],
  frames: Frames,
): PloverType {
  const told = events.find(({ type }) => type === 'CONCEDE' || type === 'RETREAT')
  if (told !== undefined) return told.type
  const known = wordsOf(frames)
  let retreat = 0
  for (let k = first; k < end; k++) {
    const type = known.get(lemmaOf(doc, k))
    if (type !== undefined) retreat += type === 'RETREAT' ? 1 : -1
  }
  return retreat >= 0 ? 'RETREAT' : 'CONCEDE'
}

/** Triggers and objects of the frames of one of the two types and not of the other. */
function wordsOf(frames: Frames): ReadonlyMap<string, 'CONCEDE' | 'RETREAT'> {
  const known = words.get(frames)
  if (known) return known
  const out = new Map<string, 'CONCEDE' | 'RETREAT' | null>()
  for (const [lemma, list] of [...frames.verbs, ...frames.nouns])
    for (const { type, objects } of list)
      if (type === 'CONCEDE' || type === 'RETREAT')
        for (const word of [...(objects.size === 0 ? [lemma] : []), ...objects])
          out.set(word, (out.get(word) ?? type) === type ? type : null)
  const sure = new Map([...out].flatMap(([word, type]) => (type === null ? [] : [[word, type] as const])))
  words.set(frames, sure)
  return sure
}
