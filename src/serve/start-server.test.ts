import net from 'node:net'
import { expect, it } from 'vitest'
import type { Store } from '../store/store.ts'
import { startServer } from './start-server.ts'

const store: Store = {
  read: () => Promise.reject(new Error('not asked in this test')),
  write: () => Promise.reject(new Error('not asked in this test')),
  close: () => Promise.resolve(),
  describe: () => ({ kind: 'given', where: 'nowhere', serverVersion: '0', schemaVersion: 0, role: 'none' }),
}

it('says which port is taken and what to type instead', async () => {
  const holder = net.createServer()
  await new Promise<void>(resolve => holder.listen(0, '127.0.0.1', resolve))
  const address = holder.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await expect(startServer({ store, port, host: '127.0.0.1', version: '1' })).rejects.toMatchObject({
    code: 'TH_PORT_TAKEN',
    where: `127.0.0.1:${port}`,
    todo: `theatrum serve --port ${port + 1}`,
  })
  await new Promise(resolve => holder.close(resolve))
})

it('says when an address is not this machine’s', async () => {
  await expect(startServer({ store, port: 0, host: '192.0.2.1', version: '1' })).rejects.toMatchObject({
    code: 'TH_CONFIG',
  })
})

it('gives the address that a person opens', async () => {
  const server = await startServer({ store, port: 0, host: '127.0.0.1', version: '1' })
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  await server.close()
})
