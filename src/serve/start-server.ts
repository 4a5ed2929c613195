import type { Status } from '../model/api.ts'
import { TheatrumError } from '../model/errors.ts'
import type { Store } from '../store/store.ts'
import { buildServer } from './build-server.ts'
import { storeAnswers } from './store-answers.ts'

/** What `startServer` needs. */
export interface ServerOptions {
  readonly store: Store
  /** 0: any free one. */
  readonly port: number
  readonly host: string
  readonly version: string
  /** Names, beside the machine's own and `host`, under which the server may be asked. */
  readonly allowedHosts?: readonly string[]
  /** Work in progress, for the status line. */
  readonly progress?: () => Status['work']
}

/** A server that listens. `address` is what a person opens; `close` ends open streams too. */
export interface RunningServer {
  readonly address: string
  close(): Promise<void>
}

/**
 * Serves pages and API of a store.
 * @throws TH_PORT_TAKEN when another program listens there; TH_CONFIG when the address is not this machine's.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, port, host, version, progress, allowedHosts = [] } = options
  const server = await buildServer({
    answers: storeAnswers(store),
    version,
    allowedHosts: [...allowedHosts, host],
    ...(progress === undefined ? {} : { progress }),
  })
  try {
    await server.listen({ port, host })
  } catch (error) {
    await server.close()
    throw listenError(error, options)
  }
  const bound = server.addresses().find(address => typeof address !== 'string')
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return { address: `http://${shown}:${bound?.port ?? port}`, close: () => server.close() }
}

function listenError(error: unknown, { port, host }: ServerOptions): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE')
    return new TheatrumError('TH_PORT_TAKEN', `another program listens on port ${port} already`, {
      where: `${host}:${port}`,
      todo: `theatrum serve --port ${port + 1}`,
      cause: error,
    })
  if (code === 'EACCES')
    return new TheatrumError('TH_PORT_TAKEN', `this user may not listen on port ${port}`, {
      where: `${host}:${port}`,
      todo: 'theatrum serve --port 4600',
      cause: error,
    })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new TheatrumError('TH_CONFIG', `${host} is no address of this machine`, {
      where: '--host',
      todo: 'theatrum serve --host 127.0.0.1',
      cause: error,
    })
  return error
}
