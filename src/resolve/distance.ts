import type { PlaceRef } from '../model/reading.ts'

/** Great-circle distance in kilometres between two points in degrees, on a sphere of radius 6371 km. */
export function kilometres(
  a: { readonly lat: number; readonly lon: number },
  b: { readonly lat: number; readonly lon: number },
): number {
  const r = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * r) / 2) ** 2 +
    Math.cos(a.lat * r) * Math.cos(b.lat * r) * Math.sin(((b.lon - a.lon) * r) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** True for a place that lies at a point; bodies and areas without one are nowhere near anything. */
export function isPoint<T extends PlaceRef>(place: T): place is T & { lat: number; lon: number } {
  return place.lat !== null && place.lon !== null
}
