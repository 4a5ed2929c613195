import type { Command } from 'commander'
import { ingest } from '../../pipeline/ingest.ts'
import { READER_VERSION } from '../../pipeline/stages.ts'
import { pictureOf, stalePages } from '../../store/picture.ts'
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
      const summary = await withStore(context, store =>
        withReaders(context, {}, pool =>
          ingest(stalePages(store, options.all === true ? null : READER_VERSION), {
            picture: { ...pictureOf(store, READER_VERSION), knownPages: async () => new Set() },
            pool,
            marking: { tlp: 'GREEN', groups: [] },
            onProgress: s => progress.update({ done: s.seen, total: null, rejected: s.rejected, skipped: 0 }),
          }),
        ),
      )
      progress.end()
      if (options.json === true) await printJson({ ...summary, reasons: Object.fromEntries(summary.reasons) })
      say(
        `read ${summary.seen} again · ${summary.changed} changed · ${summary.unchanged} as they were · ${summary.rejected} rejected`,
      )
    })
}
