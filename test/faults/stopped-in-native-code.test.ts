import { expect, it } from 'vitest'
import { NO_HINTS, type Page } from '../../src/model/page.ts'
import { ReaderPool } from '../../src/pipeline/reader-pool.ts'

const LONG = 'Ministers of the two fictional states met in Oslo and agreed to meet again in spring.\n\n'.repeat(400)

function page(file: string): Page {
  const none = { url: null, reachedUrl: null, status: null, charset: null, fetchedAt: null }
  return { arrival: 'file', file, ...none, mediaType: 'text/plain', bytes: Buffer.from(LONG), hints: NO_HINTS }
}

// Without the gate this ends the process of the test: "terminate called after throwing an instance of 'Napi::Error'".
it('readers stopped at any moment, while loading or inside the network, leave the program alive', async () => {
  for (const wait of [50, 350, 450, 600, 900, 1300]) {
    const pool = new ReaderPool({ workers: 2 })
    const answers = [pool.read(page('a.txt')), pool.read(page('b.txt'))]
    await new Promise(resolve => setTimeout(resolve, wait))
    await pool.close()
    for (const answer of await Promise.all(answers))
      expect(answer.ok ? 'read' : answer.rejected.rejected.reason).toMatch(/^(?:read|stopped)$/)
  }
}, 60_000)
