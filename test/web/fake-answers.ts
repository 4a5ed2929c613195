import type {
  ActorRow,
  ArticleCard,
  ArticleDetail,
  Disagreement,
  EventRow,
  Paged,
  RejectionRow,
  StatementRow,
  StoryDetail,
  StoryRow,
} from '../../src/model/api.ts'
import { EVENT_STATUSES, PLOVER_TYPES } from '../../src/model/event-words.ts'
import { quadOf } from '../../src/model/reading.ts'
import type { Answers, Filters, Page } from '../../src/serve/answers.ts'
import {
  entryRows,
  eventMention,
  eventRows,
  find,
  idOf,
  statementId,
  statementRows,
  statementSpans,
  textOf,
  timelineOf,
} from './fake-rows.ts'
import { FAKE_ARTICLES, type FakeArticle } from './fake-texts.ts'

/** More stories of one short article each, for long lists. */
function bulkArticles(count: number): FakeArticle[] {
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2025, 2, 30) - i * 43_200_000).toISOString().slice(0, 10)
    const lead = `The council of Sampletown ${i + 1} agreed on ${i + 3} new bridges on Monday.`
    return {
      id: `b${i}`,
      story: `t${i}`,
      outlet: `Town Paper ${(i % 7) + 1}`,
      published: day,
      url: `https://paper${(i % 7) + 1}.example/${i}`,
      title: `Sampletown ${i + 1} agrees on ${i + 3} bridges`,
      body: [lead, `Its mayor said the work would last ${(i % 5) + 2} years.`],
      statements: [
        {
          source: 'Its mayor',
          speaker: null,
          cue: 'said',
          verb: 'say',
          content: [`the work would last ${(i % 5) + 2} years`],
          kind: 'indirect',
        },
      ],
      events: [],
      names: [],
    } satisfies FakeArticle
  })
}

function cardOf(article: FakeArticle): ArticleCard {
  return {
    id: article.id,
    file: `texts/${article.id}.txt`,
    title: article.title,
    outlet: article.outlet,
    outletId: null,
    published: article.published,
    publishedWhy: article.publishedWhy ?? null,
    url: article.url,
    sample: true,
    originId: article.reuse?.of ?? article.id,
    reuse: article.reuse === undefined ? null : { article: article.id, passages: [], ...article.reuse },
  }
}

function disagreementsOf(articles: readonly FakeArticle[]): Disagreement[] {
  const side = (value: string, id: string, quote: string) => {
    const article = articles.find(one => one.id === id)
    if (article === undefined) return null
    return {
      value,
      originCount: 1,
      articles: [{ articleId: id, outlet: article.outlet, span: find(article, quote), quote }],
    }
  }
  const sides = [side('14 ships', 'a1', 'patrols by 14 ships'), side('12 ships', 'a3', 'will send 12 ships')]
  const present = sides.filter(one => one !== null)
  return present.length === 2 ? [{ id: 'd1', what: 'number of ships on patrol', sides: present }] : []
}

function storyDetail(id: string, articles: readonly FakeArticle[]): StoryDetail {
  const [first] = articles
  if (first === undefined) throw new Error('a story without articles')
  const statements = statementRows(articles)
  const events = eventRows(articles)
  const disagreements = disagreementsOf(articles)
  const days = articles.flatMap(article => (article.published === null ? [] : [article.published])).sort()
  const ofKind = (kind: string | undefined) => articles.filter(article => article.reuse?.kind === kind).length
  const names = new Map<string, number>()
  for (const { speaker } of statements) if (speaker.name) names.set(speaker.name, (names.get(speaker.name) ?? 0) + 1)
  for (const { actors } of events) for (const name of actors) names.set(name, (names.get(name) ?? 0) + 1)
  const origins = articles.filter(article => article.reuse?.kind !== 'copy')
  return {
    id,
    headline: first.title,
    headlineArticle: first.id,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    articleCount: articles.length,
    originCount: origins.length,
    statementCount: statements.length,
    eventCount: events.length,
    disagreementCount: disagreements.length,
    actors: [...names].map(([name, count]) => ({ id: idOf(name), name, count })),
    outlets: [...new Set(articles.map(article => article.outlet))],
    bar: { own: ofKind(undefined), copy: ofKind('copy'), rewrite: ofKind('rewrite'), relay: ofKind('relay') },
    sample: true,
    articles: articles.map(cardOf),
    origins: origins.map(article => ({ id: article.id, name: article.outlet, articles: [article.id] })),
    reuse: [],
    statements,
    events,
    disagreements,
  }
}

function articleDetail(article: FakeArticle): ArticleDetail {
  const text = textOf(article)
  return {
    ...cardOf(article),
    text,
    language: { value: 'en', from: 'text' },
    byline: { unknown: 'the page names no author' },
    publishedKnown:
      article.published === null
        ? { unknown: article.publishedWhy ?? '' }
        : { value: article.published, from: 'json-ld' },
    outletKnown: { value: article.outlet, from: 'given' },
    wire: null,
    arrival: 'sample',
    fetchedAt: null,
    storyId: article.story,
    blocks: [{ role: 'title', span: [0, article.title.length] }],
    sentences: [],
    mentions: article.names.map(([words, kind, id]) => ({
      span: find(article, words),
      kind,
      form: 'name',
      actor: id === null || kind === 'place' ? null : words,
      actorId: id,
      role: null,
      place: null,
      ...(id === null ? { why: 'no actor of that name is known' } : {}),
    })),
    capabilities: [],
    statements: article.statements.map((statement, index) => {
      const { source, cue, content } = statementSpans(article, statement)
      return {
        id: statementId(article, index),
        source:
          source === null
            ? null
            : { span: source, actor: statement.speaker, actorId: null, role: statement.role ?? null },
        cue,
        content,
        kind: statement.kind,
        verb: statement.verb,
        denied: statement.denied ?? false,
        addressee: null,
        occasion: null,
        chain: [],
        about: [],
      }
    }),
    events: article.events.map(event => eventMention(article, event)),
    chains: [],
    made: { parse: 'fake-1' },
  }
}

function actorRows(stories: readonly StoryDetail[]): ActorRow[] {
  const counts = new Map<string, { name: string; statements: number; events: number }>()
  const add = (name: string, kind: 'statements' | 'events') => {
    const row = counts.get(name) ?? { name, statements: 0, events: 0 }
    row[kind]++
    counts.set(name, row)
  }
  for (const story of stories) {
    for (const { speaker } of story.statements) if (speaker.name !== null) add(speaker.name, 'statements')
    for (const { actors, recipients } of story.events)
      for (const name of [...actors, ...recipients]) add(name, 'events')
  }
  return [...counts.values()].map(({ name, statements, events }) => ({
    id: idOf(name),
    name,
    kind: name.includes(' ') ? 'person' : 'country',
    code: name.includes(' ') ? null : name.slice(0, 3).toUpperCase(),
    roles:
      name === 'Ana Example'
        ? [
            {
              office: 'Minister of Defence',
              of: 'country:SMP',
              from: '2024-10-01',
              to: null,
              source: 'made up for this test',
            },
          ]
        : [],
    mentionCount: statements + events + 2,
    articleCount: 2,
    statementCount: statements,
    eventCount: events,
  }))
}

const REJECTIONS: readonly RejectionRow[] = [
  {
    file: 'inbox/empty.html',
    url: 'https://daily.example/empty',
    stage: 'extract',
    reason: 'no-article',
    detail: 'The page holds 14 words of running text; at least 40 make an article.',
    at: '2025-04-09T08:12:00Z',
  },
  {
    file: 'inbox/bericht.txt',
    url: null,
    stage: 'screen',
    reason: 'language',
    detail: 'The text is in German (de); only English is read so far.',
    at: '2025-04-09T08:12:01Z',
  },
]

function paged<Row>(rows: readonly Row[], { after, limit }: Page): Paged<Row> {
  const start = after === null ? 0 : Number(after)
  const end = start + limit
  return { rows: rows.slice(start, end), total: rows.length, next: end < rows.length ? String(end) : null }
}

/** Events like this one on other days; every fifth has none. */
function manyEvents(like: EventRow | undefined, count: number): EventRow[] {
  if (like === undefined) return []
  return Array.from({ length: count }, (_, i) => {
    const type = PLOVER_TYPES[(i * 7) % 16] ?? 'CONSULT'
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(((i * 37) % 7300) / 10))).toISOString().slice(0, 10)
    return {
      ...like,
      ...{ id: `bulk${i}`, storyId: 'bulk', type, quad: quadOf(type), status: EVENT_STATUSES[i % 9] ?? 'happened' },
      claimed: i % 3 === 0,
      when: i % 5 === 0 ? null : { start: day, end: day, precision: 'day' as const, span: null },
      whenWhy: i % 5 === 0 ? 'the sentence names no day' : null,
    }
  })
}

const holds = (value: string | null | undefined, words: string | number | undefined): boolean =>
  words === undefined || (value ?? '').toLowerCase().includes(String(words).toLowerCase())

/** Answers over the made-up texts, as the store's views would give them; `bulk` more stories for long lists. */
export interface FakeOptions {
  readonly bulk?: number
  readonly empty?: boolean
  /** So many events more, over two years, of every class and status. */
  readonly bulkEvents?: number
}

export function fakeAnswers({ bulk = 0, empty = false, bulkEvents = 0 }: FakeOptions = {}): Answers {
  const articles = empty ? [] : [...FAKE_ARTICLES, ...bulkArticles(bulk)]
  const stories = [...new Set(articles.map(article => article.story))].map(id =>
    storyDetail(
      id,
      articles.filter(article => article.story === id),
    ),
  )
  const statements = stories.flatMap(story => story.statements)
  const entries = stories.flatMap(story => entryRows(articles.filter(article => article.story === story.id)))
  const told = stories.flatMap(story => story.events)
  const events = [...told, ...manyEvents(told[0], bulkEvents)]
  const rowOf = ({
    origins: _o,
    reuse: _r,
    statements: _s,
    events: _e,
    disagreements: _d,
    ...row
  }: StoryDetail): StoryRow => row
  const speaks = (row: Omit<StatementRow, 'alsoIn' | 'originCount'>, f: Filters) =>
    holds(`${row.speaker.name} ${row.speaker.id}`, f['speaker']) &&
    holds(row.text.join(' '), f['q']) &&
    (f['kind'] === undefined || row.kind === f['kind']) &&
    (f['stance'] === undefined || row.stance === f['stance']) &&
    (f['story'] === undefined || row.storyId === f['story'])
  const happens = (row: EventRow, f: Filters): boolean => {
    const names = { actor: row.actors, recipient: row.recipients, party: [...row.actors, ...row.recipients] }
    return (
      (f['type'] === undefined || row.type === f['type']) &&
      (f['story'] === undefined || row.storyId === f['story']) &&
      holds(row.status, f['status']) &&
      Object.entries(names).every(([key, own]) => holds(own.map(name => `${idOf(name)} ${name}`).join(), f[key])) &&
      (f['dated'] === undefined || (row.when !== null) === (f['dated'] === 'yes')) &&
      (f['since'] === undefined || (row.when !== null && row.when.end >= String(f['since']))) &&
      (f['until'] === undefined || (row.when !== null && row.when.start <= String(f['until'])))
    )
  }
  return {
    stories: async (f, page) =>
      paged(
        stories
          .filter(
            row =>
              holds(`${row.headline} ${row.actors.map(a => a.name)}`, f['q']) &&
              holds(row.actors.map(a => `${a.id} ${a.name}`).join(), f['actor']) &&
              row.originCount >= Number(f['minOrigins'] ?? 0),
          )
          .map(rowOf),
        page,
      ),
    story: async id => stories.find(story => story.id === id) ?? null,
    statements: async (f, page) =>
      paged(
        entries.filter(row => row.wordings.some(one => speaks(one, f))),
        page,
      ),
    events: async (f, page) =>
      paged(
        events.filter(row => happens(row, f)),
        page,
      ),
    timeline: async f => timelineOf(events.filter(row => happens(row, f))),
    actors: async (f, page) =>
      paged(
        actorRows(stories).filter(row => holds(row.name, f['q'])),
        page,
      ),
    article: async id => {
      const article = articles.find(one => one.id === id)
      return article === undefined ? null : articleDetail(article)
    },
    search: async (q, limit) => {
      const hits = articles
        .filter(article => holds(textOf(article), q))
        .slice(0, limit)
        .map(article => {
          const text = textOf(article)
          const at = text.toLowerCase().indexOf(q.toLowerCase())
          const start = Math.max(0, at - 40)
          return {
            ...cardOf(article),
            storyId: article.story,
            snippet: text.slice(start, at + 80).replaceAll('\n', ' '),
            hits: [[at - start, at - start + q.length]] as [number, number][],
          }
        })
      const said = statements.filter(row => holds(row.text.join(' '), q)).slice(0, limit)
      const actors = actorRows(stories).filter(row => holds(row.name, q))
      return { q, articles: hits, statements: said, actors, total: hits.length + said.length + actors.length }
    },
    rejections: async page => paged(empty ? [] : REJECTIONS, page),
    counts: async () => ({
      articles: articles.length,
      stories: stories.length,
      statements: statements.length,
      events: events.length,
      actors: actorRows(stories).length,
      outlets: new Set(articles.map(article => article.outlet)).size,
      rejections: empty ? 0 : REJECTIONS.length,
      sampleArticles: articles.length,
    }),
  }
}
