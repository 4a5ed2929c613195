// Every gold set that `npm run eval` knows: how the built program is run on it, and which numbers of the scorer are kept.
// A metric is the path of a value in the scorer's `--json` line; parts are joined by `/`. `down: true`: smaller is better.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** @typedef {{label: string, path: string, down?: boolean}} Metric */
/**
 * A run of the program: its arguments. `{out}` is a folder of this set's own under scratch/eval, `{name/*}` all files of a
 * folder. Standard output of the runs, one after the other, is what the scorer reads, unless the run is `silent`.
 * @typedef {{args: string[], silent?: boolean}} Step
 */
/**
 * `scorer` names a file of the shared scorers, or a path of ours from the root (`eval/…js`); `gold` lies in the shared
 * material, or in `eval/`.
 * @typedef {{id: string, scorer: string, gold: string, needs?: string[], steps: Step[], metrics: Metric[], empty?: string[]}} EvalSet
 */

/** @param {string} label @param {string} key */
const f1 = (label, key) => ({ label, path: `metrics/${key}/f1` })
/** @param {string} label @param {string} at */
const f1Of = (label, at) => ({ label, path: `metrics/${at}/f1` })
/** @param {string} label @param {string} key */
const share = (label, key) => ({ label, path: `metrics/${key}/value` })
/** @param {string} of @returns {Step[]} */
const readTexts = of => [{ args: ['read', `${of}/texts`, '--jsonl'] }]
/** @param {string} of @returns {Step[]} */
const readArticles = of => [{ args: ['read', `${of}/articles.jsonl`, '--jsonl'] }]
/** @param {string[]} of @param {string} question @returns {Step[]} */
const ingest = (of, question) => [
  ...of.map(set => ({ args: ['ingest', `${set}/articles.jsonl`, '--data', '{out}/data'], silent: true })),
  { args: [question, '--json', '--data', '{out}/data'] },
]

const STORY_METRICS = [f1('B-cubed', 'b3'), f1('pairs', 'pairs')]
const STORY_SETS = ['ecb-train', 'ecb-dev', 'basil-dev', 'google_news']

/** @returns {EvalSet[]} */
export function evalSets() {
  return [
    ...languageSets(),
    ...statementSets(),
    ...eventSets(),
    ...placeAndTimeSets(),
    ...storySets(),
    ...collectSets(),
  ]
}

/** @returns {EvalSet[]} */
function languageSets() {
  return [
    ...['ewt', 'gum'].map(name => ({
      id: `parse/${name}`,
      scorer: 'parse',
      gold: `data/parse/dev/${name}.conllu`,
      steps: [{ args: ['parse', '--conllu', `data/parse/dev/${name}.txt`] }],
      metrics: [
        f1('sentences', 'Sentences'),
        f1('words', 'Words'),
        f1('UPOS', 'UPOS'),
        f1('lemmas', 'Lemmas'),
        f1('LAS', 'LAS'),
      ],
    })),
    ...['uner-ewt', 'gum', 'crossner-politics', 'worldwide'].map(name => ({
      id: `names/${name}`,
      scorer: 'names',
      gold: `data/names/dev/${name}`,
      steps: readTexts(`data/names/dev/${name}`),
      metrics: [f1('span and type', 'all'), f1('span', 'boundary')],
    })),
  ]
}

/** @returns {EvalSet[]} */
function statementSets() {
  return [
    {
      id: 'attribution/dev',
      scorer: 'attribution',
      gold: 'data/attribution/dev',
      steps: readTexts('data/attribution/dev'),
      metrics: [
        f1('content tokens', 'content token'),
        f1('source exact', 'source exact'),
        f1('cue exact', 'cue exact'),
        f1('content', 'content'),
        f1('content and source', 'content and source'),
        { label: 'direct: content exact', path: 'shares/direct exact/share' },
        { label: 'direct: speaker', path: 'shares/direct speaker/share' },
        { label: 'valid spans', path: 'shares/valid spans/share' },
      ],
    },
    {
      id: 'chains',
      scorer: 'eval/score-chains.js',
      gold: 'eval/gold/chains.jsonl',
      steps: [{ args: ['read', 'eval/gold/chains.jsonl', '--jsonl'] }],
      metrics: [
        f1Of('hops, tuned', 'tuned/hops'),
        f1Of('hops, put aside', 'aside/hops'),
        f1Of('whole chain', 'all/whole'),
        f1Of('denied', 'all/denied'),
      ],
    },
    {
      id: 'status',
      scorer: 'eval/score-status.js',
      gold: 'eval/gold/status.jsonl',
      steps: [{ args: ['read', 'eval/gold/status.jsonl', '--jsonl'] }],
      metrics: [
        { label: 'accuracy, in view', path: 'in view/value' },
        { label: 'accuracy, put aside', path: 'put aside/value' },
      ],
    },
    {
      id: 'amounts',
      scorer: 'eval/score-amounts.js',
      gold: 'eval/gold/amounts.jsonl',
      steps: [{ args: ['read', 'eval/gold/amounts.jsonl', '--jsonl'] }],
      metrics: ['in view', 'put aside'].flatMap(part => [
        { label: `value and unit, ${part}`, path: `${part}/value and unit/value` },
        { label: `counted, ${part}`, path: `${part}/counted/value` },
        { label: `class, ${part}`, path: `${part}/class/value` },
        { label: `whose, ${part}`, path: `${part}/whose/value` },
        { label: `capabilities, ${part}`, path: `${part}/capabilities/value` },
      ]),
    },
    {
      id: 'event-times',
      scorer: 'eval/score-event-times.js',
      gold: 'eval/gold/event-times.jsonl',
      steps: [{ args: ['read', 'eval/gold/event-times.jsonl', '--jsonl'] }],
      metrics: ['in view', 'put aside'].flatMap(part => [
        { label: `right, ${part}`, path: `${part}/right/value` },
        { label: `dates given that are right, ${part}`, path: `${part}/dates right/value` },
        { label: `dates found, ${part}`, path: `${part}/dates found/value` },
      ]),
    },
    {
      id: 'pronouns/dev',
      scorer: 'coreference',
      gold: 'data/pronouns/dev',
      steps: readTexts('data/pronouns/dev'),
      metrics: [
        { label: 'CoNLL exact', path: 'clusters/exact/CoNLL/f1' },
        { label: 'pronoun to name, news', path: 'pronouns/core/accuracy' },
        { label: 'pronoun to name, all', path: 'pronouns/all/accuracy' },
      ],
    },
    {
      id: 'seeds',
      scorer: 'seeds',
      gold: 'seeds/gold-dev.json',
      steps: [
        { args: ['read', 'seeds/article-1.txt', '--jsonl', '--published', '2025-04-07'] },
        { args: ['read', 'seeds/article-2.txt', '--jsonl', '--published', '2025-04-08'] },
      ],
      metrics: [
        { label: 'statements F1', path: 'statementF1' },
        { label: 'events F1', path: 'eventF1' },
      ],
    },
  ]
}

/** @returns {EvalSet[]} */
function eventSets() {
  return [
    {
      id: 'events/plv-dev',
      scorer: 'events',
      gold: 'data/events/plv-dev',
      steps: readTexts('data/events/plv-dev'),
      metrics: [share('type', 'type'), share('macro-F1', 'macroF1'), share('quad class', 'quad')],
    },
    {
      id: 'events/spans-dev',
      scorer: 'events',
      gold: 'data/events/spans-dev',
      steps: readTexts('data/events/spans-dev'),
      metrics: [f1('span and label', 'exact')],
    },
    {
      id: 'events/triples-dev',
      scorer: 'events',
      gold: 'data/events/triples-dev',
      steps: readTexts('data/events/triples-dev'),
      metrics: [f1('type', 'type'), f1('dyad', 'dyad'), f1('triple', 'triple')],
    },
    {
      id: 'meantime/dev',
      scorer: 'meantime',
      gold: 'data/meantime/dev',
      steps: readArticles('data/meantime/dev'),
      metrics: [f1('trigger', 'trigger'), f1('Arg0', 'Arg0'), f1('Arg1', 'Arg1')],
    },
    {
      id: 'own/article-events',
      scorer: 'eval/score-article-events.js',
      gold: 'eval/gold/article-events.jsonl',
      steps: [{ args: ['read', 'eval/gold/article-events.jsonl', '--jsonl'] }],
      metrics: ['dev', 'aside'].flatMap(part =>
        ['precision', 'recall', 'wholly right', 'status'].map(name => ({
          label: `${name}, ${part}`,
          path: `${part}/${name}/value`,
        })),
      ),
    },
  ]
}

/** @returns {EvalSet[]} */
function placeAndTimeSets() {
  return [
    ...['lgl', 'geovirus'].map(name => ({
      id: `places/${name}`,
      scorer: 'places',
      gold: `data/places/${name}`,
      steps: readArticles(`data/places/${name}`),
      metrics: [
        { label: 'tagging recall', path: 'metrics/tag/r' },
        share('within 161 km', 'near'),
        share('country', 'country'),
      ],
    })),
    ...['timebank', 'aquaint', 'meantime-dev'].map(name => ({
      id: `time/${name}`,
      scorer: 'time',
      gold: `data/time/${name}`,
      steps: readArticles(`data/time/${name}`),
      metrics: [f1('relaxed', 'relaxed'), f1('value', 'value')],
    })),
  ]
}

/** @returns {EvalSet[]} */
function storySets() {
  return [
    ...STORY_SETS.map(name => ({
      id: `stories/${name}`,
      scorer: 'stories',
      gold: `data/stories/${name}`,
      steps: ingest([`data/stories/${name}`], 'stories'),
      metrics: STORY_METRICS,
    })),
    {
      id: 'stories/mixed',
      scorer: 'stories',
      gold: 'data/stories/mixed',
      needs: STORY_SETS.map(name => `data/stories/${name}`),
      steps: ingest(
        STORY_SETS.map(name => `data/stories/${name}`),
        'stories',
      ),
      metrics: STORY_METRICS,
    },
    ...[
      ['ecb-dev', 'data/stories/ecb-dev'],
      ['meantime-dev', 'data/meantime/dev'],
    ].map(([name, texts]) => ({
      id: `sameevent/${name}`,
      scorer: 'sameevent',
      gold: `data/sameevent/${name}`,
      needs: [`${texts}`],
      steps: ingest([`${texts}`], 'events'),
      metrics: [
        share('CoNLL', 'conll'),
        { label: 'links, precision', path: 'metrics/link/p' },
        share('trigger recall', 'trigger'),
      ],
    })),
    {
      id: 'copies/dev',
      scorer: 'copies',
      gold: 'data/copies/dev',
      steps: [{ args: ['copies', 'data/copies/dev/articles.jsonl', '--jsonl'] }],
      metrics: [
        f1('copy', 'copy'),
        f1('clear copy', 'clear'),
        f1('reuse', 'reuse'),
        { ...share('false copies', 'false'), down: true },
      ],
    },
    {
      id: 'wire/dev',
      scorer: 'wire',
      gold: 'data/wire/dev',
      steps: readArticles('data/wire/dev'),
      metrics: [f1('right agency', 'wire')],
    },
  ]
}

/** @returns {EvalSet[]} */
function collectSets() {
  return [
    {
      id: 'pages/dev',
      scorer: 'pages',
      gold: 'data/pages/dev',
      steps: [{ args: ['extract', '{data/pages/dev/html/*}', '--jsonl'] }],
      metrics: [
        { label: 'segments F1', path: 'groups/body, segments/f1' },
        { label: 'English pages F1', path: 'groups/English pages/f1' },
        { label: 'title exact', path: 'fields/title/exact' },
        { label: 'author exact', path: 'fields/author/exact' },
        { label: 'day exact', path: 'fields/published/exact' },
      ],
    },
    {
      id: 'dates/dev',
      scorer: 'dates',
      gold: 'data/dates/dev',
      steps: [{ args: ['extract', '{data/dates/dev/html/*}', '--jsonl'] }],
      metrics: [
        { label: 'F1', path: 'f1' },
        { label: 'accuracy', path: 'accuracy' },
        { label: 'wrong', path: 'wrong', down: true },
      ],
    },
    {
      id: 'feeds/dev',
      scorer: 'feeds',
      gold: 'data/feeds/dev',
      steps: [{ args: ['feed', '{data/feeds/dev/inputs/*}', '--jsonl'] }],
      metrics: [
        { label: 'F1', path: 'f1' },
        { label: 'wholly right', path: 'whole' },
      ],
    },
    {
      id: 'warc/dev',
      scorer: 'warc',
      gold: 'data/warc/dev',
      steps: [{ args: ['warc', '{data/warc/dev/inputs/*}', '--jsonl'] }],
      metrics: [
        { label: 'sound', path: 'sound' },
        { label: 'payload F1', path: 'f1' },
      ],
    },
  ]
}

/**
 * Names an argument's real paths: what begins with a folder of the shared material lies there, `{folder/*}` is every file.
 * @param {string} arg @param {string} shared @param {string} out @returns {string[]}
 */
export function expandArgument(arg, shared, out) {
  const all = /^\{(.+)\/\*\}$/.exec(arg)
  if (all) {
    const folder = path.join(shared, all[1] ?? '')
    return fs
      .readdirSync(folder)
      .sort()
      .map(name => path.join(folder, name))
  }
  if (/^(data|seeds)\//.test(arg)) return [path.join(shared, arg)]
  if (arg.startsWith('eval/')) return [ownOr(shared, arg)]
  return [arg.replaceAll('{out}', out)]
}

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Where a scorer or gold lies: what begins with `eval/` is ours, the rest shared. @param {string} shared @param {string} at */
export function ownOr(shared, at) {
  return path.join(at.startsWith('eval/') ? ROOT : shared, at)
}
