import type { Command } from 'commander'
import { summariseWarc } from '../../collect/warc/read-warc.ts'
import { EXIT } from '../../model/errors.ts'
import type { CommandOutcome } from '../options.ts'
import { printJson, printLine } from '../print.ts'

interface WarcOptions {
  readonly json?: boolean
  readonly jsonl?: boolean
  readonly strict?: boolean
}

const EXAMPLE = `
Example:
  theatrum warc crawl.warc.gz --jsonl`

export function addWarc(program: Command, outcome: CommandOutcome): void {
  program
    .command('warc')
    .description('what a web archive (WARC, ARC) holds, and where it is damaged; stores nothing')
    .argument('<file...>', 'archives')
    .option('--json', 'one JSON document (the default)')
    .option('--jsonl', 'one JSON object a line')
    .option('--strict', 'exit with 1 when an archive was rejected or is damaged')
    .addHelpText('after', EXAMPLE)
    .action(async (files: string[], options: WarcOptions) => {
      const all: unknown[] = []
      let unsound = 0
      for (const file of files) {
        const row = await summariseWarc(file)
        if ('rejected' in row || row.damaged.length > 0) unsound++
        if (options.jsonl === true) await printLine(row)
        else all.push(row)
      }
      if (options.jsonl !== true) await printJson(all.length === 1 ? all[0] : all)
      if (unsound > 0 && options.strict === true) outcome.exit = EXIT.rejections
    })
}
