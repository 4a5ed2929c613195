import type { Command } from 'commander'
import { startServer } from '../../serve/start-server.ts'
import { type Context, contextOf, programVersion, withStore } from '../context.ts'
import type { CommandOutcome } from '../options.ts'
import { say } from '../print.ts'

interface ServeOptions {
  readonly port?: number
  readonly host?: string
}

/** Port of the web pages and the API unless told otherwise. */
export const DEFAULT_PORT = 4600

const EXAMPLE = `
Example:
  theatrum serve --port 4600`

export function addServe(program: Command, _outcome: CommandOutcome): void {
  program
    .command('serve')
    .description('serve the picture: web pages and API')
    .addHelpText('after', EXAMPLE)
    .action(async (_options: object, command: Command) => {
      const options: ServeOptions = command.optsWithGlobals()
      const context = contextOf(command)
      await withStore(context, async store => {
        const server = await startServer({ store, version: programVersion(), ...addressOf(options, context) })
        say(`Theatrum is open at ${server.address}  (Ctrl-C stops it)`)
        await untilStopped()
        await server.close()
      })
    })
}

/** Where to listen, and under which names the server may be asked. */
export function addressOf(
  options: ServeOptions,
  { config }: Context,
): { port: number; host: string; allowedHosts: readonly string[] } {
  return {
    port: options.port ?? config.port ?? DEFAULT_PORT,
    host: options.host ?? config.host ?? '127.0.0.1',
    allowedHosts: config.allowedHosts ?? [],
  }
}

/** Resolves at the first Ctrl-C or termination; a second one ends the program at once. */
export function untilStopped(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130))
        resolve()
      })
    }
  })
}
