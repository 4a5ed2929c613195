import type { KnownPlace } from '../model/knowledge.ts'
import { isPoint, kilometres } from './distance.ts'

/** Distance at which a neighbour's pull has fallen to a third. Chosen with the weights in choose-places.ts. */
const NEAR_KM = 250
/** Pull of a place in the same state of the United States, however far. */
const SAME_STATE = 0.6
/** Neighbours that count: those beyond the third say little, and their shares are next to nothing. */
const NEIGHBOURS = 3

const AREAS: readonly KnownPlace['kind'][] = ['country', 'region', 'sea', 'strait']

/** A place with how many names of the article mean it, on the unit sphere. */
interface Point {
  readonly place: KnownPlace
  readonly at: Vector
  count: number
}

type Vector = readonly [x: number, y: number, z: number]

/** A cube of space that holds points, or eight cubes of half its width. */
interface Cube {
  readonly low: Vector
  readonly width: number
  points: Point[]
  parts: Cube[] | null
}

/** Points in a cube before it is split; no result hangs on it, only time (4 and 16 are within a tenth of it). */
const FULL = 8
/** 2 / 2^16 of the sphere's radius are 200 m: points closer than that stay in one cube however many they are. */
const SMALLEST = 2 ** -15

/**
 * The places that an article's names mean so far, asked for the three that pull most on another place. An octree: asking
 * takes the logarithm of their number, so that a list of very many places is placed in about linear time.
 */
export class NearPlaces {
  readonly #points = new Map<string, Point>()
  readonly #byState = new Map<string, Point[]>()
  readonly #all: Cube = { low: [-1, -1, -1], width: 2, points: [], parts: null }

  /** Adds the meaning of one name. Countries, regions, seas and what has no point pull on nothing. */
  add(place: KnownPlace): void {
    if (AREAS.includes(place.kind) || !isPoint(place)) return
    const key = keyOf(place)
    const old = this.#points.get(key)
    if (old !== undefined) {
      old.count++
      return
    }
    const point: Point = { place, at: vectorOf(place), count: 1 }
    this.#points.set(key, point)
    const state = stateOf(place)
    if (state !== null) this.#byState.set(state, [...(this.#byState.get(state) ?? []), point].slice(0, NEIGHBOURS + 1))
    insert(this.#all, point)
  }

  /** The pulls of the three nearest on a place, the strongest first, without one name that means `own`. */
  pullsOn(place: KnownPlace, own: KnownPlace | null): readonly number[] {
    if (!isPoint(place)) return []
    const pulls: number[] = []
    const seen = new Set<Point>()
    const ownPoint = own === null ? undefined : this.#points.get(keyOf(own))
    const take = (point: Point): void => {
      if (seen.has(point)) return
      seen.add(point)
      const value = pull(place, point.place)
      const times = Math.min(NEIGHBOURS, point === ownPoint ? point.count - 1 : point.count)
      for (let i = 0; i < times; i++) keep(pulls, value)
    }
    const state = stateOf(place)
    for (const point of state === null ? [] : (this.#byState.get(state) ?? [])) take(point)
    search(this.#all, vectorOf(place), pulls, take)
    return pulls
  }
}

function keyOf({ id, kind, lat, lon, admin1 }: KnownPlace): string {
  return `${id} ${kind} ${lat} ${lon} ${admin1}`
}

function vectorOf({ lat, lon }: { readonly lat: number; readonly lon: number }): Vector {
  const r = Math.PI / 180
  const ring = Math.cos(lat * r)
  return [ring * Math.cos(lon * r), ring * Math.sin(lon * r), Math.sin(lat * r)]
}

function insert(root: Cube, point: Point): void {
  let cube = root
  while (cube.parts !== null) cube = partFor(cube, cube.parts, point)
  cube.points.push(point)
  if (cube.points.length <= FULL || cube.width <= SMALLEST) return
  const parts = halves(cube)
  for (const each of cube.points) partFor(cube, parts, each).points.push(each)
  cube.points = []
  cube.parts = parts
}

function halves({ low, width }: Cube): Cube[] {
  const half = width / 2
  return Array.from({ length: 8 }, (_, i) => ({
    low: [low[0] + (i & 1) * half, low[1] + ((i >> 1) & 1) * half, low[2] + (i >> 2) * half] as const,
    width: half,
    points: [],
    parts: null,
  }))
}

function partFor({ low, width }: Cube, parts: readonly Cube[], { at }: Point): Cube {
  const half = width / 2
  const i = Number(at[0] >= low[0] + half) + 2 * Number(at[1] >= low[1] + half) + 4 * Number(at[2] >= low[2] + half)
  const part = parts[i]
  if (part === undefined) throw new Error('a cube has eight parts')
  return part
}

/** Visits the cubes that may hold a point with a stronger pull than the third so far, the nearest first. */
function search(cube: Cube, at: Vector, pulls: readonly number[], take: (point: Point) => void): void {
  if (tooFar(distanceTo(cube, at), pulls)) return
  for (const point of cube.points) take(point)
  if (cube.parts === null) return
  const parts = cube.parts.map(part => ({ part, far: distanceTo(part, at) })).sort((a, b) => a.far - b.far)
  for (const { part } of parts) search(part, at, pulls, take)
}

/** Length of the straight line from a point to a cube, 0 inside it; the sphere's radius is 1. */
function distanceTo({ low, width }: Cube, at: Vector): number {
  const [x, y, z] = [0, 1, 2].map(i => {
    const [from = 0, value = 0] = [low[i], at[i]]
    return Math.max(0, from - value, value - from - width)
  })
  return Math.hypot(x ?? 0, y ?? 0, z ?? 0)
}

/** True when nothing so far off can pull as much as the third; a millionth of the way is left for rounding. */
function tooFar(line: number, pulls: readonly number[]): boolean {
  const third = pulls[NEIGHBOURS - 1]
  if (third === undefined) return false
  const km = 2 * 6371 * Math.asin(Math.min(1, line / 2)) * (1 - 1e-6) - 1e-3
  return Math.exp(-km / NEAR_KM) < third
}

function keep(pulls: number[], value: number): void {
  const at = pulls.findIndex(other => other < value)
  if (at >= 0) pulls.splice(at, 0, value)
  else pulls.push(value)
  if (pulls.length > NEIGHBOURS) pulls.pop()
}

/** 1 for the same spot, falling with distance; towns of one state of the United States are never quite strangers. */
function pull(on: KnownPlace, by: KnownPlace): number {
  if (!isPoint(on) || !isPoint(by)) return 0
  const state = stateOf(on)
  const same = state !== null && state === stateOf(by) ? SAME_STATE : 0
  return Math.max(same, by.kind === 'admin1' && state !== null ? 0 : Math.exp(-kilometres(on, by) / NEAR_KM))
}

function stateOf(place: KnownPlace): string | null {
  if (place.country !== 'US') return null
  return place.kind === 'admin1' ? place.id.replace('admin1:US-', '') : place.admin1 || null
}
