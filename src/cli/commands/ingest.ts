import { type Command, Option } from 'commander'
import { loadKnowledge } from '../../assets/load-knowledge.ts'
import { countInputs } from '../../collect/count-inputs.ts'
import { EXIT, TheatrumError } from '../../model/errors.ts'
import { type IngestSummary, ingest } from '../../pipeline/ingest.ts'
import { READER_VERSION } from '../../pipeline/versions.ts'
import { pictureOf } from '../../store/picture.ts'
import { saveActors } from '../../store/save-actors.ts'
import type { Store } from '../../store/store.ts'
import { collectFor } from '../collect-for.ts'
import { type Context, contextOf, readersFor, withReaders, withStore } from '../context.ts'
import { type CommandOutcome, isoDate, wholeNumber } from '../options.ts'
import { printJson, say, visible } from '../print.ts'
import { startProgress } from '../progress.ts'
import { listed } from './extract.ts'

export interface IngestCommandOptions {
  readonly json?: boolean
  readonly published?: string
  readonly outlet?: string
  readonly strict?: boolean
  readonly progressJson?: boolean
  readonly batchSize?: number
  /** Called with the counts so far. */
  readonly onProgress?: (summary: IngestSummary, total: number | null) => void
}

const EXAMPLE = `
Example:
  theatrum ingest sample/articles.jsonl
  theatrum ingest news/ https://example.org/feed.xml --strict`

export function addIngest(program: Command, outcome: CommandOutcome): void {
  program
    .command('ingest')
    .description('the main job: read articles into the picture; can be stopped and run again')
    .argument(
      '<target...>',
      'files, folders, articles.jsonl, feeds, sitemaps, archives, addresses, - for standard input',
    )
    .option('--json', 'the summary as JSON on stdout')
    .option('--published <date>', 'publication date of texts that carry none (ISO 8601)')
    .option('--outlet <name>', 'outlet of texts that carry none')
    .option('--strict', 'exit with 1 when something was rejected')
    .addOption(new Option('--progress-json', 'the counts so far as JSON lines on stderr, for scripts').hideHelp())
    .addOption(
      new Option('--batch-size <n>', 'articles a transaction stores')
        .argParser(wholeNumber('--batch-size', 1, 1000))
        .hideHelp(),
    )
    .addHelpText('after', EXAMPLE)
    .action(async (targets: string[], options: IngestCommandOptions, command: Command) => {
      if (options.published !== undefined) isoDate('--published', options.published)
      const context = contextOf(command)
      const stop = stopOnSignal()
      const onProgress = options.progressJson === true ? (s: IngestSummary) => say(JSON.stringify(s)) : () => undefined
      const quiet = options.progressJson === true || context.quiet
      const summary = await withStore(context, store =>
        ingestInto(store, targets, { ...options, onProgress }, { ...context, quiet }, stop),
      )
      if (options.json === true) await printJson({ ...summary, reasons: Object.fromEntries(summary.reasons) })
      if (summary.seen === 0 && !summary.stopped) {
        throw new TheatrumError('TH_INPUT_EMPTY', 'nothing to read was found', {
          where: targets.join(' '),
          todo: 'name a text, a page, a folder of them, a feed or an address',
        })
      }
      if (summary.stopped) outcome.exit = 130
      else if (summary.rejected > 0 && options.strict === true) outcome.exit = EXIT.rejections
    })
}

/** Rejections listed one by one before the run's end only counts them. */
const MOST_TOLD = 20

/** Reads targets into a store with progress on stderr, and says at the end what was done. */
export async function ingestInto(
  store: Store,
  targets: readonly string[],
  options: IngestCommandOptions,
  context: Context,
  signal: AbortSignal,
): Promise<IngestSummary> {
  const progress = startProgress('reading', process.stderr, context.quiet)
  const total = await countInputs(targets)
  let told = 0
  await store.write(tx => saveActors(tx, loadKnowledge()))
  const summary = await withReaders(context, readersFor(total), pool => {
    const collected = collectFor(context, targets, options, signal)
    return ingest(collected, {
      picture: pictureOf(store, READER_VERSION),
      pool,
      marking: { tlp: 'GREEN', groups: [] },
      signal,
      ...(options.batchSize === undefined ? {} : { batchSize: options.batchSize }),
      onRejected: ({ file, rejected }) => {
        if (context.quiet || ++told > MOST_TOLD) return
        progress.end()
        say(`rejected  ${visible(file)}  ${rejected.reason}: ${visible(rejected.detail)}`)
        if (told === MOST_TOLD) say('further rejections are counted, not listed here: theatrum rejections')
      },
      onProgress: s => {
        progress.update({ done: s.seen, total, rejected: s.rejected, skipped: s.alreadyThere })
        options.onProgress?.(s, total)
      },
    })
  })
  progress.end()
  if (!context.quiet) say(describe(summary, progress.rate()))
  return summary
}

function describe(summary: IngestSummary, rate: number): string {
  const { seen, added, changed, unchanged, alreadyThere, rejected, reasons, stopped } = summary
  const fresh =
    added + changed === 0 ? 'stored nothing new' : `stored ${added} new${changed > 0 ? `, ${changed} changed` : ''}`
  const rest = [
    alreadyThere + unchanged > 0 ? `${alreadyThere + unchanged} already there` : '',
    `${rejected} rejected${listed(reasons)}`,
    `${seen} seen`,
    rate > 0 ? `${rate.toFixed(1)}/s` : '',
  ].filter(part => part !== '')
  return `${stopped ? 'stopped: ' : ''}${fresh} · ${rest.join(' · ')}${stopped ? ' · run the same command again for the rest' : ''}`
}

/** Aborts at the first Ctrl-C or termination; the second ends the program at once. */
function stopOnSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      say('stopping after the batch under way; once more to stop at once')
      controller.abort()
      process.once(signal, () => process.exit(130))
    })
  }
  return controller.signal
}
