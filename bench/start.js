// From the command to the first answer: on an empty data directory with the sample, and on one that is there already.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { treePeak } from './memory.js'
import { root, round, scratchFolder } from './places.js'

export async function benchStart() {
  const data = path.join(scratchFolder('start'), 'data')
  const first = await startUntil(
    data,
    status => status.sampleArticles > 0 && status.stories > 0 && status.work === null,
  )
  const again = await startUntil(data, status => status.stories > 0)
  return [
    { what: 'first start to first answer of the API', value: round(first.answered, 2), unit: 's' },
    {
      what: 'first start to the whole sample read',
      value: round(first.done, 2),
      unit: 's',
      note: 'initdb, migrations, reading',
    },
    { what: 'next start to first answer', value: round(again.answered, 2), unit: 's' },
    { what: 'peak memory of all processes, first start', value: Math.round(first.peakMb), unit: 'MB' },
  ]
}

async function startUntil(data, done) {
  const port = 20_000 + (Math.floor(performance.now() * 7) % 20_000)
  const start = performance.now()
  const child = spawn(process.execPath, [path.join(root, 'bin/theatrum.js'), '--data', data, '--port', String(port)], {
    stdio: 'ignore',
  })
  let answered = null
  let peakMb = 0
  try {
    for (;;) {
      if ((performance.now() - start) / 1000 > 120) throw new Error('bench start: no answer within 120 s')
      peakMb = Math.max(peakMb, treePeak(child.pid))
      const status = await fetch(`http://127.0.0.1:${port}/api/status`)
        .then(r => (r.ok ? r.json() : null))
        .catch(() => null)
      const now = (performance.now() - start) / 1000
      if (status !== null) answered ??= now
      if (status !== null && done(status)) return { answered, done: now, peakMb }
      await wait(50)
    }
  } finally {
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGINT')
    await ended
  }
}
