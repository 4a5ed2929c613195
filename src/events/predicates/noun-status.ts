import { formOf, lemmaOf, nounLemma } from '../doc-cursor.ts'
import { GOES_ON, nounUnderVerb } from './noun-under-verb.ts'
import { isClause, isUnderWay } from './own-status.ts'
import type { Scene } from './participants.ts'
import { as, classStatus, DEEPEST, DENIED, HAPPENED, type Status, type StatusOf } from './status-values.ts'
import { caseOf, childrenBy, childrenOf, relationOf } from './tree.ts'

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
  if (isClause(scene, head)) return nounUnderVerb(scene, noun, head, statusOf(scene, head, depth + 1))
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
