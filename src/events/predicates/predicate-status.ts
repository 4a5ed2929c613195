import { formOf, lemmaOf, nounLemma, uposOf } from '../doc-cursor.ts'
import { nounStatus } from './noun-status.ts'
import {
  hasMark,
  isClause,
  isConditional,
  isGerund,
  isHabit,
  isInfinitive,
  isNegated,
  isPerfect,
  isPerhaps,
  isPresent,
  isToBe,
  isUnderWay,
  type Modal,
  markOf,
  modalOf,
} from './own-status.ts'
import type { Scene } from './participants.ts'
import { as, classStatus, DEEPEST, DENIED, DENIED_FUTURE, HAPPENED, type Status } from './status-values.ts'
import {
  ASKING,
  CLAIMING,
  DELAYING,
  DENYING,
  DOUBTING_CLAUSES,
  LASTING,
  PLANNING,
  THREATENING,
  TRANSPARENT,
} from './status-words.ts'
import { caseOf, childBy, childrenBy, relationOf } from './tree.ts'
import { isPassive } from './verb-arguments.ts'

/** Whether what a word tells happened, is planned, asked for, denied …: by its own auxiliaries and what it hangs on. */
export function predicateStatus(scene: Scene, token: number, depth: number = 0): Status {
  return isClause(scene, token) ? clauseStatus(scene, token, depth) : nounStatus(scene, token, depth, predicateStatus)
}

/** The status of a clause. */
export function clauseStatus(scene: Scene, verb: number, depth: number): Status {
  const modal = modalOf(scene, verb)
  if (isNegated(scene, verb)) return negative(scene, verb, modal, depth)
  if (isAsked(scene, verb)) return as('hypothetical', modal !== null)
  if (isConditional(scene, verb)) return as('conditional')
  const doubted = doubtedClause(scene, verb, depth)
  if (doubted) return doubted
  if (modal !== null)
    return modal === 'would' && isHabit(scene, verb) ? as('habitual') : modalStatus(scene, verb, modal)
  if (isInCourse(scene, verb)) return as('ongoing')
  if (isHabit(scene, verb)) return as('habitual')
  if (isPerhaps(scene, verb)) return as('hypothetical')
  // "was to land": that was the plan, and whether it came to pass stays open
  if (isToBe(scene, verb)) return toBe(scene, verb)
  const governed = depth < DEEPEST ? governedStatus(scene, verb, depth) : null
  if (governed) return governed
  return isUnderWay(scene, verb) ? as('ongoing') : HAPPENED
}

function toBe(scene: Scene, verb: number): Status {
  return isPast(scene, verb) ? as('hypothetical') : as('planned')
}

function negative(scene: Scene, verb: number, modal: Modal, depth: number): Status {
  if (modal !== null) return modal === 'can' || isPerfect(scene, verb) ? DENIED : DENIED_FUTURE
  if (!isInfinitive(scene, verb) || depth >= DEEPEST) return DENIED
  return governedStatus(scene, verb, depth)?.future === true ? DENIED_FUTURE : DENIED
}

function modalStatus(scene: Scene, verb: number, modal: NonNullable<Modal>): Status {
  const rather = isPerhaps(scene, verb)
  switch (modal) {
    case 'will':
      return rather ? as('hypothetical', true) : as('planned')
    case 'would':
      return !rather && isReported(scene, verb) && !isPerfect(scene, verb)
        ? as('planned')
        : as('hypothetical', !isPerfect(scene, verb))
    case 'should':
      return as('requested')
    default:
      return as('hypothetical', modal === 'may' && !isPerfect(scene, verb))
  }
}

/** Whether the first auxiliary of a clause is "was" or "were". */
function isPast(scene: Scene, verb: number): boolean {
  const aux = childBy(scene.tree, verb, 'aux', 'cop')
  return aux >= 0 && /^(?:was|were)$/i.test(formOf(scene.doc, aux))
}

/** "Said it would": a future seen from the past. */
function isReported(scene: Scene, verb: number): boolean {
  const relation = relationOf(scene.doc, verb)
  if (relation === 'conj') return isReported(scene, scene.doc.tokens.head[verb]!)
  return relation === 'ccomp' || relation === 'acl' || childBy(scene.tree, verb, 'parataxis') >= 0
}

/** "Unclear if", "wonders whether", "asked if". */
function isAsked(scene: Scene, verb: number): boolean {
  const { doc } = scene
  const head = doc.tokens.head[verb] ?? -1
  if (hasMark(scene, verb, /^whether$/)) return true
  if (head < 0 || !hasMark(scene, verb, /^if$/)) return false
  return relationOf(doc, verb) === 'ccomp' || DOUBTING_CLAUSES.has(lemmaOf(doc, head)) || lemmaOf(doc, head) === 'clear'
}

/** "Are in talks", "is on strike", "is under attack". */
function isInCourse(scene: Scene, noun: number): boolean {
  if (childBy(scene.tree, noun, 'cop') < 0 || !isPresent(scene, noun)) return false
  const marker = caseOf(scene.tree, noun)
  return (
    (scene.nominal[noun] === 1 || lemmaOf(scene.doc, noun) === 'construction') &&
    /^(?:in|on|under|at)$/.test(marker ?? '')
  )
}

/** "It is unlikely that", "fears that", "not clear whether"; "demanded that it be shut", "wants it to". */
function doubtedClause(scene: Scene, verb: number, depth: number): Status | null {
  const { doc } = scene
  const relation = relationOf(doc, verb)
  if (relation !== 'ccomp' && relation !== 'csubj' && relation !== 'acl' && relation !== 'advcl') return null
  const mark = markOf(scene, verb)
  if (mark === 'whether') return as('hypothetical')
  const head = doc.tokens.head[verb] ?? -1
  if (head < 0 || depth >= DEEPEST) return null
  if (relation === 'advcl') return temporal(scene, verb, head, mark, depth)
  const lemma = isClause(scene, head) ? lemmaOf(doc, head) : nounLemma(doc, head)
  const finite = mark !== 'to' && !isGerund(scene, verb) && doc.tokens.deprel[verb] !== 'acl:relcl'
  if (!finite) return null
  if (DISPUTING.test(lemma)) return isClause(scene, head) && isNegated(scene, head) ? null : DENIED
  if (DOUBTING_CLAUSES.has(lemma)) return as('hypothetical', modalOf(scene, verb) !== null)
  if (THREATENING.has(lemma) && isOwnDeed(scene, verb)) return as('threatened')
  if ((ASKING.has(lemma) || lemma === 'propose' || lemma === 'proposal') && isSubjunctive(scene, verb))
    return as('requested')
  return null
}

/** What says of a whole clause that it is not so ("denied that", "a denial that"). */
const DISPUTING = /^(?:deny|denial|refute|dispute|disprove)$/

/** "Warned that it would retaliate": a deed of its own. */
function isOwnDeed(scene: Scene, verb: number): boolean {
  const modal = modalOf(scene, verb)
  const subject = childBy(scene.tree, verb, 'nsubj')
  if (modal !== 'would' && modal !== 'will') return false
  return subject >= 0 && /^(?:it|he|she|they|we|i)$/i.test(formOf(scene.doc, subject)) && !isPassive(scene, verb)
}

/** "Demanded that the plant be shut". */
function isSubjunctive(scene: Scene, verb: number): boolean {
  const { doc, tree } = scene
  const first = childBy(tree, verb, 'aux', 'cop')
  const tag = doc.tokens.xpos[first < 0 ? verb : first]
  if (tag === 'VB') return true
  return first < 0 && tag === 'VBP'
}

/** "When it arrives", said of what is planned; "as they advance", said of what is under way. */
function temporal(scene: Scene, verb: number, head: number, mark: string, depth: number): Status | null {
  if (!/^(?:when|before|until|after|once|as|while|till)$/.test(mark || adverb(scene, verb)) || !isPresent(scene, verb))
    return null
  const above = predicateStatus(scene, head, depth + 1)
  if (above.status === 'planned' && !/^(?:as|while)$/.test(mark)) return as('planned')
  return above.status === 'ongoing' && /^(?:as|while)$/.test(mark) ? as('ongoing') : null
}

function adverb(scene: Scene, verb: number): string {
  const child = childBy(scene.tree, verb, 'advmod')
  return child < 0 ? '' : formOf(scene.doc, child).toLowerCase()
}

/** What the governor of a clause without a tense of its own makes of it; null when nothing. */
function governedStatus(scene: Scene, verb: number, depth: number): Status | null {
  const { doc, tree } = scene
  const head = doc.tokens.head[verb] ?? -1
  if (head < 0) return null
  const relation = relationOf(doc, verb)
  const infinitive = isInfinitive(scene, verb)
  const gerund = isGerund(scene, verb)
  if (relation === 'conj') {
    if (!isJoinedBare(scene, verb, head)) return null
    // "is to visit the base and to meet the crew"
    return isToBe(scene, head) ? toBe(scene, head) : governedStatus(scene, head, depth + 1)
  }
  if (relation === 'acl') {
    if (doc.tokens.deprel[verb] === 'acl:relcl' && !infinitive) return null
    if (infinitive && isAnnounced(scene, head)) return as('planned')
    return infinitive || gerund ? ofNoun(scene, head, infinitive, depth) : null
  }
  if (!infinitive && !gerund && relation !== 'xcomp') return null
  if (relation === 'advcl' && gerund) return gerundStatus(scene, head, markOf(scene, verb), depth)
  if (relation === 'advcl') return infinitive ? purpose(scene, head, depth) : null
  if (relation === 'ccomp' && childBy(tree, verb, 'nsubj') >= 0 && !infinitive) return null
  if (!/^(?:xcomp|ccomp|csubj|obj|obl|nmod)$/.test(relation)) return null
  return ofGovernor(scene, verb, head, infinitive, depth)
}

/** Joined to a verb of the same form, with nothing of its own. */
function isJoinedBare(scene: Scene, verb: number, head: number): boolean {
  if (childBy(scene.tree, verb, 'aux', 'nsubj') >= 0 || !isClause(scene, head)) return false
  if (childBy(scene.tree, verb, 'mark') >= 0 && !(isInfinitive(scene, verb) && isInfinitive(scene, head))) return false
  const { xpos } = scene.doc.tokens
  return xpos[verb] === xpos[head] || (xpos[verb] === 'VB' && isInfinitive(scene, head))
}

function gerundStatus(scene: Scene, head: number, mark: string, depth: number): Status | null {
  if (mark === 'without' || mark === 'instead' || mark === 'rather') return DENIED
  const lemma = lemmaOf(scene.doc, head)
  if (mark === 'against' && /^(?:vote|decide|rule|be|argue)$/.test(lemma)) return DENIED_FUTURE
  if (mark === 'from' && DENYING.has(lemma)) return isNegated(scene, head) ? HAPPENED : DENIED
  if (mark === 'by') return predicateStatus(scene, head, depth + 1)
  if (mark !== 'before' && mark !== '') return null
  const above = predicateStatus(scene, head, depth + 1)
  return above.future && !above.negated ? above : null
}

/** "Went there to discuss": what was meant, unless the verb above asks, threatens or itself is no more than meant. */
function purpose(scene: Scene, head: number, depth: number): Status {
  const lemma = lemmaOf(scene.doc, head)
  if (ASKING.has(lemma) && lemma !== 'need' && lemma !== 'require')
    return isNegated(scene, head) ? DENIED_FUTURE : as('requested')
  if (THREATENING.has(lemma)) return as('threatened')
  const above = predicateStatus(scene, head, depth + 1)
  if (above.status === 'denied') return DENIED
  // a deed done for a purpose says nothing of whether the purpose was reached
  const done = above.status === 'happened' && !isPresent(scene, head)
  return done && !PLANNING.has(lemma) ? as('hypothetical') : as('planned')
}

function ofGovernor(scene: Scene, verb: number, head: number, infinitive: boolean, depth: number): Status | null {
  const { doc, tree } = scene
  const lemma = isClause(scene, head) ? lemmaOf(doc, head) : nounLemma(doc, head)
  if (DELAYING.has(lemma)) return DENIED
  if (lemma === 'have' && infinitive) return obligation(scene, verb, head)
  if (lemma === 'far') return DENIED
  if (infinitive && CLAIMING.has(lemma)) return isNegated(scene, head) ? DENIED : claimed(scene, verb)
  const wanted = lemma === 'want' && childBy(tree, head, 'obj') >= 0
  const above = predicateStatus(scene, head, depth + 1)
  const own = wanted ? as('requested') : classStatus(lemma)
  if (own) {
    const denied = isNegated(scene, head)
    if (own.status === 'denied') return denied ? HAPPENED : above.future ? DENIED_FUTURE : DENIED
    if (denied) return own.future ? DENIED_FUTURE : DENIED
    // "was able to": it did
    if (lemma === 'able' && above.status === 'happened' && !isPresent(scene, head)) return HAPPENED
    return own.status === 'hypothetical' && above.future ? as('hypothetical', true) : own
  }
  if (LASTING.has(lemma)) return above.status === 'happened' ? as('ongoing') : above
  if (TRANSPARENT.has(lemma) || !infinitive) return above
  if (above.status !== 'happened' && above.status !== 'ongoing') return above
  return as('planned')
}

/** "Has to pay". */
function obligation(scene: Scene, verb: number, head: number): Status {
  for (const word of [verb, head])
    if (childrenBy(scene.tree, word, 'advmod').some(one => /^yet$/i.test(formOf(scene.doc, one)))) return DENIED
  if (isNegated(scene, head)) return DENIED
  return modalOf(scene, head) === 'will' ? as('planned') : as('requested')
}

function claimed(scene: Scene, verb: number): Status {
  return isUnderWay(scene, verb) ? as('ongoing') : HAPPENED
}

/** A headline's "Samplia to send ships". */
function isAnnounced(scene: Scene, noun: number): boolean {
  const { doc } = scene
  return uposOf(doc, noun) === 'PROPN' && (doc.tokens.head[noun] ?? -1) < 0 && !isClause(scene, noun)
}

/** "The decision to send", "the risk of losing", "the first to arrive". */
function ofNoun(scene: Scene, noun: number, infinitive: boolean, depth: number): Status | null {
  const own = classStatus(nounLemma(scene.doc, noun))
  if (own) {
    if (own.status === 'denied') return own
    return nounStatus(scene, noun, depth + 1, predicateStatus).negated ? { ...DENIED, future: own.future } : own
  }
  if (!infinitive) return null
  // "the first airline to fly it": told of as a deed
  const ordinal = childrenBy(scene.tree, noun, 'amod').some(child =>
    /^(?:first|second|third|fourth|fifth|last|latest|only|next)$/i.test(formOf(scene.doc, child)),
  )
  return ordinal || /^(?:first|second|third|last)$/i.test(formOf(scene.doc, noun))
    ? HAPPENED
    : ofPurpose(scene, noun, depth)
}

/** "A service to carry": as far as what is told of the noun is planned, the purpose is too. */
function ofPurpose(scene: Scene, noun: number, depth: number): Status {
  const head = scene.doc.tokens.head[noun] ?? -1
  if (scene.nominal[noun] === 1) return as('planned')
  const above = head >= 0 && isClause(scene, head) ? predicateStatus(scene, head, depth + 1) : HAPPENED
  return above.future ? as('planned') : as('hypothetical')
}
