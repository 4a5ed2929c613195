import type { Doc } from '../model/doc.ts'
import type { EventStatus } from '../model/reading.ts'
import type { Clauses, VerbGroup } from './clause/phrase.ts'
import { formOf, lemmaOf } from './doc-cursor.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Verbs that turn what they govern into a plan, a wish, a threat, a denial, a matter of course. */
const PLANNING = words(
  'plan intend expect set schedule prepare aim hope agree vow pledge promise decide propose announce consider mull due poise offer commit look be ready need',
)
const ASKING = words('urge ask demand call request want tell order press appeal insist seek encourage invite')
const THREATENING = words('threaten warn')
const DENYING = words('deny refuse reject decline fail cancel avoid rule postpone scrap abandon')
const ONGOING = words('continue keep remain')

export interface Status {
  readonly status: EventStatus
  readonly negated: boolean
}

/** Status of an event told by a verb: its modal, negation and tense, and the verb it hangs on. */
export function verbStatus(doc: Doc, clauses: Clauses, index: number): Status {
  const group = clauses.phrases[index]
  if (group?.kind !== 'vg') return { status: 'happened', negated: false }
  if (group.negated) return { status: 'denied', negated: true }
  if (isConditional(clauses, index)) return { status: 'conditional', negated: false }
  const modal = modalStatus(group.modal)
  if (modal) return { status: modal, negated: false }
  if (group.infinitive && /\bneed for(?: [\w.'’-]+){1,4}$/i.test(wordsBefore(doc, clauses, group)))
    return { status: 'requested', negated: false }
  const governor = group.infinitive || group.gerund ? governorOf(clauses, index) : null
  if (governor) {
    const governed = governedStatus(doc, governor)
    if (governed) return governed
  }
  if (group.infinitive) return { status: 'planned', negated: false }
  if (isHabit(doc, clauses, index)) return { status: 'habitual', negated: false }
  return {
    status: group.progressive && !group.perfect && isPresent(doc, group) ? 'ongoing' : 'happened',
    negated: false,
  }
}

function wordsBefore(doc: Doc, clauses: Clauses, group: VerbGroup): string {
  const start = doc.tokens.start[group.first] ?? 0
  return doc.text.slice(Math.max(doc.tokens.start[clauses.first] ?? 0, start - 60), start).trimEnd()
}

function isPresent(doc: Doc, group: VerbGroup): boolean {
  return /^(?:is|are|am|'s|'re|’s|’re)$/i.test(formOf(doc, group.first))
}

function modalStatus(modal: string | null): EventStatus | null {
  if (modal === null) return null
  if (modal === 'will' || modal === 'shall') return 'planned'
  if (modal === 'should' || modal === 'must' || modal === 'ought') return 'requested'
  return 'hypothetical'
}

/** "If" or "unless" opens the clause. */
function isConditional(clauses: Clauses, index: number): boolean {
  for (let k = index - 1; k >= 0 && k > index - 12; k--) {
    const phrase = clauses.phrases[k]
    if (phrase?.kind === 'vg' || phrase?.kind === 'break') return false
    if (phrase?.kind === 'sub') return phrase.word === 'if' || phrase.word === 'unless'
  }
  return false
}

/** The verb group before, with nothing that ends a clause between. */
function governorOf(clauses: Clauses, index: number): VerbGroup | null {
  for (let k = index - 1; k >= 0 && k > index - 12; k--) {
    const phrase = clauses.phrases[k]
    if (phrase?.kind === 'vg') return phrase
    if (phrase?.kind === 'sub' || phrase?.kind === 'break' || phrase?.kind === 'rel' || phrase?.kind === 'comma')
      return null
  }
  return null
}

function governedStatus(doc: Doc, governor: VerbGroup): Status | null {
  const lemma = lemmaOf(doc, governor.head)
  if (governor.negated) return { status: 'denied', negated: true }
  if (DENYING.has(lemma)) return { status: 'denied', negated: true }
  if (THREATENING.has(lemma)) return { status: 'threatened', negated: false }
  if (ASKING.has(lemma)) return { status: 'requested', negated: false }
  if (PLANNING.has(lemma) || governor.modal === 'will') return { status: 'planned', negated: false }
  if (ONGOING.has(lemma)) return { status: 'ongoing', negated: false }
  return null
}

const HABIT = /\b(?:regularly|routinely|frequently|often|usually|every (?:day|week|month|year)|annually|habitually)\b/i

function isHabit(doc: Doc, clauses: Clauses, index: number): boolean {
  const group = clauses.phrases[index]
  if (!group) return false
  const from = doc.tokens.start[Math.max(clauses.first, group.first - 3)] ?? 0
  const to = doc.tokens.end[Math.min(clauses.end, group.end + 6) - 1] ?? 0
  return HABIT.test(doc.text.slice(from, to))
}

/** "During his visit he plans to …": as the next finite verb of the sentence says. */
function mainStatus(doc: Doc, clauses: Clauses, index: number): Status {
  for (let k = index + 1; k < Math.min(clauses.phrases.length, index + 12); k++) {
    const phrase = clauses.phrases[k]
    if (phrase?.kind !== 'vg' || phrase.gerund || phrase.infinitive) continue
    const plans = /^(?:plan|intend|hope|expect|aim)$/.test(lemmaOf(doc, phrase.head)) && !phrase.perfect
    return plans ? { status: 'planned', negated: false } : verbStatus(doc, clauses, k)
  }
  return { status: 'happened', negated: false }
}

const PLANNED_ADJECTIVE =
  /\b(?:planned|upcoming|forthcoming|scheduled|expected|future|next|proposed|coming|looming|imminent)\b/i
const ONGOING_ADJECTIVE = /\b(?:ongoing|current|continuing|continued)\b/i
const HYPOTHETICAL_ADJECTIVE = /\b(?:possible|potential|likely|hypothetical|feared|would-be|threatened)\b/i
const AHEAD =
  /\b(?:ahead of|before|prior to|preparations for|plans for|plan for|in preparation for|on the eve of|to prepare for)(?: \w+){0,2}$/i
const ASKED =
  /\b(?:call|calls|called|calling|appeal|appealed|push|pushed|demand|demands|demanded|request|requests|requested|asked) for(?: \w+){0,3}$/i
const FEARED = /\b(?:fears? of|risk of|threat of|prospect of|possibility of|in the event of|in case of)(?: \w+){0,3}$/i

/** Status of an event told by a noun: its adjectives, the words before it and the verb that governs it. */
export function nounStatus(doc: Doc, clauses: Clauses, index: number, support: number | null): Status {
  const phrase = clauses.phrases[index]
  if (!phrase) return { status: 'happened', negated: false }
  const inside = doc.text.slice(doc.tokens.start[phrase.first] ?? 0, doc.tokens.end[phrase.end - 1] ?? 0)
  const before = doc.text
    .slice(
      Math.max(doc.tokens.start[clauses.first] ?? 0, (doc.tokens.start[phrase.first] ?? 0) - 40),
      doc.tokens.start[phrase.first] ?? 0,
    )
    .trimEnd()
  if (/^no\b/i.test(inside)) return { status: 'denied', negated: true }
  if (PLANNED_ADJECTIVE.test(inside) || AHEAD.test(before)) return { status: 'planned', negated: false }
  if (ASKED.test(before)) return { status: 'requested', negated: false }
  if (HYPOTHETICAL_ADJECTIVE.test(inside) || FEARED.test(before)) return { status: 'hypothetical', negated: false }
  if (ONGOING_ADJECTIVE.test(inside)) return { status: 'ongoing', negated: false }
  if (/\bduring$/i.test(before)) return mainStatus(doc, clauses, index)
  if (support === null) return { status: 'happened', negated: false }
  const group = clauses.phrases[support]
  if (group?.kind !== 'vg') return { status: 'happened', negated: false }
  return governedStatus(doc, group) ?? verbStatus(doc, clauses, support)
}
