import { formOf, lemmaOf, nounLemma, uposOf } from '../doc-cursor.ts'
import type { Scene } from '../predicates/participants.ts'
import { caseOf, childBy, childrenBy, relationOf } from '../predicates/tree.ts'
import { isPassive } from '../predicates/verb-arguments.ts'
import type { AmountWords, Meaning } from './amount-words.ts'

/** Clauses that an amount is joined to others in, at most. */
const DEEPEST = 6

/**
 * What befell the people that a noun or number counts, by the verb, participle or adjective that says so: "killed 12",
 * "12 were killed", "12 people killed", "three dead", "the death toll rose to 12". Null when nothing befell anybody.
 */
export function fateOf(scene: Scene, words: AmountWords, token: number): Meaning | null {
  const { doc, tree } = scene
  const own = words.harms.get(lemmaOf(doc, token)) ?? words.harms.get(formOf(doc, token).toLowerCase())
  // "300 wounded", "40 wounded when …"
  if (own && (uposOf(doc, token) !== 'NOUN' || isFateWord(scene, words, token))) return own
  for (const child of childrenBy(tree, token, 'acl')) {
    const clause = relationOf(doc, child) === 'acl' ? ofClause(scene, words, child) : null
    if (clause) return clause
  }
  for (const child of childrenBy(tree, token, 'amod')) {
    const said = words.harms.get(formOf(doc, child).toLowerCase())
    if (said && child > token) return said
  }
  return behind(scene, words, token) ?? governed(scene, words, token)
}

const FATE_WORD = /^(?:dead|hurt|injured|wounded|missing|displaced)$/i

/** "80 hurt", "300 wounded": the word says what befell them, not who they are. */
export function isFateWord(scene: Scene, words: AmountWords, head: number): boolean {
  const form = formOf(scene.doc, head)
  return FATE_WORD.test(form) && words.harms.has(form.toLowerCase())
}

/** "12 people killed in the blast", "sailors who drowned". */
function ofClause(scene: Scene, words: AmountWords, verb: number): Meaning | null {
  const { doc } = scene
  const harm = words.harms.get(lemmaOf(doc, verb))
  if (harm) return isPassive(scene, verb) || doc.tokens.xpos[verb] === 'VBN' ? harm : null
  return doc.tokens.deprel[verb] === 'acl:relcl' ? (words.suffers.get(lemmaOf(doc, verb)) ?? null) : null
}

/** "Left three dead and nine injured": the word right behind. */
function behind(scene: Scene, words: AmountWords, token: number): Meaning | null {
  const next = formOf(scene.doc, token + 1).toLowerCase()
  const tag = scene.doc.tokens.xpos[token + 1] ?? ''
  return /^(?:JJ|VBN|VBD|NN)/.test(tag) && /^(?:dead|injured|wounded|missing|killed)$/.test(next)
    ? (words.harms.get(next) ?? words.harms.get(lemmaOf(scene.doc, token + 1)) ?? null)
    : null
}

function governed(scene: Scene, words: AmountWords, token: number): Meaning | null {
  const { doc } = scene
  let word = token
  for (let k = 0; k < DEEPEST && relationOf(doc, word) === 'conj'; k++) {
    const head = doc.tokens.head[word] ?? -1
    // "killed 12 and wounded 34": the second has a verb of its own, which is no noun
    if (head < 0 || !/^(?:NOUN|PROPN|NUM|PRON)$/.test(uposOf(doc, head))) return null
    word = head
  }
  const verb = doc.tokens.head[word] ?? -1
  if (verb < 0) return null
  const relation = doc.tokens.deprel[word] ?? ''
  const lemma = lemmaOf(doc, verb)
  const particle = childBy(scene.tree, verb, 'compound:prt')
  const phrase = particle < 0 ? lemma : `${lemma} ${formOf(doc, particle).toLowerCase()}`
  const harm = words.harms.get(phrase) ?? words.harms.get(formOf(doc, verb).toLowerCase()) ?? words.harms.get(lemma)
  if (harm && (relation === 'obj' || relation === 'nsubj:pass')) return harm
  // "are missing", tagged as a verb
  if (relation === 'nsubj' && doc.tokens.xpos[verb] === 'VBG' && words.harms.has(formOf(doc, verb).toLowerCase()))
    return words.harms.get(formOf(doc, verb).toLowerCase()) ?? null
  if (harm && relation === 'nsubj' && (uposOf(doc, verb) !== 'VERB' || isPassive(scene, verb) || bare(scene, verb)))
    return harm
  // "the killing of 12 people"
  if (harm && relation === 'nmod' && uposOf(doc, verb) === 'NOUN' && caseOf(scene.tree, word) === 'of') return harm
  if (relation.startsWith('nsubj')) return words.suffers.get(lemma) ?? null
  return tolled(scene, words, word, verb)
}

/** "At least 12 killed in blast": a headline's passive. */
function bare(scene: Scene, verb: number): boolean {
  return scene.doc.tokens.xpos[verb] === 'VBN' && childBy(scene.tree, verb, 'obj', 'aux') < 0
}

/** "The death toll rose to 212", "the number of dead could exceed 5,000", "casualties were put at 400". */
function tolled(scene: Scene, words: AmountWords, token: number, verb: number): Meaning | null {
  const { doc, tree } = scene
  const subject = childBy(tree, verb, 'nsubj', 'nsubj:pass')
  if (subject < 0 || subject >= token) return null
  const lemma = nounLemma(doc, subject)
  const before = lemmaOf(doc, subject - 1)
  const named = words.tolls.get(`${before} ${lemma}`) ?? words.tolls.get(lemma)
  if (named) return named
  if (lemma !== 'number') return null
  for (const child of childrenBy(tree, subject, 'nmod')) {
    const of = nounLemma(doc, child)
    const found =
      words.tolls.get(`number of ${of}`) ??
      words.tolls.get(`number of ${formOf(doc, child).toLowerCase()}`) ??
      words.harms.get(formOf(doc, child).toLowerCase())
    if (found) return found
  }
  return null
}

/** The noun whose number is told where number and noun stand apart: "the number of refugees reached 1.1 million"; -1. */
export function numberedNoun(scene: Scene, token: number): number {
  const { doc, tree } = scene
  const verb = doc.tokens.head[token] ?? -1
  if (verb < 0 || !/^(?:obj|obl)$/.test(relationOf(doc, token))) return -1
  const subject = childBy(tree, verb, 'nsubj', 'nsubj:pass')
  if (subject < 0 || subject >= token || nounLemma(doc, subject) !== 'number') return -1
  const of = childBy(tree, subject, 'nmod')
  return of >= 0 && uposOf(doc, of) === 'NOUN' ? of : -1
}
