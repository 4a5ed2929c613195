// Rows of the pages' tests, computed from the marks of the made-up texts.
import type { EntryRow, EventRow, EventTimeline, StatementRow, WordingRow } from '../../src/model/api.ts'
import type { Span } from '../../src/model/span.ts'
import type { FakeArticle, FakeEvent, FakeStatement } from './fake-texts.ts'

export const textOf = (article: FakeArticle): string => `${article.title}\n\n${article.body.join('\n\n')}`

/** Where words stand in the body (the headline may repeat them). Throws when they do not: a fixture must be right. */
export function find(article: FakeArticle, words: string, near = 0): Span {
  const text = textOf(article)
  const at = text.indexOf(words, Math.max(near, article.title.length + 2))
  if (at < 0) throw new Error(`${article.id} does not hold "${words}"`)
  return [at, at + words.length]
}

export function statementSpans(article: FakeArticle, statement: FakeStatement) {
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

export const statementId = (article: FakeArticle, index: number): string => `${article.id}-st${index}`

export function statementRows(articles: readonly FakeArticle[]): StatementRow[] {
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

/** Utterances: statements of one story that are marked as wordings of one, or carry the same words. */
export function entryRows(articles: readonly FakeArticle[]): EntryRow[] {
  const entries = new Map<string, WordingRow[]>()
  for (const article of articles)
    for (const index of article.statements.keys()) {
      const { alsoIn: _also, originCount: _count, ...row } = statementRow(article, index, [])
      const there = entries.get(row.entry) ?? []
      const link = there.length === 0 ? 'core' : row.kind === 'direct' ? 'quote' : 'paraphrase'
      entries.set(row.entry, [...there, { ...row, link, originId: article.reuse?.of ?? article.id }])
    }
  return [...entries.values()].map(wordings => {
    const [{ link: _link, originId: _origin, ...first }, ...others] = wordings as [WordingRow, ...WordingRow[]]
    return {
      ...first,
      alsoIn: others.map(({ articleId, outlet, id }) => ({ articleId, outlet, statementId: id })),
      originCount: new Set(wordings.map(one => one.originId)).size,
      articleCount: new Set(wordings.map(one => one.articleId)).size,
      outlets: [...new Set(wordings.flatMap(one => one.outlet ?? []))],
      wordings,
    }
  })
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
    entry: `${article.story}-${statement.entry ?? statement.same ?? statementId(article, index)}`,
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
    saidIn: statement.saidIn ?? null,
    saidOn: statement.saidOn ?? null,
    stance: statement.stance ?? null,
    chain: (statement.chain ?? []).map(([name, words, kind]) => ({ name, span: find(article, words), kind })),
    about: (statement.about ?? []).map(id => ({ id, name: 'Strait of Examples' })),
    spans: {
      ...{ ...spans, addressee: null, occasion: null },
      saidIn: statement.saidIn === undefined ? null : find(article, statement.saidIn),
      saidOn: statement.saidOn === undefined ? null : find(article, statement.saidOn),
    },
    alsoIn: others.map(other => ({
      articleId: other.article.id,
      outlet: other.article.outlet,
      statementId: statementId(other.article, other.index),
    })),
    originCount: 1,
  }
}

export function idOf(name: string): string {
  return name.includes(' ') ? `person:${name.toLowerCase().replaceAll(' ', '-')}` : `country:${name.toUpperCase()}`
}

export function eventMention(article: FakeArticle, event: FakeEvent): EventRow['mentions'][number] {
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

/** As the server would answer: see views/event-timeline.ts. */
export function timelineOf(rows: readonly EventRow[]): EventTimeline {
  const marks = rows.map(row => ({
    ...{ id: row.id, type: row.type, mode: row.mentions[0]?.mode ?? null, quad: row.quad, status: row.status },
    ...{ negated: row.mentions[0]?.negated ?? false, claimed: row.claimed },
    ...{ actors: row.actors, recipients: row.recipients },
    when: row.when === null ? null : { start: row.when.start, end: row.when.end, precision: row.when.precision },
    why: row.whenWhy,
  }))
  const sortOf = (mark: (typeof marks)[number]): string => mark.when?.start ?? '~'
  return { total: rows.length, unit: 'day', marks: marks.sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1)), bins: null }
}

export function eventRows(articles: readonly FakeArticle[]): EventRow[] {
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
