import type { EventStatus } from '../../model/reading.ts'
import { formOf, lemmaOf, nounLemma, uposOf } from '../doc-cursor.ts'
import type { Scene } from './participants.ts'
import { ASKING, DENYING, DOUBTING, HABITUAL, LASTING, PLANNING, THREATENING, TRANSPARENT } from './status-words.ts'
import { caseOf, childBy, childrenBy, childrenOf, relationOf } from './tree.ts'
import { isPassive } from './verb-arguments.ts'
import { LIGHT } from './verb-classes.ts'

/** How a predicate stands to the world, and whether it is denied. */
export interface Status {
  readonly status: EventStatus
  readonly negated: boolean
}

const HAPPENED: Status = { status: 'happened', negated: false }
const DENIED: Status = { status: 'denied', negated: true }
const as = (status: EventStatus): Status => ({ status, negated: false })

/** Clauses looked through, at most. */
const DEEPEST = 8

/** Whether what a word tells happened, is planned, asked for, denied …: by its own auxiliaries and what it hangs on. */
export function predicateStatus(scene: Scene, token: number, depth: number = 0): Status {
  return isClause(scene, token) ? clauseStatus(scene, token, depth) : nounStatus(scene, token, depth)
}

/** Whether a word heads a clause: a verb, or anything said with "be". */
function isClause(scene: Scene, token: number): boolean {
  const tag = uposOf(scene.doc, token)
  return (
    tag === 'VERB' ||
    tag === 'AUX' ||
    childBy(scene.tree, token, 'cop', 'nsubj', 'aux') >= 0 ||
    (tag === 'ADJ' && childBy(scene.tree, token, 'xcomp', 'ccomp') >= 0)
  )
}

function clauseStatus(scene: Scene, verb: number, depth: number): Status {
  const { doc } = scene
  if (isNegated(scene, verb)) return DENIED
  if (isConditional(scene, verb)) return as('conditional')
  const modal = modalOf(scene, verb)
  if (modal === 'will') return as('planned')
  if (modal === 'would') return isReported(scene, verb) ? as('planned') : as('hypothetical')
  if (modal === 'should') return as('requested')
  if (modal !== null) return as('hypothetical')
  if (isHabit(scene, verb)) return as('habitual')
  const governed = depth < DEEPEST ? governedStatus(scene, verb, depth) : null
  if (governed) return governed
  return isUnderWay(doc, scene, verb) ? as('ongoing') : HAPPENED
}

function markOf(scene: Scene, verb: number): string {
  const mark = childBy(scene.tree, verb, 'mark')
  return mark < 0 ? '' : formOf(scene.doc, mark).toLowerCase()
}

const NEVER = /^(?:not|n't|n’t|never|no|nor|neither|hardly|scarcely)$/i
const NOBODY = /^(?:no|neither|nobody|none|nothing|no-one)$/i

function isNegated(scene: Scene, verb: number): boolean {
  const { doc, tree } = scene
  for (const child of childrenOf(tree, verb)) {
    const relation = relationOf(doc, child)
    if ((relation === 'advmod' || relation === 'aux' || relation === 'cop') && NEVER.test(formOf(doc, child))) {
      if (formOf(doc, child + 1).toLowerCase() === 'only' || formOf(doc, child + 1).toLowerCase() === 'just') continue
      return true
    }
    if (relation === 'cc' && /^n(?:or|either)$/i.test(formOf(doc, child)) && child < verb) return true
    if (relation === 'nsubj' || relation === 'obj') {
      if (NOBODY.test(formOf(doc, child))) return true
      const det = childBy(tree, child, 'det')
      if (det >= 0 && NOBODY.test(formOf(doc, det))) return true
    }
    if (relation === 'mark' && /^without$/i.test(formOf(doc, child))) return true
  }
  // "neither confirmed nor denied", "did not attack or shell": joined verbs share the negation of the first
  const head = doc.tokens.head[verb] ?? -1
  if (relationOf(doc, verb) === 'conj' && head >= 0 && childBy(tree, verb, 'aux', 'nsubj') < 0) {
    const cc = childBy(tree, verb, 'cc')
    if (cc >= 0 && /^n?or$/i.test(formOf(doc, cc)) && isClause(scene, head)) return isNegated(scene, head)
  }
  return false
}

/** "If", "unless" and what they hang on. */
function isConditional(scene: Scene, verb: number): boolean {
  const { doc, tree } = scene
  const mark = markOf(scene, verb)
  if (mark === 'if' && relationOf(doc, verb) !== 'ccomp') return true
  if (/^(?:unless|provided|providing|lest)$/.test(mark)) return true
  return childrenBy(tree, verb, 'advcl').some(clause =>
    /^(?:if|unless|provided|providing)$/.test(markOf(scene, clause)),
  )
}

type Modal = 'will' | 'would' | 'should' | 'may' | null

function modalOf(scene: Scene, verb: number): Modal {
  const { doc, tree } = scene
  for (const child of childrenOf(tree, verb)) {
    if (relationOf(doc, child) !== 'aux') continue
    const word = formOf(doc, child).toLowerCase()
    if (/^(?:will|shall|'ll|’ll|wo|’ll)$/.test(word)) return 'will'
    if (/^(?:would|'d|’d)$/.test(word) && lemmaOf(doc, child) !== 'have') return 'would'
    if (/^(?:should|must|ought)$/.test(word)) return 'should'
    if (/^(?:may|might|can|could|ca)$/.test(word)) return 'may'
  }
  // joined verbs share the auxiliary of the first: "will visit and inspect"
  const head = doc.tokens.head[verb] ?? -1
  if (
    relationOf(doc, verb) === 'conj' &&
    head >= 0 &&
    childBy(tree, verb, 'aux', 'nsubj', 'mark') < 0 &&
    isBase(scene, verb)
  )
    return modalOf(scene, head)
  return null
}

function isBase(scene: Scene, verb: number): boolean {
  return scene.doc.tokens.xpos[verb] === 'VB'
}

/** "Said it would": a future seen from the past. */
function isReported(scene: Scene, verb: number): boolean {
  const { doc } = scene
  const relation = relationOf(doc, verb)
  return relation === 'ccomp' || relation === 'acl' || childBy(scene.tree, verb, 'parataxis') >= 0
}

function isHabit(scene: Scene, verb: number): boolean {
  const { doc, tree } = scene
  for (const child of childrenOf(tree, verb)) {
    const relation = relationOf(doc, child)
    if (relation === 'advmod' && HABITUAL.has(formOf(doc, child).toLowerCase())) return true
    if (relation === 'obl' || relation === 'obj' || relation === 'nmod') {
      const det = childBy(tree, child, 'det')
      if (det >= 0 && /^every$|^each$/i.test(formOf(doc, det)) && scene.time[child] === 1) return true
    }
  }
  const head = doc.tokens.head[verb] ?? -1
  return relationOf(doc, verb) === 'xcomp' && head >= 0 && /^used$/i.test(formOf(doc, head))
}

/** Present progressive, present perfect progressive, or "still" with a present. */
function isUnderWay(doc: Scene['doc'], scene: Scene, verb: number): boolean {
  const ing = doc.tokens.xpos[verb] === 'VBG'
  let present = false
  let still = false
  for (const child of childrenOf(scene.tree, verb)) {
    const relation = relationOf(doc, child)
    if (relation === 'aux' || relation === 'cop') present ||= /^(?:VBZ|VBP)$/.test(doc.tokens.xpos[child] ?? '')
    if (relation === 'advmod' && /^(?:still|currently|now)$/i.test(formOf(doc, child))) still = true
  }
  if (ing && present) return true
  return still && (present || /^(?:VBZ|VBP)$/.test(doc.tokens.xpos[verb] ?? ''))
}

/** What the governor of a clause without a tense of its own makes of it; null when nothing. */
function governedStatus(scene: Scene, verb: number, depth: number): Status | null {
  const { doc, tree } = scene
  const head = doc.tokens.head[verb] ?? -1
  if (head < 0) return null
  const relation = relationOf(doc, verb)
  const mark = markOf(scene, verb)
  const infinitive = mark === 'to' || (isBase(scene, verb) && relation !== 'root')
  if (
    relation === 'conj' &&
    childBy(tree, verb, 'aux', 'nsubj', 'mark') < 0 &&
    isClause(scene, head) &&
    sameForm(scene, verb, head)
  )
    return governedStatus(scene, head, depth + 1)
  if (relation === 'acl' && doc.tokens.deprel[verb] !== 'acl:relcl')
    return infinitive || doc.tokens.xpos[verb] === 'VBG' ? ofNoun(scene, head, infinitive, depth) : null
  if (!infinitive && doc.tokens.xpos[verb] !== 'VBG' && relation !== 'xcomp') return null
  if (relation === 'ccomp' && !infinitive) return null
  if (relation === 'advcl' && doc.tokens.xpos[verb] === 'VBG') return gerundStatus(scene, verb, head, mark, depth)
  return infinitive || relation === 'xcomp' || relation === 'advcl' || relation === 'csubj'
    ? ofGovernor(scene, head, infinitive, relation, depth)
    : null
}

function sameForm(scene: Scene, a: number, b: number): boolean {
  return scene.doc.tokens.xpos[a] === scene.doc.tokens.xpos[b]
}

function gerundStatus(scene: Scene, verb: number, head: number, mark: string, depth: number): Status | null {
  if (mark === 'without' || mark === 'instead' || mark === 'rather') return DENIED
  const lemma = lemmaOf(scene.doc, head)
  if (mark === 'from' && DENYING.has(lemma)) return isNegated(scene, head) ? HAPPENED : DENIED
  if (mark === 'before' || mark === '') {
    const above = predicateStatus(scene, head, depth + 1)
    return above.status === 'planned' ? above : null
  }
  return verb < 0 ? null : null
}

function ofGovernor(scene: Scene, head: number, infinitive: boolean, relation: string, depth: number): Status | null {
  const { doc, tree } = scene
  const lemma = lemmaOf(doc, head)
  if (/^(?:use)$/.test(lemma) && /^used$/i.test(formOf(doc, head)) && infinitive) return null
  const class_ = classStatus(lemma)
  if (class_ && relation !== 'advcl') {
    if (class_.status === 'denied') return isNegated(scene, head) ? HAPPENED : DENIED
    if (isNegated(scene, head)) return DENIED
    return class_
  }
  const above = predicateStatus(scene, head, depth + 1)
  if (relation === 'advcl') return infinitive ? (above.status === 'denied' ? DENIED : as('planned')) : null
  if (LASTING.has(lemma)) return above.status === 'happened' || above.status === 'ongoing' ? as('ongoing') : above
  if (TRANSPARENT.has(lemma) || childBy(tree, head, 'cop') >= 0 || relation === 'xcomp') {
    if (above.status !== 'happened' || TRANSPARENT.has(lemma) || !infinitive) return above
  }
  return infinitive ? as('planned') : null
}

/** What a class of governing words says of what they govern. */
function classStatus(lemma: string): Status | null {
  if (DENYING.has(lemma)) return DENIED
  if (THREATENING.has(lemma)) return as('threatened')
  if (DOUBTING.has(lemma)) return as('hypothetical')
  if (ASKING.has(lemma)) return as('requested')
  if (PLANNING.has(lemma)) return as('planned')
  return null
}

/** "The decision to send", "the risk of losing". */
function ofNoun(scene: Scene, noun: number, infinitive: boolean, depth: number): Status | null {
  const class_ = classStatus(nounLemma(scene.doc, noun))
  if (class_) return class_.status !== 'denied' && nounStatus(scene, noun, depth + 1).negated ? DENIED : class_
  return infinitive ? as('planned') : null
}

const COMING =
  /^(?:planned|upcoming|forthcoming|scheduled|expected|future|next|proposed|coming|looming|imminent|prospective|intended|anticipated|pending)$/i
const LASTING_ADJECTIVE = /^(?:ongoing|current|continuing|continued|continuous)$/i
const POSSIBLE = /^(?:possible|potential|likely|hypothetical|feared|would-be|suspected|eventual)$/i
const THREATENED = /^threatened$/i
const USUAL = /^(?:annual|regular|routine|daily|weekly|monthly|yearly|frequent|usual|nightly|seasonal|biennial)$/i

function nounStatus(scene: Scene, noun: number, depth: number): Status {
  const { doc, tree } = scene
  for (const child of childrenOf(tree, noun)) {
    const relation = relationOf(doc, child)
    const word = formOf(doc, child)
    if (relation === 'det' && NOBODY.test(word)) return DENIED
    if (relation !== 'amod' && relation !== 'compound') continue
    if (/^(?:cancelled|canceled|abandoned|averted|aborted|failed|foiled)$/i.test(word)) return DENIED
    if (COMING.test(word)) return as('planned')
    if (THREATENED.test(word)) return as('threatened')
    if (POSSIBLE.test(word)) return as('hypothetical')
    if (/^(?:requested|demanded)$/i.test(word)) return as('requested')
    if (LASTING_ADJECTIVE.test(word)) return as('ongoing')
    if (USUAL.test(word)) return as('habitual')
  }
  if (depth >= DEEPEST) return HAPPENED
  return nounGoverned(scene, noun, depth) ?? HAPPENED
}

const LEADING_UP = /^(?:ahead|pending|until)$/
const IN_CASE = /^(?:if|unless)$/

function nounGoverned(scene: Scene, noun: number, depth: number): Status | null {
  const { doc, tree } = scene
  const head = doc.tokens.head[noun] ?? -1
  if (head < 0) return null
  const relation = doc.tokens.deprel[noun] ?? ''
  const marker = caseOf(tree, noun)
  if (relation === 'conj') return nounGoverned(scene, head, depth + 1)
  if (marker !== null && (LEADING_UP.test(marker) || /\b(?:prior|eve)\b/.test(marker))) return as('planned')
  if (marker === 'without' || marker === 'despite-no') return DENIED
  if (marker !== null && IN_CASE.test(marker)) return as('conditional')
  if (isClause(scene, head)) return nounUnderVerb(scene, head, relation, marker, depth)
  const lemma = nounLemma(doc, head)
  if (relation === 'nmod' && marker !== null && /^(?:of|for|to|about|over|on|against)$/.test(marker)) {
    if (lemma === 'event' || lemma === 'case') return as('conditional')
    if (lemma === 'eve') return as('planned')
    const class_ = PROSPECTIVE.test(lemma) ? classStatus(lemma) : null
    if (class_) return class_
  }
  return null
}

/** Nouns whose complement is no more than planned, asked for, feared. Others of their classes only when a verb follows. */
const PROSPECTIVE =
  /^(?:plan|proposal|preparation|call|demand|request|appeal|plea|threat|warning|risk|possibility|chance|prospect|danger|fear|likelihood|hope|expectation|need|pledge|promise|bid|refusal|rejection|cancellation|pressure|ultimatum|speculation|intention|schedule|petition|campaign|forecast|prediction|denial|lack|absence|push|anticipation)$/

function nounUnderVerb(
  scene: Scene,
  verb: number,
  relation: string,
  marker: string | null,
  depth: number,
): Status | null {
  const { doc } = scene
  const lemma = lemmaOf(doc, verb)
  const passive = isPassive(scene, verb)
  const object = relation === 'obj' || (passive && relation === 'nsubj:pass')
  if (object || (relation === 'obl' && marker === 'for') || (relation === 'obl' && marker === 'with')) {
    const class_ = GRASPING.test(lemma) ? classStatus(lemma) : null
    if (class_ && (object || lemma !== 'set')) {
      if (isNegated(scene, verb)) return class_.status === 'denied' ? HAPPENED : DENIED
      return class_
    }
  }
  const above = predicateStatus(scene, verb, depth + 1)
  if (object && LIGHT.has(lemma)) return above
  if (relation.startsWith('nsubj') && (OCCURRING.test(lemma) || childBy(scene.tree, verb, 'cop') >= 0))
    return ofPredicate(scene, verb, above)
  if (object && above.status === 'planned') return above
  if (relation === 'obl' && marker === 'during' && above.status !== 'denied') return above
  return null
}

/** Verbs that take what is not done yet as their object: "cancelled the visit", "demands a withdrawal". */
const GRASPING =
  /^(?:plan|schedule|prepare|propose|consider|mull|offer|promise|pledge|vow|expect|anticipate|await|want|seek|request|demand|urge|call|ask|order|recommend|threaten|cancel|scrap|abandon|rule|deny|refuse|avoid|prevent|block|stop|avert|foil|thwart|forbid|ban|prohibit|fear|contemplate|intend|envisage|press|push|appeal|suggest|invite|warn|postpone|shelve|reject|decline|forecast|predict|project|bar|drop|hope|wish|advocate|plead|lobby|veto)$/

const OCCURRING =
  /^(?:begin|start|continue|end|take|happen|occur|resume|last|follow|come|go|proceed|break|erupt|be|remain|hold|persist|conclude|open|close)$/

/** "The strike is likely", "the visit is planned for May". */
function ofPredicate(scene: Scene, verb: number, above: Status): Status {
  const class_ = uposOf(scene.doc, verb) === 'ADJ' ? classStatus(lemmaOf(scene.doc, verb)) : null
  return above.status === 'happened' && class_ ? class_ : above
}
