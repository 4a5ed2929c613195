import type { OfficeClass, Role } from '../model/actor.ts'
import type { Knowledge } from '../model/knowledge.ts'

/** How far a day reaches that is known to the month or year only: from its first day. */
function firstDay(day: string): string {
  return `${day}${'-01-01'.slice(day.length - 4)}`.slice(0, 10)
}

/** The last day that a day, month or year can mean. */
function lastDay(day: string): string {
  return day.length === 4 ? `${day}-12-31` : day.length === 7 ? `${day}-31` : day
}

/**
 * True when the office is known to be held on `day`. An open end reaches as far as its source speaks (`asof`); a day of
 * null (the article's date is unknown) takes the offices that are open at the end of what is known.
 */
export function heldOn(role: Role, day: string | null): boolean {
  if (day === null) return role.to === null
  if (role.from !== null && firstDay(role.from) > day) return false
  if (role.to !== null) return lastDay(role.to) > day
  return role.asof === null || lastDay(role.asof) >= day
}

/** True when the office was over before `day`; for an unknown day, when it has an end at all. */
export function heldBefore(role: Role, day: string | null): boolean {
  if (day === null) return role.to !== null
  if (role.to !== null) return firstDay(role.to) <= day
  // With no end known, an office last seen more than a year earlier may well be over: "former" then fits it.
  return role.asof !== null && Number(day.slice(0, 4)) > Number(role.asof.slice(0, 4))
}

const RANK: readonly OfficeClass[] = [
  'leader',
  'head',
  'head of government',
  'head of state',
  'foreign',
  'defence',
  'deputy',
  'other',
]

/** The offices of a person on a day, the highest first. */
export function officesOn(knowledge: Knowledge, person: string, day: string | null): readonly Role[] {
  const held = (knowledge.rolesBy.get(person) ?? []).filter(role => heldOn(role, day))
  return [...held].sort((a, b) => RANK.indexOf(a.class) - RANK.indexOf(b.class) || later(a, b))
}

function later(a: Role, b: Role): number {
  return (a.from ?? '') < (b.from ?? '') ? 1 : -1
}

/** "Secretary General of NATO": the highest office that a person holds on a day, or null. */
export function roleOn(knowledge: Knowledge, person: string, day: string | null): string | null {
  const role = officesOn(knowledge, person, day)[0]
  if (role === undefined) return null
  const of = knowledge.actors.get(role.of)?.name
  return of === undefined || role.office.includes(of) ? role.office : `${role.office} of ${article(of)}${of}`
}

/** Names that take "the" after "of". */
function article(name: string): string {
  return /^(United|European|World|International|African|Arab|Netherlands|Philippines|Bahamas|Gambia|Maldives|Holy|Democratic|Republic|Central African|Dominican|Czech|UK|US) ?/.test(
    name,
  )
    ? 'the '
    : ''
}
