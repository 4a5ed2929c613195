import type { Capability, EventActor, Statement } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import { contentId } from '../../text/hash.ts'
import { trimSpan } from '../../text/spans.ts'
import type { AmountTree } from '../amounts/amounts-under.ts'
import { thingOf } from '../amounts/counted.ts'
import type { FoundAmount } from '../amounts/find-amounts.ts'
import { ownerPhrase } from '../amounts/owners.ts'
import { formOf, lemmaOf, nounKeys, nounLemma, uposOf } from '../doc-cursor.ts'
import type { EventTools } from '../event-tools.ts'
import { nounArguments } from '../predicates/noun-arguments.ts'
import type { Scene } from '../predicates/participants.ts'
import { phraseSpan } from '../predicates/phrase-spans.ts'
import { predicateStatus } from '../predicates/predicate-status.ts'
import { caseOf, childBy, childrenBy, childrenOf, joinedWith, relationOf } from '../predicates/tree.ts'
import { isPassive, subjectOf, verbArguments } from '../predicates/verb-arguments.ts'
import { LIGHT } from '../predicates/verb-classes.ts'
import type { CapabilityFrame } from './capability-frames.ts'

/** What capabilities are read with. */
export interface CapabilityScene {
  readonly scene: Scene
  readonly amounts: AmountTree
  readonly statements: readonly Statement[]
}

/** A capability by the words of the tree. */
interface Told {
  readonly frame: CapabilityFrame
  readonly token: number
  readonly what: number
  readonly nominal: boolean
}

/**
 * Build-ups, orders, deliveries, deployments, defence spending and cuts, by the rows of `knowledge/events/capabilities.tsv`
 * over the verbs and nouns of the trees, in order of text. A noun that a verb's row has taken ("accelerated its build-up")
 * tells nothing of its own. Linear: what a lookup through clauses costs is bounded.
 */
export function findCapabilities(input: CapabilityScene, tools: EventTools): Capability[] {
  const { scene } = input
  const { doc } = scene
  const taken = new Set<number>()
  const told: Told[] = []
  const nouns: number[] = []
  for (let k = 0; k < doc.tokens.length; k++) {
    const tag = uposOf(doc, k)
    if (tag === 'NOUN') nouns.push(k)
    if ((tag !== 'VERB' && tag !== 'AUX') || /^(?:case|mark|aux|cop|amod|compound)$/.test(relationOf(doc, k))) continue
    const one = firstOf(tools.capabilities.verbs.get(lemmaOf(doc, k)), frame => ofVerb(scene, tools, k, frame))
    if (!one) continue
    told.push({ ...one, token: k, nominal: false })
    taken.add(one.what)
  }
  for (const k of nouns) {
    if (taken.has(k)) continue
    const frames = nounKeys(doc, k).flatMap(key => tools.capabilities.nouns.get(key) ?? [])
    const one = firstOf(frames, frame => ofNoun(scene, tools, k, frame))
    if (one && !taken.has(one.what)) told.push({ ...one, token: k, nominal: true })
  }
  return told.sort((a, b) => a.token - b.token).map(one => capabilityOf(input, one))
}

type Match = Pick<Told, 'frame' | 'what'>

function firstOf(
  frames: readonly CapabilityFrame[] | undefined,
  read: (frame: CapabilityFrame) => number,
): Match | null {
  for (const frame of frames ?? []) {
    const what = read(frame)
    if (what >= 0) return { frame, what }
  }
  return null
}

function ofVerb(scene: Scene, tools: EventTools, verb: number, frame: CapabilityFrame): number {
  const { doc, tree } = scene
  const particle = childBy(tree, verb, 'compound:prt')
  const said = particle < 0 || formOf(doc, particle - 1) === '-' ? null : formOf(doc, particle).toLowerCase()
  if (frame.particle !== null && said !== frame.particle && formOf(doc, verb + 1).toLowerCase() !== frame.particle)
    return -1
  if (frame.particle === null && said !== null && said !== 'out') return -1
  for (const head of frame.slot === 'obj' ? objectsOf(scene, verb, frame) : obliquesOf(scene, verb, frame.slot)) {
    const what = matching(scene, tools, head, frame)
    if (what >= 0) return what
  }
  return -1
}

/** Kinds that are said of their subject where the verb has no object: "spending grew", "the fleet expanded". */
const INTRANSITIVE: ReadonlySet<string> = new Set(['spending', 'cut', 'build-up'])

function objectsOf(scene: Scene, verb: number, frame: CapabilityFrame): number[] {
  const { doc, tree } = scene
  const out = [...childrenBy(tree, verb, 'obj'), ...childrenBy(tree, verb, 'nsubj:pass')]
  // "scaled back its navy": the particle is taken for a preposition
  if (frame.particle !== null && out.length === 0)
    out.push(...childrenBy(tree, verb, 'obl').filter(one => caseOf(tree, one) === null))
  // "the jets ordered by the navy"
  if (
    relationOf(doc, verb) === 'acl' &&
    out.length === 0 &&
    (isPassive(scene, verb) || doc.tokens.deprel[verb] === 'acl:relcl')
  )
    out.push(doc.tokens.head[verb] ?? -1)
  // "its build-up", which parsers like to take for "build" and the verb's particle
  out.push(...childrenBy(tree, verb, 'compound').filter(one => formOf(doc, one - 1) === '-'))
  const subject = childBy(tree, verb, 'nsubj')
  const measured = out.length === 0 || out.every(one => /^(?:NUM|SYM)$/.test(uposOf(doc, one)) || isSum(scene, one))
  if (subject >= 0 && INTRANSITIVE.has(frame.kind) && (measured || isPassive(scene, verb))) out.push(subject)
  return out.filter(one => one >= 0)
}

/** "Spending reached $5 billion", "spending rose 4 percent": the object is how much. */
function isSum(scene: Scene, token: number): boolean {
  return childBy(scene.tree, token, 'nummod') >= 0
}

function obliquesOf(scene: Scene, verb: number, preposition: string): number[] {
  const { doc, tree } = scene
  const out: number[] = []
  const near = [verb, ...childrenBy(tree, verb, 'obj')]
  for (const word of near)
    for (const child of childrenOf(tree, word))
      if (/^(?:obl|nmod)$/.test(relationOf(doc, child)) && caseOf(tree, child) === preposition) out.push(child)
  return out
}

function ofNoun(scene: Scene, tools: EventTools, noun: number, frame: CapabilityFrame): number {
  const { doc, tree } = scene
  for (const child of childrenOf(tree, noun)) {
    const relation = relationOf(doc, child)
    const fits =
      relation === 'nmod' && doc.tokens.deprel[child] !== 'nmod:poss'
        ? caseOf(tree, child) === frame.slot
        : frame.slot === 'of' && (relation === 'compound' || relation === 'amod')
    const what = fits ? matching(scene, tools, child, frame) : -1
    if (what >= 0) return what
  }
  return -1
}

/** The noun among a word and what is joined to it, or behind its "of", that the row asks for; -1 when none. */
function matching(scene: Scene, tools: EventTools, token: number, frame: CapabilityFrame): number {
  for (const one of joinedWith(scene.tree, token).slice(0, 4)) {
    if (isObject(scene, tools, one, frame)) return one
    // "doubled the production of missiles": the noun tells of its own
    if (nounKeys(scene.doc, one).some(key => tools.capabilities.nouns.has(key))) continue
    for (const of of childrenBy(scene.tree, one, 'nmod'))
      if (caseOf(scene.tree, of) === 'of' && isObject(scene, tools, of, frame)) return of
  }
  return -1
}

function isObject(scene: Scene, tools: EventTools, head: number, frame: CapabilityFrame): boolean {
  const { doc, tree } = scene
  const keys = nounKeys(doc, head)
  // "build-up" stands as "build", "-", "up"
  if (keys.some(key => frame.objects.has(key)) || frame.objects.has(compoundOf(scene, head))) return true
  const lemma = nounLemma(doc, head)
  for (const child of childrenOf(tree, head))
    if (child < head && frame.objects.has(`${lemmaOf(doc, child)} ${lemma}`)) return true
  const on = childrenBy(tree, head, 'nmod').find(child => caseOf(tree, child) === 'on')
  if (on !== undefined && frame.objects.has(`${lemma} on ${nounLemma(doc, on)}`)) return true
  const thing = frame.classes.size === 0 ? null : thingOf(scene, tools.amounts, head)
  return thing !== null && frame.classes.has(thing.class)
}

function compoundOf(scene: Scene, head: number): string {
  const { doc } = scene
  return formOf(doc, head - 1) === '-'
    ? `${formOf(doc, head - 2)}-${formOf(doc, head)}`.toLowerCase()
    : formOf(doc, head).toLowerCase()
}

/** Prepositions that go on with the change, not with what is changed: "defence spending to 3 % of GDP". */
const AWAY = /^(?:to|from|by|at|over|until|since|within|for|during|after|before|with)$/

function capabilityOf({ scene, amounts, statements }: CapabilityScene, told: Told): Capability {
  const { doc } = scene
  const { kind } = told.frame
  const trigger: Span = [doc.tokens.start[told.token]!, doc.tokens.end[told.token]!]
  const what = phraseSpan(scene.tree, told.what, child => !AWAY.test(caseOf(scene.tree, child) ?? ''))
  const { status, negated } = predicateStatus(scene, told.token)
  const claim = statements.find(one => one.content.some(([start, end]) => start <= trigger[0] && trigger[1] <= end))
  return {
    id: contentId('capability', kind, trigger.join('-')),
    kind,
    ...whoOf(scene, told),
    what,
    amount: amountOf(scene, amounts, told)?.span ?? null,
    status,
    negated,
    claimedIn: claim?.id ?? null,
    evidence: trimSpan(doc.text, sentenceAt(doc.sentences, trigger)),
    trigger,
  }
}

function sentenceAt(sentences: readonly Span[], span: Span): Span {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]![1] <= span[0]) low = middle + 1
    else high = middle
  }
  return sentences[low] ?? span
}

/** Who does it: subject or agent of the verb, owner of the noun, else the owner of what it is said of. */
function whoOf(scene: Scene, told: Told): Pick<Capability, 'who'> & { readonly whoWhy?: string } {
  const found = doerOf(scene, told)
  if (found !== null) return { who: { span: found, actor: null, actorId: null, code: null } satisfies EventActor }
  return { who: null, whoWhy: 'the clause names nobody who does it' }
}

function doerOf(scene: Scene, told: Told): Span | null {
  const [doer] = told.nominal ? nounArguments(scene, told.token).actors : doersOf(scene, told)
  if (doer !== undefined && doer !== told.what) return ownerPhrase(scene, doer)
  const lent = told.nominal ? lender(scene, told.token) : -1
  if (lent >= 0 && lent !== told.what) return phraseSpan(scene.tree, lent)
  const owner = childBy(scene.tree, told.what, 'nmod:poss')
  return owner < 0 ? null : ownerPhrase(scene, owner)
}

/** The subject of a verb that only lends a noun its tense, where the parser took the noun for its clause; -1. */
function lender(scene: Scene, noun: number): number {
  const verb = scene.doc.tokens.head[noun] ?? -1
  if (verb < 0 || relationOf(scene.doc, noun) !== 'xcomp' || !LIGHT.has(lemmaOf(scene.doc, verb))) return -1
  return subjectOf(scene, verb, 0)[0] ?? -1
}

function doersOf(scene: Scene, { token, what }: Told): readonly number[] {
  if (isPassive(scene, token)) return verbArguments(scene, token, false).actors
  return subjectOf(scene, token, 0).filter(one => one !== what)
}

/** The amount of what is told: that of its own noun first, then how much or how many under the verb, a price last. */
function amountOf(scene: Scene, amounts: AmountTree, told: Told): FoundAmount | null {
  const own = (amounts.under.get(told.what) ?? []).filter(
    one => one.class !== 'money' || told.frame.kind === 'spending',
  )
  if (own[0]) return own[0]
  // "withdrew troops from a five-kilometre zone": what hangs on other nouns is theirs
  const under = (amounts.under.get(told.token) ?? []).filter(
    one =>
      scene.doc.tokens.head[one.token] === told.token &&
      !MEASURED.test(one.class) &&
      (one.token > told.token || told.nominal),
  )
  return under.find(one => one.class !== 'money') ?? under.find(one => !isPrice(scene, one)) ?? null
}

/** Classes of places, loads and weather, which are no numbers of means of force. */
const MEASURED = /^(?:distance|area|volume|speed|temperature|energy|yield)$/

/** "For $3 billion" is what is paid, not how much is ordered. */
function isPrice(scene: Scene, amount: FoundAmount): boolean {
  return caseOf(scene.tree, amount.token) === 'for'
}
