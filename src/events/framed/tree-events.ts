import { QUANTITY } from '../actor-nouns.ts'
import { argumentsAfter } from '../clause/arguments.ts'
import type { Clauses } from '../clause/phrase.ts'
import { formOf, lemmaOf, nounKeys, nounLemma, uposOf } from '../doc-cursor.ts'
import { mayTakeThings, meets, sideOf } from '../fill-slots.ts'
import type { Found } from '../find-actor.ts'
import type { Frame, Frames } from '../frame.ts'
import { TAKES_THINGS } from '../noun-events.ts'
import { predicateKind } from '../predicates/is-predicate.ts'
import type { Scene } from '../predicates/participants.ts'
import { caseOf, childrenOf, joinedWith, relationOf } from '../predicates/tree.ts'
import type { ToldEvent } from '../told-event.ts'
import { COOPERATIVE, PARTICLES, refusalOf, TAKES_INFINITIVE, withComplement, wordBehind } from '../verb-events.ts'
import { slotsOfNoun, slotsOfVerb, type TreeSlots } from './tree-slots.ts'
import { actorAt, anythingAt, modifierAt, ownerAt } from './who-acts.ts'

/**
 * Events that the frames tell over the tree of a sentence [first, end): for each verb and noun that is a predicate the
 * first of its frames whose words stand around it and whose sides are filled.
 */
export function treeEvents(scene: Scene, clauses: Clauses, frames: Frames): ToldEvent[] {
  const out: ToldEvent[] = []
  const used = new Set<number>()
  const governed = new Map<number, Frame>()
  const words = Array.from({ length: clauses.end - clauses.first }, (_, k) => clauses.first + k)
  for (const token of words) {
    if (used.has(token) || uposOf(scene.doc, token) !== 'VERB' || predicateKind(scene.tree, token) === null) continue
    if (isComplement(scene, token, governed)) continue
    const event = verbEvent(scene, clauses, frames, token, used)
    if (event === null) continue
    out.push(event.told)
    governed.set(token, event.frame)
  }
  for (const token of words) {
    if (used.has(token) || uposOf(scene.doc, token) !== 'NOUN' || predicateKind(scene.tree, token) === null) continue
    const event = nounEvent(scene, clauses, frames, token)
    if (event !== null) out.push(event)
  }
  return out
}

/** "Agreed to send" is one event, not two. */
function isComplement({ doc }: Scene, verb: number, governed: ReadonlyMap<number, Frame>): boolean {
  if (relationOf(doc, verb) !== 'xcomp') return false
  return TAKES_INFINITIVE.has(governed.get(doc.tokens.head[verb] ?? -1)?.type ?? '')
}

function verbEvent(
  scene: Scene,
  clauses: Clauses,
  frames: Frames,
  verb: number,
  used: Set<number>,
): { readonly told: ToldEvent; readonly frame: Frame } | null {
  const candidates = frames.verbs.get(lemmaOf(scene.doc, verb))
  if (candidates === undefined) return null
  const { slots, passive } = slotsOfVerb(scene, verb)
  for (const frame of candidates) {
    const words = wordsAfter(scene, verb, frame, clauses.end)
    if (words === null) continue
    const own = new Map(slots)
    const object = frame.objects.size === 0 ? -1 : objectAmong(scene, frame, own.get(words.open ?? 'obj') ?? [])
    if (frame.objects.size > 0 && object < 0) continue
    if (object >= 0) addOwner(scene, object, own)
    // "accused them of torture", where the parser has two objects: the first is who
    else if (own.has('iobj') && !frame.recipient.flat().includes('iobj')) own.set('obj', own.get('iobj')!)
    own.set('objposs', object >= 0 ? [object] : (own.get('obj') ?? []))
    const filled = fill(scene, withComplement(frame), own, mayTakeThings(frame), passive)
    if (filled === null) continue
    if (object >= 0) used.add(object)
    const refused = isRefusal(scene, verb, frame)
    const shown = refused ? refusalOf(frame) : frame
    const status = refused ? 'happened' : null
    return { frame, told: { frame: shown, trigger: [verb, words.end], ...filled, status, ...placed(clauses, verb) } }
  }
  return null
}

function nounEvent(scene: Scene, clauses: Clauses, frames: Frames, noun: number): ToldEvent | null {
  const { doc } = scene
  for (const key of nounKeys(doc, noun))
    for (const frame of frames.nouns.get(key) ?? []) {
      const first = noun - frame.before.length
      if (first < clauses.first) continue
      if (frame.before.some((word, k) => nounLemma(doc, first + k) !== word)) continue
      const slots = slotsOfNoun(scene, noun)
      const filled = fill(scene, frame, slots, TAKES_THINGS.has(frame.type), false)
      if (filled !== null)
        return { frame, trigger: [first, noun + 1], ...filled, status: null, ...placed(clauses, noun) }
    }
  return null
}

/** The phrase that a trigger stands in, and what follows it: where its place is looked for. */
function placed(clauses: Clauses, token: number): Pick<ToldEvent, 'slots' | 'phrase'> {
  const phrase = clauses.at[token - clauses.first] ?? -1
  const verbal = clauses.phrases[phrase]?.kind === 'vg'
  return { phrase, slots: phrase < 0 ? new Map() : argumentsAfter(clauses, phrase + 1, null, verbal) }
}

/** As `refusalOf` has it, seen on the tree. */
function isRefusal({ doc, tree }: Scene, verb: number, frame: Frame): boolean {
  if (!COOPERATIVE.has(frame.type)) return false
  const below = [...childrenOf(tree, verb)]
  const will = below.some(child => relationOf(doc, child) === 'aux' && /^(?:will|would)$/.test(lemmaOf(doc, child)))
  return will && below.some(child => /^(?:not|never|n't)$/.test(lemmaOf(doc, child)))
}

/** The particles and prepositions that a frame asks for: right after the verb, or hanging on it. */
function wordsAfter(
  { doc, tree }: Scene,
  verb: number,
  frame: Frame,
  end: number,
): { readonly end: number; readonly open: string | null } | null {
  let after = verb + 1
  let open: string | null = null
  for (const alternatives of frame.after) {
    const next = wordBehind(doc, after, end, alternatives)
    if (next >= 0) {
      const word = formOf(doc, next).toLowerCase()
      if (!PARTICLES.has(word)) open = word
      after = next + 1
      continue
    }
    // "called Samplia's envoys off", "appealed on Monday to the rebels"
    const below = [...childrenOf(tree, verb)]
    const particle = below.find(
      child =>
        /^(?:compound:prt|advmod)$/.test(doc.tokens.deprel[child] ?? '') &&
        alternatives.includes(formOf(doc, child).toLowerCase()),
    )
    if (particle !== undefined) continue
    const marked = below.find(
      child => relationOf(doc, child) === 'obl' && alternatives.includes(caseOf(tree, child) ?? ''),
    )
    if (marked === undefined) return null
    open = caseOf(tree, marked)
  }
  return { end: after, open }
}

/** The head among the objects that the frame asks for, past words that only count ("a series of attacks"). */
function objectAmong(scene: Scene, frame: Frame, heads: readonly number[]): number {
  const { doc, tree } = scene
  for (const head of heads) {
    if (carries(scene, frame, head)) return head
    if (!QUANTITY.has(nounLemma(doc, head))) continue
    for (const child of childrenOf(tree, head))
      if (relationOf(doc, child) === 'nmod' && caseOf(tree, child) === 'of')
        for (const inner of joinedWith(tree, child)) if (carries(scene, frame, inner)) return inner
  }
  return -1
}

function carries({ doc, tree }: Scene, { objects }: Frame, head: number): boolean {
  if (nounKeys(doc, head).some(key => objects.has(key))) return true
  const lemma = nounLemma(doc, head)
  for (const child of childrenOf(tree, head)) {
    if (!/^(?:amod|compound|flat|nmod)$/.test(relationOf(doc, child)) || child > head) continue
    if (objects.has(`${lemmaOf(doc, child)} ${lemma}`)) return true
    // a title before a name: "called Foreign Minister Ana Example"
    if (uposOf(doc, head) === 'PROPN' && objects.has(lemmaOf(doc, child))) return true
  }
  return false
}

/** "Took control of the town": what follows the object's "of", for objects past words that only count. */
function addOwner({ doc, tree }: Scene, object: number, slots: TreeSlots): void {
  for (const child of childrenOf(tree, object)) {
    if (relationOf(doc, child) !== 'nmod' || doc.tokens.deprel[child] === 'nmod:poss') continue
    const marker = caseOf(tree, child)
    if (marker !== null && !slots.has(marker)) slots.set(marker, joinedWith(tree, child))
  }
}

function fill(
  scene: Scene,
  frame: Frame,
  slots: TreeSlots,
  things: boolean,
  passive: boolean,
): Pick<ToldEvent, 'actors' | 'recipients'> | null {
  const at = (may: boolean) => (slot: string, token: number) => inSlot(scene, slot, token, may)
  const actors = sideOf(frame.actor, slots, at(false))
  const taken = new Set(actors.map(actor => actor.span[0]))
  const recipients = sideOf(frame.recipient, slots, at(things)).filter(found => !taken.has(found.span[0]))
  // "two envoys were expelled": nobody says by whom
  if (passive && actors.length === 0 && frame.need === 'actor')
    return recipients.length > 0 && recipients.some(found => found.kind !== 'thing') ? { actors, recipients } : null
  return meets(frame, actors, recipients, slots) ? { actors, recipients } : null
}

function inSlot(scene: Scene, slot: string, token: number, things: boolean): Found | null {
  if (slot === 'poss' || slot === 'objposs') return ownerAt(scene, token)
  if (slot === 'comp') return modifierAt(scene, token)
  const actor = actorAt(scene, token)
  if (!things || slot.startsWith('inf:')) return actor
  const whole = actor !== null && actor.kind !== 'pronoun' && actor.span[1] >= scene.doc.tokens.end[token]!
  if (whole) return actor
  return ownerAt(scene, token) ?? anythingAt(scene, token) ?? actor
}
