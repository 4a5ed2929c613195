import type { Doc } from '../model/doc.ts'
import { nounPhraseAt, type Slots } from './clause/arguments.ts'
import type { Clauses } from './clause/phrase.ts'
import { actorIn, anythingIn, type Found, isArmed, isCrowd, isState, modifierIn, ownerIn } from './find-actor.ts'
import type { Frame } from './frame.ts'

/** More actors than this on one side are a list of something else. */
const MOST = 120

export interface Filled {
  readonly actors: readonly Found[]
  readonly recipients: readonly Found[]
}

/**
 * Fills a frame's sides from the slots of its clause; null when what the frame needs is not there. `things` lets a
 * recipient be anything that stands in the slot, not only who can act.
 */
export function fillSlots(doc: Doc, clauses: Clauses, frame: Frame, slots: Slots, things: boolean): Filled | null {
  const at = (may: boolean) => (slot: string, index: number) => inSlot(doc, clauses, slot, index, may)
  const actors = sideOf(frame.actor, slots, at(false))
  const taken = new Set(actors.map(actor => actor.span[0]))
  const recipients = sideOf(frame.recipient, slots, at(things)).filter(found => !taken.has(found.span[0]))
  return meets(frame, actors, recipients, slots) ? { actors, recipients } : null
}

/** Who stands in the first of the preferred groups of slots in which somebody stands, by `inSlot`; each once. */
export function sideOf<Index>(
  preferences: Frame['actor'],
  slots: ReadonlyMap<string, readonly Index[]>,
  inSlot: (slot: string, index: Index) => Found | null,
): Found[] {
  for (const group of preferences) {
    const found: Found[] = []
    for (const slot of group)
      for (const index of slots.get(slot) ?? []) {
        if (found.length >= MOST) break
        const one = inSlot(slot, index)
        if (one && !found.some(other => other.span[0] === one.span[0])) found.push(one)
      }
    if (found.length > 0) return found
  }
  return []
}

/** Whether what a verb's frame has on the other side may be a thing: nobody meets or visits one. */
export function mayTakeThings({ objects, type }: Frame): boolean {
  return objects.size === 0 && type !== 'CONSULT'
}

function inSlot(doc: Doc, clauses: Clauses, slot: string, index: number, things: boolean): Found | null {
  const np = nounPhraseAt(clauses, index)
  if (slot === 'poss' || slot === 'objposs') return np && ownerIn(doc, np)
  if (slot === 'comp') return np && modifierIn(doc, np)
  const actor = actorIn(doc, clauses, index)
  // a complement names the other side only where it can act
  if (
    !things ||
    slot.startsWith('inf:') ||
    (actor && actor.kind !== 'pronoun' && ownsWhole(doc, clauses, index, actor))
  )
    return actor
  const owner = np && ownerIn(doc, np)
  return owner ?? anythingIn(doc, clauses, index) ?? actor
}

/** True when the actor is the noun phrase itself, not its owner or a modifier. */
function ownsWhole(doc: Doc, clauses: Clauses, index: number, actor: Found): boolean {
  const np = nounPhraseAt(clauses, index)
  return np !== null && actor.span[1] >= (doc.tokens.end[np.head] ?? 0)
}

/** A frame whose recipient is its object says nothing without one: "the navy struck". */
function onlyObject(frame: Frame): boolean {
  return frame.recipient.every(group => group.every(slot => slot === 'obj'))
}

const TRANSITIVE: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'SUPPORT', 'AID', 'AGREE'])
const BARE: readonly string[] = ['against', 'with', 'in', 'on', 'at', 'to']

/** "Seized on a promise", "defended in numbers": what is done to nobody is no event. */
function needsObject({ type, recipient, objects, after }: Frame): boolean {
  if (!TRANSITIVE.has(type) || objects.size > 0 || after.length > 0) return false
  return recipient.flat().includes('obj') && !recipient.flat().some(slot => BARE.includes(slot))
}

export function meets(
  frame: Frame,
  actors: readonly Found[],
  recipients: readonly Found[],
  slots: ReadonlyMap<string, unknown>,
): boolean {
  switch (frame.need) {
    case 'any':
      return actors.length + recipients.length > 0
    case 'both':
      return actors.length > 0 && (recipients.length > 0 || actors.length > 1)
    case 'with':
      return actors.length > 0 && slots.has('with')
    case 'armed':
      return actors.some(isArmed) && (recipients.length > 0 || !onlyObject(frame))
    case 'crowd':
      return actors.some(isCrowd) && (!slots.has('obj') || frame.objects.size > 0)
    case 'state':
      return actors.some(isState)
    default:
      return actors.length > 0 && (recipients.length > 0 || slots.has('obj') || !needsObject(frame))
  }
}
