// docs/scores.md: one table, a row for each score, kept from run to run.

/** @typedef {import('./gate.js').Scored} Scored */
/** @typedef {import('./gate.js').Floor} Floor */

const HEAD = `# Scores

The table is written by \`npm run eval\`; what stands below it (errors by kind) is written by hand and kept. Each set is described
in ../shared/DATA.md, a score is on the development data named there. Interval: 95 %, from 1,000 resamples of documents. Floor: what must not be lost (\`eval/floors.json\`); "wrong" and
"false" scores are better when smaller.

| set | metric | score | interval | floor | date | revision |
| --- | --- | ---: | --- | ---: | --- | --- |
`

/** @param {number | null | undefined} value */
const shown = value => (value === null || value === undefined ? '' : value.toFixed(3))

/**
 * The page after a run: rows of sets that were not scored this time stay as they were, and so do the sections below.
 * @param {string} before @param {readonly Scored[]} all @param {Record<string, Floor>} floors
 * @param {{date: string, revision: string}} stamp
 */
export function scoreTable(before, all, floors, stamp) {
  const fresh = new Set(all.map(scored => scored.set))
  const [table = '', ...sections] = before.split(/\n(?=## )/)
  const kept = table
    .split('\n')
    .filter(line => line.startsWith('| ') && !line.startsWith('| set ') && !line.startsWith('| ---'))
    .filter(line => !fresh.has(line.split('|')[1]?.trim() ?? ''))
  const rows = all.flatMap(({ set, scores }) =>
    scores.map(score => {
      const interval = score.low === null ? '' : `${shown(score.low)} – ${shown(score.high)}`
      const floor = floors[set]?.metrics[score.label]
      return `| ${set} | ${score.label} | ${shown(score.value)} | ${interval} | ${shown(floor)} | ${stamp.date} | ${stamp.revision} |`
    }),
  )
  const setOf = (/** @type {string} */ row) => row.split('|')[1]?.trim() ?? ''
  return `${HEAD}${[...kept, ...rows].sort((a, b) => (setOf(a) < setOf(b) ? -1 : setOf(a) > setOf(b) ? 1 : 0)).join('\n')}\n${sections.map(section => `\n${section}`).join('')}`
}
