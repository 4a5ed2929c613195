import type { Paged } from '../model/api.ts'

/** Where a list goes on (`next` of the page before; null: at its start) and how many rows are wanted. */
export interface Page {
  readonly after: string | null
  readonly limit: number
}

/** The place of the last row in the order of a list, as an opaque word that needs no escaping in an address. */
export function cursorOf(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The place that a cursor stands for; null for none, and for what is no cursor of a list of this many parts. */
export function placeOf(after: string | null, parts: number): readonly (string | number)[] | null {
  if (after === null || after === '') return null
  try {
    const place: unknown = JSON.parse(Buffer.from(after, 'base64url').toString())
    if (!Array.isArray(place) || place.length !== parts) return null
    return place.every(part => typeof part === 'string' || typeof part === 'number') ? place : null
  } catch {
    return null
  }
}

/** A page of rows. `places` has one more entry than `rows` when the list goes on. */
export function paged<Row>(
  rows: readonly Row[],
  total: number,
  limit: number,
  places: readonly (readonly (string | number)[])[],
): Paged<Row> {
  const last = places.length > limit ? places[limit - 1] : undefined
  return { rows, total, next: last === undefined ? null : cursorOf(last) }
}
