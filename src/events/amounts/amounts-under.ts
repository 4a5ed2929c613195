import { lemmaOf, uposOf } from '../doc-cursor.ts'
import type { Scene } from '../predicates/participants.ts'
import { childrenOf, relationOf } from '../predicates/tree.ts'
import type { FoundAmount } from './find-amounts.ts'

/** Words between an amount and the predicate that it belongs to, at most. */
const DEEPEST = 14

/** Words below a clause that are looked at for who did it: what stands later in a list is no doer. */
const MOST = 40

/** Amounts by the words that they hang under, up to and with the nearest clause; and the clauses around that one. */
export interface AmountTree {
  /** Amounts by every word on their way to their clause's head, that included, in order of text. */
  readonly under: ReadonlyMap<number, readonly FoundAmount[]>
  /** Of these the casualties, also by the words that their clause hangs on or that hang on it: who did it to them. */
  readonly harmed: ReadonlyMap<number, readonly FoundAmount[]>
}

/** Linear in the amounts: each climbs a bounded way. */
export function amountTree(scene: Scene, amounts: readonly FoundAmount[]): AmountTree {
  const under = new Map<number, FoundAmount[]>()
  const harmed = new Map<number, FoundAmount[]>()
  for (const amount of amounts) {
    let word = amount.token
    for (let k = 0; k < DEEPEST && word >= 0; k++) {
      add(under, word, amount)
      if (isClauseHead(scene, word)) break
      word = scene.doc.tokens.head[word] ?? -1
    }
    if (/^(?:casualties|detained|displaced)$/.test(amount.class) && word >= 0) harm(scene, harmed, word, amount)
  }
  return { under, harmed }
}

function add(map: Map<number, FoundAmount[]>, word: number, amount: FoundAmount): void {
  const list = map.get(word)
  if (list) list.push(amount)
  else map.set(word, [amount])
}

function isClauseHead(scene: Scene, word: number): boolean {
  const tag = uposOf(scene.doc, word)
  return (tag === 'VERB' || tag === 'AUX') && !/^(?:amod|case|compound|mark|aux|cop)$/.test(relationOf(scene.doc, word))
}

/** "The attack killed 12 and wounded 34", "40 were hurt when a drone hit the depot", "a blast that killed 12". */
function harm(scene: Scene, map: Map<number, FoundAmount[]>, clause: number, amount: FoundAmount): void {
  const { doc } = scene
  let word = clause
  for (let k = 0; k < 4 && word >= 0; k++) {
    add(map, word, amount)
    // subjects, agents, time clauses and what joins: one step down from each clause on the way
    for (const child of childrenOf(scene.tree, word).subarray(0, MOST))
      if (/^(?:nsubj|obl|advcl|acl|nmod)$/.test(relationOf(doc, child)) && lemmaOf(doc, child) !== '')
        add(map, child, amount)
    const relation = relationOf(doc, word)
    if (!/^(?:conj|advcl|acl|xcomp)$/.test(relation)) return
    word = doc.tokens.head[word] ?? -1
  }
}
