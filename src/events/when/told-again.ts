import type { EventMention, Predicate, When } from '../../model/reading.ts'
import { formOf, uposOf } from '../doc-cursor.ts'
import { isClause } from '../predicates/own-status.ts'
import type { Scene } from '../predicates/participants.ts'
import { childBy, childrenOf, relationOf } from '../predicates/tree.ts'
import { carriedNoun, isKin, isSameWord } from './event-words.ts'
import { meet, type Referent } from './referents.ts'
import { rootOf, sentenceAt } from './sentences.ts'
import { tenseOf } from './tense.ts'

/** An event, or a predicate of no type, with what it is compared by. */
export interface Told {
  readonly event: Pick<EventMention, 'mode' | 'negated' | 'status'> & { readonly type: Predicate['type'] }
  /** Token. */
  readonly head: number
  readonly actors: readonly Referent[]
  readonly recipients: readonly Referent[]
}

/** What its own sentence gives a day. */
export interface DatedEvent extends Told {
  readonly when: When
}

/** Dated events that one without a date is compared with, at most. */
const MOST = 60
/** Sentences after the headline that it is the headline of. */
const LEAD = 2
/** Words that say that this is not the time told before. */
const ANOTHER =
  /^(?:also|again|another|other|further|second|third|fourth|fifth|next|earlier|previous|previously|before|often|regularly|repeatedly|once|twice|similar|new|fresh|more|later|then|subsequent|subsequently|meanwhile|future|past|former|separate|possible|every|each|any|no|several|many|usually|always|never|since|recently|recent)$/i

/** Words that set a dated telling apart from others of its kind. */
const OWN = /^(?:also|again|another|other|last|latest|previous|earlier|next|final)$/i

/**
 * The day of an event that another sentence tells with its day: by the same word (or "the attack" after "bombed"), with sides
 * that agree and at least one of them the same. A headline is told by the first sentences below it in whatever words of its
 * type. Two tellings with different days give none.
 */
export function toldAgain(
  scene: Scene,
  told: Told,
  dated: readonly DatedEvent[],
): { readonly when: When } | { readonly when: null; readonly why: string } | null {
  const headline = isHeadline(scene, told.head)
  if (saysAnother(scene, told.head, headline)) return null
  const same = dated.slice(0, MOST).filter(other => isSameEvent(scene, told, other, headline))
  let best: When | null = null
  for (const { when } of same) if (best === null || lies(when, best)) best = when
  if (best === null) return null
  if (same.every(({ when }) => lies(best as When, when))) return { when: best }
  return { when: null, why: 'the article tells the like of several days' }
}

function lies(inner: When, outer: When): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

function isSameEvent(scene: Scene, told: Told, other: DatedEvent, headline: boolean): boolean {
  const [a, b] = [told.event, other.event]
  if (told.head === other.head || hasWord(scene, other.head, OWN) || (b.type !== null && a.type !== b.type))
    return false
  if (isHeld(a) !== isHeld(b) || a.negated !== b.negated) return false
  if (a.mode !== null && b.mode !== null && a.mode !== b.mode) return false
  return isSameTelling(scene, told, other, headline) && sidesAgree(told, other, headline || isTakenUp(scene, told.head))
}

function isSameTelling(scene: Scene, told: Told, other: DatedEvent, headline: boolean): boolean {
  const { doc } = scene
  if (isSameWord(scene, told.head, other.head)) return headline || sameNumber(scene, told.head, other.head)
  if (other.event.type === null) return false
  if (headline) return sentenceAt(doc, other.head) <= LEAD
  if (isKin(scene, told.head, other.head)) return sameNumber(scene, told.head, other.head)
  return isTakenUp(scene, told.head) && sameNumber(scene, told.head, other.head)
}

export function isHeld({ status }: Pick<EventMention, 'status'>): boolean {
  return status === 'happened' || status === 'ongoing'
}

/** `loosely`: of a headline, which names whom it has room for, and of "the attack". */
function sidesAgree(a: Told, b: Told, loosely: boolean): boolean {
  const sides = [
    [a.actors, b.actors],
    [a.recipients, b.recipients],
  ] as const
  if (isMutual(a.event)) return together([...a.actors, ...a.recipients], [...b.actors, ...b.recipients], loosely)
  const both = sides.filter(([one, other]) => one.length > 0 && other.length > 0)
  const lacking = sides.some(([one, other]) => one.length > 0 !== other.length > 0)
  if (!loosely) return !lacking && both.length > 0 && both.every(([one, other]) => meet(one, other))
  // "Mockland expels envoy" of the ambassador of Samplia: words without a name contradict nobody
  const open = (side: readonly Referent[]): boolean =>
    side.every(({ names, head }) => names.size === 0 && head !== null)
  return (
    both.some(([one, other]) => meet(one, other)) &&
    both.every(([one, other]) => meet(one, other) || open(one) || open(other))
  )
}

/** "A met B" and "A and B met": everybody named in one is named in the other, and two of them, since one alone meets many. */
function together(one: readonly Referent[], other: readonly Referent[], loosely: boolean): boolean {
  const known = one.filter(side => meet([side], other)).length
  const again = other.filter(side => meet([side], one)).length
  if (loosely) return known > 0
  return Math.max(known, again) > 1 && (known === one.length || again === other.length)
}

function isMutual({ type, mode }: Told['event']): boolean {
  return type === 'AGREE' || type === 'COOPERATE' || (type === 'CONSULT' && mode !== 'visit')
}

/** "The drills" are not "the drill"; verbs have no number. */
function sameNumber(scene: Scene, a: number, b: number): boolean {
  const plural = (token: number): boolean | null => {
    const noun = carriedNoun(scene, token)
    return uposOf(scene.doc, noun) === 'NOUN' ? /^NNP?S$/.test(scene.doc.tokens.xpos[noun] ?? '') : null
  }
  const [one, other] = [plural(a), plural(b)]
  return one === null || other === null || one === other
}

/** "The attack", of one that was told. */
function isTakenUp(scene: Scene, head: number): boolean {
  return !isClause(scene, head) && isDefinite(scene, head)
}

function isDefinite(scene: Scene, noun: number): boolean {
  const det = childBy(scene.tree, noun, 'det')
  return det >= 0 && /^(?:the|this|that|these|those)$/i.test(formOf(scene.doc, det))
}

/** A first line of its own that ends like none of the text. */
function isHeadline({ doc }: Scene, token: number): boolean {
  if (sentenceAt(doc, token) > 0 || rootOf(doc, 0) < 0) return false
  const [own, next] = doc.sentences
  return own !== undefined && next !== undefined && doc.text.slice(own[1], next[0]).includes('\n\n')
}

function hasWord(scene: Scene, head: number, pattern: RegExp): boolean {
  const { doc, tree } = scene
  for (const word of new Set([head, carriedNoun(scene, head)]))
    for (const child of childrenOf(tree, word))
      if (/^(?:advmod|amod|det|nummod)$/.test(relationOf(doc, child)) && pattern.test(formOf(doc, child))) return true
  return false
}

/** "Has also attacked", "another visit", "had visited before", many without "the". */
function saysAnother(scene: Scene, head: number, headline: boolean): boolean {
  const { doc } = scene
  if (hasWord(scene, head, ANOTHER)) return true
  if (isClause(scene, head)) return tenseOf(scene, head) === 'pluperfect'
  return !headline && doc.tokens.xpos[head] === 'NNS' && !isDefinite(scene, head)
}
