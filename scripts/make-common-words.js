// Makes src/stories/common-words.ts: in how many training documents a common word stands. A maker's tool, not used at build.
//
//   npm run build && node scripts/make-common-words.js ../shared/data
//
// Training documents only (UD English EWT and GUM, re3d), the first 4,000 characters of each that has more than 400; words
// of letters a to z in eight documents or more, as `termVector` counts them.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { termVector } from '../dist/screen/term-vector.js'
import { hashOfTerm } from '../dist/text/term.js'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const data = process.argv[2] ?? path.join(root, '..', 'shared', 'data')
const texts = [
  ...documentsOf('parse/train/ewt.conllu'),
  ...documentsOf('parse/train/gum.conllu'),
  ...filesOf('names/train/re3d/texts'),
]
  .filter(text => text.length > 400)
  .map(text => text.slice(0, 4000))

function documentsOf(file) {
  const documents = []
  for (const line of fs.readFileSync(path.join(data, file), 'utf8').split('\n')) {
    if (line.startsWith('# newdoc')) documents.push([])
    else if (line.startsWith('# text = ')) documents.at(-1)?.push(line.slice(9))
  }
  return documents.map(lines => lines.join(' '))
}

function filesOf(folder) {
  const place = path.join(data, folder)
  return fs
    .readdirSync(place)
    .sort()
    .map(name => fs.readFileSync(path.join(place, name), 'utf8'))
}

const documentsWith = new Map()
for (const text of texts) {
  const counted = new Set(termVector({ title: null, text }).hash)
  const words = new Set(
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z]+(?:['’][a-z]+)*/g)
      ?.map(word => word.replace(/['’]s$/, '').replace(/['’]/g, '')) ?? [],
  )
  for (const word of words)
    if (counted.has(hashOfTerm(word))) documentsWith.set(word, (documentsWith.get(word) ?? 0) + 1)
}
const byCount =
  Map.groupBy === undefined ? groups() : Map.groupBy(documentsWith.keys(), word => documentsWith.get(word))
function groups() {
  const out = new Map()
  for (const [word, n] of documentsWith) out.set(n, [...(out.get(n) ?? []), word])
  return out
}
const items = [...byCount]
  .filter(([n]) => n >= 8)
  .sort((a, b) => b[0] - a[0])
  .flatMap(([n, words]) => [String(n), ...words.sort()])
const lines = ['']
for (const item of items) {
  if (lines.at(-1).length + item.length > 115) lines.push(item)
  else lines[lines.length - 1] = `${lines.at(-1)} ${item}`.trim()
}
fs.writeFileSync(
  path.join(root, 'src/stories/common-words.ts'),
  `/**
 * In how many of ${texts.length} English documents a common word stands: what tells a telling word from a common one before the
 * collection is large enough to show it. Counted by scripts/make-common-words.js over the first 4,000 characters of the
 * training documents of UD English EWT 15d613d (CC BY-SA 4.0), GUM afb41ee (CC BY 4.0 and as in NOTICE) and re3d b061ff0
 * (OGL 3 and public domain). A number stands before the words it counts.
 */
export const COMMON_WORDS = {
  documents: ${texts.length},
  counts: \`${lines.join('\n')}\`,
} as const
`,
)
