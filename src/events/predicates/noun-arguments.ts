import { lemmaOf, nounLemma, uposOf } from '../doc-cursor.ts'
import { isParticipant, isSomebody, type Scene } from './participants.ts'
import { caseOf, childBy, childrenBy, childrenOf, joinedWith, relationOf } from './tree.ts'
import { type Arguments, isPassive, subjectOf, verbArguments } from './verb-arguments.ts'
import { DONE_BY_OF, LIGHT, SAYING, SUFFERED, UNDERGONE } from './verb-classes.ts'

/**
 * The participants of a noun that tells a doing: owner, "of", "by", "between", modifiers that name somebody, and through a
 * verb that only lends its tense, that verb's subject ("held talks with").
 */
export function nounArguments(scene: Scene, noun: number): Arguments {
  const { doc, tree } = scene
  const lemma = nounLemma(doc, noun)
  const actors: number[] = []
  const recipients: number[] = []
  const by = childrenBy(tree, noun, 'nmod').some(child => caseOf(tree, child) === 'by')
  for (const child of childrenOf(tree, noun)) {
    const full = doc.tokens.deprel[child] ?? ''
    const found = joinedWith(tree, child).filter(one => isParticipant(scene, one))
    if (full === 'nmod:poss') (UNDERGONE.has(lemma) || by ? recipients : actors).push(...found)
    else if (full === 'nmod' || full === 'obl')
      byPreposition(caseOf(tree, child), lemma, by, found, { actors, recipients })
    else if (full === 'compound' || full === 'amod') {
      // the words of a name ("the Oslo Conference") are no participants
      if (uposOf(doc, noun) === 'PROPN') continue
      if (isSomebody(scene, child)) actors.push(child)
      else if (full === 'compound' && uposOf(doc, child) === 'PROPN' && isParticipant(scene, child))
        recipients.push(child)
    }
  }
  const lent = borrowed(scene, noun, lemma)
  if (actors.length === 0)
    ((lent.passed || SUFFERED.has(lemma)) && recipients.length === 0 ? recipients : actors).push(...lent.actors)
  if (recipients.length === 0) recipients.push(...lent.recipients)
  return { actors: sorted(actors), recipients: sorted(recipients).filter(one => !actors.includes(one)) }
}

function byPreposition(
  marker: string | null,
  lemma: string,
  by: boolean,
  found: readonly number[],
  to: { readonly actors: number[]; readonly recipients: number[] },
): void {
  switch (marker) {
    case 'by':
    case 'between':
    case 'among':
      to.actors.push(...found)
      break
    case 'of':
      if (DONE_BY_OF.has(lemma) && !by && !UNDERGONE.has(lemma)) to.actors.push(...found)
      else to.recipients.push(...found)
      break
    case 'on':
    case 'against':
    case 'with':
    case 'to':
    case 'for':
    case 'over':
    case 'towards':
    case 'toward':
      to.recipients.push(...found)
      break
    default:
  }
}

interface Lent extends Arguments {
  /** The noun is the subject of a passive or intransitive verb: what is lent is no doer. */
  readonly passed: boolean
}

/** What the verb above lends: subject of a light verb, agent of a passive one, who says what stands "in a statement". */
function borrowed(scene: Scene, noun: number, lemma: string): Lent {
  const { doc } = scene
  const none = { actors: [], recipients: [], passed: false }
  const first = firstOfJoined(scene, noun)
  const verb = doc.tokens.head[first] ?? -1
  if (verb < 0) return none
  const relation = doc.tokens.deprel[first] ?? ''
  const verbal = lemmaOf(doc, verb)
  if (relation === 'obj' && LIGHT.has(verbal))
    return { actors: subjectOf(scene, verb, 0), recipients: across(scene, verb), passed: false }
  if (relation === 'nsubj:pass' && LIGHT.has(verbal) && isPassive(scene, verb))
    return { actors: verbArguments(scene, verb, false).actors, recipients: [], passed: false }
  if (relation === 'obl' && SAYING.has(verbal) && /^(?:in|at|during|through|on)$/.test(caseOf(scene.tree, first) ?? ''))
    return SPOKEN.test(lemma) ? { actors: subjectOf(scene, verb, 0), recipients: [], passed: false } : none
  if (relation === 'acl' || verb < 0) return none
  return none
}

const SPOKEN =
  /^(?:statement|speech|interview|report|remark|comment|address|announcement|letter|e-mail|email|message|release|testimony|lecture|keynote|briefing|conference|post|tweet)$/

/** The first of what a word is joined to ("talks" of "talks and visits"), on whose governor all hang. */
export function firstOfJoined(scene: Scene, token: number): number {
  let word = token
  for (let k = 0; k < 20 && relationOf(scene.doc, word) === 'conj'; k++) word = scene.doc.tokens.head[word] ?? word
  return word
}

/** The other side of "held talks with", where the parser hung it on the verb. */
function across(scene: Scene, verb: number): number[] {
  const out: number[] = []
  for (const child of childrenBy(scene.tree, verb, 'obl'))
    if (/^(?:with|against|to|on)$/.test(caseOf(scene.tree, child) ?? ''))
      out.push(...joinedWith(scene.tree, child).filter(one => isParticipant(scene, one)))
  const owner = childBy(scene.tree, verb, 'iobj')
  if (owner >= 0 && isParticipant(scene, owner)) out.push(owner)
  return out
}

function sorted(tokens: readonly number[]): number[] {
  return [...new Set(tokens)].sort((a, b) => a - b)
}
