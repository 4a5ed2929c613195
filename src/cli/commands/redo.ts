import type { Command } from 'commander'
import { redo } from '../../pipeline/redo.ts'
import { READER_VERSION } from '../../pipeline/versions.ts'
import { pictureOf } from '../../store/picture.ts'
import { storedArticles } from '../../store/stored-articles.ts'
import { contextOf, withReaders, withStore } from '../context.ts'
import type { CommandOutcome } from '../options.ts'
import { printJson, say } from '../print.ts'
import { startProgress } from '../progress.ts'

const EXAMPLE = `
Example:
  theatrum redo
  theatrum redo --all --json`

export function addRedo(program: Command, _outcome: CommandOutcome): void {
  program
    .command('redo')
    .description('read again what an older reader read; a reading that does not change writes nothing')
    .option('--all', 'read everything again')
    .option('--json', 'the summary as JSON on stdout')
    .addHelpText('after', EXAMPLE)
    .action(async (options: { readonly all?: boolean; readonly json?: boolean }, command: Command) => {
      const context = contextOf(command)
      const progress = startProgress('reading again', process.stderr, context.quiet)
      const onProgress = ({ seen, failed }: { readonly seen: number; readonly failed: number }): void =>
        progress.update({ done: seen, total: null, rejected: failed, skipped: 0 })
      const summary = await withStore(context, store =>
        withReaders(context, {}, pool =>
          redo(storedArticles(store, options.all === true ? null : READER_VERSION), {
            picture: pictureOf(store, READER_VERSION),
            pool,
            onProgress,
          }),
        ),
      )
      progress.end()
      if (options.json === true) await printJson(summary)
      const { seen, changed, unchanged, failed } = summary
      if (!context.quiet)
        say(
          `read ${seen} again · ${changed} changed · ${unchanged} as they were · ${failed} failed and stay as they were`,
        )
    })
}
