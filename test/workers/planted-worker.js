// A worker that does what its page says: hangs, dies, fills its memory, takes long, or reads. Planted by reader-pool.test.ts.
import { parentPort } from 'node:worker_threads'

parentPort.on('message', ({ page }) => {
  const word = Buffer.from(page.bytes).toString()
  if (word === 'hang') for (;;);
  if (word === 'die') process.exit(7)
  if (word === 'throw') throw new Error('planted')
  if (word === 'fill') {
    const hoard = []
    for (;;) hoard.push(new Array(10_000).fill(hoard.length))
  }
  // A long article: says so, and takes its time.
  if (word.startsWith('long')) parentPort.postMessage({ kind: 'begun', characters: 2_500 })
  const until = performance.now() + (word === 'long' ? 1_400 : 0)
  while (performance.now() < until || word === 'long hang');
  parentPort.postMessage({
    kind: 'read',
    result: { ok: true, reading: { file: page.file }, story: null },
    milliseconds: { parse: 1 },
  })
})
parentPort.postMessage({ kind: 'ready' })
