import type { Command } from 'commander'
import { countInputs } from '../../collect/count-inputs.ts'
import { EXIT, TheatrumError } from '../../model/errors.ts'
import type { Reading, RejectedReading } from '../../model/reading.ts'
import { mapInOrder } from '../../pipeline/read-all.ts'
import type { ReaderPool } from '../../pipeline/reader-pool.ts'
import { collectFor } from '../collect-for.ts'
import { type Context, contextOf, readersFor, withReaders } from '../context.ts'
import type { CommandOutcome } from '../options.ts'
import { columns, printJson, printLine, write } from '../print.ts'
import { startProgress } from '../progress.ts'

interface ReadOptions {
  readonly json?: boolean
  readonly jsonl?: boolean
  readonly published?: string
  readonly outlet?: string
  readonly strict?: boolean
}

/** Time for one article when a person waits for it: with starting, an answer comes within ten seconds. */
const READ_MS = 7_000

const EXAMPLE = `
Example:
  theatrum read sample/articles.jsonl --jsonl
  theatrum read article.txt --published 2025-04-08 --json`

export function addRead(program: Command, outcome: CommandOutcome): void {
  program
    .command('read')
    .description('read articles without storing anything: one Reading per article')
    .argument('<target...>', 'files, folders, articles.jsonl, feeds, archives, addresses, - for standard input')
    .option('--json', 'one JSON document')
    .option('--jsonl', 'one JSON object a line')
    .option('--published <date>', 'publication date of texts that carry none (ISO 8601)')
    .option('--outlet <name>', 'outlet of texts that carry none')
    .option('--strict', 'exit with 1 when something was rejected')
    .addHelpText('after', EXAMPLE)
    .action(async (targets: string[], options: ReadOptions, command: Command) => {
      const context = contextOf(command)
      const total = await countInputs(targets)
      const readers = { ...readersFor(total), timeoutMs: READ_MS }
      const rejected = await withReaders(context, readers, pool => readTargets(targets, options, context, pool, total))
      if (rejected > 0 && options.strict === true) outcome.exit = EXIT.rejections
    })
}

async function readTargets(
  targets: readonly string[],
  options: ReadOptions,
  context: Context,
  pool: ReaderPool,
  total: number | null,
): Promise<number> {
  const progress = startProgress('reading', process.stderr, context.quiet)
  const all: (Reading | RejectedReading)[] = []
  let rejected = 0
  let done = 0
  for await (const result of readings(targets, options, context, pool)) {
    done++
    if (result.rejected !== null) rejected++
    progress.update({ done, total, rejected, skipped: 0 })
    if (options.jsonl === true) await printLine(result)
    else if (options.json === true) all.push(result)
    else await write(`${summary(result)}\n`)
  }
  progress.end()
  if (options.json === true) await printJson(all.length === 1 ? all[0] : all)
  if (done === 0)
    throw new TheatrumError('TH_INPUT_EMPTY', 'nothing to read was found', {
      where: targets.join(' '),
      todo: 'name a text, a page, a folder of them, a feed or an address',
    })
  return rejected
}

async function* readings(
  targets: readonly string[],
  options: ReadOptions,
  context: Context,
  pool: ReaderPool,
): AsyncGenerator<Reading | RejectedReading> {
  const collected = collectFor(context, targets, options)
  const results = mapInOrder(collected, pool.size * 4, async one => {
    if (!one.ok) return { file: one.file, article: null, rejected: one.rejection }
    const result = await pool.read(one.page)
    return result.ok ? result.reading : result.rejected
  })
  yield* results
}

/** A Reading for a person: who said what, what happened; every line with its offsets. */
function summary(result: Reading | RejectedReading): string {
  if (result.rejected !== null)
    return `${result.file}\n  rejected in ${result.rejected.stage}: ${result.rejected.detail}\n`
  const { article, statements, events } = result
  const quote = ([start, end]: readonly [number, number]): string => article.text.slice(start, end)
  const rows = [
    ...statements.map(s => [
      `[${s.content[0]?.join(',') ?? ''})`,
      s.kind,
      s.source?.actor ?? (s.source === null ? '(no speaker named)' : quote(s.source.span)),
      s.cue === null ? '' : quote(s.cue),
      s.content.map(quote).join(' … '),
    ]),
    ...events.map(e => [
      `[${e.trigger.join(',')})`,
      e.type,
      `${sides(e.actors, quote)} → ${sides(e.recipients, quote)}`,
      `${e.status}${e.claimedIn === null ? '' : ', claimed'}`,
      `${e.when === null ? 'date unknown' : e.when.start} · ${quote(e.evidence)}`,
    ]),
  ]
  return `${article.file}  ${article.title ?? '(no headline)'}\n${columns(rows)}\n`
}

function sides(
  actors: readonly { readonly actor: string | null; readonly span: readonly [number, number] }[],
  quote: (span: readonly [number, number]) => string,
): string {
  return actors.length === 0 ? '(nobody named)' : actors.map(one => one.actor ?? quote(one.span)).join(', ')
}
