import { InvalidArgumentError } from 'commander'
import { TheatrumError } from '../model/errors.ts'

/** What a command hands back beside its output: the exit code. */
export interface CommandOutcome {
  exit: number
}

/** A parser for whole numbers in a range, inclusive. */
export function wholeNumber(name: string, low: number, high: number): (text: string) => number {
  return text => {
    const value = Number(text)
    if (Number.isInteger(value) && value >= low && value <= high) return value
    throw new InvalidArgumentError(`${name} takes a whole number from ${low} to ${high}, got "${text}".`)
  }
}

/** A parser for one of these words, in capitals or not; gives it as listed. */
export function oneOf(name: string, values: readonly string[]): (text: string) => string {
  return text => {
    const value = values.find(one => one.toLowerCase() === text.trim().toLowerCase())
    if (value !== undefined) return value
    throw new InvalidArgumentError(`${name} takes one of ${values.join(', ')}; got "${text}".`)
  }
}

/** A parser for words: an empty value is a mistake (an unset variable), not "everything". */
export function someWords(name: string): (text: string) => string {
  return text => {
    if (text.trim() !== '') return text.trim()
    throw new InvalidArgumentError(`${name} takes a name or words; got an empty text.`)
  }
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * Checks an ISO 8601 date or date-time; returns it as written.
 * @throws TH_DATE_UNREADABLE for anything else, impossible days (30 February) too.
 */
export function isoDate(name: string, text: string): string {
  const match = ISO_DATE.exec(text)
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])]
  const made = new Date(Date.UTC(year, month - 1, day))
  if (match !== null && made.getUTCMonth() === month - 1 && made.getUTCDate() === day) return text
  throw new TheatrumError('TH_DATE_UNREADABLE', `expected an ISO 8601 date, got "${text}"`, {
    where: name,
    todo: `${name} 2025-04-08`,
  })
}
