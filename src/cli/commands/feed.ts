import type { Command } from 'commander'
import { summariseFeed } from '../../collect/feeds/summarise-feed.ts'
import { EXIT } from '../../model/errors.ts'
import type { CommandOutcome } from '../options.ts'
import { printJson, printLine } from '../print.ts'

interface FeedOptions {
  readonly json?: boolean
  readonly jsonl?: boolean
  readonly strict?: boolean
}

const EXAMPLE = `
Example:
  theatrum feed news.xml --jsonl`

export function addFeed(program: Command, outcome: CommandOutcome): void {
  program
    .command('feed')
    .description('what a feed document (RSS, Atom, RDF, JSON Feed) holds; stores nothing')
    .argument('<file...>', 'feed documents')
    .option('--json', 'one JSON document (the default)')
    .option('--jsonl', 'one JSON object a line')
    .option('--strict', 'exit with 1 when something was rejected')
    .addHelpText('after', EXAMPLE)
    .action(async (files: string[], options: FeedOptions) => {
      const all: unknown[] = []
      let rejected = 0
      for (const file of files) {
        const row = await summariseFeed(file)
        if ('rejected' in row) rejected++
        if (options.jsonl === true) await printLine(row)
        else all.push(row)
      }
      if (options.jsonl !== true) await printJson(all.length === 1 ? all[0] : all)
      if (rejected > 0 && options.strict === true) outcome.exit = EXIT.rejections
    })
}
