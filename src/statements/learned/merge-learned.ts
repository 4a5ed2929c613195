import type { Attribution, WordRange } from '../../model/doc.ts'
import { ADDRESSED } from '../cues.ts'
import { addDraft, addPiece, type Draft, type Finder, newFinder } from '../draft.ts'
import { verbGroup } from '../verb-group.ts'
import type { Range, View } from '../view.ts'
import { allQuotations, contentPieces } from './content-pieces.ts'
import { resumed } from './resumed.ts'
import { sourceOf } from './source-of.ts'

// Log-odds of a cue from which on it counts; below it, down to what parsing hands over, only if it brings quotations.
// Chosen on PolNeAR dev (docs/decisions/0008).
const SURE = 0.4
/** The same where a rule hears the cue too. */
const AGREED = -1.2

/**
 * Puts together what the network sees and what the rules found. Spans are the network's, corrected by quotation marks; a
 * rule's draft with the same cue adds what the network does not say: the verb, whether the saying is denied, to whom. A
 * relation whose source the rules took for a relay ("…, per The Example Times") stays a hop. Of the rules' own finds those
 * stay that docs/decisions/0008 measured worth it.
 */
export function mergeLearned(rules: Finder): Finder {
  const { view } = rules
  const finder: Finder = { ...newFinder(view), relays: rules.relays, outlets: rules.outlets }
  const met = new Set<Draft>()
  for (const relation of contentFirst(view.doc.attributions)) {
    const cue = whole(relation.cue)
    if (cue === null || cue[0] < view.bodyAt || relayed(rules, cue)) continue
    const ruled = draftAt(rules, cue)
    if (addLearned(finder, relation, cue, ruled) && ruled !== null) met.add(ruled)
  }
  for (const draft of rules.drafts) if (!met.has(draft) && worthKeeping(finder, draft)) addDraft(finder, draft)
  return finder
}

/** Cues whose content the network heard, then those that a rule has to help: "laughed and [said]" is one cue, heard twice. */
function contentFirst(relations: readonly Attribution[]): readonly Attribution[] {
  return [...relations.filter(one => one.content.length > 0), ...relations.filter(one => one.content.length === 0)]
}

/** False where nothing is said, or the cue is too doubtful. */
function addLearned(finder: Finder, relation: Attribution, cue: Range, ruled: Draft | null): boolean {
  const { view } = finder
  const heard = contentPieces(view, relation, cue, ruled)
  // The network hears a cue and not what it brings: a rule may know.
  const whole: readonly Range[] = heard.length === 0 && ruled !== null && !isCued(finder, ruled) ? ruled.content : heard
  if (whole.length === 0) return false
  const gone = resumed(finder, cue, whole)
  if (gone !== null) addPiece(finder, gone.owner, gone.quote)
  const content = [...(gone?.rest ?? whole)]
  if (content.length === 0 || (relation.score < (ruled === null ? SURE : AGREED) && !allQuotations(view, content)))
    return false
  const verb = verbOf(view, cue)
  const source = sourceOf(view, relation, cue, ruled?.source ?? null)
  const draft = addDraft(finder, {
    rule: 'learned',
    verb: ruled?.verb ?? verb.lemma,
    source,
    sourceWhy: source === null ? (ruled?.sourceWhy ?? 'the text does not say who') : null,
    cue,
    content,
    denied: ruled?.denied ?? verb.negated,
    addressee: ruled === null ? addresseeOf(view, cue, content) : ruled.addressee,
  })
  return draft !== null
}

/** True where some of the rule's cue is a cue already: "would neither confirm nor [deny]". */
function isCued({ cueOf }: Finder, { cue }: Draft): boolean {
  return cue !== null && cueOf.subarray(cue[0], cue[1]).some(owner => owner >= 0)
}

/** The object between a verb that takes one and what was said: "told [reporters] that …". */
function addresseeOf(view: View, [first, end]: Range, content: readonly Range[]): Range | null {
  const { head, deprel } = view.doc.tokens
  const said = content.find(([from]) => from >= end)?.[0] ?? view.length
  for (let i = end; i < Math.min(said, end + LONGEST_ADDRESS); i++) {
    const verb = head[i]!
    if (verb < first || verb >= end || !/^i?obj$/.test(deprel[i]!) || !ADDRESSED.has(view.lemmas[verb]!)) continue
    let from = i
    let to = i + 1
    while (from > end && isUnder(view, from - 1, i)) from--
    while (to < said && isUnder(view, to, i)) to++
    return [from, to]
  }
  return null
}

/** True when word `i` hangs on `top`, at any depth within a sentence. */
function isUnder(view: View, i: number, top: number): boolean {
  let at = i
  for (let step = 0; at >= 0 && step < DEPTH; step++) {
    if (at === top) return true
    at = view.doc.tokens.head[at]!
  }
  return false
}

// No noun phrase that is told something is longer, no tree of a sentence of news deeper.
const LONGEST_ADDRESS = 30
const DEPTH = 60

/** The first piece of a cue. */
function whole(pieces: readonly WordRange[]): Range | null {
  return pieces[0] ?? null
}

function relayed(rules: Finder, cue: Range): boolean {
  return rules.relays.some(({ outer }) => outer[0] <= cue[0] && cue[0] < outer[1])
}

function draftAt(rules: Finder, [first, end]: Range): Draft | null {
  for (let i = first; i < end; i++) if (rules.cueOf[i]! >= 0) return rules.drafts[rules.cueOf[i]!]!
  return null
}

/** The cue's last verb, else its first word: "has said" → say, "according to" → according to. */
function verbOf(view: View, [first, end]: Range): { readonly lemma: string; readonly negated: boolean } {
  for (let i = end - 1; i >= first; i--)
    if (view.tags[i] === 'VERB') return { lemma: view.lemmas[i]!, negated: verbGroup(view, i).negated }
  const words = view.lower.slice(first, end)
  const noun = view.tags.slice(first, end).lastIndexOf('NOUN')
  return { lemma: noun >= 0 ? view.lemmas[first + noun]! : words.join(' '), negated: false }
}

/** A word is content once: where the network has heard it said, the rule's find is that. */
function worthKeeping(finder: Finder, draft: Draft): boolean {
  if (draft.content.some(([first, end]) => finder.claimed.subarray(first, end).includes(1))) return false
  return KEPT.has(draft.rule) || isRelayed(finder, draft) || allQuotations(finder.view, draft.content)
}

/** Words that an outlet in their sentence passes on: the network has heard the outlet and not whom it reports. */
function isRelayed(finder: Finder, { cue }: Draft): boolean {
  return cue !== null && finder.relays.some(({ sentence }) => sentence[0] <= cue[0] && cue[0] < sentence[1])
}

// Rules whose finds are right as often as the network's where it hears nothing (docs/decisions/0008); headlines with a
// colon are rare in PolNeAR and common in news.
const KEPT: ReadonlySet<Draft['rule']> = new Set(['according', 'postposed', 'signed', 'nominal', 'colon'])
