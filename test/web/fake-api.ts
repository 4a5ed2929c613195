// A server with the real routes over made-up texts: `node test/web/fake-api.ts` is not needed for tests, they call it.
import path from 'node:path'
import { buildServer } from '../../src/serve/build-server.ts'
import { type FakeOptions, fakeAnswers } from './fake-answers.ts'

/** Pages built by `vite build`. */
export const PAGES: string = path.join(import.meta.dirname, '..', '..', 'dist', 'web')

/** Starts it on a free port of 127.0.0.1. */
export async function startFake(
  options: FakeOptions & { readonly pages?: string; readonly port?: number } = {},
): Promise<{ address: string; close: () => Promise<void> }> {
  const server = await buildServer({
    answers: fakeAnswers(options),
    version: '0.0.0-test',
    allowedHosts: [],
    pages: options.pages ?? PAGES,
  })
  const address = await server.listen({ port: options.port ?? 0, host: '127.0.0.1' })
  return { address, close: () => server.close() }
}
