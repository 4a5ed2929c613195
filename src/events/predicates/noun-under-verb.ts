import { formOf, lemmaOf, nounLemma, uposOf } from '../doc-cursor.ts'
import { isNegated, isPresent } from './own-status.ts'
import type { Scene } from './participants.ts'
import { as, classStatus, DENIED, DENIED_FUTURE, HAPPENED, type Status } from './status-values.ts'
import { DELAYING, LASTING } from './status-words.ts'
import { caseOf, childBy, childrenBy, relationOf } from './tree.ts'
import { isPassive } from './verb-arguments.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Verbs that say of what they are said of that it goes on. */
export const GOES_ON: RegExp = /^(?:go|continue|last|drag|rage|run|proceed|persist)$/

/** Verbs that take what is not done yet as their object: "cancelled the visit", "demands a withdrawal". */
const GRASPING = words(
  `plan schedule prepare propose consider mull offer promise pledge vow expect anticipate await want seek request
  demand urge order recommend threaten cancel scrap abandon deny avoid prevent block stop avert foil thwart forbid ban
  prohibit fear contemplate intend envisage shelve forecast predict project bar advocate veto authorize authorise set
  slate agree negotiate require need scupper abort eye weigh risk design`,
)
/** Verbs that lend an object their own status: whether it was held says whether there was a meeting. */
export const CARRYING: ReadonlySet<string> = words(
  `hold have conduct launch carry make stage give take do perform undertake pay reach sign wage mount impose deliver
  complete start begin resume continue organize organise host open commit conclude issue place mark suffer inflict
  engage convene`,
)
/** What is announced is still to come where it is a measure or a deal, not a finding or a decision. */
const FORTHCOMING = words(
  `cut cutback layoff lay-off closure closing shutdown launch recall withdrawal pullout restructuring expansion
  reduction sale merger acquisition takeover buyout strike offering investment tour visit trip deployment sanction
  tariff measure introduction integration spin-off hike reform event summit election referendum exercise drill ban
  boycott production redundancy overhaul release`,
)
/** Verbs that ask for, plan or threaten with what stands behind their preposition. */
const REACHING: Readonly<Record<string, ReadonlySet<string>>> = {
  for: words(
    'call ask press push appeal plead hope wish plan prepare lobby campaign beg petition aim set schedule slate wait',
  ),
  with: words('threaten'),
  about: words('speculate worry wonder'),
  at: words('hint'),
  to: words('commit pledge'),
  of: words('warn dream think'),
  on: words('insist decide agree'),
  from: words('refrain desist abstain'),
  against: words('warn advise decide'),
}
/** Verbs that say of their subject that it is, begins or ends. */
const OCCURRING = words(
  `begin start continue end take happen occur resume last follow come go proceed break erupt hold persist conclude open
  close remain rage drag run`,
)

/** Nouns of what goes on for long, or again and again where they are many. */
const LASTING_NOUN =
  /^(?:war|warfare|occupation|blockade|siege|conflict|campaign|fighting|aggression|build-?up|standoff|insurgency)$/
const REPEATED_NOUN =
  /^(?:exercise|drill|manoeuvre|maneuver|patrol|incursion|flight|war-?game|raid|strike|attack|talk|negotiation|protest)$/
/** Verbs and adjectives of those who have something before their eyes: "watches the drills", "worried about the patrols". */
const FACING = words(
  'worry worried concern concerned alarm alarmed anxious uneasy follow watch monitor track observe eye face confront oppose resist counter endure suffer wary',
)

/**
 * What a clause in the present, told as so, says of such a noun in it: "the war shows", "is worried about the drills". One attack
 * that somebody condemns today may be over; the attacks that he watches are not.
 */
function ofPresent(scene: Scene, noun: number, verb: number, above: Status): Status | null {
  if (!/^(?:happened|ongoing|habitual)$/.test(above.status) || above.negated || !isPresent(scene, verb)) return null
  const { doc, tree } = scene
  if (uposOf(doc, noun) !== 'NOUN') return null
  const word = nounLemma(doc, noun)
  const facing = FACING.has(lemmaOf(doc, verb)) || FACING.has(formOf(doc, verb).toLowerCase())
  const subject = relationOf(doc, noun) === 'nsubj'
  if (LASTING_NOUN.test(word)) return subject || facing || caseOf(tree, noun) === 'amid' ? as('ongoing') : null
  return facing && !subject && REPEATED_NOUN.test(word) && doc.tokens.xpos[noun] === 'NNS' ? as('ongoing') : null
}

/** What a verb says of a noun that is its subject, object or prepositional phrase; null when nothing. */
export function nounUnderVerb(scene: Scene, noun: number, verb: number, above: Status): Status | null {
  const relation = scene.doc.tokens.deprel[noun] ?? ''
  const marker = caseOf(scene.tree, noun)
  const lemma = lemmaOf(scene.doc, verb)
  const ahead = marker === 'with' && /^(?:go|proceed|press)$/.test(lemma)
  const object = relation === 'obj' || ahead || (relation === 'nsubj:pass' && isPassive(scene, verb))
  // "warned of Samplia's build-up": another's, so it is no threat of whoever warns
  if (relation === 'obl' && lemma === 'warn' && marker === 'of' && childBy(scene.tree, noun, 'nmod:poss') >= 0)
    return as(LASTING_NOUN.test(nounLemma(scene.doc, noun)) ? 'ongoing' : 'hypothetical')
  const own = object ? ofObject(scene, noun, verb, lemma) : relation === 'obl' ? ofOblique(lemma, marker) : null
  if (own) {
    if (!isNegated(scene, verb)) return own.negated && above.future ? DENIED_FUTURE : own
    // "cannot be ruled out"
    if (lemma === 'rule' && own.negated) return as('hypothetical')
    return own.negated ? HAPPENED : own.future ? DENIED_FUTURE : DENIED
  }
  if (object && (CARRYING.has(lemma) || ahead)) return above
  const goesOn = ofPresent(scene, noun, verb, above)
  if (relationOf(scene.doc, noun) === 'nsubj') return ofSubject(scene, verb, lemma, above) ?? goesOn
  if (goesOn) return goesOn
  if (object && above.status === 'planned') return above
  return relation === 'obl' && marker === 'during' && above.status !== 'denied' ? above : null
}

function ofObject(scene: Scene, noun: number, verb: number, lemma: string): Status | null {
  const { doc, tree } = scene
  const particle = childBy(tree, verb, 'compound:prt')
  const out = particle < 0 ? '' : formOf(doc, particle).toLowerCase()
  const phrase = `${lemma} ${out}`
  if (/^(?:call off|rule out|fend off|head off|stave off|write off)$/.test(phrase)) return DENIED
  // "postponed until May" is still planned
  if (/^(?:put off|push back)$/.test(phrase) || DELAYING.has(lemma))
    return childrenBy(tree, verb, 'obl').some(child => scene.time[child] === 1) ? as('planned') : DENIED
  if (out !== '') return null
  if (lemma === 'rule' && childrenBy(tree, verb, 'advmod').some(child => /^out$/i.test(formOf(doc, child))))
    return DENIED
  if (/^(?:announce|unveil)$/.test(lemma) && FORTHCOMING.has(nounLemma(doc, noun))) return as('planned')
  if (!GRASPING.has(lemma)) return null
  return lemma === 'want' || lemma === 'seek' ? as('requested') : classStatus(lemma)
}

function ofOblique(lemma: string, marker: string | null): Status | null {
  if (marker === null || REACHING[marker]?.has(lemma) !== true) return null
  if (marker === 'from') return DENIED
  if (marker === 'at') return as('hypothetical')
  return lemma === 'decide' && marker === 'against' ? DENIED_FUTURE : classStatus(lemma)
}

/** "Talks will begin", "the strike is likely", "the siege goes on", "the visit is planned for May". */
function ofSubject(scene: Scene, verb: number, lemma: string, above: Status): Status | null {
  const happened = above.status === 'happened'
  if (childBy(scene.tree, verb, 'cop') >= 0 || lemma === 'be') {
    if (uposOf(scene.doc, verb) === 'ADJ') {
      const said = ofAdjective(lemma, above)
      if (said) return said
    }
    if (happened && isPresent(scene, verb) && isCourse(scene, verb, lemma)) return as('ongoing')
    return happened || above.negated ? null : above
  }
  if (!OCCURRING.has(lemma)) return null
  const lasting = LASTING.has(lemma) || GOES_ON.test(lemma)
  return happened && lasting && isPresent(scene, verb) ? as('ongoing') : above
}

function ofAdjective(lemma: string, above: Status): Status | null {
  if (/^(?:ongoing|underway)$/.test(lemma)) return above.status === 'happened' ? as('ongoing') : above
  if (above.negated) return /^(?:likely|possible|due|necessary|essential|imminent)$/.test(lemma) ? DENIED : null
  if (lemma === 'imminent') return as('planned')
  return /^(?:likely|unlikely|possible|due|necessary|essential)$/.test(lemma) ? classStatus(lemma) : null
}

/** "Is under way", "is in its fortieth day". */
function isCourse(scene: Scene, verb: number, lemma: string): boolean {
  const word = lemma === 'be' ? lastOf(scene, verb) : verb
  return /^(?:way|day|week|month|year|hour|progress|underway|phase|stage)$/.test(lemmaOf(scene.doc, word))
}

function lastOf(scene: Scene, verb: number): number {
  return childrenBy(scene.tree, verb, 'obl').at(-1) ?? childrenBy(scene.tree, verb, 'advmod').at(-1) ?? verb
}
