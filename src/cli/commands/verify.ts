import type { Command } from 'commander'
import { EXIT } from '../../model/errors.ts'
import { LOCAL_VIEWER } from '../../model/viewer.ts'
import { verifySpans } from '../../views/verify.ts'
import { contextOf, withStore } from '../context.ts'
import type { CommandOutcome } from '../options.ts'
import { printJson, say } from '../print.ts'

const EXAMPLE = `
Example:
  theatrum verify --json`

export function addVerify(program: Command, outcome: CommandOutcome): void {
  program
    .command('verify')
    .description('does every stored span still equal its quote, and every text its hash?')
    .option('--json', 'the findings as JSON')
    .addHelpText('after', EXAMPLE)
    .action(async (options: { readonly json?: boolean }, command: Command) => {
      const findings = await withStore(contextOf(command), store => store.read(LOCAL_VIEWER, verifySpans))
      if (options.json === true) await printJson(findings)
      else {
        for (const fault of findings.faults) say(`${fault.articleId}  ${fault.what}: ${fault.detail}`)
        say(`${findings.articles} articles and ${findings.spans} spans looked at, ${findings.faults.length} faults`)
      }
      if (findings.faults.length > 0) outcome.exit = EXIT.rejections
    })
}
