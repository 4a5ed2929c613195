import path from 'node:path'
import type { Command } from 'commander'
import { packageRoot } from '../../assets/root.ts'
import { LOCAL_VIEWER } from '../../model/viewer.ts'
import { startServer } from '../../serve/start-server.ts'
import type { Store } from '../../store/store.ts'
import { readStatus } from '../../views/status.ts'
import { type Context, contextOf, programVersion, withStore } from '../context.ts'
import type { CommandOutcome } from '../options.ts'
import { say } from '../print.ts'
import { WorkWatch } from '../work-watch.ts'
import { ingestInto } from './ingest.ts'
import { addressOf, untilStopped } from './serve.ts'

interface OpenOptions {
  readonly port?: number
  readonly host?: string
  /** False with --no-sample. */
  readonly sample: boolean
}

/** The program without a command: serves the picture, and reads the bundled sample into an empty one. */
export function addOpen(program: Command, _outcome: CommandOutcome): void {
  program
    .option('--no-sample', 'leave an empty picture empty')
    .action(async (options: OpenOptions, command: Command) => {
      if (command.args.length > 0) command.error(`error: unknown command '${command.args[0]}'`)
      const context = contextOf(command)
      await withStore(context, store => open(store, options, context))
    })
}

async function open(store: Store, options: OpenOptions, context: Context): Promise<void> {
  const work = new WorkWatch()
  const server = await startServer({
    store,
    version: programVersion(),
    progress: () => work.current,
    ...addressOf(options, context),
  })
  say(`Theatrum is open at ${server.address}  (Ctrl-C stops it)`)
  const stopping = new AbortController()
  const sample = options.sample ? readSample(store, context, work, stopping.signal) : Promise.resolve()
  // A sample that cannot be read ends the program with its reason; one that was read changes nothing here.
  const failed = new Promise<never>((_resolve, reject) => sample.catch(reject))
  try {
    await Promise.race([untilStopped(), failed])
  } finally {
    stopping.abort()
    await sample.catch(() => undefined)
    await server.close()
  }
}

/** Reads the bundled sample when nothing at all is stored yet. */
async function readSample(store: Store, context: Context, work: WorkWatch, signal: AbortSignal): Promise<void> {
  const { articles, rejections } = await store.read(LOCAL_VIEWER, tx =>
    readStatus(tx, { version: programVersion(), work: null }),
  )
  if (articles > 0 || rejections > 0) return
  say('first run: reading the sample (plainly made-up outlets, marked as sample everywhere)')
  const file = path.join(packageRoot(), 'sample', 'articles.jsonl')
  await ingestInto(
    store,
    [file],
    { onProgress: (summary, total) => work.note('sample', summary, total) },
    context,
    signal,
  )
  work.end()
}
