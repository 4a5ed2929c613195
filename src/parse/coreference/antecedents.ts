import type { Doc } from '../../model/doc.ts'
import { AT, FEATURES, type Feature } from './antecedent-features.ts'
import type { Clusters } from './clusters.ts'
import { areCoArguments, isMainSubject, isPossessed, type Place, placeOf, subjectsAbove } from './grammar.ts'
import type { LinkScores } from './link-scores.ts'
import { LOOK_BACK } from './link-scores.ts'
import type { CorefMention } from './mention.ts'
import { quoteRuns } from './mention-facts.ts'
import { PRONOUN_FORMS } from './pronoun-forms.ts'
import type { Tree } from './tree.ts'

// Sentences and mentions that a pronoun looks back over.
const SENTENCES_BACK = 12
const MENTIONS_BACK = LOOK_BACK
// Mentions after the pronoun in its sentence that are tried.
const MENTIONS_AFTER = 8
const RECENT = 3

/** A cluster that a pronoun may belong to. `mention` is its last before the pronoun, or its first after; -1: none. */
export interface Antecedent {
  readonly mention: number
  readonly features: Float64Array
}

interface Seen {
  readonly last: number
  readonly features: Float64Array
  netBest: number
  mentions: number
  recent: number
  alike: number
}

/** Finds and describes the clusters that a pronoun may belong to, as they are when asked. */
export class Antecedents {
  readonly #doc: Doc
  readonly #tree: Tree
  readonly #mentions: readonly CorefMention[]
  readonly #clusters: Clusters
  readonly #scores: LinkScores | null
  /** Candidate of the scores by mention, -1 for none. */
  readonly #candidate: Int32Array
  readonly #places: readonly Place[]
  /** Line and quotation that each mention stands in; 0: in none. */
  readonly #line: Int32Array
  readonly #quote: Int32Array
  readonly #row = new Float32Array(LOOK_BACK)

  constructor(
    doc: Doc,
    tree: Tree,
    mentions: readonly CorefMention[],
    clusters: Clusters,
    scores: LinkScores | null,
    candidate: Int32Array,
  ) {
    this.#doc = doc
    this.#tree = tree
    this.#mentions = mentions
    this.#clusters = clusters
    this.#scores = scores
    this.#candidate = candidate
    this.#places = mentions.map(mention => placeOf(doc.tokens, mention.head))
    const runs = quoteRuns(doc)
    this.#quote = Int32Array.from(mentions, mention => runs[mention.head]!)
    this.#line = linesOf(doc, mentions)
  }

  /** The clusters before pronoun `i`, the nearest first, then those only after it in its sentence, then none. */
  of(i: number): readonly Antecedent[] {
    const seen = this.#before(i)
    this.#after(i, seen)
    const found = [...seen.values()]
    this.#compare(i, found)
    const none = new Float64Array(FEATURES.length)
    none[AT.none] = 1
    if (found.every(one => one.netBest <= 0)) none[AT.noneUnlinked] = 1
    if (this.#quote[i] !== 0) none[AT.noneQuoted] = 1
    return [...found.map(({ last, features }) => ({ mention: last, features })), { mention: -1, features: none }]
  }

  #before(i: number): Map<number, Seen> {
    const pronoun = this.#mentions[i]!
    const seen = new Map<number, Seen>()
    const above = subjectsAbove(this.#doc, this.#tree, pronoun.head)
    const from = this.#fill(i)
    for (let k = i - 1; k >= Math.max(0, i - MENTIONS_BACK); k--) {
      const other = this.#mentions[k]!
      const distance = pronoun.sentence - other.sentence
      if (distance > SENTENCES_BACK) break
      if (!mayBe(pronoun, other)) continue
      const root = this.#clusters.root(k)
      const net = this.#net(i, k, from)
      const known = seen.get(root) ?? this.#first(i, k, net)
      seen.set(root, known)
      this.#add(known, i, k, net, above)
    }
    return seen
  }

  /** Scores of the pronoun's links into the row; the first candidate that they are of. */
  #fill(i: number): number {
    const at = this.#candidate[i]!
    return this.#scores === null || at < 0 ? Number.MAX_SAFE_INTEGER : this.#scores.fill(at, this.#row)
  }

  /** The reader's score of the link, NaN where it has none. "They" and "Ana and Ben" are linked by "Ana". */
  #net(i: number, k: number, from: number): number {
    const mentions = this.#mentions
    const pair = mentions[k]!.kind === 'pair'
    if (mentions[i]!.plural && this.#isFirstOfPair(k)) return Number.NaN
    const at = this.#candidate[pair ? k - 1 : k]!
    return at >= from ? this.#row[at - from]! : Number.NaN
  }

  /** Whether the mention is the first conjunct of a pair, which then follows it. */
  #isFirstOfPair(k: number): boolean {
    return this.#mentions[k]!.kind !== 'pair' && this.#mentions[k + 1]?.kind === 'pair'
  }

  /** What the last mention of a cluster tells. */
  #first(i: number, k: number, net: number): Seen {
    const pronoun = this.#mentions[i]!
    const other = this.#mentions[k]!
    const features = new Float64Array(FEATURES.length)
    const set = (name: Feature, on: boolean): void => {
      features[AT[name]] = on ? 1 : 0
    }
    features[AT.netLast] = clipped(Number.isNaN(net) ? -6 : net)
    set(agoOf(Math.abs(pronoun.sentence - other.sentence)), true)
    set('newLine', this.#line[i] !== this.#line[k])
    this.#stand(set, i, k)
    set(kindOf(pronoun, other), true)
    this.#whole(set, features, i, k)
    const [quote, before] = [this.#quote[i]!, this.#quote[k]!]
    set('quoteSame', quote !== 0 && quote === before)
    set('quoteAfter', quote === 0 && before !== 0)
    set('quoteBefore', quote !== 0 && before === 0)
    set('quoteOfSubject', quote !== 0 && before === 0 && features[AT.subject] === 1 && features[AT.same] === 1)
    return { last: k, features, netBest: Number.NEGATIVE_INFINITY, mentions: 0, recent: 0, alike: 0 }
  }

  #stand(set: (name: Feature, on: boolean) => void, i: number, k: number): void {
    const [own, its] = [this.#places[i]!, this.#places[k]!]
    const distance = this.#mentions[i]!.sentence - this.#mentions[k]!.sentence
    const main = isMainSubject(this.#doc.tokens, its)
    if (its.role !== 'other') set(its.role, true)
    set('mainSubject', main)
    set('mainSubjectBefore', main && distance === 1)
    set('bothSubjects', own.role === 'subject' && its.role === 'subject')
    set('bothObjects', own.role === 'object' && its.role === 'object')
    set('bothPossessors', own.role === 'possessor' && its.role === 'possessor')
  }

  #whole(set: (name: Feature, on: boolean) => void, features: Float64Array, i: number, k: number): void {
    const clusters = this.#clusters
    const own = this.#mentions[i]!.gender
    const sure = clusters.sureGender(k)
    const likely = clusters.gender(k)
    set('named', clusters.find(k, mention => mention.kind === 'person') !== null)
    set('genderSame', sure !== 'u' && sure === own)
    set('genderOther', sure !== 'u' && own !== 'u' && sure !== own)
    set('genderLikely', sure === 'u' && likely !== 'u' && likely === own)
    set('genderUnlikely', sure === 'u' && likely !== 'u' && own !== 'u' && likely !== own)
    set('plural', clusters.find(k, mention => mention.plural, 8) !== null)
    set('pair', this.#mentions[k]!.kind === 'pair')
    set('body', clusters.find(k, mention => BODY.test(mention.kind), 8) !== null)
    set('inTitle', clusters.find(k, mention => mention.sentence === 0) !== null)
    features[AT.size] = Math.log2(clusters.size(k)) / 4
  }

  /** One more mention of a cluster, from the last to the first. */
  #add(seen: Seen, i: number, k: number, net: number, above: readonly number[]): void {
    const { features } = seen
    const [pronoun, other] = [this.#mentions[i]!, this.#mentions[k]!]
    const form = PRONOUN_FORMS.get(pronoun.words[0]!)
    if (net > seen.netBest) seen.netBest = net
    const distance = pronoun.sentence - other.sentence
    if (seen.mentions++ < RECENT && isAlike(pronoun, other)) seen.alike++
    if (distance <= 2 && seen.recent < RECENT) seen.recent++
    if (isSpeaker(other) && this.#quote[i] === this.#quote[k] && (this.#quote[i] !== 0 || distance <= 1))
      features[AT.speaker] = 1
    // "Ana and Ben" has the place of "Ana" in the tree; to "they", that place is theirs.
    if (distance !== 0 || (pronoun.plural ? this.#isFirstOfPair(k) : other.kind === 'pair')) return
    if (isPossessed(this.#doc.tokens, pronoun, other)) features[AT.possessed] = 1
    const subject = above.indexOf(other.head)
    if (subject === 0) features[AT.subjectAbove] = 1
    else if (subject > 0) features[AT.subjectAboveThat] = 1
    if (subject === 0 && this.#places[i]!.role === 'possessor') features[AT.ownerIsSubject] = 1
    if (form?.reflexive === true) features[subject === 0 ? AT.reflexiveIsSubject : AT.reflexiveIsNot] = 1
    else if (areCoArguments(this.#places[i]!, this.#places[k]!)) features[AT.coArgument] = 1
  }

  /** Names after the pronoun in its sentence: "When she came, Ana …". */
  #after(i: number, seen: Map<number, Seen>): void {
    const pronoun = this.#mentions[i]!
    const above = subjectsAbove(this.#doc, this.#tree, pronoun.head)
    const to = Math.min(this.#mentions.length, i + 1 + MENTIONS_AFTER)
    for (let k = i + 1; k < to && this.#mentions[k]!.sentence === pronoun.sentence; k++) {
      const other = this.#mentions[k]!
      const root = this.#clusters.root(k)
      if (seen.has(root) || root === this.#clusters.root(i) || !isName(other) || !mayBe(pronoun, other)) continue
      const at = this.#candidate[k]!
      const from = at < 0 || this.#candidate[i]! < 0 ? 0 : (this.#scores?.fill(at, this.#row) ?? 0)
      const net = at < 0 || this.#candidate[i]! < from ? Number.NaN : this.#row[this.#candidate[i]! - from]!
      const one = this.#first(i, k, net)
      this.#add(one, i, k, net, above)
      one.features[AT.after] = 1
      if (above.includes(other.head)) one.features[AT.afterAsSubject] = 1
      seen.set(root, one)
    }
  }

  /** What only the clusters together tell. */
  #compare(i: number, found: readonly Seen[]): void {
    let place = 0
    for (const one of found) {
      const { features, netBest } = one
      let other = 0
      for (const rival of found) if (rival !== one) other = Math.max(other, rival.netBest)
      const known = netBest > Number.NEGATIVE_INFINITY
      features[AT.netBest] = clipped(known ? netBest : -6)
      features[AT.netMargin] = clipped((known ? netBest : -6) - other)
      features[AT.netPositive] = netBest > 0 ? 1 : 0
      features[AT.netUnknown] = known ? 0 : 1
      features[AT.recent] = one.recent / RECENT
      features[AT.alike] = one.alike / RECENT
      const out = features[AT.genderOther] === 1 || features[AT.coArgument] === 1 || features[AT.possessed] === 1
      if (out || features[AT.after] === 1 || !isLikely(this.#mentions[i]!, features)) continue
      place++
      if (place <= 3) features[place === 1 ? AT.nearest : place === 2 ? AT.second : AT.third] = 1
    }
  }
}

const BODY = /^(?:organisation|country|bloc|place|facility|nationality)$/

function isLikely(pronoun: CorefMention, features: Float64Array): boolean {
  if (pronoun.plural) return features[AT.plural] === 1
  return features[AT.named] === 1 || features[AT.genderSame] === 1 || features[AT.lastRole] === 1
}

function mayBe(pronoun: CorefMention, other: CorefMention): boolean {
  if (pronoun.plural) return true
  // Whatever the reader says: a country that is a "she" is rarer than a wrong link to one (in GUM train, no body or place
  // that the reader knows as one was among 1,187 antecedents of he and she).
  if (BODY.test(other.kind)) return false
  return other.kind !== 'pair' && !(other.plural && (other.kind === 'pronoun' || other.kind === 'noun'))
}

function isName(mention: CorefMention): boolean {
  return mention.kind === 'person' || mention.kind === 'name' || BODY.test(mention.kind)
}

function isAlike(pronoun: CorefMention, other: CorefMention): boolean {
  if (other.kind !== 'pronoun') return false
  const form = PRONOUN_FORMS.get(other.words[0]!)
  return form !== undefined && form.means === PRONOUN_FORMS.get(pronoun.words[0]!)?.means
}

function isSpeaker(mention: CorefMention): boolean {
  return mention.kind === 'pronoun' && /^(?:speaker|hearer)$/.test(PRONOUN_FORMS.get(mention.words[0]!)?.means ?? '')
}

function kindOf(pronoun: CorefMention, other: CorefMention): Feature {
  if (other.kind === 'pronoun') {
    if (isAlike(pronoun, other)) return 'lastAlike'
    if (isSpeaker(other)) return 'lastSpeaker'
    return PRONOUN_FORMS.get(other.words[0]!)?.means === 'it' ? 'lastThing' : 'lastPronoun'
  }
  if (other.kind === 'person') return 'lastPerson'
  if (other.kind === 'name') return 'lastName'
  if (other.kind === 'role') return 'lastRole'
  if (/^(?:organisation|bloc|group)$/.test(other.kind)) return 'lastBody'
  return BODY.test(other.kind) ? 'lastPlace' : 'lastNoun'
}

function agoOf(sentences: number): Feature {
  if (sentences <= 2) return sentences === 0 ? 'same' : sentences === 1 ? 'ago1' : 'ago2'
  return sentences <= 4 ? 'ago3' : sentences <= 8 ? 'ago5' : 'ago9'
}

function clipped(score: number): number {
  return Math.max(-6, Math.min(6, score)) / 3
}

/** Number of the line of the text that each mention's head stands in. */
function linesOf(doc: Doc, mentions: readonly CorefMention[]): Int32Array {
  let line = 0
  let at = 0
  return Int32Array.from(mentions, ({ head }) => {
    for (const to = doc.tokens.start[head]!; at < to; at++) if (doc.text[at] === '\n') line++
    return line
  })
}
