import { formOf, lemmaOf, uposOf } from '../doc-cursor.ts'
import { CARRYING } from '../predicates/noun-under-verb.ts'
import { isClause, isGerund, markOf } from '../predicates/own-status.ts'
import { isRelative, type Scene } from '../predicates/participants.ts'
import { TRANSPARENT } from '../predicates/status-words.ts'
import { caseOf, childBy, childrenBy, childrenOf, relationOf } from '../predicates/tree.ts'
import { tenseOf } from './tense.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Verbs whose object is told with them: when it was signed is when there was an agreement. */
const WITH_OBJECT = words(
  `sign reach attend join chair address raise voice express lodge file seal strike accept visit announce exchange form
  establish enter finish end close broker mediate witness see stage`,
)
/** Verbs that say of their subject that it is, begins or is to be. */
const OF_SUBJECT = words(
  `begin start continue end take happen occur come go proceed break erupt hold conclude open close be schedule
  plan set expect slate convene last resume launch stage carry conduct sign fix`,
)
/** Of these, those that say it of the noun that they are a clause of. */
const BEGINNING = words(
  'begin start end take hold happen occur open close schedule plan conclude convene stage launch last resume',
)
/** What says when the thing it governs is to be: "is due on Thursday to meet". */
const SCHEDULED = words('due set schedule expect slate likely')
const AT = /^(?:at|in|during|on)$/
const SIMULTANEOUS = /^(?:when|as|while)$/

/**
 * Other words of the sentence whose time is a predicate's too: the verb that carries a noun ("held talks on Monday"), what
 * is joined under one tense, a participle ("killing 12"), a clause of the same moment ("when", "as"). Relative clauses,
 * what was said, and what came before or after are not among them.
 */
export function sameTime(scene: Scene, token: number): readonly number[] {
  if (!isClause(scene, token)) return aroundNoun(scene, token)
  // "will be at the summit that opens on Tuesday": a clause and an event in one word
  const noun = scene.nominal[token] === 1 ? openings(scene, token) : []
  return [...aboveClause(scene, token), ...belowClause(scene, token), ...noun]
}

function aboveClause(scene: Scene, verb: number): number[] {
  const { doc } = scene
  const head = doc.tokens.head[verb] ?? -1
  if (head < 0) return []
  switch (relationOf(doc, verb)) {
    case 'conj':
      return isClause(scene, head) && alike(scene, head, verb) ? [head] : []
    case 'xcomp':
      return TRANSPARENT.has(lemmaOf(doc, head)) || SCHEDULED.has(lemmaOf(doc, head)) ? [head] : []
    case 'advcl':
      return momentAbove(scene, head, verb)
    default:
      return []
  }
}

/**
 * The clause that an adverbial one is of one moment with; where the parser hangs "as leaders met" on a clause of another
 * tense, the one above that.
 */
function momentAbove(scene: Scene, head: number, clause: number): number[] {
  if (isClause(scene, head) && isOneMoment(scene, head, clause)) return [head]
  let above = scene.doc.tokens.head[head] ?? -1
  for (let k = 0; k < 3 && above >= 0 && !isClause(scene, above); k++) above = scene.doc.tokens.head[above] ?? -1
  if (above < 0 || !SIMULTANEOUS.test(openingOf(scene, clause)) || alike(scene, head, clause)) return []
  return alike(scene, above, clause) ? [above] : []
}

function belowClause(scene: Scene, verb: number): number[] {
  const { doc, tree } = scene
  const out: number[] = []
  const lemma = lemmaOf(doc, verb)
  for (const child of childrenOf(tree, verb)) {
    switch (relationOf(doc, child)) {
      case 'obj':
        if (scene.nominal[child] === 1 && (CARRYING.has(lemma) || WITH_OBJECT.has(lemma))) out.push(child)
        break
      case 'obl':
        if (scene.nominal[child] === 1 && AT.test(caseOf(tree, child) ?? '')) out.push(child)
        break
      case 'conj':
        // "attacked the island and arrested the mayor on Sunday"
        if (isClause(scene, child) && childBy(tree, child, 'nsubj') < 0 && alike(scene, verb, child)) out.push(child)
        break
      case 'advcl':
        // "killing 12 in the raid of 2 May": a participle that follows has its time from above, not the other way round
        if (isOneMoment(scene, verb, child) && (child < verb || !isGerund(scene, child))) out.push(child)
        break
      case 'xcomp':
        if (TRANSPARENT.has(lemma) || SCHEDULED.has(lemma)) out.push(child)
        break
      default:
    }
  }
  return out
}

function aroundNoun(scene: Scene, noun: number): number[] {
  const { doc, tree } = scene
  const head = doc.tokens.head[noun] ?? -1
  const joined = [
    ...openings(scene, noun),
    ...childrenBy(tree, noun, 'conj').filter(child => scene.nominal[child] === 1),
  ]
  if (head < 0) return joined
  const lemma = lemmaOf(doc, head)
  switch (relationOf(doc, noun)) {
    case 'obj':
      return CARRYING.has(lemma) || WITH_OBJECT.has(lemma) ? [head, ...joined] : joined
    case 'nsubj':
      return OF_SUBJECT.has(lemma) || scene.time[head] === 1 ? [head, ...joined] : joined
    case 'obl':
      return AT.test(caseOf(tree, noun) ?? '') && isClause(scene, head) ? [head, ...joined] : joined
    case 'conj':
      return [head, ...joined]
    case 'nmod':
      // "the start of the talks", "a round of talks"
      return caseOf(tree, noun) === 'of' &&
        /^(?:start|beginning|opening|round|series|day|wave)$/.test(lemmaOf(doc, head))
        ? [head, ...joined]
        : joined
    default:
      return joined
  }
}

/** "The summit that opens on Tuesday", "talks held on Monday", "the meeting of leaders that was planned for Saturday". */
function openings(scene: Scene, noun: number): number[] {
  const { doc, tree } = scene
  const within = childrenBy(tree, noun, 'nmod').filter(child => scene.nominal[child] !== 1)
  return [noun, ...within].flatMap(word =>
    childrenBy(tree, word, 'acl').filter(clause => {
      const subject = childBy(tree, clause, 'nsubj')
      // "a deal begun last year" went on
      if (subject < 0 && /^(?:begin|start|resume)$/.test(lemmaOf(doc, clause))) return false
      return BEGINNING.has(lemmaOf(doc, clause)) && (subject < 0 || isRelative(doc, subject))
    }),
  )
}

/** Whether two joined verbs stand in one tense. */
function alike(scene: Scene, first: number, second: number): boolean {
  const tense = tenseOf(scene, first)
  return tense !== 'open' && tense === tenseOf(scene, second)
}

function openingOf(scene: Scene, clause: number): string {
  const mark = markOf(scene, clause)
  const adverb = childBy(scene.tree, clause, 'advmod')
  return mark === '' && adverb >= 0 && /^when$/i.test(formOf(scene.doc, adverb)) ? 'when' : mark
}

/** Whether an adverbial clause tells the moment of the one above: "killing 12", "by expelling", "when", "as", "while". */
function isOneMoment(scene: Scene, main: number, clause: number): boolean {
  const { doc, tree } = scene
  const mark = openingOf(scene, clause)
  if (SIMULTANEOUS.test(mark)) return alike(scene, main, clause)
  if (mark !== '' && mark !== 'by') return false
  return uposOf(doc, clause) === 'VERB' && isGerund(scene, clause) && childBy(tree, clause, 'aux', 'nsubj', 'case') < 0
}
