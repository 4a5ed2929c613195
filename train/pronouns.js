// Learns which cluster he, she and they take, from GUM's train part, and writes src/parse/coreference/pronoun-weights.ts.
//
//   npm run build && node train/pronouns.js [--data FOLDER] [--code FOLDER] [--keep FOLDER] [--folds N] [--noise X]
//
// FOLDER of data holds gold.jsonl and texts/ (default ../shared/data/pronouns/train); FOLDER of code is the compiled program
// (default dist). --keep keeps what the reader makes of each text there, so that a second run does not read again (remove it
// when the reader's weights change). --folds N writes nothing and prints the share of right choices of N-fold
// cross-validation over documents.
//
// The model is logistic regression over the candidates of a pronoun (src/parse/coreference/antecedents.ts), one of which may
// be none: the log-likelihood that the taken one is a right one, with L2. Right is a cluster of whose last five mentions before
// the pronoun more than half are, by their head words, of the pronoun's gold cluster; none is right for a pronoun that is the first
// of its gold cluster. Every pronoun's candidates are seen twice: after right choices only, then after the choices of the weights
// learned from these. The network was trained on the same texts, so its scores are surer here than elsewhere; --noise adds
// normal numbers of that deviation to them, in log-odds. On dev, none and 1.5 differ by 2 pronouns of 161. Run it again when the
// reader's weights change. The same data, weights and code give the same bytes.
import fs from 'node:fs'
import path from 'node:path'
import { keptIn, load, option, root } from './setting.js'

const data = path.resolve(option('data', path.join(root, '../shared/data/pronouns/train')))
const keep = option('keep', null)
const folds = Number(option('folds', 0))
const { FEATURES, AT } = await load('parse/coreference/antecedent-features.js')
const { findChains } = await load('parse/coreference/find-chains.js')

const DECAY = Number(option('decay', 1))
const RATE = 0.12
const STEPS = 160
/** Standard deviation of what is added to the network's scores, in log-odds. */
const NOISE = Number(option('noise', 0))
const COPIES = NOISE > 0 ? 2 : 1
const LAST = 5
const BACK = 400

/** The texts as the reader sees them, with their gold. */
async function readDocuments() {
  const { loadTools } = await load('pipeline/load-tools.js')
  const { tokenise } = await load('parse/tokenise.js')
  const { DocumentBuilder } = await load('parse/decode/document-builder.js')
  const { findEntities } = await load('parse/entities/find-entities.js')
  const tools = await loadTools()
  const documents = []
  for (const line of fs.readFileSync(path.join(data, 'gold.jsonl'), 'utf8').trim().split('\n')) {
    const gold = JSON.parse(line)
    const read = await keptIn(keep, gold.id, async () => {
      const text = fs.readFileSync(path.join(data, 'texts', `${gold.id}.txt`), 'utf8')
      const words = tokenise(text, text.length)
      const builder = new DocumentBuilder(text, words, null, tools.encoder)
      for (let at = 0; at < words.start.length; ) {
        const end = builder.windowEnd(at, tools.encoder.reach(text, words, at, builder.wide))
        at = builder.take(await tools.encoder.read(text, words, at, end))
      }
      const { doc: bare, names, links } = builder.finish(null)
      return { doc: { ...bare, ents: findEntities(bare, names, tools.knowledge) }, links }
    })
    documents.push({ gold, ...read })
  }
  return { documents, knowledge: tools.knowledge, weights: tools.encoder.weights }
}

/** Gives the gold cluster of a mention by its head word, null where gold has none. */
function clusterOf(gold, doc) {
  const byHead = new Map()
  for (const entity of [...gold.entities].sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0])))
    byHead.set(entity.head[0], [...(byHead.get(entity.head[0]) ?? []), entity.cluster])
  return mention => {
    const found = byHead.get(doc.tokens.start[mention.head]) ?? []
    // "Ana and Ben" has the head of "Ana" and is the longer.
    return (mention.kind === 'pair' ? (found.length > 1 ? found.at(-1) : null) : found[0]) ?? null
  }
}

/** The pronouns of all documents with their candidates, as seen while `choose` decides; it is told which are right. */
function examples({ documents, knowledge, weights }, choose) {
  const rows = []
  documents.forEach(({ gold, doc, links }, number) => {
    const pronouns = new Map(gold.pronouns.map(pronoun => [pronoun.span[0], pronoun]))
    const aligned = clusterOf(gold, doc)
    findChains(doc, links, knowledge, weights, (found, i, mentions, clusters) => {
      const wanted = pronouns.get(mentions[i].span[0])?.cluster ?? null
      const right = wanted === null ? [] : rightOnes(found, i, mentions, clusters, aligned, wanted)
      const row = { plural: mentions[i].plural, vectors: found.map(one => one.features), right, number }
      if (right.length > 0) rows.push(row)
      return choose(row)
    })
  })
  return rows
}

function rightOnes(found, i, mentions, clusters, aligned, wanted) {
  const place = new Map(found.flatMap((one, n) => (one.mention < 0 ? [] : [[clusters.root(one.mention), n]])))
  const seen = found.map(() => [0, 0])
  const note = (n, cluster) => {
    if (cluster === null || seen[n][0] >= LAST) return
    seen[n][0]++
    if (cluster === wanted) seen[n][1]++
  }
  let before = false
  for (let k = i - 1; k >= 0; k--) {
    const cluster = aligned(mentions[k])
    before ||= cluster === wanted
    const n = i - k > BACK ? undefined : place.get(clusters.root(k))
    if (n !== undefined) note(n, cluster)
  }
  found.forEach((one, n) => {
    if (one.mention > i) note(n, aligned(mentions[one.mention]))
  })
  const right = seen.flatMap(([all, good], n) => (all > 0 && good / all > 0.5 ? [n] : []))
  return right.length > 0 || before ? right : [found.length - 1]
}

// A linear congruential generator and Box and Muller's normal numbers: the same at every run.
let state = 1
function uniform() {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
  return (state + 0.5) / 0x80000000
}
const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
const clipped = score => Math.max(-6, Math.min(6, score)) / 3

/** The vectors with the network's scores disturbed, and what depends on these. */
function disturbed(vectors) {
  if (NOISE === 0) return vectors
  const out = vectors.map(vector => Float64Array.from(vector))
  const scored = out.map(vector => vector[AT.none] === 0 && vector[AT.netUnknown] === 0)
  const shift = out.map(() => normal() * NOISE)
  const best = out.map((vector, n) => (scored[n] ? vector[AT.netBest] * 3 + shift[n] : -6))
  out.forEach((vector, n) => {
    if (vector[AT.none] === 1) {
      vector[AT.noneUnlinked] = best.some(score => score > 0) ? 0 : 1
      return
    }
    vector[AT.netMargin] = clipped(best[n] - Math.max(0, ...best.filter((_, k) => k !== n)))
    if (!scored[n]) return
    vector[AT.netBest] = clipped(best[n])
    vector[AT.netLast] = clipped(vector[AT.netLast] * 3 + shift[n])
    vector[AT.netPositive] = best[n] > 0 ? 1 : 0
  })
  return out
}

/** The sparse form of all candidates: features of candidate k are [starts[k], starts[k + 1]). */
function packed(rows) {
  const [index, value, starts, groups, right] = [[], [], [0], [0], []]
  for (let copy = 0; copy < COPIES; copy++)
    for (const row of rows) {
      disturbed(row.vectors).forEach((vector, n) => {
        vector.forEach((x, f) => {
          if (x !== 0) {
            index.push(f)
            value.push(x)
          }
        })
        starts.push(index.length)
        right.push(row.right.includes(n) ? 1 : 0)
      })
      groups.push(right.length)
    }
  return { index: Uint8Array.from(index), value: Float64Array.from(value), starts, groups, right }
}

/** Weights of highest penalised likelihood, by Adam over all examples at once. */
function learn(rows) {
  const { index, value, starts, groups, right } = packed(rows)
  const [weights, first, second] = [0, 0, 0].map(() => new Float64Array(FEATURES.length))
  const share = new Float64Array(right.length)
  for (let step = 1; step <= STEPS; step++) {
    const slope = weights.map(weight => DECAY * weight)
    for (let g = 0; g + 1 < groups.length; g++) {
      let top = Number.NEGATIVE_INFINITY
      for (let k = groups[g]; k < groups[g + 1]; k++) {
        let score = 0
        for (let z = starts[k]; z < starts[k + 1]; z++) score += weights[index[z]] * value[z]
        share[k] = score
        top = Math.max(top, score)
      }
      let [all, good] = [0, 0]
      for (let k = groups[g]; k < groups[g + 1]; k++) {
        share[k] = Math.exp(share[k] - top)
        all += share[k]
        if (right[k] === 1) good += share[k]
      }
      for (let k = groups[g]; k < groups[g + 1]; k++) {
        const error = (share[k] / all - (right[k] === 1 ? share[k] / Math.max(good, 1e-300) : 0)) / COPIES
        if (Math.abs(error) > 1e-5) for (let z = starts[k]; z < starts[k + 1]; z++) slope[index[z]] += error * value[z]
      }
    }
    const rate = step < STEPS * 0.7 ? RATE : RATE * 0.3
    slope.forEach((d, f) => {
      first[f] = 0.9 * first[f] + 0.1 * d
      second[f] = 0.99 * second[f] + 0.01 * d * d
      weights[f] -= (rate * first[f]) / (1 - 0.9 ** step) / (Math.sqrt(second[f] / (1 - 0.99 ** step)) + 1e-6)
    })
  }
  return weights
}

function best(weights, vectors) {
  const scores = vectors.map(vector => vector.reduce((sum, x, f) => sum + x * weights[f], 0))
  return scores.indexOf(Math.max(...scores))
}

const learnBoth = rows => [false, true].map(plural => learn(rows.filter(row => row.plural === plural)))
const chooseBy =
  ([person, plural]) =>
  row =>
    best(row.plural ? plural : person, row.vectors)

function share(rows, choose) {
  return [false, true].map(plural => {
    const own = rows.filter(row => row.plural === plural)
    const right = own.filter(row => row.right.includes(choose(row))).length
    return `${plural ? 'they' : 'he and she'} ${((100 * right) / own.length).toFixed(1)} of ${own.length}`
  })
}

function table(name, comment, weights) {
  const lines = FEATURES.map((feature, f) => `  ${feature}: ${Number(weights[f].toFixed(2)) + 0},`)
  return `\n/** ${comment} */\nexport const ${name}: Readonly<Record<Feature, number>> = {\n${lines.join('\n')}\n}\n`
}

const read = await readDocuments()
const guided = examples(read, row => row.right[0] ?? row.vectors.length - 1)
const own = examples(read, chooseBy(learnBoth(guided)))
const rows = [...guided, ...own]
if (folds > 0) {
  const choices = new Map()
  for (let fold = 0; fold < folds; fold++) {
    const choose = chooseBy(learnBoth(rows.filter(row => row.number % folds !== fold)))
    for (const row of guided) if (row.number % folds === fold) choices.set(row, choose(row))
  }
  console.log(`right, ${folds} folds: ${share(guided, row => choices.get(row)).join(', ')}`)
  process.exit(0)
}
const [person, plural] = learnBoth(rows)
console.log(`right on the texts learned from: ${share(guided, chooseBy([person, plural])).join(', ')}`)
fs.writeFileSync(
  path.join(root, 'src/parse/coreference/pronoun-weights.ts'),
  `import type { Feature } from './antecedent-features.ts'

// Made by train/pronouns.js from GUM's train part (CC BY-SA 4.0, as these numbers are).
${table('PERSON_WEIGHTS', 'What each feature of an antecedent adds for he and she in all their forms.', person)}${table('PLURAL_WEIGHTS', 'The same for they.', plural)}`,
)
process.exit(0)
