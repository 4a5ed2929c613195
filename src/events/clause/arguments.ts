import type { Clauses, NounPhrase, VerbGroup } from './phrase.ts'

/** Noun phrases by slot, as indices into `clauses.phrases`; a coordination is several. */
export type Slots = ReadonlyMap<string, readonly number[]>

/** Phrases looked at on either side of a trigger: enough for a list of a hundred names, and a bound for hostile text. */
const REACH = 420

/** The coordination that a noun phrase belongs to, or itself. */
export function membersOf(clauses: Clauses, np: number): readonly number[] {
  return clauses.groups.get(np) ?? [np]
}

function isFinite(group: VerbGroup): boolean {
  return !group.infinitive && !group.gerund
}

/** Verbs whose object does what the following infinitive says: "urged Iran to halt". */
export type ControlTest = (group: VerbGroup) => boolean

/**
 * The subject of a verb group: the first noun phrase of its clause that no preposition governs; for relative clauses
 * what they hang on; for infinitives, gerunds and joined verbs the subject (or controlling object) of the verb before.
 * Empty when there is none.
 */
export function subjectOf(clauses: Clauses, verb: number, control: ControlTest, depth: number = 0): readonly number[] {
  const { phrases } = clauses
  const group = phrases[verb]
  if (group?.kind !== 'vg' || depth > 8) return []
  // "Norway's decision to send": the owner of the noun acts, and the noun phrase names it
  const noun = phrases[verb - 1]
  // "the need for NATO to assist"
  const before = phrases[verb - 2]
  if (group.infinitive && noun?.kind === 'np' && before?.kind === 'prep' && before.word === 'for')
    return membersOf(clauses, verb - 1)
  if (group.infinitive && noun?.kind === 'np' && noun.owner && !governsControl(clauses, verb, control))
    return [verb - 1]
  let candidate = -1
  let commaSince = false
  // an apposition stands between commas: "Ana Example, the minister, said"
  let enclosed = false
  for (let k = verb - 1; k >= 0 && k > verb - REACH; k--) {
    const phrase = phrases[k]
    if (!phrase) break
    if (phrase.kind === 'conj' && k === verb - 1) {
      // "condemned the rebels and praised the army": the object between is no subject
      const earlier = verbBefore(clauses, k)
      if (earlier >= 0) return subjectOf(clauses, earlier, control, depth + 1)
    }
    if (phrase.kind === 'vg') {
      if (candidate >= 0 && (isFinite(phrase) || !group.infinitive) && isFinite(group)) {
        // "the deal signed by the ministers angered …": a participle inside the subject
        if (!phrase.bare || !isFinite(group) || phrases[k + 1]?.kind !== 'prep') break
        candidate = -1
        continue
      }
      return fromEarlierVerb(clauses, k, verb, candidate, control, depth)
    }
    if (phrase.kind === 'rel' || (phrase.kind === 'sub' && phrase.word === 'that' && k === verb - 1)) {
      if (candidate >= 0) break
      return nounBefore(clauses, k)
    }
    if (phrase.kind === 'sub' || phrase.kind === 'break') {
      if (phrase.kind === 'break' && candidate < 0 && k === verb - 1) continue
      break
    }
    if (phrase.kind === 'comma') commaSince = true
    if (phrase.kind === 'np' && !phrase.time) {
      const governed = isGoverned(clauses, k)
      if (!governed) {
        if (candidate >= 0 && commaSince && !enclosed) break
        if (candidate < 0) enclosed = commaSince
        if (candidate < 0 || commaSince) candidate = k
        commaSince = false
      }
    }
  }
  if (candidate < 0 && group.gerund) return laterSubject(clauses, verb, control, depth)
  return candidate < 0 ? [] : membersOf(clauses, firstOfApposition(clauses, candidate))
}

/** The verb group before a phrase in the same clause; -1 when none. */
function verbBefore(clauses: Clauses, at: number): number {
  for (let k = at - 1; k >= 0 && k > at - REACH; k--) {
    const { kind } = clauses.phrases[k] ?? { kind: 'break' }
    if (kind === 'vg') return k
    if (kind === 'break') return -1
  }
  return -1
}

/** Whether the noun phrase before an infinitive is the object of a verb whose object acts ("urged its ally to halt"). */
function governsControl(clauses: Clauses, verb: number, control: ControlTest): boolean {
  const governor = clauses.phrases[verb - 2]
  return governor?.kind === 'vg' && control(governor)
}

/** A gerund clause at the head of the sentence takes the subject that follows it. */
function laterSubject(clauses: Clauses, verb: number, control: ControlTest, depth: number): readonly number[] {
  for (let k = verb + 1; k < clauses.phrases.length && k < verb + 40; k++) {
    const phrase = clauses.phrases[k]
    if (phrase?.kind === 'vg' && isFinite(phrase)) return subjectOf(clauses, k, control, depth + 1)
  }
  return []
}

/** Governed by a preposition itself, or a later member of a list that is. */
function isGoverned(clauses: Clauses, np: number): boolean {
  const first = membersOf(clauses, np)[0] ?? np
  return clauses.phrases[first - 1]?.kind === 'prep'
}

function firstOfApposition(clauses: Clauses, np: number): number {
  return membersOf(clauses, np)[0] ?? np
}

/** Subject taken over from a verb group before: joined verbs, infinitives, gerunds. */
function fromEarlierVerb(
  clauses: Clauses,
  earlier: number,
  verb: number,
  between: number,
  control: ControlTest,
  depth: number,
): readonly number[] {
  const { phrases } = clauses
  const group = phrases[verb]
  const before = phrases[earlier]
  if (group?.kind !== 'vg' || before?.kind !== 'vg') return []
  // "urged Iran to halt": the object acts; "asked by Norway to halt" keeps the subject
  if (group.infinitive && between >= 0 && control(before)) return membersOf(clauses, between)
  if (group.infinitive && between < 0) {
    const governed = phrases[earlier + 1]
    if (governed?.kind === 'prep' && phrases[earlier + 2]?.kind === 'np' && control(before))
      return membersOf(clauses, earlier + 2)
  }
  return subjectOf(clauses, earlier, control, depth + 1)
}

/** What a relative pronoun stands for: the noun phrase before it, across a comma. */
function nounBefore(clauses: Clauses, at: number): readonly number[] {
  for (let k = at - 1; k >= 0 && k > at - 4; k--) {
    const phrase = clauses.phrases[k]
    if (phrase?.kind === 'np') return membersOf(clauses, k)
    if (phrase?.kind !== 'comma' && phrase?.kind !== 'prep') break
  }
  return []
}

/**
 * What follows a trigger up to the end of its clause: `obj` (and `iobj` before it), and each preposition with its noun
 * phrases. `from` is the index of the first phrase after the trigger's own words; `openWith` names the preposition that
 * the trigger itself ended in ("call for").
 */
export function argumentsAfter(
  clauses: Clauses,
  from: number,
  openWith: string | null,
  verbal: boolean,
): Map<string, number[]> {
  const slots = new Map<string, number[]>()
  const { phrases } = clauses
  let preposition: string | null = openWith
  let objects = 0
  // an object stands right after its verb, a second one right after the first
  let expected = from
  let open = verbal || openWith !== null
  for (let k = from; k < phrases.length && k < from + REACH; k++) {
    const phrase = phrases[k]
    if (!phrase || phrase.kind === 'sub' || phrase.kind === 'rel' || phrase.kind === 'break') break
    if (phrase.kind === 'vg') {
      // "sanctions imposed by": a participle right after the noun carries its agent on
      if (phrase.bare && phrases[k + 1]?.kind === 'prep' && !verbal) continue
      break
    }
    if (phrase.kind === 'prep') {
      preposition = phrase.word
      continue
    }
    if (phrase.kind === 'conj') break
    if (phrase.kind === 'comma') {
      if (!commaGoesOn(phrases, k)) break
      continue
    }
    if (phrase.kind !== 'np') continue
    const members = membersOf(clauses, k).filter(member => member >= k)
    const last = members.at(-1) ?? k
    if (phrase.time) preposition = null
    else if (preposition !== null) {
      add(slots, preposition, members)
      preposition = null
      open = false
    } else if (open && objects < 2 && (k === expected || (objects === 0 && k === from + 1))) {
      add(slots, objects === 0 ? 'obj' : 'obj2', members)
      objects++
      expected = last + 1
    }
    k = last
  }
  const second = slots.get('obj2')
  const first = slots.get('obj')
  if (second && first) {
    slots.set('iobj', first)
    slots.set('obj', second)
    slots.delete('obj2')
  }
  return slots
}

/** After a comma only another prepositional phrase still belongs to the verb. */
function commaGoesOn(phrases: Clauses['phrases'], k: number): boolean {
  return phrases[k + 1]?.kind === 'prep'
}

function add(slots: Map<string, number[]>, slot: string, members: readonly number[]): void {
  const list = slots.get(slot)
  if (list) list.push(...members)
  else slots.set(slot, [...members])
}

/** The noun phrase of an index; null when it is none. */
export function nounPhraseAt(clauses: Clauses, index: number): NounPhrase | null {
  const phrase = clauses.phrases[index]
  return phrase?.kind === 'np' ? phrase : null
}
