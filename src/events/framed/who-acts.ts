import { isActorNoun, QUANTITY } from '../actor-nouns.ts'
import { formOf, lemmaOf, nounLemma, uposOf } from '../doc-cursor.ts'
import { ACTORS, type Found, MODIFIERS, PRONOUNS, spanOf } from '../find-actor.ts'
import type { Scene } from '../predicates/participants.ts'
import { caseOf, childBy, childrenOf, relationOf } from '../predicates/tree.ts'

/** A phrase within a phrase within a phrase: further in nobody is looked for. */
const DEEPEST = 3

/** The actor that a word's phrase names, alone, by what it counts, or through its owner or a modifier; null when nobody is in it. */
export function actorAt(scene: Scene, token: number, depth: number = 0): Found | null {
  const { doc, tree } = scene
  if (scene.time[token] === 1 && (scene.ent[token] ?? -1) < 0) return null
  const head = nounLemma(doc, token)
  if (uposOf(doc, token) === 'PRON' || uposOf(doc, token) === 'DET') return pronounAt(scene, token)
  const ent = doc.ents[scene.ent[token] ?? -1]
  if (ent && ACTORS.has(ent.kind)) return { span: ent.span, head, kind: ent.kind }
  if (isActorNoun(head)) return { span: spanOf(doc, token, token + 1), head, kind: 'noun' }
  if (ent === undefined && uposOf(doc, token) === 'PROPN')
    return { span: spanOf(doc, token, token + 1), head, kind: 'noun' }
  if (depth < DEEPEST && (QUANTITY.has(head) || uposOf(doc, token) === 'NUM'))
    for (const child of childrenOf(tree, token)) {
      if (relationOf(doc, child) !== 'nmod' || caseOf(tree, child) !== 'of') continue
      const counted = actorAt(scene, child, depth + 1)
      if (counted) return { ...counted, span: [doc.tokens.start[token]!, counted.span[1]] }
    }
  // "Some were arrested", "the two left", "dozens fled"
  if (uposOf(doc, token) === 'NUM' || (uposOf(doc, token) === 'ADJ' && childBy(tree, token, 'det') >= 0))
    return { span: spanOf(doc, token, token + 1), head, kind: 'noun' }
  return ownerAt(scene, token, depth) ?? modifierAt(scene, token)
}

/** Whatever a word's phrase names: what is rejected or blamed may be a thing ("the plan of the government"). */
export function anythingAt(scene: Scene, token: number): Found | null {
  const { doc } = scene
  if (scene.time[token] === 1 || !/^(?:NOUN|PROPN|NUM|SYM)$/.test(uposOf(doc, token))) return null
  return { span: spanOf(doc, token, token + 1), head: lemmaOf(doc, token), kind: 'thing' }
}

/** Who owns what a word names ("China's exercises"), if he can act. */
export function ownerAt(scene: Scene, token: number, depth: number = 0): Found | null {
  const owner = childBy(scene.tree, token, 'nmod:poss')
  return owner < 0 || depth >= DEEPEST ? null : actorAt(scene, owner, depth + 1)
}

/** Who modifies it: "Samplian troops", "US-Samplian talks". */
export function modifierAt(scene: Scene, token: number): Found | null {
  const { doc, tree } = scene
  for (const child of childrenOf(tree, token)) {
    if (!/^(?:compound|amod|nmod)$/.test(relationOf(doc, child)) || child > token) continue
    const ent = doc.ents[scene.ent[child] ?? -1]
    if (ent && MODIFIERS.has(ent.kind) && ent.tokens[1] <= token)
      return { span: ent.span, head: lemmaOf(doc, child), kind: ent.kind }
  }
  return null
}

function pronounAt({ doc }: Scene, token: number): Found | null {
  const word = formOf(doc, token)
  if (!PRONOUNS.test(word)) return null
  return { span: spanOf(doc, token, token + 1), head: word.toLowerCase(), kind: 'pronoun' }
}
