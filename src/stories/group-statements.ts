import type { StoredEntry, StoredWording } from '../model/picture.ts'
import { contentId } from '../text/hash.ts'
import { type LinkFound, linkOf, type ReadyWording, readyWording, WORDING_DAYS } from './link-wordings.ts'

/**
 * Cores that a statement is compared with, those that have most in common with it: what a speaker's set phrases call up
 * beyond these has the phrase in common and no more.
 */
const MOST_CORES = 48

interface Member {
  readonly ready: ReadyWording
  readonly found: LinkFound | null
}

/**
 * Groups statements into utterances. The fullest wordings (most quoted words, then most words) are cores; every other
 * statement joins the core that it is most surely a wording of, and is compared with cores alone, so that likeness is not
 * passed on from hand to hand. Every statement is in exactly one entry, most alone in theirs. The outcome does not depend
 * on the order of the input. Entries in order of their cores. Cost: about linear, candidates come from an index.
 */
export function groupStatements(wordings: readonly StoredWording[]): StoredEntry[] {
  const entries = new Map<ReadyWording, Member[]>()
  const cores = new WordingIndex()
  for (const ready of wordings.map(readyWording).sort(fullestFirst)) {
    const core = bestCore(cores.near(ready).slice(0, MOST_CORES), ready)
    if (core === null) {
      entries.set(ready, [{ ready, found: null }])
      cores.add(ready)
    } else entries.get(core.ready)?.push({ ready, found: core.found })
  }
  return [...entries.values()].map(entryOf)
}

/**
 * Of these statements the ones whose entry can depend on the given ones: those, what they are linked with, what that is
 * linked with, and so on. Grouping them alone gives them the entries that grouping everything would give.
 */
export function linkedStatements(
  from: readonly StoredWording[],
  all: readonly StoredWording[],
): readonly StoredWording[] {
  const index = new WordingIndex()
  const keyed = new Map(all.map(wording => [keyOf(wording), readyWording(wording)]))
  for (const ready of keyed.values()) index.add(ready)
  const reached = new Map<string, ReadyWording>()
  const open = from.flatMap(wording => keyed.get(keyOf(wording)) ?? readyWording(wording))
  for (const ready of open) reached.set(keyOf(ready.wording), ready)
  for (let ready = open.pop(); ready !== undefined; ready = open.pop())
    for (const other of index.near(ready)) {
      const key = keyOf(other.wording)
      if (reached.has(key) || linkOf(ready, other) === null) continue
      reached.set(key, other)
      open.push(other)
    }
  return [...reached.values()].map(({ wording }) => wording)
}

function bestCore(
  candidates: Iterable<ReadyWording>,
  ready: ReadyWording,
): { readonly ready: ReadyWording; readonly found: LinkFound } | null {
  let best: { readonly ready: ReadyWording; readonly found: LinkFound } | null = null
  for (const core of candidates) {
    const found = linkOf(core, ready)
    if (found === null) continue
    const surer = best === null ? 1 : found.strength - best.found.strength
    if (surer > 0 || (surer === 0 && best !== null && fullestFirst(core, best.ready) < 0)) best = { ready: core, found }
  }
  return best
}

function entryOf(members: readonly Member[]): StoredEntry {
  const { articleId, statementId } = members[0]!.ready.wording
  return {
    id: contentId('entry', articleId, statementId),
    wordings: members.map(({ ready, found }) => ({
      articleId: ready.wording.articleId,
      statementId: ready.wording.statementId,
      link: found?.link ?? 'core',
    })),
  }
}

/**
 * Finds what a statement may be linked with, without comparing it with everything its speaker said: by three quoted words
 * running, on the days around and in its story; and by terms, of which two must be shared, in its story.
 */
class WordingIndex {
  /** By speaker and place (day or story), then by what stands there. */
  readonly #quotes = new Map<string, Map<string, ReadyWording[]>>()
  readonly #terms = new Map<string, Map<string, ReadyWording[]>>()

  add(ready: ReadyWording): void {
    for (const place of placesOf(ready, [0])) enter(this.#quotes, place, ready.grams, ready)
    const story = storyOf(ready)
    if (story !== null) enter(this.#terms, story, plainTerms(ready), ready)
  }

  /** Those that have most in common with it first. */
  near(ready: ReadyWording): readonly ReadyWording[] {
    const shared = new Map<ReadyWording, number>()
    const count = (found: readonly ReadyWording[] | undefined, by: number): void => {
      for (const other of found ?? []) shared.set(other, (shared.get(other) ?? 0) + by)
    }
    for (const place of ready.grams.size === 0 ? [] : placesOf(ready, DAYS_AROUND)) {
      const there = this.#quotes.get(place)
      if (there !== undefined) for (const gram of ready.grams) count(there.get(gram), 2)
    }
    const there = this.#terms.get(storyOf(ready) ?? '')
    if (there !== undefined)
      for (const term of plainTerms(ready)) {
        const found = there.get(term)
        if (found !== undefined && found.length <= MOST_OF_TERM) count(found, 1)
      }
    shared.delete(ready)
    const found = [...shared].filter(([, times]) => times >= 2)
    return found.sort((a, b) => b[1] - a[1] || fullestFirst(a[0], b[0])).map(([other]) => other)
  }
}

const DAYS_AROUND: readonly number[] = Array.from({ length: 2 * WORDING_DAYS + 1 }, (_, i) => i - WORDING_DAYS)
/** A term that so many statements of one speaker in one story have leads to none of them. */
const MOST_OF_TERM = 400

function enter(
  index: Map<string, Map<string, ReadyWording[]>>,
  place: string,
  keys: Iterable<string>,
  ready: ReadyWording,
): void {
  const there = index.get(place) ?? new Map<string, ReadyWording[]>()
  index.set(place, there)
  for (const key of keys) {
    const list = there.get(key)
    if (list === undefined) there.set(key, [ready])
    else list.push(ready)
  }
}

/** Where a statement stands: at its day moved by each of the offsets, and in its story. */
function placesOf(ready: ReadyWording, offsets: readonly number[]): readonly string[] {
  const { speaker, wording } = ready
  const { day } = wording
  const story = storyOf(ready)
  if (speaker === null) return []
  return [
    ...(day === null ? [] : offsets.map(offset => `${speaker} d${day + offset}`)),
    ...(story === null ? [] : [story]),
  ]
}

function storyOf({ speaker, wording }: ReadyWording): string | null {
  return speaker === null || wording.storyId === null ? null : `${speaker} s${wording.storyId}`
}

function plainTerms({ terms }: ReadyWording): readonly string[] {
  return [...terms.keys()].filter(term => !term.startsWith('@'))
}

function keyOf({ articleId, statementId }: StoredWording): string {
  return `${articleId} ${statementId}`
}

/** Most quoted words, then most words, then the earliest, then by ids. */
function fullestFirst(a: ReadyWording, b: ReadyWording): number {
  return (
    b.quoted - a.quoted ||
    b.words.length - a.words.length ||
    (a.wording.day ?? Number.MAX_SAFE_INTEGER) - (b.wording.day ?? Number.MAX_SAFE_INTEGER) ||
    compare(a.wording.articleId, b.wording.articleId) ||
    compare(a.wording.statementId, b.wording.statementId)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
