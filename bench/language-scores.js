// What a reader found against the gold: by the project's own scorers, and for two questions that these do not ask.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { shared } from './language-texts.js'

/** Relations whose word hangs on the same head in Universal Dependencies and in ClearNLP's kind of trees. */
const ALIKE = new Set(
  'det amod compound compound:prt nmod:poss nsubj nsubj:pass obj iobj aux aux:pass advmod expl ccomp xcomp'.split(' '),
)

/**
 * Scores trees, one CoNLL-U file a document in `folder`: {sentences, uas} are F1 of the CoNLL 2018 scorer; {upos, cut}
 * the share of right tags among the gold words that were cut as in the gold, and how many were; {alike, asked} the share
 * of right heads among the gold words so cut whose head both kinds of trees agree on, and their share of all words.
 */
export async function scoreTrees(set, folder) {
  const { readConllu, matchWords } = await import(path.join(shared, 'score', 'parse.mjs'))
  const { metrics } = scorer('parse', set.gold, folder)
  const data = fs.readFileSync(set.gold, 'utf8')
  const gold = readConllu(data, set.gold)
  const parts = gold.docs.map(({ id }) => fs.readFileSync(path.join(folder, `${id}.conllu`), 'utf8'))
  const words = readConllu(parts.join('\n'), folder).words
  const pairs = matchWords(gold.words, words)
  const asked = alikeWords(gold.words, data.split('\n'))
  const sum = { cut: 0, upos: 0, asked: 0, alike: 0 }
  gold.words.forEach((word, i) => {
    if (pairs[i] < 0) return
    const found = words[pairs[i]]
    sum.cut++
    if (word.upos === found.upos) sum.upos++
    if (!asked[i] || pairs[word.head] < 0) return
    sum.asked++
    if (found.head === pairs[word.head]) sum.alike++
  })
  return {
    sentences: 100 * metrics.Sentences.f1,
    uas: 100 * metrics.UAS.f1,
    upos: (100 * sum.upos) / sum.cut,
    cut: (100 * sum.cut) / gold.words.length,
    alike: (100 * sum.alike) / sum.asked,
    asked: (100 * sum.asked) / gold.words.length,
  }
}

/** Which gold words both kinds of trees hang alike. */
function alikeWords(words, lines) {
  const relation = words.map(({ line }) => lines[line - 1].split('\t')[7].trim())
  const copular = words.map(() => false)
  words.forEach(({ head }, i) => {
    if (relation[i] === 'cop') copular[head] = true
  })
  return words.map(({ head, upos, form }, i) => {
    if (head < 0 || copular[i] || copular[head]) return false
    if (relation[i] === 'nummod') return words[head].upos !== 'SYM'
    if (relation[i] === 'mark') return upos === 'PART' && /^to$/i.test(form)
    if (relation[i] === 'case') return upos === 'PART'
    return ALIKE.has(relation[i])
  })
}

/** F1 in percent of exact spans and types. `found`: {id, names} of each text. */
export function scoreNames(set, found, file) {
  const texts = new Map(set.texts.map(({ id, text }) => [id, text]))
  const lines = found.map(({ id, names }) => {
    const mentions = names.map(([start, end, kind]) => ({ span: [start, end], kind }))
    return JSON.stringify({ file: `${id}.txt`, article: { text: texts.get(id) }, mentions })
  })
  fs.writeFileSync(file, `${lines.join('\n')}\n`)
  return 100 * scorer('names', set.gold, file).metrics.all.f1
}

/** The same names without a leading "the" where the word after it begins with a capital. */
export function withoutArticle(found, texts) {
  const of = new Map(texts.map(({ id, text }) => [id, text]))
  return found.map(row => ({
    ...row,
    names: row.names.map(([start, end, kind]) => {
      const article = /^the\s+(?=\p{Lu})/iu.exec(of.get(row.id).slice(start, end))
      return [start + (article?.[0].length ?? 0), end, kind]
    }),
  }))
}

function scorer(name, gold, predictions) {
  const args = [path.join(shared, 'score', `${name}.mjs`), gold, predictions, '--json']
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.status !== 0) throw new Error(`bench language: ${name}.mjs says: ${run.stderr.trim()}`)
  return JSON.parse(run.stdout)
}
