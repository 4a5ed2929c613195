import type { Doc } from '../model/doc.ts'
import { argumentsAfter, nounPhraseAt, subjectOf } from './clause/arguments.ts'
import type { Clauses, NounPhrase } from './clause/phrase.ts'
import { lemmaOf, nounKeys, nounLemma } from './doc-cursor.ts'
import { fillSlots } from './fill-slots.ts'
import type { Frame, Frames } from './frame.ts'
import type { ToldEvent } from './told-event.ts'
import { controlTest } from './verb-events.ts'

/** Verbs that lend their subject to the event in their object: "began a tour", "announced sanctions". */
export const SUPPORT: ReadonlySet<string> = new Set(
  'hold have conduct launch carry make stage start begin open continue resume end announce pay undertake host attend join deliver provide lead mount step intensify complete conclude finish plan cancel postpone propose suspend halt schedule arrange hail launch wage reach sign seek take give issue express demand impose go embark set prepare'.split(
    ' ',
  ),
)

/** Types whose recipient may be a thing: "rejection of the plan". */
export const TAKES_THINGS: ReadonlySet<string> = new Set(['REJECT', 'ACCUSE', 'SUPPORT', 'COERCE'])

/** Events that the nouns of a sentence tell, save those in `used`, which a verb has told already. */
export function nounEvents(doc: Doc, clauses: Clauses, frames: Frames, used: ReadonlySet<number>): ToldEvent[] {
  const out: ToldEvent[] = []
  clauses.phrases.forEach((phrase, index) => {
    if (phrase.kind !== 'np' || phrase.time || used.has(index)) return
    const { head } = phrase
    for (const frame of framesOf(doc, head, frames) ?? []) {
      const event = readFrame(doc, clauses, index, phrase, head, frame)
      if (!event) continue
      out.push(event)
      break
    }
  })
  return out
}

/** "…, marking his first visit": the noun says again what the clause before has told. */
function repeatsEarlier(doc: Doc, clauses: Clauses, index: number): boolean {
  const group = clauses.phrases[index - 1]
  return group?.kind === 'vg' && group.gerund && /^(?:mark|make|represent|constitute)$/.test(lemmaOf(doc, group.head))
}

function framesOf(doc: Doc, head: number, frames: Frames): readonly Frame[] {
  for (const key of nounKeys(doc, head)) {
    const found = frames.nouns.get(key)
    if (found) return found
  }
  return []
}

function readFrame(
  doc: Doc,
  clauses: Clauses,
  index: number,
  np: NounPhrase,
  head: number,
  frame: Frame,
): ToldEvent | null {
  const first = head - frame.before.length
  if (first < np.first) return null
  for (let k = 0; k < frame.before.length; k++) if (nounLemma(doc, first + k) !== frame.before[k]) return null
  if (repeatsEarlier(doc, clauses, index)) return null
  const slots = argumentsAfter(clauses, index + 1, null, false)
  const support = supportOf(doc, clauses, index)
  slots.set('poss', [index])
  slots.set('comp', [index])
  if (support !== null) {
    const group = clauses.phrases[support]
    if (group?.kind === 'vg' && !group.passive) slots.set('subj', [...subjectOf(clauses, support, controlTest(doc))])
  }
  const filled = fillSlots(doc, clauses, frame, slots, TAKES_THINGS.has(frame.type))
  if (!filled) return null
  return {
    frame,
    trigger: [first, head + 1],
    ...filled,
    status: null,
    slots,
    phrase: index,
  }
}

/** The verb group that governs the noun, directly or through one preposition, when it is one that lends its subject. */
function supportOf(doc: Doc, clauses: Clauses, index: number): number | null {
  for (let k = index - 1; k >= 0 && k >= index - 3; k--) {
    const phrase = clauses.phrases[k]
    if (phrase?.kind === 'vg') return SUPPORT.has(lemmaOf(doc, phrase.head)) && nounPhraseAt(clauses, index) ? k : null
    if (phrase?.kind !== 'prep' && phrase?.kind !== 'conj' && phrase?.kind !== 'np') return null
    if (phrase.kind === 'np' && clauses.phrases[k + 1]?.kind !== 'conj') return null
  }
  return null
}
