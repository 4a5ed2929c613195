// Articles ingested a second into the embedded store, and whether the last tenth is as fast as the first.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { treePeak } from './memory.js'
import { root, round, scratchFolder, seeded, someTexts } from './places.js'

export async function benchIngest({ articles }) {
  const folder = scratchFolder('ingest')
  const file = path.join(folder, 'articles.jsonl')
  fs.writeFileSync(file, mixedArticles(articles))
  const { times, peakMb, seconds } = await ingestWatched(file, path.join(folder, 'data'), articles)
  const tenth = Math.floor(articles / 10)
  const first = tenth / (times[tenth] - times[0])
  const last = tenth / (times[articles - 1] - times[articles - 1 - tenth])
  return [
    {
      what: `articles ingested, ${articles} in all`,
      value: round(articles / seconds),
      unit: 'articles/s',
      note: 'start-up and first initdb counted',
    },
    { what: 'first tenth', value: round(first), unit: 'articles/s' },
    {
      what: 'last tenth',
      value: round(last),
      unit: 'articles/s',
      note: `${round(last / first, 2)} times the first tenth`,
    },
    { what: 'peak memory of all processes', value: Math.round(peakMb), unit: 'MB' },
  ]
}

/** Distinct articles made by mixing the sentences of two or three texts, a new one each, with dates over a year. */
function mixedArticles(count) {
  const random = seeded(7)
  const pool = someTexts().texts.map(text => text.replace(/\s+/g, ' ').match(/[^.!?]+[.!?]+["”’]?/g) ?? [text])
  const pick = list => list[Math.floor(random() * list.length)]
  const lines = []
  for (let i = 0; i < count; i++) {
    const sources = [pick(pool), pick(pool), ...(random() < 0.3 ? [pick(pool)] : [])]
    const sentences = sources.flatMap(list => {
      const from = Math.floor(random() * Math.max(1, list.length - 8))
      return list.slice(from, from + 4 + Math.floor(random() * 8))
    })
    const published = new Date(Date.UTC(2024, 0, 1 + Math.floor((365 * i) / count))).toISOString().slice(0, 10)
    lines.push(
      JSON.stringify({
        id: `bench-${i}`,
        title: `Mixed report ${i}`,
        text: sentences.join(' ').trim(),
        published,
        outlet: `Bench ${i % 40}`,
        url: `https://bench-${i % 40}.example/${i}`,
      }),
    )
  }
  return `${lines.join('\n')}\n`
}

/** Runs `theatrum ingest` and notes when each article was stored, by its progress, and the peak memory of its processes. */
function ingestWatched(file, data, count) {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(
      process.execPath,
      [path.join(root, 'bin/theatrum.js'), 'ingest', file, '--data', data, '--progress-json'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const times = new Array(count).fill(0)
    let known = 0
    let buffer = ''
    let peakMb = 0
    const watch = setInterval(() => {
      peakMb = Math.max(peakMb, treePeak(child.pid))
    }, 500)
    child.stderr.on('data', chunk => {
      buffer += chunk
      const lines = buffer.split('\n')
      buffer = lines.pop() ?? ''
      for (const line of lines) {
        if (!line.startsWith('{')) continue
        const { added } = JSON.parse(line)
        while (known < added) times[known++] = (performance.now() - start) / 1000
      }
    })
    child.on('exit', code => {
      clearInterval(watch)
      if (code !== 0 || known < count)
        reject(new Error(`bench ingest: exit code ${code}, ${known} of ${count} stored; ${buffer}`))
      else resolve({ times, peakMb, seconds: (performance.now() - start) / 1000 })
    })
  })
}
