import { formOf, lemmaOf, uposOf } from '../doc-cursor.ts'
import type { Scene } from './participants.ts'
import { HABITUAL, PERHAPS } from './status-words.ts'
import { childBy, childrenBy, childrenOf, relationOf } from './tree.ts'

/** Whether a word heads a clause: a verb, or anything said with "be". */
export function isClause(scene: Scene, token: number): boolean {
  const tag = uposOf(scene.doc, token)
  if (tag === 'VERB' || tag === 'AUX' || childBy(scene.tree, token, 'cop', 'nsubj', 'aux') >= 0) return true
  return tag === 'ADJ' && childBy(scene.tree, token, 'xcomp', 'ccomp', 'mark') >= 0
}

/** The conjunction or "to" that opens a clause, lower case; empty when none. */
export function markOf(scene: Scene, verb: number): string {
  const mark = childBy(scene.tree, verb, 'mark')
  return mark < 0 ? '' : formOf(scene.doc, mark).toLowerCase()
}

/** Whether one of the marks of a clause fits ("once and if", "for it to"). */
export function hasMark(scene: Scene, verb: number, pattern: RegExp): boolean {
  return childrenBy(scene.tree, verb, 'mark').some(mark => pattern.test(formOf(scene.doc, mark).toLowerCase()))
}

/** Whether a clause has no tense of its own: "to send", and bare infinitives. */
export function isInfinitive(scene: Scene, verb: number): boolean {
  if (hasMark(scene, verb, /^to$/)) return true
  return scene.doc.tokens.xpos[verb] === 'VB' && childBy(scene.tree, verb, 'nsubj', 'aux') < 0
}

/** "Attacking", "having attacked", "being repaired". */
export function isGerund(scene: Scene, verb: number): boolean {
  const { doc, tree } = scene
  const aux = childBy(tree, verb, 'aux', 'cop')
  return aux < 0 ? doc.tokens.xpos[verb] === 'VBG' : /ing$/i.test(formOf(doc, aux))
}

const NEVER = /^(?:not|n't|n’t|never|nor|neither|hardly|scarcely)$/i
const NOBODY = /^(?:no|neither|nobody|none|nothing|no-one)$/i

/** Whether a clause is denied: by an adverb, by "nobody", by "no" before its subject or object, by "without". */
export function isNegated(scene: Scene, verb: number, depth: number = 0): boolean {
  const { doc, tree } = scene
  for (const child of childrenOf(tree, verb)) {
    const relation = relationOf(doc, child)
    const word = formOf(doc, child)
    if (relation === 'advmod' || relation === 'aux' || relation === 'cop') {
      if (NEVER.test(word) && !/^(?:only|just|merely)$/i.test(formOf(doc, child + 1))) return true
      if (/^longer$/i.test(word) && /^no$/i.test(formOf(doc, child - 1))) return true
    }
    if (relation === 'cc' && /^n(?:or|either)$/i.test(word) && child < verb) return true
    if ((relation === 'nsubj' || relation === 'obj') && isNobody(scene, child)) return true
    if (relation === 'mark' && /^without$/i.test(word)) return true
  }
  // "neither confirmed nor denied", "did not attack or shell": joined verbs share the negation of the first
  const head = doc.tokens.head[verb] ?? -1
  if (depth > 8 || relationOf(doc, verb) !== 'conj' || head < 0 || childBy(tree, verb, 'aux', 'nsubj') >= 0)
    return false
  const cc = childBy(tree, verb, 'cc')
  return cc >= 0 && /^n?or$/i.test(formOf(doc, cc)) && isClause(scene, head) && isNegated(scene, head, depth + 1)
}

/** "No soldiers", "none of the ministers", "nobody". */
function isNobody(scene: Scene, noun: number): boolean {
  if (NOBODY.test(formOf(scene.doc, noun))) return true
  const det = childBy(scene.tree, noun, 'det')
  return det >= 0 && NOBODY.test(formOf(scene.doc, det))
}

const IF = /^(?:if|unless|provided|providing|lest|supposing)$/

/** "If", "unless", "should it …", and the clauses that hang on such conditions and are not told as done. */
export function isConditional(scene: Scene, verb: number): boolean {
  if (isCondition(scene, verb)) return true
  const { doc, tree } = scene
  if (childBy(tree, verb, 'aux') < 0 && /^(?:VBD|VBN|VBG)$/.test(doc.tokens.xpos[verb] ?? '')) return false
  for (const clause of childrenBy(tree, verb, 'advcl'))
    if (isCondition(scene, clause) && !isEven(scene, clause)) return true
  if (childrenBy(tree, verb, 'advmod').some(long => isAsLong(scene, long) && childBy(tree, long, 'advcl') >= 0))
    return true
  return childrenBy(tree, verb, 'obl').some(
    noun => /^(?:condition|event|case)$/.test(lemmaOf(doc, noun)) && hasClause(scene, noun),
  )
}

function isCondition(scene: Scene, verb: number): boolean {
  const { doc, tree } = scene
  const relation = relationOf(doc, verb)
  const head = doc.tokens.head[verb] ?? -1
  // "compared", as in "if compared with": no condition for what it hangs on
  if (hasMark(scene, verb, IF))
    return relation !== 'ccomp' && !(doc.tokens.xpos[verb] === 'VBN' && childBy(tree, verb, 'nsubj', 'aux') < 0)
  if (head >= 0 && relation === 'advcl' && isAsLong(scene, head)) return true
  if (head >= 0 && (relation === 'acl' || relation === 'ccomp') && lemmaOf(doc, head) === 'condition') return true
  // "assuming the court agrees": whether the parser hangs it on "assuming" or beside it
  const before = formOf(doc, firstOf(scene, verb) - 1)
  if (/^(?:assuming|supposing)$/i.test(before) && (relation === 'ccomp' || relation === 'advcl')) return true
  return (relation !== 'root' || hasMark(scene, verb, /^to$/)) && isInverted(scene, verb)
}

/** "As long as", "so long as". */
function isAsLong(scene: Scene, word: number): boolean {
  return /^long$/i.test(formOf(scene.doc, word)) && /^(?:as|so)$/i.test(formOf(scene.doc, word - 1))
}

/** First word of a clause among its own words, that is its subject's or itself. */
function firstOf(scene: Scene, verb: number): number {
  const subject = childBy(scene.tree, verb, 'nsubj')
  if (subject < 0) return verb
  return Math.min(subject, ...childrenOf(scene.tree, subject))
}

/** "Should the truce break", "had the navy intervened". */
function isInverted(scene: Scene, verb: number): boolean {
  const { doc, tree } = scene
  const subject = childBy(tree, verb, 'nsubj')
  const aux = childBy(tree, verb, 'aux', 'cop')
  if (subject < 0 || aux < 0 || aux > subject) return false
  return (
    /^(?:should|had|were)$/i.test(formOf(doc, aux)) && (hasMark(scene, verb, /^to$/) || childBy(tree, verb, 'mark') < 0)
  )
}

function isEven(scene: Scene, clause: number): boolean {
  return markOf(scene, clause) === ''
}

function hasClause(scene: Scene, noun: number): boolean {
  return childBy(scene.tree, noun, 'acl', 'ccomp', 'nmod') >= 0
}

export type Modal = 'will' | 'would' | 'should' | 'may' | 'can' | null

/** The modal of a clause; joined verbs share that of the first ("will visit and inspect"). */
export function modalOf(scene: Scene, verb: number, depth: number = 0): Modal {
  const { doc, tree } = scene
  for (const child of childrenOf(tree, verb)) {
    if (relationOf(doc, child) !== 'aux') continue
    const word = formOf(doc, child).toLowerCase()
    if (/^(?:will|shall|'ll|’ll|wo)$/.test(word)) return 'will'
    if (/^(?:would|'d|’d)$/.test(word) && lemmaOf(doc, child) !== 'have') return 'would'
    if (/^(?:should|must|ought)$/.test(word)) return 'should'
    if (/^(?:may|might|could)$/.test(word)) return 'may'
    if (/^(?:can|ca)$/.test(word)) return 'can'
  }
  const head = doc.tokens.head[verb] ?? -1
  const shares = relationOf(doc, verb) === 'conj' && head >= 0 && depth < 8
  if (shares && childBy(tree, verb, 'aux', 'nsubj', 'mark') < 0 && isBaseLike(scene, verb, head))
    return modalOf(scene, head, depth + 1)
  return null
}

function isBaseLike(scene: Scene, verb: number, head: number): boolean {
  const tag = scene.doc.tokens.xpos[verb]
  return tag === 'VB' || (tag === scene.doc.tokens.xpos[head] && tag === 'VBN')
}

/** Whether a perfect "have" stands with the verb. */
export function isPerfect(scene: Scene, verb: number): boolean {
  return childrenBy(scene.tree, verb, 'aux').some(aux => lemmaOf(scene.doc, aux) === 'have')
}

const UNIT =
  /^(?:day|week|month|year|decade|season|spring|summer|autumn|fall|winter|morning|evening|night|hour|monday|tuesday|wednesday|thursday|friday|saturday|sunday|time|january|february|march|april|may|june|july|august|september|october|november|december)$/

/** "Regularly", "every autumn", "on Sundays", "twice a year", "used to", "whenever". */
export function isHabit(scene: Scene, verb: number): boolean {
  const { doc, tree } = scene
  if (/^whenever$/.test(markOf(scene, verb))) return true
  for (const child of childrenOf(tree, verb)) {
    const relation = relationOf(doc, child)
    const word = formOf(doc, child)
    if (relation === 'advmod') {
      if (HABITUAL.has(word.toLowerCase())) return true
      if (/^whenever$/i.test(word)) return true
      if (/^(?:once|twice|thrice)$/i.test(word) && /^(?:a|an|every|each|per)$/i.test(formOf(doc, child + 1)))
        return true
    } else if (/^(?:obl|obj|nmod|nsubj|dep|advcl)$/.test(relation) && isEvery(scene, child)) return true
  }
  const head = doc.tokens.head[verb] ?? -1
  return (
    relationOf(doc, verb) === 'xcomp' && head >= 0 && /^used$/i.test(formOf(doc, head)) && markOf(scene, verb) === 'to'
  )
}

function isEvery(scene: Scene, noun: number): boolean {
  const { doc, tree } = scene
  const word = formOf(doc, noun)
  if (/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days$/.test(word)) return true
  if (/^(?:weekends|weekdays|mornings|evenings|nights)$/i.test(word)) return childBy(tree, noun, 'det', 'nummod') < 0
  if (/^basis$/i.test(word))
    return childrenBy(tree, noun, 'amod').some(
      one => HABITUAL.has(formOf(doc, one).toLowerCase()) || /^regular$/i.test(formOf(doc, one)),
    )
  if (!UNIT.test(lemmaOf(doc, noun).toLowerCase()))
    return childrenBy(tree, noun, 'nmod').some(
      inner => UNIT.test(lemmaOf(doc, inner)) && childrenBy(tree, inner, 'nmod').some(one => isEach(scene, one)),
    )
  const det = childBy(tree, noun, 'det')
  if (det >= 0 && /^(?:every|each)$/i.test(formOf(doc, det))) return true
  if (childrenBy(tree, noun, 'nmod').some(inner => isEach(scene, inner))) return true
  // "twice a year" where the parser makes a noun phrase of it
  return (
    /^(?:once|twice|times)$/i.test(formOf(doc, noun - 2)) && /^(?:a|an|per|every|each)$/i.test(formOf(doc, noun - 1))
  )
}

/** "Each month". */
function isEach(scene: Scene, noun: number): boolean {
  const det = childBy(scene.tree, noun, 'det')
  return det >= 0 && /^(?:every|each)$/i.test(formOf(scene.doc, det)) && UNIT.test(lemmaOf(scene.doc, noun))
}

/** "Perhaps". */
export function isPerhaps(scene: Scene, verb: number): boolean {
  return childrenBy(scene.tree, verb, 'advmod').some(child => PERHAPS.has(formOf(scene.doc, child).toLowerCase()))
}

/** Whether a clause is in the present: by its own form or its first auxiliary. */
export function isPresent(scene: Scene, verb: number): boolean {
  const { doc, tree } = scene
  const aux = childBy(tree, verb, 'aux', 'cop')
  return /^(?:VBZ|VBP)$/.test(doc.tokens.xpos[aux < 0 ? verb : aux] ?? '')
}

/** Present progressive, present perfect progressive, or "still" with a present. */
export function isUnderWay(scene: Scene, verb: number): boolean {
  const { doc, tree } = scene
  if (!isPresent(scene, verb)) return false
  if (doc.tokens.xpos[verb] === 'VBG' && childBy(tree, verb, 'aux') >= 0) return true
  // "remains closed" where the parser makes an auxiliary of it
  if (childrenBy(tree, verb, 'aux').some(aux => /^(?:remain|keep|stay)$/.test(lemmaOf(doc, aux)))) return true
  const progressive = childrenBy(tree, verb, 'aux').some(aux => /^being$/i.test(formOf(doc, aux)))
  return (
    progressive || childrenBy(tree, verb, 'advmod').some(child => /^(?:still|currently|now)$/i.test(formOf(doc, child)))
  )
}

/** "Is to visit", and a headline's "Samplia to visit". */
export function isToBe(scene: Scene, verb: number): boolean {
  if (hasMark(scene, verb, /^(?:due|about|set|ready)$/)) return true
  if (!hasMark(scene, verb, /^to$/)) return false
  const { doc, tree } = scene
  const aux = childBy(tree, verb, 'aux')
  const mark = childBy(tree, verb, 'mark')
  if (aux >= 0 && aux < mark && lemmaOf(doc, aux) === 'be') return true
  return (
    relationOf(doc, verb) === 'root' || (relationOf(doc, verb) === 'parataxis' && childBy(tree, verb, 'nsubj') >= 0)
  )
}
