import { checkTargets, collect } from '../collect/collect.ts'
import type { Collected } from '../collect/collected.ts'
import { createFetcher } from '../collect/fetch-guarded.ts'
import type { Context } from './context.ts'
import { isoDate } from './options.ts'

/** What commands that read targets take in common. */
export interface TargetOptions {
  readonly published?: string | undefined
  readonly outlet?: string | undefined
}

/** Pages of the targets, fetched as the configuration allows. Closes the fetcher at the end. */
export async function* collectFor(
  context: Context,
  targets: readonly string[],
  options: TargetOptions = {},
  signal?: AbortSignal,
): AsyncGenerator<Collected> {
  await checkTargets(targets, { published: options.published })
  const fetcher = createFetcher({ allowPrivate: context.config.allowPrivate ?? [] })
  const published = options.published === undefined ? undefined : isoDate('--published', options.published)
  try {
    yield* collect(targets, { stdin: process.stdin, fetcher, published, outlet: options.outlet, signal })
  } finally {
    await fetcher.close()
  }
}
