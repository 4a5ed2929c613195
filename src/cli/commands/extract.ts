import type { Command } from 'commander'
import { countInputs } from '../../collect/count-inputs.ts'
import { toExtractRow } from '../../extract/to-extract-row.ts'
import { EXIT } from '../../model/errors.ts'
import { mapInOrder } from '../../pipeline/read-all.ts'
import { collectFor } from '../collect-for.ts'
import { contextOf, readersFor, withReaders } from '../context.ts'
import type { CommandOutcome } from '../options.ts'
import { printJson, printLine, say } from '../print.ts'
import { startProgress } from '../progress.ts'

interface ExtractOptions {
  readonly json?: boolean
  readonly jsonl?: boolean
  readonly strict?: boolean
}

const EXAMPLE = `
Example:
  theatrum extract page.html --json
  theatrum extract pages/*.html.gz --jsonl > articles.jsonl`

export function addExtract(program: Command, outcome: CommandOutcome): void {
  program
    .command('extract')
    .description('find the article in a page: headline, author, day, text')
    .argument('<page...>', 'pages (.html, .html.gz, .mhtml), folders of them, addresses')
    .option('--json', 'one JSON document (the default)')
    .option('--jsonl', 'one JSON object a line')
    .option('--strict', 'exit with 1 when something was rejected')
    .addHelpText('after', EXAMPLE)
    .action(async (pages: string[], options: ExtractOptions, command: Command) => {
      const context = contextOf(command)
      const progress = startProgress('extracting', process.stderr, context.quiet)
      const all: unknown[] = []
      const reasons = new Map<string, number>()
      const total = await countInputs(pages)
      let done = 0
      let rejected = 0
      await withReaders(context, { extractOnly: true, ...readersFor(total) }, async pool => {
        const collected = collectFor(context, pages)
        const rows = mapInOrder(collected, pool.size * 4, async one => {
          if (!one.ok)
            return {
              file: one.file,
              title: null,
              byline: null,
              published: null,
              language: null,
              text: null,
              rejected: one.rejection,
            }
          const result = await pool.extract(one.page)
          return result.ok
            ? toExtractRow(result.value)
            : {
                file: one.page.file,
                title: null,
                byline: null,
                published: null,
                language: null,
                text: null,
                rejected: result.rejection,
              }
        })
        for await (const row of rows) {
          done++
          if ('rejected' in row) {
            rejected++
            reasons.set(row.rejected.reason, (reasons.get(row.rejected.reason) ?? 0) + 1)
          }
          progress.update({ done, total, rejected, skipped: 0 })
          if (options.jsonl === true) await printLine(row)
          else all.push(row)
        }
      })
      progress.end()
      if (options.jsonl !== true) await printJson(all.length === 1 ? all[0] : all)
      if (!context.quiet && done > 1)
        say(
          `extracted ${done - rejected} of ${done} pages, ${progress.rate().toFixed(1)} pages/s, rejected ${rejected}${listed(reasons)}`,
        )
      if (rejected > 0 && options.strict === true) outcome.exit = EXIT.rejections
    })
}

/** " (2 no-article, 1 too-large)", or nothing. */
export function listed(reasons: ReadonlyMap<string, number>): string {
  if (reasons.size === 0) return ''
  const parts = [...reasons].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${count} ${reason}`)
  return ` (${parts.join(', ')})`
}
