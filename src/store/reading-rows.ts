import { tlpLevel } from '../access/may-see.ts'
import { valueOf } from '../model/known.ts'
import type { StoredReading } from '../model/picture.ts'
import type { EventActor, EventMention, Mention, Reading, Statement } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import { contentId } from '../text/hash.ts'
import { collapseSpace, normaliseName } from '../text/normalise.ts'
import type { Row, TableShape } from './put-rows.ts'

const MARKED = { tlp: 'smallint', groups: 'text[]' }

export const PAGES: TableShape = {
  name: 'pages',
  key: ['key'],
  columns: {
    ...{
      key: 'text',
      hash: 'text',
      file: 'text',
      arrival: 'text',
      url: 'text',
      reached_url: 'text',
      status: 'int',
      media_type: 'text',
    },
    ...{ fetched_at: 'text', article_id: 'text', reader_version: 'text' },
    ...MARKED,
  },
}

export const ARTICLE_SEARCH: TableShape = {
  name: 'article_search',
  key: ['article_id'],
  columns: { article_id: 'text', ...MARKED },
  computed: { fts: 'theatrum.search_words(r.body)' },
  brings: { body: 'text' },
}

export const DOCS: TableShape = {
  name: 'docs',
  key: ['article_id'],
  columns: { article_id: 'text', layers: 'jsonb', ...MARKED },
}

export const MENTIONS: TableShape = {
  name: 'mentions',
  key: ['article_id', 'id'],
  columns: {
    ...{
      article_id: 'text',
      id: 'text',
      kind: 'text',
      s: 'int',
      e: 'int',
      actor_id: 'text',
      actor: 'text',
      place_id: 'text',
    },
    ...{ value: 'float8', low: 'float8', high: 'float8', unit: 'text', sentence: 'text', sentence_s: 'int' },
    ...{ class: 'text', fate: 'text', per: 'text', approximate: 'boolean' },
    ...MARKED,
  },
}

export const STATEMENTS: TableShape = {
  name: 'statements',
  key: ['article_id', 'id'],
  columns: {
    ...{ article_id: 'text', id: 'text', ord: 'int', kind: 'text', speaker_id: 'text', speaker: 'text', words: 'text' },
    ...{ speaker_key: 'text', addressee: 'text', occasion: 'text', said_in: 'text', said_on: 'text', stance: 'text' },
    ...{ content: 'text[]', content_key: 'text', about: 'text[]', detail: 'jsonb' },
    ...MARKED,
  },
  computed: { fts: "theatrum.search_words(concat_ws(' ', r.speaker, r.words, array_to_string(r.content, ' ')))" },
}

export const EVENT_MENTIONS: TableShape = {
  name: 'event_mentions',
  key: ['article_id', 'id'],
  columns: {
    ...{
      article_id: 'text',
      id: 'text',
      ord: 'int',
      type: 'text',
      quad: 'smallint',
      status: 'text',
      claimed_in: 'text',
    },
    ...{
      claimed_by: 'text',
      claimed_by_id: 'text',
      actor_key: 'text',
      recipient_key: 'text',
      claimed_by_key: 'text',
      actor_ids: 'text[]',
      actor_names: 'text[]',
      recipient_ids: 'text[]',
    },
    ...{
      recipient_names: 'text[]',
      place_id: 'text',
      when_start: 'text',
      when_end: 'text',
      trigger_text: 'text',
      quote: 'text',
    },
    ...{ detail: 'jsonb', event_id: 'text' },
    ...MARKED,
  },
  // Tellings that were found to speak of one happening stay together when one of them is read again.
  once: ['event_id'],
}

export const STORY_INPUTS: TableShape = {
  name: 'story_inputs',
  key: ['article_id'],
  columns: { article_id: 'text', seq: 'bigint', ...MARKED },
  computed: { features: "decode(r.packed, 'base64')" },
  brings: { packed: 'text' },
}

export const STAGE_RUN: TableShape = {
  name: 'stage_run',
  key: ['article_id', 'stage'],
  columns: { article_id: 'text', stage: 'text', version: 'text', input_hash: 'text', output_hash: 'text', ...MARKED },
}

export const OUTLETS: TableShape = {
  name: 'outlets',
  key: ['id'],
  columns: { id: 'text', name: 'text', sample: 'boolean' },
}

export const PLACES: TableShape = {
  name: 'places',
  key: ['id'],
  columns: { id: 'text', name: 'text', key: 'text', lat: 'float8', lon: 'float8', country: 'text', precision: 'text' },
}

export const ACTORS: TableShape = {
  name: 'actors',
  key: ['id'],
  columns: { id: 'text', name: 'text', key: 'text', kind: 'text', code: 'text', known: 'boolean', roles: 'jsonb' },
}

/** Marking columns of the rows that a reading becomes. */
export function markedOf({ marking }: StoredReading): { readonly tlp: number; readonly groups: readonly string[] } {
  const level = tlpLevel(marking.tlp)
  // A label that we do not know is treated as the highest.
  return { tlp: level < 0 ? tlpLevel('RED') : level, groups: marking.groups }
}

/** Layers of a doc that are read together with the article's text. */
export interface DocLayers {
  readonly sentences: readonly Span[]
  readonly chains: readonly (readonly Span[])[]
  readonly mentions: readonly Mention[]
}

export function docLayers({ sentences, chains, mentions }: Reading): DocLayers {
  return { sentences, chains, mentions }
}

/** Mentions that lead to an actor, a place or an amount; an amount with the sentence it stands in. */
export function mentionRows(stored: StoredReading): Row[] {
  const { article, mentions, sentences } = stored.reading
  const marked = markedOf(stored)
  return mentions
    .filter(one => one.actorId !== null || one.place !== null || one.kind === 'amount')
    .map(one => {
      const sentence =
        one.kind === 'amount' ? sentences.find(([start, end]) => start <= one.span[0] && one.span[1] <= end) : undefined
      return {
        article_id: article.id,
        id: contentId(article.id, 'mention', one.kind, one.span.join('-')),
        kind: one.kind,
        s: one.span[0],
        e: one.span[1],
        actor_id: one.actorId,
        actor: one.actor,
        place_id: one.place?.id ?? null,
        value: typeof one.value === 'number' ? one.value : null,
        low: one.low ?? null,
        high: one.high ?? null,
        unit: one.unit ?? null,
        class: one.class ?? null,
        fate: one.fate ?? null,
        per: one.per ?? null,
        approximate: one.kind === 'amount' ? one.approximate === true : null,
        sentence: sentence === undefined ? null : article.text.slice(...sentence),
        sentence_s: sentence?.[0] ?? null,
        ...marked,
      }
    })
}

export function statementRows(stored: StoredReading): Row[] {
  const { article, statements } = stored.reading
  const marked = markedOf(stored)
  return statements.map((statement, ord) => {
    const content = statement.content.map(([start, end]) => article.text.slice(start, end))
    const words = statement.source === null ? null : article.text.slice(...statement.source.span)
    return {
      article_id: article.id,
      id: statement.id,
      ord,
      kind: statement.kind,
      speaker_id: statement.source?.actorId ?? null,
      speaker: statement.source?.actor ?? null,
      words,
      // One a line: a search for a name does not run across two.
      speaker_key: speakerKey(statement, words),
      addressee:
        statement.addressee === null
          ? null
          : (statement.addressee.actor ?? article.text.slice(...statement.addressee.span)),
      occasion: wordsAt(article.text, statement.occasion),
      said_in: wordsAt(article.text, statement.saidIn),
      said_on: wordsAt(article.text, statement.saidOn),
      stance: statement.stance ?? null,
      content,
      content_key: contentKey(content),
      about: statement.about,
      detail: statement,
      ...marked,
    }
  })
}

/** The words of a span; null where there is none. */
function wordsAt(text: string, span: Span | null | undefined): string | null {
  return span == null ? null : text.slice(...span)
}

/** A speaker who is known is found by name and office; one who is not, by the words of the text. */
function speakerKey({ source }: Statement, words: string | null): string {
  return source?.actor == null ? keyOf([words]) : keyOf([source.actor, source.role])
}

/** Names as they are looked up, one a line, each once. */
function keyOf(names: readonly (string | null)[]): string {
  return [...new Set(names.flatMap(name => (name === null ? [] : [normaliseName(name)])))].join('\n')
}

/** What two statements must share to carry the same words: letters and digits, lower case, a hash of them. */
export function contentKey(content: readonly string[]): string {
  const words = collapseSpace(
    content
      .join(' ')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  )
  return contentId('content', words)
}

export function eventRows(stored: StoredReading): Row[] {
  const { article, events, statements } = stored.reading
  const marked = markedOf(stored)
  const slice = ([start, end]: Span): string => article.text.slice(start, end)
  const byId = new Map(statements.map(statement => [statement.id, statement]))
  return events.map((event, ord) => {
    const claim = event.claimedIn === null ? undefined : byId.get(event.claimedIn)
    return {
      article_id: article.id,
      id: event.id,
      event_id: singleEventId(article.id, event),
      ord,
      type: event.type,
      quad: event.quad,
      status: event.status,
      claimed_in: event.claimedIn,
      claimed_by: claimantOf(claim, slice),
      claimed_by_key: claim?.source == null ? '' : speakerKey(claim, slice(claim.source.span)),
      actor_key: keyOf(event.actors.flatMap(one => [one.actor, slice(one.span)])),
      recipient_key: keyOf(event.recipients.flatMap(one => [one.actor, slice(one.span)])),
      claimed_by_id: claim?.source?.actorId ?? null,
      actor_ids: idsOf(event.actors),
      actor_names: event.actors.map(one => one.actor ?? slice(one.span)),
      recipient_ids: idsOf(event.recipients),
      recipient_names: event.recipients.map(one => one.actor ?? slice(one.span)),
      place_id: event.place?.id ?? null,
      when_start: event.when?.start ?? null,
      when_end: event.when?.end ?? null,
      trigger_text: slice(event.trigger),
      quote: slice(event.evidence),
      detail: event,
      ...marked,
    }
  })
}

/** Id of an event that has one telling so far. */
function singleEventId(articleId: string, event: EventMention): string {
  return contentId(articleId, 'event', event.id)
}

function idsOf(actors: readonly EventActor[]): string[] {
  return actors.flatMap(one => (one.actorId === null ? [] : [one.actorId]))
}

function claimantOf(statement: Statement | undefined, slice: (span: Span) => string): string | null {
  if (statement?.source == null) return null
  return statement.source.actor ?? slice(statement.source.span)
}

/** Actors that readings met, by id; those that the knowledge files do not hold are known by their name alone. */
export function actorRows(readings: readonly StoredReading[]): Row[] {
  const rows = new Map<string, Row>()
  for (const { reading } of readings) {
    for (const { actorId, actor, kind } of reading.mentions) {
      if (actorId === null || rows.has(actorId)) continue
      rows.set(actorId, {
        id: actorId,
        name: actor ?? actorId,
        key: normaliseName(actor ?? actorId),
        kind: actorKind(actorId, kind),
        code: null,
        known: false,
        roles: [],
      })
    }
  }
  return [...rows.values()]
}

function actorKind(id: string, kind: string): string {
  const prefix = id.slice(0, id.indexOf(':'))
  if (prefix === 'country' || prefix === 'person') return prefix
  return kind === 'nationality' ? 'country' : kind
}

export function placeRows(readings: readonly StoredReading[]): Row[] {
  const rows = new Map<string, Row>()
  for (const { reading } of readings) {
    const places = [...reading.mentions.map(one => one.place), ...reading.events.map(one => one.place)]
    for (const place of places) {
      if (place === null) continue
      const { id, name, lat, lon, country, precision } = place
      rows.set(id, { id, name, key: normaliseName(name), lat, lon, country, precision })
    }
  }
  return [...rows.values()]
}

export function outletRows(readings: readonly StoredReading[]): Row[] {
  const rows = new Map<string, Row>()
  for (const { reading } of readings) {
    const outlet = valueOf(reading.article.outlet)
    if (outlet !== null) rows.set(outlet.id, { id: outlet.id, name: outlet.name, sample: outlet.sample ?? false })
  }
  return [...rows.values()]
}
