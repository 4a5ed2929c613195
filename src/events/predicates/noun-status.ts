import { formOf, lemmaOf, nounLemma, uposOf } from '../doc-cursor.ts'
import { isClause, isNegated, isPresent, isUnderWay } from './own-status.ts'
import type { Scene } from './participants.ts'
import {
  as,
  classStatus,
  DEEPEST,
  DENIED,
  DENIED_FUTURE,
  HAPPENED,
  type Status,
  type StatusOf,
} from './status-values.ts'
import { DELAYING, LASTING } from './status-words.ts'
import { caseOf, childBy, childrenBy, childrenOf, relationOf } from './tree.ts'
import { isPassive } from './verb-arguments.ts'
import { LIGHT } from './verb-classes.ts'

/** Modifiers by what they say of the noun. */
const MODIFIERS: readonly (readonly [RegExp, Status])[] = [
  [/^(?:cancelled|canceled|abandoned|averted|aborted|failed|foiled|scrapped|shelved)$/i, DENIED],
  [
    /^(?:planned|upcoming|forthcoming|scheduled|expected|future|next|proposed|coming|looming|imminent|prospective|intended|anticipated|pending|promised)$/i,
    as('planned'),
  ],
  [/^threatened$/i, as('threatened')],
  [/^(?:possible|potential|likely|hypothetical|feared|would-be|suspected|eventual|attempted)$/i, as('hypothetical')],
  [/^(?:requested|demanded|requisite)$/i, as('requested')],
  [/^(?:ongoing|current|continuing|continued|continuous)$/i, as('ongoing')],
  [
    /^(?:annual|regular|routine|daily|weekly|monthly|yearly|frequent|usual|nightly|seasonal|biennial)$/i,
    as('habitual'),
  ],
]
const NO = /^(?:no|neither)$/i
/** Nouns that only count or portion what stands behind their "of". */
const PORTION =
  /^(?:round|series|number|wave|string|spate|set|half|part|start|beginning|end|continuation|sign|kind|sort|type|form|lot|majority|act)$/

/**
 * The status of what a noun tells: what is done with it ("cancelled the visit", "talks will begin"), its modifiers
 * ("the planned visit", "no visit"), the noun it hangs on ("a call for talks").
 */
export function nounStatus(scene: Scene, noun: number, depth: number, statusOf: StatusOf): Status {
  const { doc, tree } = scene
  const governed = depth < DEEPEST ? nounGoverned(scene, noun, depth, statusOf) : null
  if (governed?.negated === true) return governed
  for (const child of childrenOf(tree, noun)) {
    const relation = relationOf(doc, child)
    const word = formOf(doc, child)
    if (relation === 'det' && NO.test(word)) return DENIED
    if (relation !== 'amod' && relation !== 'compound') continue
    const found = MODIFIERS.find(([pattern]) => pattern.test(word))
    if (found) return found[1]
  }
  if (governed) return governed
  return childrenBy(tree, noun, 'acl:relcl').some(
    clause => isUnderWay(scene, clause) && GOES_ON.test(lemmaOf(doc, clause)),
  )
    ? as('ongoing')
    : HAPPENED
}

const GOES_ON = /^(?:go|continue|last|drag|rage|run|proceed|persist)$/

function nounGoverned(scene: Scene, noun: number, depth: number, statusOf: StatusOf): Status | null {
  const { doc, tree } = scene
  const head = doc.tokens.head[noun] ?? -1
  if (head < 0) return null
  const relation = doc.tokens.deprel[noun] ?? ''
  const marker = caseOf(tree, noun)
  if (relation === 'conj') return nounGoverned(scene, head, depth + 1, statusOf)
  if (marker !== null) {
    if (/^(?:ahead|pending|until)$/.test(marker) || /\b(?:prior|eve)\b/.test(marker)) return as('planned')
    if (marker === 'without') return DENIED
    if (marker === 'if' || marker === 'unless') return as('conditional')
  }
  if (isClause(scene, head)) return nounUnderVerb(scene, head, relation, marker, statusOf(scene, head, depth + 1))
  if (relation !== 'nmod' || marker === null) return null
  const lemma = nounLemma(doc, head)
  if (marker === 'of' && PORTION.test(lemma)) return nounStatus(scene, head, depth + 1, statusOf)
  if (!/^(?:of|for|to|about|over|on|against)$/.test(marker)) return null
  if ((lemma === 'event' || lemma === 'case') && caseOf(tree, head) === 'in') return as('conditional')
  if (lemma === 'eve') return as('planned')
  return PROSPECTIVE.test(lemma) ? classStatus(lemma) : null
}

/** Nouns whose complement is no more than planned, asked for, feared. Others of their classes only when a verb follows. */
const PROSPECTIVE =
  /^(?:plan|proposal|preparation|call|demand|request|appeal|plea|threat|warning|risk|possibility|chance|prospect|danger|fear|likelihood|hope|expectation|need|pledge|promise|bid|refusal|cancellation|pressure|ultimatum|speculation|intention|schedule|petition|campaign|forecast|prediction|denial|lack|absence|push|anticipation|suspicion|rumour|rumor|worry|deadline|date)$/

function nounUnderVerb(
  scene: Scene,
  verb: number,
  relation: string,
  marker: string | null,
  above: Status,
): Status | null {
  const { doc } = scene
  const lemma = lemmaOf(doc, verb)
  const object =
    relation === 'obj' ||
    (relation === 'obl' && marker === 'with' && lemma === 'go') ||
    (relation === 'nsubj:pass' && isPassive(scene, verb))
  const own = object ? ofObject(scene, verb, lemma) : relation === 'obl' ? ofOblique(lemma, marker) : null
  if (own) {
    if (!isNegated(scene, verb)) return own.negated && above.future ? DENIED_FUTURE : own
    if (lemma === 'rule' && own.negated) return as('hypothetical')
    return own.negated ? HAPPENED : own.future ? DENIED_FUTURE : DENIED
  }
  if (object && (LIGHT.has(lemma) || (marker === 'with' && /^(?:go|proceed|press)$/.test(lemma)))) return above
  if (relation.startsWith('nsubj')) return ofSubject(scene, verb, lemma, above)
  if (object && above.status === 'planned') return above
  if (relation === 'obl' && marker === 'during' && above.status !== 'denied') return above
  return null
}

/** Verbs that take what is not done yet as their object: "cancelled the visit", "demands a withdrawal". */
const GRASPING =
  /^(?:plan|schedule|prepare|propose|consider|mull|offer|promise|pledge|vow|expect|anticipate|await|want|seek|request|demand|urge|order|recommend|threaten|cancel|scrap|abandon|deny|avoid|prevent|block|stop|avert|foil|thwart|forbid|ban|prohibit|fear|contemplate|intend|envisage|suggest|shelve|forecast|predict|project|bar|advocate|veto|authorize|authorise|set|slate|agree|negotiate|require|need|scupper|abort|eye|weigh|risk|design)$/
/** Verbs that ask for, plan or threaten with what stands behind their preposition. */
const REACHING: Readonly<Record<string, RegExp>> = {
  for: /^(?:call|ask|press|push|appeal|plead|hope|wish|plan|prepare|lobby|campaign|beg|petition|aim|set|schedule|slate|wait)$/,
  with: /^(?:threaten)$/,
  about: /^(?:speculate|worry|wonder)$/,
  at: /^(?:hint)$/,
  to: /^(?:commit|pledge)$/,
  of: /^(?:warn|dream|think)$/,
  on: /^(?:insist|decide|agree)$/,
  from: /^(?:refrain|desist|abstain)$/,
  against: /^(?:warn|advise|decide)$/,
}

function ofObject(scene: Scene, verb: number, lemma: string): Status | null {
  const particle = childBy(scene.tree, verb, 'compound:prt')
  const out = particle < 0 ? '' : formOf(scene.doc, particle).toLowerCase()
  if (/^(?:call off|rule out|fend off|head off|stave off|write off)$/.test(`${lemma} ${out}`)) return DENIED
  if (/^(?:put off|push back)$/.test(`${lemma} ${out}`) || DELAYING.has(lemma))
    return { ...as('planned'), negated: true }
  if (out !== '') return null
  if (lemma === 'rule' && childrenBy(scene.tree, verb, 'advmod').some(child => /^out$/i.test(formOf(scene.doc, child))))
    return DENIED
  return GRASPING.test(lemma) ? (/^(?:want|seek)$/.test(lemma) ? as('requested') : classStatus(lemma)) : null
}

function ofOblique(lemma: string, marker: string | null): Status | null {
  if (marker === null || REACHING[marker]?.test(lemma) !== true) return null
  if (marker === 'from') return DENIED
  if (marker === 'at') return as('hypothetical')
  return lemma === 'decide' && marker === 'against' ? DENIED_FUTURE : classStatus(lemma)
}

const OCCURRING =
  /^(?:begin|start|continue|end|take|happen|occur|resume|last|follow|come|go|proceed|break|erupt|hold|persist|conclude|open|close|remain|rage|drag|run)$/

/** "Talks will begin", "the strike is likely", "the siege goes on", "the visit is planned for May". */
function ofSubject(scene: Scene, verb: number, lemma: string, above: Status): Status | null {
  const { doc, tree } = scene
  const happened = above.status === 'happened'
  const copula = childBy(tree, verb, 'cop') >= 0
  if (copula || lemma === 'be') {
    if (
      uposOf(doc, verb) === 'ADJ' &&
      /^(?:likely|unlikely|possible|due|necessary|essential|imminent|ongoing|underway)$/.test(lemma)
    )
      return /^(?:ongoing|underway)$/.test(lemma)
        ? happened
          ? as('ongoing')
          : above
        : lemma === 'imminent'
          ? as('planned')
          : above.negated
            ? DENIED
            : (classStatus(lemma) ?? above)
    if (happened && isPresent(scene, verb) && isCourse(scene, verb, lemma)) return as('ongoing')
    return happened || above.negated ? null : above
  }
  if (!OCCURRING.test(lemma)) return null
  const lasting = LASTING.has(lemma) || GOES_ON.test(lemma)
  return happened && lasting && isPresent(scene, verb) ? as('ongoing') : above
}

/** "Is under way", "is in its fortieth day". */
function isCourse(scene: Scene, verb: number, lemma: string): boolean {
  const word = lemma === 'be' ? lastOf(scene, verb) : verb
  return /^(?:way|day|week|month|year|hour|progress|underway|phase|stage)$/.test(lemmaOf(scene.doc, word))
}

function lastOf(scene: Scene, verb: number): number {
  return childrenBy(scene.tree, verb, 'obl').at(-1) ?? childrenBy(scene.tree, verb, 'advmod').at(-1) ?? verb
}
