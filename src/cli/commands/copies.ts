import type { Command } from 'commander'
import type { Article } from '../../model/article.ts'
import { TheatrumError } from '../../model/errors.ts'
import type { Fingerprints } from '../../model/story.ts'
import { mapInOrder } from '../../pipeline/read-all.ts'
import { fingerprint } from '../../screen/fingerprint.ts'
import { groupCopies } from '../../stories/group-copies.ts'
import { collectFor } from '../collect-for.ts'
import { contextOf, withReaders } from '../context.ts'
import type { CommandOutcome } from '../options.ts'
import { columns, printJson, printLine, say, write } from '../print.ts'

interface CopiesOptions {
  readonly json?: boolean
  readonly jsonl?: boolean
}

const EXAMPLE = `
Example:
  theatrum copies sample/articles.jsonl --jsonl`

interface Compared {
  readonly articleId: string
  readonly prints: Fingerprints
}

export function addCopies(program: Command, _outcome: CommandOutcome): void {
  program
    .command('copies')
    .description('which articles carry one text: copies and rewrites, with the passages that show it; stores nothing')
    .argument('<target...>', 'files, folders, articles.jsonl')
    .option('--json', 'one JSON document')
    .option('--jsonl', 'one JSON object a line')
    .addHelpText('after', EXAMPLE)
    .action(async (targets: string[], options: CopiesOptions, command: Command) => {
      const context = contextOf(command)
      const articles: Compared[] = []
      await withReaders(context, { extractOnly: true }, async pool => {
        const collected = collectFor(context, targets)
        const read = mapInOrder(collected, pool.size * 4, async one =>
          one.ok ? { outcome: await pool.extract(one.page), id: one.page.hints.id } : { outcome: one, id: null },
        )
        for await (const { outcome, id } of read) {
          if (outcome.ok)
            articles.push({ articleId: id ?? nameOf(outcome.value), prints: fingerprint(outcome.value.text) })
          else say(`passed over: ${outcome.rejection.detail}`)
        }
      })
      if (articles.length === 0)
        throw new TheatrumError('TH_INPUT_EMPTY', 'no article was found to compare', {
          where: targets.join(' '),
          todo: 'name texts, pages or an articles.jsonl',
        })
      const groups = groupCopies(articles)
      if (options.json === true) await printJson(groups)
      else if (options.jsonl === true) for (const group of groups) await printLine(group)
      else
        await write(
          groups.length === 0
            ? 'no two articles carry one text\n'
            : `${columns(groups.map(g => [g.kind, `${Math.round(100 * g.share)} %`, g.articles.join('  ')]))}\n`,
        )
    })
}

/** Base name without its ending, as scorers and people name a file. */
function nameOf({ file }: Article): string {
  return (file.split('/').at(-1) ?? file).replace(/\.(txt|html?|html\.gz|mhtml)$/, '')
}
