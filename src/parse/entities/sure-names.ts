import type { NameSpan } from '../decode/name-spans.ts'
import { type Draft, isCapital } from './name-draft.ts'

// The least log-odds of a name by what it looks like. Below, fewer than two in five are right on development texts, so that
// taking them costs more than it finds. A margin is a sum over words: that of several says less than that of one.
const LEAST = { word: 0, words: 2, person: 0.7, thePerson: 3, uncapitalised: 1, alsoWord: 1 }

/** The names whose margin is worth the risk. */
export function sureNames(draft: Draft, names: readonly NameSpan[]): readonly NameSpan[] {
  return names.filter(name => name.score >= leastScore(draft, name))
}

function leastScore(draft: Draft, { first, end, type }: NameSpan): number {
  const { forms, lowercase } = draft
  const one = end - first === 1
  const least = [one ? LEAST.word : LEAST.words]
  if (type === 'PER' && one) least.push(LEAST.person)
  // No person's name has an article, but things and titles that look like one do: "the Example".
  if (type === 'PER' && /^the$/i.test(forms[first - 1] ?? '')) least.push(LEAST.thePerson)
  if (!hasCapital(draft, first, end)) least.push(LEAST.uncapitalised)
  else if (one && lowercase.has(forms[first]!.toLowerCase())) least.push(LEAST.alsoWord)
  return Math.max(...least)
}

function hasCapital(draft: Draft, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (isCapital(draft, i)) return true
  return false
}
