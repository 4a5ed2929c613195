import { lemmaOf, uposOf } from '../doc-cursor.ts'
import { isParticipant, isRelative, isSomebody, type Scene } from './participants.ts'
import { caseOf, childBy, childrenBy, childrenOf, joinedWith, relationOf } from './tree.ts'
import { OBJECT_CONTROL, UNDERGOING } from './verb-classes.ts'

/** Who does and who undergoes, as the head words of their phrases, in order of text. */
export interface Arguments {
  readonly actors: readonly number[]
  readonly recipients: readonly number[]
}

/** Clauses whose subject may have to be looked up through others, at most. */
const DEEPEST = 10

/** "Was built", "built by", "the plane built in 2004". */
export function isPassive(scene: Scene, verb: number): boolean {
  const { doc, tree } = scene
  if (childBy(tree, verb, 'aux:pass', 'nsubj:pass', 'csubj:pass') >= 0) return true
  if (doc.tokens.xpos[verb] !== 'VBN' && doc.tokens.xpos[verb] !== 'VBD') return false
  const relation = doc.tokens.deprel[verb] ?? ''
  if (isHeadline(scene, verb)) return true
  const bare = childBy(tree, verb, 'aux', 'nsubj', 'obj') < 0
  if (!bare) return false
  if (childBy(tree, verb, 'obl:agent') >= 0) return true
  if (relation === 'conj') return isPassive(scene, doc.tokens.head[verb]!) && doc.tokens.xpos[verb] === 'VBN'
  return doc.tokens.xpos[verb] === 'VBN' && /^(?:acl|advcl|xcomp|root|parataxis|amod|ccomp)$/.test(relation)
}

/** "Envoy arrested", "Samplia shaken by quake": a headline's passive without "be". */
function isHeadline(scene: Scene, verb: number): boolean {
  const { doc, tree } = scene
  if (doc.tokens.deprel[verb] !== 'root' || childBy(tree, verb, 'nsubj') < 0) return false
  if (childBy(tree, verb, 'aux', 'obj', 'ccomp') >= 0) return false
  return doc.tokens.xpos[verb] === 'VBN' || childBy(tree, verb, 'obl:agent') >= 0
}

/** The participants of a verb or of a clause with "be". Empty sides where the sentence names nobody. */
export function verbArguments(scene: Scene, verb: number, copular: boolean): Arguments {
  const passive = !copular && isPassive(scene, verb)
  const subject = subjectOf(scene, verb, 0)
  const objects = copular ? [] : objectsOf(scene, verb, passive)
  if (passive) return { actors: agentsOf(scene, verb), recipients: unique([...subject, ...objects]) }
  if (copular) return { actors: [], recipients: subject }
  const undergoing = objects.length === 0 && childBy(scene.tree, verb, 'obj', 'ccomp', 'xcomp') < 0
  if (undergoing && UNDERGOING.has(lemmaOf(scene.doc, verb))) return { actors: [], recipients: subject }
  return { actors: subject, recipients: objects.filter(one => !subject.includes(one)) }
}

function agentsOf(scene: Scene, verb: number): number[] {
  const out: number[] = []
  for (const child of childrenBy(scene.tree, verb, 'obl'))
    if (scene.doc.tokens.deprel[child] === 'obl:agent' || caseOf(scene.tree, child) === 'by')
      out.push(...participants(scene, child))
  return unique(out)
}

function objectsOf(scene: Scene, verb: number, passive: boolean): number[] {
  const out: number[] = []
  for (const child of childrenOf(scene.tree, verb)) {
    const relation = relationOf(scene.doc, child)
    if (relation === 'obj' || relation === 'iobj') out.push(...participants(scene, child))
  }
  // the object of a relative clause is what it hangs on: "the plane that the airline bought", "the plane it bought"
  if (out.length === 0 && !passive && childBy(scene.tree, verb, 'obj') < 0) out.push(...gapOf(scene, verb))
  if (out.length === 0 && !passive && childBy(scene.tree, verb, 'obj', 'ccomp', 'xcomp') < 0)
    out.push(...reached(scene, verb))
  return unique(out)
}

/** Whom or what a verb without object is directed at through its preposition: "fired on the convoy". */
function reached(scene: Scene, verb: number): number[] {
  for (const child of childrenBy(scene.tree, verb, 'obl')) {
    const marker = caseOf(scene.tree, child) ?? ''
    if (!/^(?:with|against|on|at)$/.test(marker)) continue
    const found = participants(scene, child).filter(one => isSomebody(scene, one))
    if (found.length > 0) return found
  }
  return []
}

/** The noun that a relative clause with a subject of its own hangs on, where the clause lacks an object. */
function gapOf(scene: Scene, verb: number): number[] {
  const { doc, tree } = scene
  if (doc.tokens.deprel[verb] !== 'acl:relcl' || childBy(tree, verb, 'ccomp', 'xcomp', 'cop') >= 0) return []
  const subject = childBy(tree, verb, 'nsubj')
  if (subject < 0 || isRelative(doc, subject)) return []
  for (const child of childrenOf(tree, verb))
    if ((relationOf(doc, child) === 'advmod' || relationOf(doc, child) === 'obl') && isRelative(doc, child)) return []
  if (UNDERGOING.has(lemmaOf(doc, verb))) return []
  return participants(scene, doc.tokens.head[verb]!)
}

/** A word with what is joined to it, as far as they can be participants; a relative pronoun is what it points back at. */
function participants(scene: Scene, token: number): number[] {
  const { doc, tree } = scene
  if (isRelative(doc, token)) {
    const antecedent = antecedentOf(scene, token)
    return antecedent < 0
      ? []
      : joinedWith(tree, antecedent)
          .slice(0, 1)
          .filter(one => isParticipant(scene, one))
  }
  return joinedWith(tree, token).filter(one => isParticipant(scene, one))
}

/** The noun that the relative clause around a pronoun hangs on; -1 when there is none near. */
function antecedentOf(scene: Scene, pronoun: number): number {
  const { doc } = scene
  let word = pronoun
  for (let k = 0; k < DEEPEST && word >= 0; k++) {
    if (doc.tokens.deprel[word] === 'acl:relcl') return doc.tokens.head[word] ?? -1
    word = doc.tokens.head[word] ?? -1
  }
  return -1
}

/**
 * Who stands as the subject of a verb, by its own words or by what it hangs on: relative and participial clauses,
 * infinitives under control and raising, joined verbs, adverbial clauses without subject.
 */
export function subjectOf(scene: Scene, verb: number, depth: number): readonly number[] {
  const { doc, tree } = scene
  const own = childBy(tree, verb, 'nsubj')
  if (own >= 0) return unique(participants(scene, own))
  if (depth >= DEEPEST || childBy(tree, verb, 'csubj', 'expl') >= 0) return []
  const head = doc.tokens.head[verb] ?? -1
  if (head < 0) return []
  switch (relationOf(doc, verb)) {
    case 'acl':
      return doc.tokens.deprel[verb] === 'acl:relcl' ? participants(scene, head) : ofNoun(scene, verb, head, depth)
    case 'xcomp':
    case 'advcl':
      return controllerOf(scene, verb, head, depth)
    case 'conj':
      return isVerbal(scene, head) ? subjectOf(scene, head, depth + 1) : []
    case 'ccomp':
      // "remembers leaving": no subject, no "that"
      return childBy(tree, verb, 'mark') < 0 && doc.tokens.xpos[verb] === 'VBG' ? subjectOf(scene, head, depth + 1) : []
    default:
      return []
  }
}

function isVerbal(scene: Scene, token: number): boolean {
  const tag = uposOf(scene.doc, token)
  return tag === 'VERB' || tag === 'AUX' || tag === 'ADJ' || childBy(scene.tree, token, 'cop') >= 0
}

/** "The decision to send": who decides sends. "The plane carrying": the plane carries. */
function ofNoun(scene: Scene, verb: number, noun: number, depth: number): readonly number[] {
  if (isParticipant(scene, noun)) return joinedWith(scene.tree, noun).slice(0, 1)
  const owner = childBy(scene.tree, noun, 'nmod:poss')
  if (owner >= 0) return participants(scene, owner)
  if (childBy(scene.tree, verb, 'mark') < 0) return []
  const governor = scene.doc.tokens.head[noun] ?? -1
  const relation = relationOf(scene.doc, noun)
  if (governor < 0 || (relation !== 'obj' && relation !== 'obl') || !isVerbal(scene, governor)) return []
  return subjectOf(scene, governor, depth + 1)
}

/** Subject of a clause that has none, through the verb it hangs on. */
function controllerOf(scene: Scene, verb: number, governor: number, depth: number): readonly number[] {
  const { doc, tree } = scene
  if (!isVerbal(scene, governor)) {
    const copula = childBy(tree, governor, 'cop')
    return copula >= 0 ? subjectOf(scene, governor, depth + 1) : []
  }
  const object = childBy(tree, governor, 'iobj', 'obj')
  const complement = relationOf(doc, verb) === 'xcomp'
  const controls = OBJECT_CONTROL.has(lemmaOf(doc, governor)) && (complement || isControlled(scene, verb))
  if (object >= 0 && controls && !isPassive(scene, governor)) return participants(scene, object)
  return subjectOf(scene, governor, depth + 1)
}

/** "Accused it of hiding", "urged it to halt" where the parser made an adverbial clause of it. */
function isControlled(scene: Scene, verb: number): boolean {
  const marker = childBy(scene.tree, verb, 'mark')
  if (marker < 0) return false
  return /^(?:of|from|for|to|into)$/.test(lemmaOf(scene.doc, marker))
}

function unique(tokens: readonly number[]): number[] {
  return [...new Set(tokens)].sort((a, b) => a - b)
}
