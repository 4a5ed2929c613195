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
import type { Span } from '../../src/model/span.ts'
import type { Answers, Filters, Page } from '../../src/serve/answers.ts'
import { FAKE_ARTICLES, type FakeArticle, type FakeEvent, type FakeStatement } from './fake-texts.ts'

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

const textOf = (article: FakeArticle): string => `${article.title}\n\n${article.body.join('\n\n')}`

/** Where words stand in the body (the headline may repeat them). Throws when they do not: a fixture must be right. */
function find(article: FakeArticle, words: string, near = 0): Span {
  const text = textOf(article)
  const at = text.indexOf(words, Math.max(near, article.title.length + 2))
  if (at < 0) throw new Error(`${article.id} does not hold "${words}"`)
  return [at, at + words.length]
}

function statementSpans(article: FakeArticle, statement: FakeStatement) {
  const content: Span[] = []
  for (const piece of statement.content) content.push(find(article, piece, content.at(-1)?.[1] ?? 0))
  // Before the words where the text has it so ("She said …"), else after them ("…," Example told).
  const [start, end] = content[0] ?? [0, 0]
  const beside = (words: string | null): Span | null => {
    if (words === null) return null
    const before = textOf(article).slice(0, start).lastIndexOf(words)
    return before >= start - 60 && before >= 0 ? [before, before + words.length] : find(article, words, end)
  }
  return { content, source: beside(statement.source), cue: beside(statement.cue) }
}

const statementId = (article: FakeArticle, index: number): string => `${article.id}-st${index}`

function statementRows(articles: readonly FakeArticle[]): StatementRow[] {
  const alike = new Map<string, { article: FakeArticle; index: number }[]>()
  for (const article of articles)
    for (const [index, { same }] of article.statements.entries())
      if (same !== undefined)
        alike.set(`${article.story}/${same}`, [...(alike.get(`${article.story}/${same}`) ?? []), { article, index }])
  return articles.flatMap(article =>
    article.statements.flatMap((statement, index) => {
      const group = statement.same === undefined ? [] : (alike.get(`${article.story}/${statement.same}`) ?? [])
      if (group.length > 0 && group[0]?.article !== article) return []
      return [
        statementRow(
          article,
          index,
          group.filter(other => other.article !== article),
        ),
      ]
    }),
  )
}

function statementRow(
  article: FakeArticle,
  index: number,
  others: readonly { article: FakeArticle; index: number }[],
): StatementRow {
  const statement = article.statements[index]
  if (statement === undefined) throw new Error('no such statement')
  const spans = statementSpans(article, statement)
  return {
    id: statementId(article, index),
    articleId: article.id,
    storyId: article.story,
    outlet: article.outlet,
    published: article.published,
    sample: true,
    speaker: {
      name: statement.speaker,
      id: statement.speaker === null ? null : idOf(statement.speaker),
      role: statement.role ?? null,
      words: statement.source,
      why: statement.speaker === null ? 'the article does not name the speaker' : null,
    },
    verb: statement.verb,
    kind: statement.kind,
    denied: statement.denied ?? false,
    text: statement.content,
    addressee: statement.addressee ?? null,
    occasion: null,
    chain: (statement.chain ?? []).map(([name, words, kind]) => ({ name, span: find(article, words), kind })),
    about: (statement.about ?? []).map(id => ({ id, name: 'Strait of Examples' })),
    spans,
    alsoIn: others.map(other => ({
      articleId: other.article.id,
      outlet: other.article.outlet,
      statementId: statementId(other.article, other.index),
    })),
    originCount: 1,
  }
}

function idOf(name: string): string {
  return name.includes(' ') ? `person:${name.toLowerCase().replaceAll(' ', '-')}` : `country:${name.toUpperCase()}`
}

function eventMention(article: FakeArticle, event: FakeEvent): EventRow['mentions'][number] {
  const evidence = find(article, event.sentence)
  const side = (name: string) => ({ span: evidence, actor: name, actorId: idOf(name), code: null })
  return {
    id: `${article.id}-ev-${event.same}`,
    type: event.type,
    mode: event.mode ?? null,
    contexts: [],
    quad: event.quad,
    actors: event.actors.map(side),
    recipients: event.recipients.map(side),
    place:
      event.place === undefined
        ? null
        : {
            id: event.place[1],
            name: event.place[0],
            lat: 1,
            lon: 2,
            country: null,
            precision: 'town',
            span: find(article, event.place[0]),
          },
    ...(event.place === undefined ? { placeWhy: 'the sentence names no place' } : {}),
    when:
      event.when === undefined
        ? null
        : { start: event.when[0], end: event.when[0], precision: 'day', span: find(article, event.when[1]) },
    ...(event.when === undefined ? { whenWhy: 'the text gives no day' } : {}),
    status: event.status,
    negated: false,
    claimedIn: event.claimedIn === undefined ? null : statementId(article, event.claimedIn),
    evidence,
    trigger: find(article, event.trigger, evidence[0]),
    articleId: article.id,
    file: `texts/${article.id}.txt`,
    outlet: article.outlet,
    published: article.published,
    triggerText: event.trigger,
    quote: event.sentence,
  }
}

function eventRows(articles: readonly FakeArticle[]): EventRow[] {
  const groups = new Map<string, { article: FakeArticle; event: FakeEvent }[]>()
  for (const article of articles)
    for (const event of article.events) {
      const key = `${article.story}/${event.same}`
      groups.set(key, [...(groups.get(key) ?? []), { article, event }])
    }
  return [...groups].map(([key, tellings]) => {
    const mentions = tellings.map(({ article, event }) => eventMention(article, event))
    const [first] = mentions
    const [told] = tellings
    if (first === undefined || told === undefined) throw new Error('an event without a telling')
    const claim = told.event.claimedIn
    return {
      id: key,
      mentions,
      storyId: told.article.story,
      type: first.type,
      quad: first.quad,
      status: first.status,
      claimed: claim !== undefined,
      claimedBy: claim === undefined ? null : (told.article.statements[claim]?.speaker ?? null),
      actors: told.event.actors,
      recipients: told.event.recipients,
      when: first.when,
      whenWhy: first.whenWhy ?? null,
      place: first.place,
      placeWhy: first.placeWhy ?? null,
      originCount: 1,
      sample: true,
    }
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

const holds = (value: string | null | undefined, words: string | number | undefined): boolean =>
  words === undefined || (value ?? '').toLowerCase().includes(String(words).toLowerCase())

/** Answers over the made-up texts, as the store's views would give them; `bulk` more stories for long lists. */
export function fakeAnswers({ bulk = 0, empty = false }: { bulk?: number; empty?: boolean } = {}): Answers {
  const articles = empty ? [] : [...FAKE_ARTICLES, ...bulkArticles(bulk)]
  const stories = [...new Set(articles.map(article => article.story))].map(id =>
    storyDetail(
      id,
      articles.filter(article => article.story === id),
    ),
  )
  const statements = stories.flatMap(story => story.statements)
  const events = stories.flatMap(story => story.events)
  const rowOf = ({
    origins: _o,
    reuse: _r,
    statements: _s,
    events: _e,
    disagreements: _d,
    ...row
  }: StoryDetail): StoryRow => row
  const speaks = (row: StatementRow, f: Filters) =>
    holds(`${row.speaker.name} ${row.speaker.id}`, f['speaker']) &&
    holds(row.text.join(' '), f['q']) &&
    (f['kind'] === undefined || row.kind === f['kind']) &&
    (f['story'] === undefined || row.storyId === f['story'])
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
        statements.filter(row => speaks(row, f)),
        page,
      ),
    events: async (f, page) =>
      paged(
        events.filter(
          row =>
            (f['type'] === undefined || row.type === f['type']) &&
            holds(row.actors.join(), f['actor']) &&
            holds(row.status, f['status']),
        ),
        page,
      ),
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
