/** Where a value was read, for instance `json-ld`, `meta:article:published_time`, `text`, `feed`, `given`. */
export type ReadFrom = string

/** A value with where it was read, or the reason why there is none. Never a default in the place of an unknown. */
export type Known<T> = { readonly value: T; readonly from: ReadFrom } | { readonly unknown: string }

/** A value that is known, with where it was read. */
export function known<T>(value: T, from: ReadFrom): Known<T> {
  return { value, from }
}

/** No value, and why: a full clause a user can read ("the page names no author"). */
export function unknown<T>(why: string): Known<T> {
  return { unknown: why }
}

/** The value, or null where it is unknown. */
export function valueOf<T>(field: Known<T>): T | null {
  return 'value' in field ? field.value : null
}
