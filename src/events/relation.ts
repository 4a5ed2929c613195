import type { Doc, WordRange } from '../model/doc.ts'
import type { EventMention, PloverType, Predicate } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import { lemmaOf, tokenAt, uposOf } from './doc-cursor.ts'
import { spanOf } from './find-actor.ts'
import type { Frames } from './frame.ts'
import { judge } from './learned/linear-model.ts'
import type { LearnedEvents } from './learned/load-learned.ts'
import { caseOf, childrenOf, joinedWith, relationOf, type Tree } from './predicates/tree.ts'
import { entsIn, headOf } from './sides/candidates.ts'
import { chooseSides, type Side } from './sides/choose-sides.ts'
import { isSaying, verbAbove } from './types/pair-path.ts'
import { tellingTokens, tells } from './types/telling-words.ts'
import { pathOf, rootOf, typeFeatures } from './types/type-features.ts'
import { yieldType } from './types/yield-type.ts'

/** What is learned to be told in a sentence: the sides of its main event, their type and the word that tells it. */
export interface Relation {
  readonly type: PloverType
  readonly actors: readonly Span[]
  readonly recipients: readonly Span[]
  /** Token. */
  readonly trigger: number
  /** The event of a frame that tells the same, whose words, mode, place and time hold. */
  readonly frame: EventMention | null
}

/** What a sentence is read with. */
export interface RelationScene {
  readonly doc: Doc
  readonly tree: Tree
  readonly first: number
  readonly end: number
  readonly events: readonly EventMention[]
  readonly predicates: readonly Predicate[]
}

/** By how many log-odds the learned type must be the likelier where a frame tells another of one of the sides. */
const SURER = 0.7

/** The main event of a sentence by the learned models, the frames among what they judge by; null when none is sure. */
export function mainRelation(scene: RelationScene, frames: Frames, learned: LearnedEvents): Relation | null {
  const sides = chooseSides(scene, learned.sides)
  if (sides.length === 0) return null
  const { doc, tree } = scene
  const { actors, recipients } = rolesOf(scene, sides)
  const pair = pairOf(actors, recipients)
  const path = pathOf({ doc, tree, ...pair })
  const features = typeFeatures({ ...scene, ...pair }, path, learned.words)
  const scores = judge(learned.types, features)
  let best = 0
  scores.forEach((score, k) => {
    if (score > scores[best]!) best = k
  })
  const spans = (ranges: readonly WordRange[]): Span[] => ranges.map(range => spanOf(doc, ...range))
  const found = { actors: spans(actors), recipients: spans(recipients) }
  const root = learned.types.classes[best]!
  const trigger = triggerOf(doc, path.trigger)
  // what the very words tell is the same event, whoever its frame has on either side ("postponed his trip")
  const words = new Set(tellingTokens(doc, tree, path.trigger))
  const isTold = (event: EventMention): boolean => words.has(tokenAt(doc, event.trigger[0]))
  const same = likest(scene.events, found, event => (rootOf(event.type) === root ? 0 : null), isTold)
  if (same !== null) return mutual(scene, recipients, { type: same.type, ...found, trigger, frame: same })
  const other = likest(scene.events, found, event => scores[learned.types.classes.indexOf(rootOf(event.type))] ?? null)
  const rival = other === null ? null : (scores[learned.types.classes.indexOf(rootOf(other.type))] ?? null)
  // What no frame tells must have a word that does: of words that it does not know the model says anything.
  const sure =
    (rival === null || scores[best]! - rival >= SURER) &&
    // PLV has the signing of agreements as SUPPORT, PLOVER as AGREE
    !(other?.type === 'AGREE' && root === 'SUPPORT') &&
    actors.length > 0 &&
    !isSaying(doc, path.trigger) &&
    tells(
      learned.telling,
      root,
      [...words].map(word => lemmaOf(doc, word)),
    )
  if (sure)
    return { type: root === 'YIELD' ? yieldOf(scene, frames) : (root as PloverType), ...found, trigger, frame: null }
  return other === null ? null : { type: other.type, ...found, trigger, frame: other }
}

function yieldOf({ doc, first, end, events }: RelationScene, frames: Frames): PloverType {
  return yieldType(doc, first, end, events, frames)
}

const TALKING: ReadonlySet<string> = new Set(
  'talk meeting discussion negotiation consultation conversation dialogue summit meet negotiate confer'.split(' '),
)

/**
 * "The president met the king", "held talks with the envoy": both meet, so both are actors and nobody undergoes it, as
 * where they are named together. Visits and calls have a direction.
 */
function mutual({ doc, tree }: RelationScene, recipients: readonly WordRange[], relation: Relation): Relation {
  const { type, frame, actors } = relation
  if (type !== 'CONSULT' || frame === null || frame.mode !== null || actors.length === 0) return relation
  const first = tokenAt(doc, frame.trigger[0])
  const end = tokenAt(doc, frame.trigger[1] - 1) + 1
  const words = Array.from({ length: end - first }, (_, k) => first + k)
  if (![...words, ...words.flatMap(word => [...childrenOf(tree, word)])].some(word => TALKING.has(lemmaOf(doc, word))))
    return relation
  const with_ = recipients.every(range => {
    const head = headOf(doc, ...range)
    return caseOf(tree, head) === 'with' || relationOf(doc, head) === 'obj' || relationOf(doc, head) === 'conj'
  })
  return with_ ? { ...relation, actors: [...actors, ...relation.recipients], recipients: [] } : relation
}

/** Who does and who undergoes; those who are both are actors with no recipient, each by himself. */
function rolesOf(
  { doc, tree }: RelationScene,
  sides: readonly Side[],
): { readonly actors: readonly WordRange[]; readonly recipients: readonly WordRange[] } {
  const of = (label: Side['label']): WordRange[] =>
    sides.filter(side => side.label === label).flatMap(side => members(doc, tree, side))
  const both = of('R')
  const [actors, recipients] = [of('S'), of('T')]
  if (both.length === 0 || (actors.length > 0 && recipients.length > 0)) return { actors, recipients }
  return { actors: [...actors, ...both], recipients }
}

/**
 * The names of "the Philippines and the United States", each with what stands before it: each is a side of its own. The
 * whole phrase where it is one, or where what is joined names nobody ("soldiers and civilians").
 */
function members(doc: Doc, tree: Tree, { first, end, head }: Side): readonly WordRange[] {
  const heads = joinedWith(tree, head).filter(word => word >= first && word < end)
  const names = entsIn(doc, first, end).filter(ent => NAMES.has(ent.kind))
  const named = (word: number): boolean => names.some(({ tokens }) => tokens[0] <= word && word < tokens[1])
  if (heads.length < 2 || !heads.every(named)) return [[first, end]]
  return heads.map((word, k): WordRange => {
    let from = k === 0 ? first : word
    if (k > 0) while (from - 1 > heads[k - 1]! && !/^(?:PUNCT|CCONJ)$/.test(uposOf(doc, from - 1))) from--
    let to = k === heads.length - 1 ? end : word + 1
    if (k < heads.length - 1) while (to < heads[k + 1]! && !/^(?:PUNCT|CCONJ)$/.test(uposOf(doc, to))) to++
    return [from, to]
  })
}

/** Whom the type is asked of: with no recipient the second actor stands on the other side. */
function pairOf(
  actors: readonly WordRange[],
  recipients: readonly WordRange[],
): { readonly actors: readonly WordRange[]; readonly recipients: readonly WordRange[] } {
  if (recipients.length > 0 || actors.length < 2) return { actors, recipients }
  return { actors: actors.slice(0, 1), recipients: actors.slice(1) }
}

const NAMES: ReadonlySet<string> = new Set(['country', 'bloc', 'organisation', 'person', 'nationality', 'role'])

type Sides = Pick<Relation, 'actors' | 'recipients'>

/** How many of the two sides an event shares with what was found. */
function touching(event: EventMention, { actors, recipients }: Sides): number {
  const meets = (one: readonly { readonly span: Span }[], other: readonly Span[]): boolean =>
    one.some(({ span }) => other.some(each => span[0] < each[1] && each[0] < span[1]))
  return Number(meets(event.actors, actors)) + Number(meets(event.recipients, recipients))
}

/**
 * Of the events of frames that share a side with what was found, or its words (`isTold`), the one that shares most, of these the
 * one that `rate` puts highest; those that it gives null are left out.
 */
function likest(
  events: readonly EventMention[],
  found: Sides,
  rate: (event: EventMention) => number | null,
  isTold: (event: EventMention) => boolean = () => false,
): EventMention | null {
  let best: EventMention | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const event of events) {
    const shared = touching(event, found) + Number(isTold(event))
    const rated = rate(event)
    if (shared === 0 || rated === null) continue
    // log-probabilities are below zero: a shared side counts for more than any of them that matters
    const value = 10 * shared + rated
    if (value > most) [best, most] = [event, value]
  }
  return best
}

/** A word that can tell what happens: the verb above where the two meet in a name or mark. */
function triggerOf(doc: Doc, token: number): number {
  return /^(?:VERB|NOUN|ADJ|AUX)$/.test(uposOf(doc, token)) ? token : verbAbove(doc, token)
}
