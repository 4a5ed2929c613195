import type { Doc } from '../model/doc.ts'
import { QUANTITY } from './actor-nouns.ts'
import { argumentsAfter, type ControlTest, membersOf, nounPhraseAt, subjectOf } from './clause/arguments.ts'
import type { Clauses, NounPhrase, VerbGroup } from './clause/phrase.ts'
import { formOf, lemmaOf, nounKeys, uposOf } from './doc-cursor.ts'
import { fillSlots, mayTakeThings } from './fill-slots.ts'
import { actorIn, type Found } from './find-actor.ts'
import type { Frame, Frames } from './frame.ts'
import type { ToldEvent } from './told-event.ts'

/** Verbs whose object does what the infinitive after it says (object control). */
const CONTROL = new Set(
  'urge ask tell order press force allow persuade call want encourage help push invite get cause compel pressure lead let enable forbid accuse suspect'.split(
    ' ',
  ),
)

export function controlTest(doc: Doc): ControlTest {
  return group => CONTROL.has(lemmaOf(doc, group.head)) && !group.passive
}

/** Types whose infinitive complement is part of what they say: "agreed to send" is one event, not two. */
export const TAKES_INFINITIVE: ReadonlySet<string> = new Set(['AGREE', 'REQUEST', 'REJECT', 'THREATEN'])

/** Events that the verbs of a sentence tell, in order; `used` receives the phrases whose nouns they have used up. */
export function verbEvents(doc: Doc, clauses: Clauses, frames: Frames, used: Set<number>): ToldEvent[] {
  const out: ToldEvent[] = []
  const told = new Map<number, Frame>()
  clauses.phrases.forEach((phrase, index) => {
    if (phrase.kind !== 'vg') return
    const candidates = frames.verbs.get(lemmaOf(doc, phrase.head))
    if (!candidates) return
    if (phrase.infinitive && belongsToGovernor(clauses, index, told)) return
    for (const frame of candidates) {
      const event = readFrame(doc, clauses, index, phrase, frame, used)
      if (!event) continue
      out.push(event)
      told.set(index, frame)
      break
    }
  })
  return out
}

function belongsToGovernor(clauses: Clauses, index: number, told: ReadonlyMap<number, Frame>): boolean {
  for (let k = index - 1; k >= 0 && k > index - 10; k--) {
    const phrase = clauses.phrases[k]
    if (phrase?.kind === 'vg') return TAKES_INFINITIVE.has(told.get(k)?.type ?? '')
    if (phrase?.kind === 'sub' || phrase?.kind === 'break') return false
  }
  return false
}

function readFrame(
  doc: Doc,
  clauses: Clauses,
  index: number,
  group: VerbGroup,
  frame: Frame,
  used: Set<number>,
): ToldEvent | null {
  const after = followingWords(doc, group, frame, clauses.end)
  if (after === null) return null
  const next = phraseFrom(clauses, after.end)
  const slots = argumentsAfter(clauses, next, after.open, after.open === null)
  const subject = subjectOf(clauses, index, controlTest(doc))
  const passive = group.passive || (group.bare && slots.has('by') && !slots.has('obj'))
  if (passive) {
    slots.set('obj', [...(subject.length > 0 ? subject : nounLeft(clauses, index)), ...(slots.get('obj') ?? [])])
    slots.set('subj', slots.get('by') ?? [])
  } else slots.set('subj', [...subject])
  const opened = after.open === null ? 'obj' : after.open
  const object = frame.objects.size === 0 ? null : objectIn(doc, clauses, frame, slots.get(opened) ?? [])
  if (frame.objects.size > 0 && object === null) return null
  if (object !== null) {
    slots.set('objposs', [object])
    addOf(clauses, object, slots)
  } else slots.set('objposs', slots.get('obj') ?? [])
  if (TAKES_INFINITIVE.has(frame.type)) addComplement(clauses, next, slots)
  const filled = fillSlots(doc, clauses, withComplement(frame), slots, mayTakeThings(frame))
  if (!filled) return null
  if (object !== null) used.add(object)
  const recipients = passive ? behindMove(doc, clauses, index, filled.recipients) : filled.recipients
  const trigger = [group.head, after.end] as const
  const refused = isRefusal(group, frame)
  const status = refused ? 'happened' : null
  return { frame: refused ? refusalOf(frame) : frame, trigger, ...filled, recipients, status, slots, phrase: index }
}

/** Types of what helps or meets another: to decline them is REJECT. */
export const COOPERATIVE: ReadonlySet<string> = new Set(['AGREE', 'CONSULT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT'])

/** "Will not lift the embargo": declining to do what would be co-operation is REJECT (CAMEO 12x, PLOVER 2021). */
function isRefusal(group: VerbGroup, frame: Frame): boolean {
  return group.negated && (group.modal === 'will' || group.modal === 'would') && COOPERATIVE.has(frame.type)
}

/** What declining to do it is. */
export function refusalOf(frame: Frame): Pick<Frame, 'type' | 'mode' | 'contexts'> {
  const mode =
    frame.type === 'CONSULT' ? 'meet' : frame.type === 'RETREAT' || frame.type === 'CONCEDE' ? 'yield' : 'assist'
  return { type: 'REJECT', mode, contexts: frame.contexts }
}

/** Slots of an infinitive complement that can name the other side of what is agreed, asked, refused or threatened. */
const COMPLEMENT: readonly string[] = ['obj', 'iobj', 'to', 'with', 'for', 'against', 'on', 'from', 'of', 'in']

/** "Agreed to send doctors to Samplia": what follows the infinitive is put in slots of its own, `inf:to` and so on. */
function addComplement(clauses: Clauses, next: number, slots: Map<string, number[]>): void {
  for (let k = next; k < Math.min(clauses.phrases.length, next + 3); k++) {
    const phrase = clauses.phrases[k]
    if (phrase?.kind === 'vg' && (phrase.infinitive || k === next)) {
      for (const [slot, members] of argumentsAfter(clauses, k + 1, null, true)) slots.set(`inf:${slot}`, members)
      return
    }
    if (phrase?.kind !== 'np') return
  }
}

const complements = new WeakMap<Frame, Frame>()

/** The frame with the complement's slots as last choice for the recipient. */
export function withComplement(frame: Frame): Frame {
  if (!TAKES_INFINITIVE.has(frame.type)) return frame
  let known = complements.get(frame)
  if (!known) {
    known = { ...frame, recipient: [...frame.recipient, ...COMPLEMENT.map(slot => [`inf:${slot}`])] }
    complements.set(frame, known)
  }
  return known
}

const MOVES: ReadonlySet<string> = new Set(['move', 'step', 'decision', 'action', 'gesture', 'measure', 'announcement'])

/** "Norway left the talks, a move criticised by Finland": who made the move is whom it is about. */
function behindMove(doc: Doc, clauses: Clauses, index: number, recipients: readonly Found[]): readonly Found[] {
  const [only] = recipients
  if (recipients.length !== 1 || only?.kind !== 'thing' || !MOVES.has(only.head)) return recipients
  const at = clauses.phrases.findIndex(
    phrase => phrase.kind === 'np' && doc.tokens.start[phrase.first] === only.span[0],
  )
  const mark = clauses.phrases[at - 1]
  if (at < 1 || at >= index || (mark?.kind !== 'comma' && mark?.kind !== 'break' && mark?.kind !== 'other'))
    return recipients
  for (let k = at - 1; k >= 0; k--) {
    const phrase = clauses.phrases[k]
    if (phrase?.kind !== 'vg' || phrase.infinitive || phrase.gerund) continue
    // "…, known as" hangs on a noun and does nothing
    if (phrase.bare && clauses.phrases[k - 1]?.kind === 'comma') continue
    const movers = subjectOf(clauses, k, controlTest(doc)).map(np => actorIn(doc, clauses, np))
    const found = movers.filter(mover => mover !== null)
    return found.length > 0 ? found : recipients
  }
  return recipients
}

/** The particles and prepositions that a frame asks for, right after the verb; adverbs may stand between. */
function followingWords(
  doc: Doc,
  group: VerbGroup,
  frame: Frame,
  end: number,
): { end: number; open: string | null } | null {
  let k = group.head + 1
  let open: string | null = null
  for (const alternatives of frame.after) {
    const next = wordBehind(doc, k, end, alternatives)
    if (next < 0) return null
    const word = formOf(doc, next).toLowerCase()
    open = PARTICLES.has(word) ? null : word
    k = next + 1
  }
  return { end: k, open }
}

/** The first word from `from` on that is one of the alternatives, where only adverbs stand before it; -1 when there is none. */
export function wordBehind(doc: Doc, from: number, end: number, alternatives: readonly string[]): number {
  for (let k = from; k < end; k++) {
    if (alternatives.includes(formOf(doc, k).toLowerCase())) return k
    if (uposOf(doc, k) !== 'ADV') return -1
  }
  return -1
}

/** Particles take an object, prepositions name a slot. */
export const PARTICLES: ReadonlySet<string> = new Set(['up', 'out', 'off', 'down', 'back', 'over', 'away'])

function phraseFrom(clauses: Clauses, token: number): number {
  const { phrases } = clauses
  let low = 0
  let high = phrases.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((phrases[middle]?.first ?? 0) >= token) high = middle
    else low = middle + 1
  }
  return low
}

/** The phrase among the objects whose head the frame asks for, past words that only count ("a series of attacks"). */
function objectIn(doc: Doc, clauses: Clauses, frame: Frame, indices: readonly number[]): number | null {
  for (const index of indices) {
    const np = nounPhraseAt(clauses, index)
    if (!np) continue
    const keys = nounKeys(doc, np.head)
    const head = keys.at(-1) ?? ''
    if (keys.some(key => frame.objects.has(key)) || hasModified(doc, frame, np, head)) return index
    // a title before a name: "called Foreign Minister Ana Example"
    if (uposOf(doc, np.head) === 'PROPN')
      for (let k = np.first; k < np.head; k++) if (frame.objects.has(lemmaOf(doc, k))) return index
    const inner = nounPhraseAt(clauses, index + 2)
    if (QUANTITY.has(head) && inner && frame.objects.has(lemmaOf(doc, inner.head))) return index + 2
  }
  return null
}

/** Objects of two words ("joint exercise") ask for a modifier anywhere before the head. */
function hasModified(doc: Doc, frame: Frame, np: NounPhrase, head: string): boolean {
  for (let k = np.first; k < np.head; k++) if (frame.objects.has(`${lemmaOf(doc, k)} ${head}`)) return true
  return false
}

/** "Took control of the town": what follows the object's "of". */
function addOf(clauses: Clauses, object: number, slots: Map<string, readonly number[]>): void {
  const prep = clauses.phrases[object + 1]
  if (prep?.kind === 'prep' && prep.word === 'of' && !slots.has('of')) slots.set('of', membersOf(clauses, object + 2))
}

function nounLeft(clauses: Clauses, index: number): readonly number[] {
  return clauses.phrases[index - 1]?.kind === 'np' ? membersOf(clauses, index - 1) : []
}
