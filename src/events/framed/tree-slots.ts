import { formOf, lemmaOf, uposOf } from '../doc-cursor.ts'
import { SUPPORT } from '../noun-events.ts'
import { firstOfJoined } from '../predicates/noun-arguments.ts'
import type { Scene } from '../predicates/participants.ts'
import { caseOf, childBy, childrenOf, joinedWith, relationOf } from '../predicates/tree.ts'
import { isPassive, subjectOf, verbArguments } from '../predicates/verb-arguments.ts'

/** Heads of phrases by slot, as the frames name the slots (`knowledge/events/frames.tsv`). */
export type TreeSlots = Map<string, number[]>

/** The slots of a verb; those of its infinitive are named `inf:to` and so on. */
export function slotsOfVerb(scene: Scene, verb: number): { readonly slots: TreeSlots; readonly passive: boolean } {
  const { doc, tree } = scene
  const slots: TreeSlots = new Map()
  const passive = isPassive(scene, verb)
  const { actors, recipients } = verbArguments(scene, verb, false)
  const subject = [...subjectOf(scene, verb, 0)]
  put(slots, 'subj', passive ? [...actors] : subject)
  addBelow(scene, verb, slots, '')
  const objects = slots.get('obj') ?? []
  if (passive) slots.set('obj', [...subject, ...objects])
  // "the plane that it shot down"
  else if (objects.length === 0 && childBy(tree, verb, 'obj') < 0) put(slots, 'obj', [...recipients])
  for (const object of slots.get('obj') ?? []) addUnderNoun(scene, object, slots)
  for (const child of childrenOf(tree, verb))
    if (relationOf(doc, child) === 'xcomp' || (relationOf(doc, child) === 'advcl' && caseMark(scene, child) === 'to'))
      addBelow(scene, child, slots, 'inf:')
  return { slots, passive }
}

/** The slots of a noun, with the subject that a verb above lends it. */
export function slotsOfNoun(scene: Scene, noun: number): TreeSlots {
  const { doc } = scene
  const slots: TreeSlots = new Map()
  put(slots, 'poss', [noun])
  put(slots, 'comp', [noun])
  addUnderNoun(scene, noun, slots)
  // "the arrest of the editor by the police": by whom is of the arrest, wherever the parser hangs it
  for (const inner of slots.get('of') ?? [])
    for (const child of childrenOf(scene.tree, inner))
      if (relationOf(doc, child) === 'nmod' && caseOf(scene.tree, child) === 'by')
        put(slots, 'by', joinedWith(scene.tree, child))
  const verb = doc.tokens.head[firstOfJoined(scene, noun)] ?? -1
  if (verb < 0 || uposOf(doc, verb) !== 'VERB' || !SUPPORT.has(lemmaOf(doc, verb))) return slots
  const relation = relationOf(doc, firstOfJoined(scene, noun))
  if (relation === 'obj' && !isPassive(scene, verb)) {
    put(slots, 'subj', [...subjectOf(scene, verb, 0)])
    addBelow(scene, verb, slots, '', child => child !== noun && relationOf(doc, child) === 'obl')
  } else if (doc.tokens.deprel[noun] === 'nsubj:pass') {
    put(slots, 'by', [...verbArguments(scene, verb, false).actors])
    addBelow(scene, verb, slots, '', child => relationOf(doc, child) === 'obl')
  }
  return slots
}

function caseMark(scene: Scene, verb: number): string {
  const mark = childBy(scene.tree, verb, 'mark')
  return mark < 0 ? '' : formOf(scene.doc, mark).toLowerCase()
}

function addBelow(
  scene: Scene,
  verb: number,
  slots: TreeSlots,
  prefix: string,
  wanted: (child: number) => boolean = () => true,
): void {
  const { doc, tree } = scene
  for (const child of childrenOf(tree, verb)) {
    if (!wanted(child)) continue
    const relation = relationOf(doc, child)
    if (relation === 'obj' || relation === 'iobj') put(slots, `${prefix}${relation}`, joinedWith(tree, child))
    if (relation !== 'obl' || (scene.time[child] === 1 && (scene.ent[child] ?? -1) < 0)) continue
    const marker = doc.tokens.deprel[child] === 'obl:agent' ? 'by' : caseOf(tree, child)
    if (marker !== null && !(marker === 'by' && prefix === '' && isPassive(scene, verb)))
      put(slots, `${prefix}${marker}`, joinedWith(tree, child))
  }
}

/** "Sanctions on Samplia": what hangs on the object by a preposition. */
function addUnderNoun(scene: Scene, noun: number, slots: TreeSlots): void {
  const { doc, tree } = scene
  for (const child of childrenOf(tree, noun)) {
    if (relationOf(doc, child) !== 'nmod' || doc.tokens.deprel[child] === 'nmod:poss') continue
    const marker = caseOf(tree, child)
    if (marker !== null) put(slots, marker, joinedWith(tree, child))
  }
}

function put(slots: TreeSlots, slot: string, tokens: number[]): void {
  if (tokens.length === 0) return
  const known = slots.get(slot)
  slots.set(slot, known ? [...known, ...tokens.filter(token => !known.includes(token))] : tokens)
}
