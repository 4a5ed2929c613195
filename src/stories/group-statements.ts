import type { StoredEntry, StoredWording } from '../model/picture.ts'
import { contentId } from '../text/hash.ts'
import { type LinkFound, linkOf, type ReadyWording, readyWording, WORDING_DAYS } from './link-wordings.ts'

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
    const core = bestCore(cores.near(ready), ready)
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
  readonly #byKey = new Map<string, ReadyWording[]>()

  add(ready: ReadyWording): void {
    for (const key of keysOf(ready, [0])) {
      const list = this.#byKey.get(key)
      if (list === undefined) this.#byKey.set(key, [ready])
      else list.push(ready)
    }
  }

  near(ready: ReadyWording): readonly ReadyWording[] {
    const shared = new Map<ReadyWording, number>()
    for (const key of keysOf(ready, DAYS_AROUND)) {
      const list = this.#byKey.get(key) ?? []
      const isTerm = key.startsWith('t ')
      if (isTerm && list.length > MOST_OF_TERM) continue
      for (const other of list) shared.set(other, (shared.get(other) ?? 0) + (isTerm ? 1 : 2))
    }
    shared.delete(ready)
    return [...shared].filter(([, count]) => count >= 2).map(([other]) => other)
  }
}

const DAYS_AROUND: readonly number[] = Array.from({ length: 2 * WORDING_DAYS + 1 }, (_, i) => i - WORDING_DAYS)
/** A term that so many statements of one speaker in one story have leads to none of them. */
const MOST_OF_TERM = 400
/** Keys of a statement: at its day moved by each of the offsets, and in its story. */
function* keysOf({ grams, terms, wording, speaker }: ReadyWording, offsets: readonly number[]): Generator<string> {
  if (speaker === null) return
  const { day, storyId } = wording
  const places = day === null ? [] : offsets.map(offset => `d${day + offset}`)
  if (storyId !== null) places.push(`s${storyId}`)
  for (const gram of grams) for (const place of places) yield `q ${speaker} ${place} ${gram}`
  if (storyId === null) return
  for (const term of terms.keys()) if (!term.startsWith('@')) yield `t ${speaker} ${storyId} ${term}`
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
