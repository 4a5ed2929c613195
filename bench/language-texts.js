// The texts and gold sets of the language bench.
import fs from 'node:fs'
import path from 'node:path'
import { root, sharedFiles } from './places.js'

export const shared = path.join(root, '..', 'shared')
const WORDS = 40_000

/** Words as all readers' speed counts them: runs without white space. */
export const wordsIn = texts => texts.reduce((sum, { text }) => sum + (text.match(/\S+/g) ?? []).length, 0)

/**
 * Texts to be timed on, {id, text}: whole documents of the development sets in turn, up to 40,000 words, news (worldwide)
 * as often as the web texts of EWT and the mixed ones of GUM; without ../shared the sample's articles.
 */
export function timedTexts() {
  const sets = ['names/dev/worldwide/texts', 'parse/dev/texts/ewt', 'parse/dev/texts/gum'].map(of =>
    sharedFiles(of, '.txt'),
  )
  if (sets.some(files => files === null)) return { from: 'sample', texts: sampleTexts() }
  const texts = []
  const counts = sets.map(() => 0)
  const queues = sets.map(files => files.map(readText))
  while (counts.reduce((a, b) => a + b) < WORDS && queues.some(queue => queue.length > 0)) {
    // Documents differ in length: next is the set that has given the fewest words so far.
    const open = queues.flatMap((queue, i) => (queue.length > 0 ? [i] : []))
    const least = open.reduce((a, b) => (counts[b] < counts[a] ? b : a))
    const next = queues[least].shift()
    counts[least] += wordsIn([next])
    texts.push(next)
  }
  return { from: 'worldwide, EWT and GUM dev', texts }
}

/** Sets with gold words: id, the gold file, its documents in order. Empty without ../shared. */
export function parseSets() {
  return ['ewt', 'gum'].flatMap(id => {
    const files = sharedFiles(`parse/dev/texts/${id}`, '.txt')
    const gold = path.join(shared, 'data', 'parse', 'dev', `${id}.conllu`)
    return files === null ? [] : [{ id, gold, texts: files.map(readText) }]
  })
}

/** Sets with gold names. Empty without ../shared. */
export function nameSets() {
  return ['uner-ewt', 'gum', 'crossner-politics', 'worldwide'].flatMap(id => {
    const files = sharedFiles(`names/dev/${id}/texts`, '.txt')
    return files === null
      ? []
      : [{ id, gold: path.join(shared, 'data', 'names', 'dev', id), texts: files.map(readText) }]
  })
}

const readText = file => ({ id: path.basename(file, '.txt'), text: fs.readFileSync(file, 'utf8') })

function sampleTexts() {
  const rows = fs
    .readFileSync(path.join(root, 'sample', 'articles.jsonl'), 'utf8')
    .trim()
    .split('\n')
  return rows
    .map(line => JSON.parse(line))
    .map((row, i) => ({ id: `sample-${i}`, text: `${row.title}\n\n${row.text}` }))
}
