import type { Doc, SideLabel, SideScores } from '../../model/doc.ts'
import type { EventMention, Predicate } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import { formOf, lemmaOf, uposOf } from '../doc-cursor.ts'
import { FeatureList } from '../learned/linear-model.ts'
import { caseOf, type Tree } from '../predicates/tree.ts'
import { type Candidate, entsIn } from './candidates.ts'

/** What the features of a sentence's phrases are read from. */
export interface SideScene {
  readonly doc: Doc
  readonly sides: SideScores
  readonly tree: Tree
  /** The sentence's words, half-open. */
  readonly first: number
  readonly end: number
  /** Events that the frames tell in it, and its predicates. */
  readonly events: readonly Pick<EventMention, 'type' | 'actors' | 'recipients'>[]
  readonly predicates: readonly Pick<Predicate, 'kind' | 'type' | 'actors' | 'recipients'>[]
}

const LABELS: readonly SideLabel[] = ['S', 'T', 'R']
const PLACES: readonly string[] = ['B', 'I', 'E', 'S']
/** Clauses above a phrase that count, at most. */
const DEEPEST = 8

/** Features of each candidate of a sentence, in the candidates' order. */
export function sideFeatures(scene: SideScene, candidates: readonly Candidate[]): readonly FeatureList[] {
  const mass = LABELS.map(label => massOf(scene, label))
  const most = mass.map(each => Math.max(-8, ...candidates.map(({ head }) => each[head - scene.first]!)))
  const longest = new Map<number, number>()
  for (const { head, first, end } of candidates) longest.set(head, Math.max(longest.get(head) ?? 0, end - first))
  return candidates.map(one => {
    const out = new FeatureList()
    addTags(out, scene, one, mass, most)
    addTree(out, scene, one)
    addWords(out, scene, one, (one.end - one.first) / longest.get(one.head)!)
    addTold(out, scene, one)
    return out
  })
}

/** For each word of the sentence the log-probability that it is in a side of this label. */
function massOf({ sides, first, end }: SideScene, label: SideLabel): Float64Array {
  const { tags, scores } = sides
  const at = PLACES.map(place => tags.indexOf(`${place}-${label}`))
  const out = new Float64Array(end - first)
  for (let k = first; k < end; k++) {
    let sum = 1e-9
    for (const t of at) sum += Math.exp(scores[k * tags.length + t]!)
    out[k - first] = Math.log(sum)
  }
  return out
}

const clip = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))

/** What the network's tags say of the phrase as a whole, of its head, and of the words on either side. */
function addTags(
  out: FeatureList,
  scene: SideScene,
  one: Candidate,
  mass: readonly Float64Array[],
  most: readonly number[],
): void {
  const { first, end, head } = one
  const outside = sumOf(scene, first, end, 'O')
  LABELS.forEach((label, l) => {
    const inside =
      end - first === 1
        ? scoreOf(scene, first, `S-${label}`)
        : scoreOf(scene, first, `B-${label}`) +
          scoreOf(scene, end - 1, `E-${label}`) +
          sumOf(scene, first + 1, end - 1, `I-${label}`)
    const before = Math.max(scoreOf(scene, first - 1, `B-${label}`), scoreOf(scene, first - 1, `I-${label}`))
    const after = Math.max(scoreOf(scene, end, `I-${label}`), scoreOf(scene, end, `E-${label}`))
    const here = mass[l]![head - scene.first]!
    out.add(`margin${label}`, clip((inside - outside) / 3, -6, 6) / 3)
    out.add(`mass${label}`, clip(here, -8, 0) / 2)
    out.add(`less${label}`, clip(here - most[l]!, -6, 0) / 2)
    out.add(`mean${label}`, clip(inside / (end - first), -8, 0) / 3)
    out.add(`before${label}`, clip(before, -8, 0) / 3)
    out.add(`after${label}`, clip(after, -8, 0) / 3)
    if (here === most[l]) out.add(`most${label}`)
  })
  out.add('outside', clip(scoreOf(scene, head, 'O'), -8, 0) / 2)
}

/** -10 outside the sentence. */
function scoreOf({ sides, first, end }: SideScene, token: number, tag: string): number {
  if (token < first || token >= end) return -10
  return sides.scores[token * sides.tags.length + sides.tags.indexOf(tag)]!
}

function sumOf({ sides }: SideScene, first: number, end: number, tag: string): number {
  const at = sides.tags.indexOf(tag)
  let sum = 0
  for (let k = first; k < end; k++) sum += sides.scores[k * sides.tags.length + at]!
  return sum
}

function addTree(out: FeatureList, { doc, tree }: SideScene, { head, kind }: Candidate): void {
  const { deprel } = doc.tokens
  const governor = doc.tokens.head[head]!
  const relation = deprel[head]!
  const marker = caseOf(tree, head) ?? '-'
  const lemma = governor < 0 ? 'ROOT' : lemmaOf(doc, governor)
  const above = governor < 0 ? 'none' : deprel[governor]!
  out.add(`kind:${kind}`)
  out.add(`rel:${relation}`)
  out.add(`case:${marker}`)
  out.add(`rel:${relation}:${marker}`)
  out.add(`above:${above}`)
  out.add(`rel:${relation}>${above}`)
  out.add(`gov:${governor < 0 ? '-' : uposOf(doc, governor)}`)
  out.add(`gov:${lemma}`)
  out.add(`gov:${lemma}:${relation}:${marker}`)
  let depth = 1
  for (let k = head; depth < DEEPEST && doc.tokens.head[k]! >= 0; k = doc.tokens.head[k]!) depth++
  out.add('depth', depth / 4)
}

function addWords(out: FeatureList, scene: SideScene, one: Candidate, share: number): void {
  const { doc } = scene
  const { first, end, head } = one
  out.add(`head:${uposOf(doc, head) === 'PROPN' ? 'PROPN' : lemmaOf(doc, head)}`)
  out.add(`pos:${uposOf(doc, head)}`)
  let named = false
  for (const ent of entsIn(doc, Math.max(scene.first, first - 12), end)) {
    const [from, to] = ent.tokens
    if (from <= head && head < to) out.add(`ent:${ent.kind}`)
    if (from < first || to > end) continue
    named = true
    out.add(`holds:${ent.kind}`)
  }
  if (!named) out.add('nameless')
  out.add('length', Math.min(end - first, 12) / 6)
  out.add('share', share)
  out.add('place', (first - scene.first) / (scene.end - scene.first))
  if (first === scene.first) out.add('opens')
  if (end < scene.end)
    out.add(`next:${uposOf(doc, end) === 'PUNCT' ? formOf(doc, end) : doc.tokens.deprel[end]!.split(':')[0]}`)
  if (first > scene.first)
    out.add(
      `prior:${/^(?:PUNCT|ADP|DET|CCONJ)$/.test(uposOf(doc, first - 1)) ? lemmaOf(doc, first - 1) : uposOf(doc, first - 1)}`,
    )
  out.add(`begins:${/^(?:DET|PRON|NUM)$/.test(uposOf(doc, first)) ? lemmaOf(doc, first) : uposOf(doc, first)}`)
  let joined = false
  let relative = false
  for (let k = first; k < end; k++) {
    joined ||= uposOf(doc, k) === 'CCONJ'
    relative ||= doc.tokens.deprel[k] === 'acl:relcl'
  }
  if (joined) out.add('joined')
  if (relative) out.add('relative')
}

/** What the frames and the tree's predicates make of the phrase. */
function addTold(out: FeatureList, { doc, events, predicates }: SideScene, { first, end }: Candidate): void {
  const start = doc.tokens.start[first]!
  const stop = doc.tokens.end[end - 1]!
  const touches = ({ span }: { span: Span }): boolean => start < span[1] && span[0] < stop
  const equals = ({ span }: { span: Span }): boolean => span[0] === start && span[1] === stop
  const told = new Set<string>()
  for (const event of events)
    for (const side of ['actors', 'recipients'] as const) {
      if (!event[side].some(touches)) continue
      told.add(side)
      told.add(`${side}:${event.type}`)
      told.add(`${side}:${event[side === 'actors' ? 'recipients' : 'actors'].length > 0}`)
      if (event[side].some(equals)) told.add(`${side}:whole`)
    }
  for (const predicate of predicates)
    for (const side of ['actors', 'recipients'] as const) {
      if (!predicate[side].some(equals)) continue
      told.add(`of:${side}`)
      told.add(`of:${side}:${predicate.kind}`)
      if (predicate.type !== null) told.add(`of:${side}:typed`)
    }
  for (const name of told) out.add(`told:${name}`)
  if (events.length === 0) out.add('untold')
}
