import { formOf, lemmaOf, nounKeys, uposOf } from '../doc-cursor.ts'
import { EVENT_NOUNS, SOMETIMES_EVENTS } from './event-nouns.ts'
import { caseOf, childBy, childrenBy, childrenOf, relationOf, type Tree } from './tree.ts'
import { LIGHT } from './verb-classes.ts'

/** How a word is a predicate. `copular`: an adjective, noun or place said of a subject with "be". */
export type PredicateKind = 'verbal' | 'copular' | 'nominal'

/** Relations in which a verb form is a modifier or a function word: "growing concern", "according to". */
const NO_VERB = /^(?:amod|case|mark|cc|fixed|compound|flat|aux|cop|advmod|det|goeswith|punct|expl)$/
/** Relations in which a noun stands for itself; as "compound" or "amod" it only says what kind. */
const NO_NOUN = /^(?:compound|amod|flat|fixed|goeswith|det|case|mark|cc|advmod|nummod|punct|vocative|discourse)$/
/** Heads of names of happenings: "the Oslo Conference", "the Winter Olympics". */
const NAMED_EVENT =
  /^(?:conference|summit|war|olympics|games|show|forum|festival|championships?|tournament|cup|election|elections|crisis|revolution|referendum|expo|exhibition|flight|battle|massacre|earthquake|hurricane|festival|talks|convention)$/

/** Whether a word is a predicate, and how; null when it is none. Heads of clauses always are. */
export function predicateKind(tree: Tree, token: number): PredicateKind | null {
  const { doc } = tree
  const relation = relationOf(doc, token)
  if (childBy(tree, token, 'cop') >= 0 && uposOf(doc, token) !== 'VERB') return 'copular'
  switch (uposOf(doc, token)) {
    case 'VERB':
      return NO_VERB.test(relation) ? null : 'verbal'
    case 'AUX':
      return relation === 'aux' || relation === 'cop' ? null : 'verbal'
    case 'ADJ':
      return isBareAdjective(tree, token, relation) ? 'verbal' : null
    case 'NOUN':
      return NO_NOUN.test(relation) ? null : nominal(tree, token)
    case 'PROPN':
      return !NO_NOUN.test(relation) && NAMED_EVENT.test(formOf(doc, token).toLowerCase()) ? 'nominal' : null
    default:
      return null
  }
}

/** An adjective that heads a clause without "be": "unable to pay", "due in May". */
function isBareAdjective(tree: Tree, token: number, relation: string): boolean {
  if (!/^(?:root|acl|advcl|ccomp|parataxis|xcomp|conj|amod)$/.test(relation)) return false
  return relation !== 'amod' && childBy(tree, token, 'nsubj', 'xcomp', 'ccomp', 'mark') >= 0
}

/** Whether a common noun tells a doing wherever it stands. */
export function isEventNoun(tree: Tree, token: number): boolean {
  return uposOf(tree.doc, token) === 'NOUN' && nounKeys(tree.doc, token).some(key => EVENT_NOUNS.has(key))
}

function nominal(tree: Tree, token: number): PredicateKind | null {
  const { doc } = tree
  const keys = nounKeys(doc, token)
  if (keys.some(key => EVENT_NOUNS.has(key))) return 'nominal'
  if (keys.some(key => SOMETIMES_EVENTS.has(key))) return isDone(tree, token) ? 'nominal' : null
  return null
}

/** Whether the surroundings of a noun show that it tells a doing: an argument of its own, or a verb that does it. */
function isDone(tree: Tree, token: number): boolean {
  const { doc } = tree
  const relation = relationOf(doc, token)
  const head = doc.tokens.head[token] ?? -1
  if (relation === 'obj' && head >= 0 && LIGHT.has(lemmaOf(doc, head))) return true
  for (const child of childrenOf(tree, token)) {
    const full = doc.tokens.deprel[child] ?? ''
    if (full === 'nmod:poss') return true
    if (full.startsWith('acl') && full !== 'acl:relcl') return true
  }
  return childrenBy(tree, token, 'nmod').some(child => {
    const marker = caseOf(tree, child)
    return marker !== null && /^(?:by|between|against|with|from|to|on|for)$/.test(marker)
  })
}
