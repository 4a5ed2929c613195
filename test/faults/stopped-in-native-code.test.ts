import { expect, it } from 'vitest'
import { ReaderPool } from '../../src/pipeline/reader-pool.ts'
import { textPage } from '../text-page.ts'

const LONG = 'Ministers of the two fictional states met in Oslo and agreed to meet again in spring.\n\n'.repeat(400)

// Without the gate this ends the process of the test: "terminate called after throwing an instance of 'Napi::Error'".
it('readers stopped at any moment, while loading or inside the network, leave the program alive', async () => {
  for (const wait of [50, 350, 450, 600, 900, 1300]) {
    const pool = new ReaderPool({ workers: 2 })
    const answers = [pool.read(textPage('a.txt', LONG)), pool.read(textPage('b.txt', LONG))]
    await new Promise(resolve => setTimeout(resolve, wait))
    await pool.close()
    for (const answer of await Promise.all(answers))
      expect(answer.ok ? 'read' : answer.rejected.rejected.reason).toMatch(/^(?:read|stopped)$/)
  }
}, 60_000)
