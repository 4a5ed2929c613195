import type { Phrase } from './phrase.ts'

/**
 * Coordinations of noun phrases ("Japan, South Korea and Australia", "A as well as B"): for each member the indices of
 * all members. A list with commas alone is none: "Rutte, the NATO chief, …" is one man. Linear.
 */
export function coordinate(phrases: readonly Phrase[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, readonly number[]>()
  for (let i = 0; i < phrases.length; i++) {
    if (phrases[i]?.kind !== 'np' || groups.has(i)) continue
    const members = listFrom(phrases, i)
    if (members.length > 1) for (const member of members) groups.set(member, members)
  }
  return groups
}

function listFrom(phrases: readonly Phrase[], start: number): number[] {
  const members = [start]
  const object = isObjectPlace(phrases, start)
  let k = pastOf(phrases, start)
  let closed = false
  for (;;) {
    const mark = phrases[k]
    const comma = mark?.kind === 'comma'
    const conj = isConjunction(comma ? phrases[k + 1] : mark)
    const next = k + (comma && conj ? 2 : 1)
    if ((!comma && !conj) || !isMember(phrases, next)) break
    // "support for Russia and China's spending": a name is not joined with somebody's thing
    const first = phrases[start]
    const other = phrases[next]
    if (first?.kind === 'np' && other?.kind === 'np' && first.ent >= 0 && other.ent < 0 && other.owner && !first.owner)
      break
    // "visited Samplia and the president said": the phrase after "and" opens a clause
    if (conj && object && phrases[pastOf(phrases, next)]?.kind === 'vg') break
    members.push(next)
    closed ||= conj
    k = pastOf(phrases, next)
    if (conj && !isConjunction(phrases[k])) break
  }
  return closed ? members : [start]
}

/** The phrase after a member and what hangs on it by "of": "the minister of Norway and the minister of Finland". */
function pastOf(phrases: readonly Phrase[], member: number): number {
  let k = member + 1
  for (
    let phrase = phrases[k];
    phrase?.kind === 'prep' && phrase.word === 'of' && phrases[k + 1]?.kind === 'np';
    phrase = phrases[k]
  )
    k += 2
  return k
}

function isConjunction(phrase: Phrase | undefined): boolean {
  return phrase?.kind === 'conj' && /^(?:and|or|&|as)$/.test(phrase.word)
}

function isMember(phrases: readonly Phrase[], k: number): boolean {
  const phrase = phrases[k]
  return phrase?.kind === 'np' && !phrase.time
}

function isObjectPlace(phrases: readonly Phrase[], start: number): boolean {
  const before = phrases[start - 1]
  return before?.kind === 'vg' || (before?.kind === 'prep' && before.word !== 'between')
}
