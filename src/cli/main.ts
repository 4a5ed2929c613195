import { Command, CommanderError } from 'commander'
import { EXIT } from '../model/errors.ts'
import { addCopies } from './commands/copies.ts'
import { addDoctor } from './commands/doctor.ts'
import { addExtract } from './commands/extract.ts'
import { addFeed } from './commands/feed.ts'
import { addIngest } from './commands/ingest.ts'
import { addOpen } from './commands/open.ts'
import { addParse } from './commands/parse.ts'
import { addQuestions } from './commands/questions.ts'
import { addRead } from './commands/read.ts'
import { addRedo } from './commands/redo.ts'
import { addServe, DEFAULT_PORT } from './commands/serve.ts'
import { addVerify } from './commands/verify.ts'
import { addWarc } from './commands/warc.ts'
import { programVersion } from './context.ts'
import { wholeNumber } from './options.ts'
import { reportError } from './report-error.ts'

const ABOUT = `Reads news reporting and keeps a sourced, cross-checked picture of who said and did what, to whom, where and when.

Without a command: opens the picture on http://127.0.0.1:4600, with the sample on first run.`

/** Runs one command line; resolves with the exit code (DESIGN.md, section 4). Never throws. */
export async function main(argv: readonly string[]): Promise<number> {
  // A reader of our output that stops reading (`| head`) ends us quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.outside),
  )
  const outcome: { exit: number } = { exit: EXIT.done }
  // Connections that do not hold the process (pools, sockets) may be all there is while an answer is waited for.
  const awake = setInterval(() => undefined, 60_000)
  const program = buildProgram(outcome)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return outcome.exit
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    return reportError(error, argv.includes('--debug'))
  } finally {
    clearInterval(awake)
  }
}

/** The whole command line as commander sees it; `docs/reference` and tests read it too. */
export function buildProgram(outcome: { exit: number }): Command {
  const program = new Command('theatrum')
    .description(ABOUT)
    .version(programVersion(), '-V, --version')
    .option('--data <dir>', 'directory of the embedded store (default: theatrum-data)')
    .option('--config <file>', 'configuration file (JSON)')
    .option('--workers <n>', 'reader threads (default: one per core)', wholeNumber('--workers', 1, 256))
    .option('--quiet', 'no progress on stderr')
    .option('--debug', 'show where an error comes from')
    .option(
      '--port <n>',
      `port of the pages, also for serve (default: ${DEFAULT_PORT})`,
      wholeNumber('--port', 0, 65535),
    )
    .option('--host <address>', 'address to listen on, also for serve (default: 127.0.0.1)')
    .exitOverride()
    .allowExcessArguments(true)
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError(true)
    .configureOutput({
      outputError: (text, write) =>
        write(`error TH_USAGE  ${text.replace(/^error: /, '').trim()}\n  try   theatrum --help\n`),
    })
  const add = [
    addOpen,
    addRead,
    addIngest,
    addServe,
    addQuestions,
    addParse,
    addExtract,
    addFeed,
    addWarc,
    addCopies,
    addRedo,
    addVerify,
    addDoctor,
  ]
  for (const one of add) one(program, outcome)
  for (const command of program.commands)
    command.exitOverride().copyInheritedSettings(program).allowExcessArguments(false)
  return program
}
