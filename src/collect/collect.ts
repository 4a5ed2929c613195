import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { TheatrumError } from '../model/errors.ts'
import { collectAddresses } from './collect-address.ts'
import { collectPath } from './collect-path.ts'
import type { Collected } from './collected.ts'
import type { Context } from './context.ts'
import { isIsoDate } from './dates/parse-date.ts'
import { createFetcher, type Fetcher } from './fetch-guarded.ts'
import { givenHints } from './files/read-jsonl.ts'
import { walkFolder } from './walk-folder.ts'

/** All optional. */
export interface CollectOptions {
  /** Publication date for inputs that carry none: `YYYY-MM-DD` or an ISO 8601 date-time. */
  readonly published?: string | undefined
  /** Outlet for inputs that name none. */
  readonly outlet?: string | undefined
  /** What `-` reads; default the process's own. */
  readonly stdin?: Readable | undefined
  readonly signal?: AbortSignal | undefined
  /** What fetches; by default one with the guard's defaults, made when the first address comes and closed at the end. */
  readonly fetcher?: Fetcher | undefined
  /** Stop after this many pages; rejections do not count. */
  readonly maxPages?: number | undefined
}

/**
 * Pages of targets in their order: files, folders, `articles.jsonl`, feeds, archives, addresses, `-`. Nothing is held
 * beyond the input at hand (and a few fetches under way). Whatever is wrong with one input is a rejection, and the rest
 * goes on; an unreadable `published` is the one thing it throws for (TH_DATE_UNREADABLE). An aborted signal ends it.
 */
export async function* collect(targets: readonly string[], options: CollectOptions = {}): AsyncGenerator<Collected> {
  const own: { fetcher: Fetcher | null } = { fetcher: null }
  // Fetches under way are called off when the reader of this generator has had enough.
  const done = new AbortController()
  const context: Context = {
    given: givenHints(checkGivenDate(options.published), options.outlet ?? null),
    stdin: options.stdin ?? process.stdin,
    signal: options.signal === undefined ? done.signal : AbortSignal.any([options.signal, done.signal]),
    fetcher: () => {
      if (options.fetcher !== undefined) return options.fetcher
      own.fetcher ??= createFetcher()
      return own.fetcher
    },
  }
  let left = options.maxPages ?? Number.POSITIVE_INFINITY
  try {
    if (left <= 0) return
    for await (const collected of collectAll(targets, context)) {
      if (options.signal?.aborted) return
      yield collected
      if (collected.ok && --left <= 0) return
    }
  } finally {
    done.abort()
    await own.fetcher?.close()
  }
}

/**
 * Throws the mistakes a user would rather hear of before any work is done: no target (TH_USAGE), an unreadable date
 * (TH_DATE_UNREADABLE), and, where not one target can be read, what is wrong with the first: TH_INPUT_MISSING for a path
 * that does not exist, TH_INPUT_EMPTY for a folder without anything to read. Addresses and `-` always count as readable.
 */
export async function checkTargets(
  targets: readonly string[],
  options: Pick<CollectOptions, 'published'> = {},
): Promise<void> {
  checkGivenDate(options.published)
  if (targets.length === 0)
    throw new TheatrumError('TH_USAGE', 'expected a file, a folder or an address, got nothing', {
      todo: 'theatrum read article.txt',
    })
  let first: TheatrumError | null = null
  for (const target of targets) {
    const wrong = await whatIsWrong(target)
    if (wrong === null) return
    first ??= wrong
  }
  if (first !== null) throw first
}

async function whatIsWrong(target: string): Promise<TheatrumError | null> {
  if (target === '-' || isAddress(target)) return null
  if (target === '' || !existsSync(target))
    return new TheatrumError(
      'TH_INPUT_MISSING',
      'expected a file, a folder or an address, got a path that does not exist',
      {
        where: target === '' ? '(an empty name)' : target,
        todo: /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(target)
          ? `for a web address write https://${target}`
          : 'check the spelling and the current folder',
      },
    )
  if (!(await stat(target)).isDirectory()) return null
  for await (const _ of walkFolder(target)) return null
  return new TheatrumError('TH_INPUT_EMPTY', 'the folder holds nothing that can be read', {
    where: target,
    todo: 'give a folder with .txt, .html, .html.gz, .mhtml, .warc or feed files, or an articles.jsonl',
  })
}

/** True for what is fetched or refused as an address rather than opened as a path. */
export function isAddress(target: string): boolean {
  // The URL parser drops tabs and line breaks and trims, so "ht\ntp://…" is an address to it and therefore to us.
  const plain = target.replace(/[\t\r\n]/g, '').trim()
  return /^[a-z][a-z0-9+.-]+:/i.test(plain) && !existsSync(target)
}

/** Addresses that stand side by side are fetched side by side. */
async function* collectAll(targets: readonly string[], context: Context): AsyncGenerator<Collected> {
  for (let at = 0; at < targets.length; ) {
    let end = at
    while (end < targets.length && isAddress(targets[end] ?? '')) end++
    if (end > at) {
      yield* collectAddresses(targets.slice(at, end), context)
      at = end
    } else yield* collectPath(targets[at++] ?? '', context)
    if (context.signal?.aborted) return
  }
}

function checkGivenDate(published: string | undefined): string | null {
  if (published === undefined) return null
  if (isIsoDate(published)) return published
  throw new TheatrumError('TH_DATE_UNREADABLE', `expected an ISO 8601 date such as 2025-04-08, got "${published}"`, {
    where: '--published',
    todo: '--published 2025-04-08',
  })
}
