import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Command } from 'commander'
import { packageRoot } from '../assets/root.ts'
import { TheatrumError } from '../model/errors.ts'
import { ReaderPool, type ReaderPoolOptions } from '../pipeline/reader-pool.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { type Config, loadConfig } from './config.ts'

/** Options that every command takes. */
export interface GlobalOptions {
  readonly data?: string
  readonly config?: string
  readonly workers?: number
  readonly quiet?: boolean
  readonly debug?: boolean
}

/** What a command runs with: its place, its settings, and how to open the picture. */
export interface Context {
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly config: Config
  readonly quiet: boolean
  readonly workers: number | null
}

/** Settings of this run: command line, then configuration file, then environment, then defaults. */
export function contextOf(command: Command): Context {
  const options: GlobalOptions = command.optsWithGlobals()
  const config = loadConfig(options.config ?? null)
  return {
    dataDir: path.resolve(options.data ?? config.data ?? 'theatrum-data'),
    // --data says which picture is meant: it wins over a DATABASE_URL that happens to be set.
    databaseUrl: options.data === undefined ? (config.databaseUrl ?? process.env['DATABASE_URL'] ?? null) : null,
    config,
    quiet: options.quiet ?? false,
    workers: options.workers ?? config.workers ?? null,
  }
}

/** Opens the picture, runs, and always closes it. */
export async function withStore<T>(context: Context, use: (store: Store) => Promise<T>): Promise<T> {
  const { dataDir, databaseUrl } = context
  const store = await openStore(databaseUrl === null ? { dataDir } : { dataDir, databaseUrl })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/**
 * Runs with reader threads (started when first needed) and always stops them. When none can start, rejects with the
 * TheatrumError that the first of them met.
 */
export async function withReaders<T>(
  context: Context,
  options: ReaderPoolOptions,
  use: (pool: ReaderPool) => Promise<T>,
): Promise<T> {
  const pool = new ReaderPool(context.workers === null ? options : { ...options, workers: context.workers })
  try {
    return await use(pool)
  } finally {
    await pool.close()
  }
}

/** No more reader threads than there are inputs: each costs over a second to start and some 200 MB. */
export function readersFor(total: number | null): { readonly workers?: number } {
  return total === null ? {} : { workers: Math.max(1, Math.min(total, os.availableParallelism())) }
}

/** Version of the program, from package.json. */
export function programVersion(): string {
  const file = path.join(packageRoot(), 'package.json')
  const found: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
  if (typeof found === 'object' && found !== null && 'version' in found) return String(found.version)
  throw new TheatrumError('TH_ASSET_DAMAGED', 'package.json names no version', {
    where: file,
    todo: 'install the package again',
  })
}
