// What the readers find on the gold sets, ours first and the others beside it in the note.
import fs from 'node:fs'
import path from 'node:path'
import { scoreNames, scoreTrees, withoutArticle } from './language-scores.js'
import { nameSets, parseSets } from './language-texts.js'
import { fromSpacy } from './peers/spacy.js'
import { round } from './places.js'

/** Rows of accuracy; `systems` are the readers' processes by name, `labels` what they are called. */
export async function accuracyRows(systems, folder, labels) {
  const sets = parseSets()
  if (sets.length === 0) return [{ what: 'accuracy', value: 'skipped', unit: '', note: '../shared is not here' }]
  const rows = []
  for (const set of sets) rows.push(...(await treeRows(set, systems, folder, labels)))
  for (const set of nameSets()) rows.push(await nameRow(set, systems, folder, labels))
  return rows
}

async function treeRows(set, systems, folder, labels) {
  const scores = {}
  for (const name of ['ours', 'wink', 'spacy'].filter(name => name in systems)) {
    const out = path.join(folder, `${name}-${set.id}`)
    fs.mkdirSync(out)
    for (const { id, conllu } of await analysed(name, systems[name], set, folder))
      fs.writeFileSync(path.join(out, `${id}.conllu`), conllu)
    scores[name] = await scoreTrees(set, out)
  }
  const { ours, spacy, ...rest } = scores
  const all = { ours, ...rest, ...(spacy === undefined ? {} : { spacy }) }
  const trees = spacy === undefined ? { ours } : { ours, spacy }
  const row = (what, of, value, say) => ({
    what: `${set.id.toUpperCase()} dev: ${what}`,
    value: round(value(ours)),
    unit: '%',
    note: beside(of, labels, value, say),
  })
  return [
    row('sentences, F1', all, score => score.sentences),
    row(
      'UPOS, of words cut as in the gold',
      all,
      score => score.upos,
      score => ` (${round(score.cut)} % so cut)`,
    ),
    row(`attachment where the schemes agree (${round(ours.asked)} % of words)`, trees, score => score.alike),
    row('raw UAS F1, schemes differ: no comparison', trees, score => score.uas),
  ]
}

async function nameRow(set, systems, folder, labels) {
  const scores = {}
  for (const name of ['ours', 'compromise', 'spacy'].filter(name => name in systems)) {
    const found = await analysed(name, systems[name], set, folder)
    const variants = name === 'spacy' ? [found, withoutArticle(found, set.texts)] : [found]
    scores[name] = Math.max(...variants.map(one => scoreNames(set, one, path.join(folder, 'readings.jsonl'))))
  }
  const note = beside(scores, labels, score => score)
  return { what: `${set.id} dev: names, F1 of span and type`, value: round(scores.ours), unit: '%', note }
}

function beside(scores, labels, value, say = () => '') {
  const own = say(scores.ours)
  const others = Object.entries(scores).filter(([name]) => name !== 'ours')
  const told = others.map(([name, score]) => `${labels[name]} ${round(value(score))}${say(score)}`)
  return [...(own === '' ? [] : [`ours${own}`]), ...told].join(', ')
}

/** What a reader found in the texts of a set. */
async function analysed(name, child, set, folder) {
  const texts = path.join(folder, 'set.jsonl')
  const out = path.join(folder, 'found.jsonl')
  fs.writeFileSync(texts, `${set.texts.map(row => JSON.stringify(row)).join('\n')}\n`)
  await child.ask({ do: 'analyse', texts, out })
  const found = fs
    .readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  if (name !== 'spacy') return found
  const byId = new Map(set.texts.map(({ id, text }) => [id, text]))
  return found.map(row => fromSpacy(row, byId.get(row.id)))
}
