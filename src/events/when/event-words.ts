import { lemmaOf, nounLemma } from '../doc-cursor.ts'
import { CARRYING } from '../predicates/noun-under-verb.ts'
import type { Scene } from '../predicates/participants.ts'
import { childBy } from '../predicates/tree.ts'

/** Words that tell one kind of event, so that one may take up another: "held exercises", "the drills". */
const KINDS = [
  'exercise drill manoeuvre maneuver',
  'meeting meet talk summit',
  'visit trip tour',
  'attack strike raid assault bombing bomb shelling shell bombardment',
  'war invasion',
  'treaty pact agreement deal accord partnership sign agree',
  'withdrawal withdraw pullout',
]
const KIND_OF: ReadonlyMap<string, number> = new Map(
  KINDS.flatMap((words, kind) => words.split(' ').map(word => [word, kind] as const)),
)

/** The noun that tells what a light verb carries ("talks" of "held talks"); else the word itself. */
export function carriedNoun(scene: Scene, head: number): number {
  if (!CARRYING.has(lemmaOf(scene.doc, head))) return head
  const object = childBy(scene.tree, head, 'obj', 'nsubj:pass')
  return object >= 0 && scene.nominal[object] === 1 ? object : head
}

/** The same verb or noun, or the noun of the verb ("withdrew", "the withdrawal"). */
export function isSameWord(scene: Scene, a: number, b: number): boolean {
  const [one, other] = [wordOf(scene, a), wordOf(scene, b)]
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short === long || (short.length >= 5 && long.startsWith(short.slice(0, -1)))
}

/** Two words of one kind. */
export function isKin(scene: Scene, a: number, b: number): boolean {
  const kind = KIND_OF.get(wordOf(scene, a))
  return kind !== undefined && kind === KIND_OF.get(wordOf(scene, b))
}

function wordOf(scene: Scene, head: number): string {
  return nounLemma(scene.doc, carriedNoun(scene, head))
}
