import type { EventMention, When } from '../../model/reading.ts'
import { isClause } from '../predicates/own-status.ts'
import type { Scene } from '../predicates/participants.ts'
import { childBy, childrenOf, relationOf } from '../predicates/tree.ts'
import { type OwnTime, ownTime } from './own-time.ts'
import { isSame, type Referent, referentOf } from './referents.ts'
import { rootOf, sentenceAt } from './sentences.ts'
import { tenseOf } from './tense.ts'
import type { TimeAnchors } from './time-anchors.ts'
import type { Told } from './told-again.ts'

/** Sentences without a day of their own that a scene goes through, at most. */
const FAR = 3
/** Words that step out of the scene. */
const ELSEWHERE =
  /^(?:also|earlier|previously|before|once|often|regularly|repeatedly|already|later|then|since|recently|meanwhile|separately|usually|always|still|now|subsequently|eventually|ago)$/i
/** Speaking, and doing: a scene of one does not go on with the other. */
const SPEAKING: ReadonlySet<EventMention['type'] | null> = new Set([
  'ACCUSE',
  'REQUEST',
  'REJECT',
  'SUPPORT',
  'THREATEN',
])

/**
 * The day of the sentence before, where the event's own goes on with its scene: the same paragraph, the main clauses of both
 * in the simple past, the same subject, and no word of time in between.
 */
export function sceneGoesOn(
  scene: Scene,
  told: Told,
  anchors: TimeAnchors,
  timed: ReadonlySet<number>,
  context: { readonly chains: ReadonlyMap<number, number>; readonly lastDay: string | null },
): When | null {
  const { doc } = scene
  if (told.event.status !== 'happened' || told.event.negated) return null
  const own = sentenceAt(doc, told.head)
  if (!isMain(scene, told.head, own) || !isScene(scene, told.head) || timed.has(own)) return null
  let subject = subjectOf(scene, told.head)
  if (subject < 0) return null
  for (let s = own - 1; s >= 0 && s >= own - FAR; s--) {
    if (doc.text.slice(doc.sentences[s]![0], doc.sentences[s + 1]![0]).includes('\n')) return null
    const root = rootOf(doc, s)
    if (root < 0 || tenseOf(scene, root) !== 'past') return null
    const before = subjectOf(scene, root)
    if (before < 0 || !isOneSubject(scene, context.chains, before, subject)) return null
    if (timed.has(s)) {
      const time: OwnTime = ownTime(scene, anchors, root, context.lastDay)
      return time.when !== null && time.when.precision === 'day' && sameSort(scene, told, root) ? time.when : null
    }
    subject = before
  }
  return null
}

/** Whether what was told with the day and what is told without are both deeds, or both words. */
function sameSort(scene: Scene, told: Told, root: number): boolean {
  const speech =
    /^(?:say|tell|call|speak|warn|accuse|condemn|urge|criticise|criticize|demand|add|announce|praise|raise|reject|describe|address)$/
  return SPEAKING.has(told.event.type) === speech.test(scene.doc.tokens.lemma[root] ?? '')
}

function isScene(scene: Scene, head: number): boolean {
  const { doc, tree } = scene
  if (tenseOf(scene, head) !== 'past') return false
  for (const child of childrenOf(tree, head))
    if (
      relationOf(doc, child) === 'advmod' &&
      ELSEWHERE.test(doc.text.slice(doc.tokens.start[child], doc.tokens.end[child]))
    )
      return false
  return true
}

/** Whether a word is its sentence's main verb, or joined to it. */
function isMain(scene: Scene, head: number, sentence: number): boolean {
  const { doc } = scene
  if (!isClause(scene, head)) return false
  const root = rootOf(doc, sentence)
  return head === root || (relationOf(doc, head) === 'conj' && doc.tokens.head[head] === root)
}

function subjectOf(scene: Scene, verb: number): number {
  const own = childBy(scene.tree, verb, 'nsubj')
  if (own >= 0 || relationOf(scene.doc, verb) !== 'conj') return own
  return childBy(scene.tree, scene.doc.tokens.head[verb] ?? -1, 'nsubj')
}

function isOneSubject(scene: Scene, chains: ReadonlyMap<number, number>, before: number, after: number): boolean {
  const { doc } = scene
  const of = (token: number): Referent => referentOf(doc, chains, [doc.tokens.start[token]!, doc.tokens.end[token]!])
  return isSame(of(before), of(after))
}
