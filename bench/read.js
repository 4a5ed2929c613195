// Articles and words read a second with one worker and with two, and where the time goes, stage by stage.
import { ReaderPool } from '../dist/pipeline/reader-pool.js'
import { round, someTexts, textPage } from './places.js'

export async function benchRead() {
  const { from, texts: once } = someTexts()
  const texts = [...once, ...once, ...once]
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0)
  const one = await measure(1, texts)
  const two = await measure(2, texts)
  const total = [...one.stages.values()].reduce((a, b) => a + b, 0)
  return [
    {
      what: 'articles read, one worker',
      value: round(texts.length / one.seconds),
      unit: 'articles/s',
      note: `${from}, ${Math.round(words / one.seconds)} words/s`,
    },
    {
      what: 'articles read, two workers',
      value: round(texts.length / two.seconds),
      unit: 'articles/s',
      note: `${round(one.seconds / two.seconds, 2)} times one worker`,
    },
    ...[...one.stages].map(([stage, ms]) => ({
      what: `share of ${stage}`,
      value: round((100 * ms) / total),
      unit: '%',
      note: `${round(ms / texts.length, 2)} ms an article`,
    })),
    ...['statements', 'events'].map(stage => ({
      what: `${stage} against all other stages`,
      value: round((100 * one.stages.get(stage)) / (total - one.stages.get(stage)), 1),
      unit: '%',
      note: "the network's own heads are in parse: see language",
    })),
    { what: 'knowledge and models loaded (one worker ready)', value: round(one.ready, 2), unit: 's' },
  ]
}

async function measure(workers, texts) {
  const start = performance.now()
  const pool = new ReaderPool({ workers })
  await pool.ready()
  const ready = (performance.now() - start) / 1000
  const read = async list => Promise.all(list.map((text, i) => pool.read(textPage(`bench-${i}.txt`, text))))
  // Every worker compiles its own code: both are warm before anything is counted.
  await read(texts.slice(0, 40 * workers))
  pool.milliseconds.clear()
  const begin = performance.now()
  const results = await read(texts)
  const seconds = (performance.now() - begin) / 1000
  const stages = new Map(pool.milliseconds)
  await pool.close()
  const bad = results.filter(result => !result.ok)
  if (bad.length > 0)
    throw new Error(
      `bench read: ${bad.length} of ${texts.length} texts were rejected: ${JSON.stringify(bad[0].rejected.rejected)}`,
    )
  return { seconds, ready, stages }
}
