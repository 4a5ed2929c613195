import type { Doc, WordRange } from '../../model/doc.ts'
import type { EventMention } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import { lemmaOf, uposOf } from '../doc-cursor.ts'
import { FeatureList } from '../learned/linear-model.ts'
import { meanVector, type WordVectors } from '../learned/word-vectors.ts'
import { childrenOf, relationOf, type Tree } from '../predicates/tree.ts'
import { headOf } from '../sides/candidates.ts'
import { type PairPath, pairPath } from './pair-path.ts'

/** A pair of sides in a sentence [first, end), each the words of its phrases; a side may be empty. */
export interface Pair {
  readonly doc: Doc
  readonly tree: Tree
  readonly first: number
  readonly end: number
  readonly actors: readonly WordRange[]
  readonly recipients: readonly WordRange[]
  /** What the frames tell in the sentence. */
  readonly events: readonly Pick<EventMention, 'type' | 'actors' | 'recipients'>[]
}

/** How the two sides of a pair hang together, by the heads of their first phrases. */
export function pathOf({
  doc,
  tree,
  actors,
  recipients,
}: Pick<Pair, 'doc' | 'tree' | 'actors' | 'recipients'>): PairPath {
  const head = ([range]: readonly WordRange[]): number => (range === undefined ? -1 : headOf(doc, ...range))
  return pairPath(doc, tree, head(actors), head(recipients))
}

/** What speaks for one type or another: words and their meanings by where they stand, and the frames' votes. */
export function typeFeatures(pair: Pair, path: PairPath, vectors: WordVectors): FeatureList {
  const out = new FeatureList()
  const inside = new Uint8Array(pair.end - pair.first)
  for (const [from, to] of [...pair.actors, ...pair.recipients])
    for (let k = Math.max(from, pair.first); k < Math.min(to, pair.end); k++) inside[k - pair.first] = 1
  addWords(out, pair, inside)
  addPath(out, pair, path, inside)
  addVotes(out, pair)
  addMeanings(out, pair, path, inside, vectors)
  if (pair.recipients.length === 0) out.add('no recipient')
  if (pair.actors.length === 0) out.add('no actor')
  return out
}

/** "PROPN" for names: whose they are is no matter of the type. */
function wordOf(doc: Doc, token: number): string {
  return uposOf(doc, token) === 'PROPN' ? 'PROPN' : lemmaOf(doc, token)
}

function addWords(out: FeatureList, { doc, first, end }: Pair, inside: Uint8Array): void {
  const seen = new Set<string>()
  for (let k = first; k < end; k++) {
    const tag = uposOf(doc, k)
    if (tag !== 'PUNCT' && tag !== 'PROPN') seen.add(`${inside[k - first] === 1 ? 'in' : 'word'}:${lemmaOf(doc, k)}`)
    if (k + 1 < end) seen.add(`two:${wordOf(doc, k)}_${wordOf(doc, k + 1)}`)
  }
  for (const name of seen) out.add(name, name.startsWith('word') ? 0.5 : 0.3)
}

function addPath(out: FeatureList, { doc, tree }: Pair, { trigger, up, down }: PairPath, inside: Uint8Array): void {
  if (trigger < 0) return
  out.add(`trigger:${lemmaOf(doc, trigger)}`)
  const seen = new Set<string>()
  for (const child of childrenOf(tree, trigger)) {
    const relation = relationOf(doc, child)
    if (relation === 'punct') continue
    seen.add(`below:${relation}:${wordOf(doc, child)}`)
    if (relation === 'advmod' && /^(?:not|never|n't)$/.test(lemmaOf(doc, child))) seen.add('negated')
  }
  for (const name of seen) out.add(name, name === 'negated' ? 1 : 0.7)
  out.add(`way:${down.map(word => doc.tokens.deprel[word]).join('>')}`, 0.5)
  for (const word of up) out.add(`up:${lemmaOf(doc, word)}`, 0.7)
  for (const word of down) out.add(`down:${lemmaOf(doc, word)}`, 0.7)
  if (inside.length > 0) out.add('length', Math.min(inside.length, 60) / 60)
}

/** PLV does not tell what is conceded from what is withdrawn. */
export function rootOf(type: string): string {
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type
}

function addVotes(out: FeatureList, { doc, actors, recipients, events }: Pair): void {
  const spans = (ranges: readonly WordRange[]): Span[] =>
    ranges.map(([first, end]) => [doc.tokens.start[first]!, doc.tokens.end[end - 1]!])
  const sides = [spans(actors), spans(recipients)]
  const meets = (found: readonly { readonly span: Span }[], own: readonly Span[]): boolean =>
    found.some(({ span }) => own.some(other => span[0] < other[1] && other[0] < span[1]))
  const votes = new Set<string>()
  let best = -1
  let bestType = ''
  for (const event of events) {
    const type = rootOf(event.type)
    const actor = meets(event.actors, sides[0]!)
    const recipient = meets(event.recipients, sides[1]!)
    votes.add(`any:${type}`)
    if (actor) votes.add(`actor:${type}`)
    if (recipient) votes.add(`recipient:${type}`)
    if (actor && recipient) votes.add(`both:${type}`)
    const score = Number(actor) + Number(recipient)
    if (score > best) [best, bestType] = [score, type]
  }
  for (const vote of votes) out.add(`frame:${vote}`)
  out.add(`frame:best:${bestType}`)
}

/** Mean meanings by place: trigger, path, content of the sentence, what hangs on the trigger, nouns inside the sides. */
function addMeanings(
  out: FeatureList,
  { doc, tree, first, end }: Pair,
  { trigger, up, down }: PairPath,
  inside: Uint8Array,
  vectors: WordVectors,
): void {
  const isInside = (word: number): boolean => inside[word - first] === 1
  const words = Array.from({ length: end - first }, (_, k) => first + k)
  const slots = {
    trigger: trigger < 0 ? [] : [trigger],
    path: [...up, ...down],
    content: words.filter(word => !isInside(word) && /^(?:VERB|NOUN|ADJ|ADV)$/.test(uposOf(doc, word))),
    below:
      trigger < 0
        ? []
        : [...childrenOf(tree, trigger)].filter(word => !isInside(word) && uposOf(doc, word) !== 'PUNCT'),
    sides: words.filter(word => isInside(word) && /^(?:NOUN|ADJ)$/.test(uposOf(doc, word))),
  }
  for (const [slot, tokens] of Object.entries(slots)) {
    const mean = meanVector(
      vectors,
      tokens.map(word => lemmaOf(doc, word)),
    )
    // Twice: components are small beside the 0 and 1 of words, and one penalty holds for all.
    for (let k = 0; k < mean.length; k++) out.add(`mean:${slot}:${k}`, 2 * mean[k]!)
  }
}
