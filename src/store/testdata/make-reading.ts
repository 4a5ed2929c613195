// Readings for tests, made by hand: no reader, no real person's words.
import type { StoredReading } from '../../model/picture.ts'
import { type EventMention, type Mention, type PlaceRef, quadOf, type Statement } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import type { Story } from '../../model/story.ts'
import type { Marking } from '../../model/viewer.ts'
import { contentId, hash32, sha256 } from '../../text/hash.ts'

export interface MadeReading {
  readonly name: string
  readonly outlet?: string
  readonly published?: string | null
  readonly text?: string
  readonly marking?: Marking
  readonly sample?: boolean
  readonly statements?: readonly { readonly speaker: string | null; readonly speakerId?: string; readonly content: string; readonly about?: readonly string[]; readonly kind?: Statement['kind']; readonly saidIn?: string; readonly saidOn?: string; readonly stance?: Statement['stance'] }[]
  readonly events?: readonly { readonly trigger: string; readonly type: EventMention['type']; readonly actor?: string; readonly claimedIn?: number; readonly when?: string; readonly recipient?: string; readonly status?: EventMention['status']; readonly place?: PlaceRef }[]
  readonly amounts?: readonly { readonly words: string; readonly value: number; readonly unit: string | null }[]
  readonly sentences?: readonly Span[]
}

export const CLEAR: Marking = { tlp: 'CLEAR', groups: [] }

/** A StoredReading whose spans are found by searching its own words in its text. */
export function makeReading(made: MadeReading): StoredReading {
  const text = made.text ?? `Headline of ${made.name}\n\nAna Example said the talks in ${made.name} were useful. Samplia sent 400 troops.`
  const outlet = made.outlet ?? 'Sample Wire'
  const id = contentId(outlet, made.name, text)
  const spanOf = (words: string): Span => {
    const at = text.indexOf(words)
    if (at < 0) throw new Error(`"${words}" is not in the text of ${made.name}`)
    return [at, at + words.length]
  }
  const title = text.slice(0, Math.max(text.indexOf('\n'), 0)) || null
  const statements = (made.statements ?? []).map((one): Statement => ({
    id: contentId(id, 'statement', one.content),
    source: one.speaker === null ? null : { span: spanOf(one.speaker), actor: one.speaker, actorId: one.speakerId ?? null, role: null },
    ...(one.speaker === null ? { sourceWhy: 'the text names nobody' } : {}),
    cue: null,
    content: [spanOf(one.content)],
    kind: one.kind ?? 'indirect',
    verb: 'say',
    denied: false,
    addressee: null,
    occasion: null,
    saidIn: one.saidIn === undefined ? null : spanOf(one.saidIn),
    saidOn: one.saidOn === undefined ? null : spanOf(one.saidOn),
    stance: one.stance ?? null,
    chain: [],
    about: one.about ?? [],
  }))
  const sentences = made.sentences ?? sentencesOf(text)
  const sentenceAround = (span: Span): Span => sentences.find(([start, end]) => start <= span[0] && span[1] <= end) ?? span
  const events = (made.events ?? []).map((one): EventMention => ({
    id: contentId(id, 'event', one.trigger, one.type),
    type: one.type,
    mode: null,
    contexts: [],
    quad: quadOf(one.type),
    actors: one.actor === undefined ? [] : [{ span: spanOf(one.actor), actor: one.actor, actorId: `name:${one.actor}`, code: null }],
    recipients: one.recipient === undefined ? [] : [{ span: spanOf(one.recipient), actor: one.recipient, actorId: `name:${one.recipient}`, code: null }],
    place: one.place === undefined ? null : { ...one.place, span: spanOf(one.place.name) },
    ...(one.place === undefined ? { placeWhy: 'the text names no place' } : {}),
    when: one.when === undefined ? null : { start: one.when, end: one.when, precision: 'day', span: null },
    ...(one.when === undefined ? { whenWhy: 'the text names no day' } : {}),
    status: one.status ?? 'happened',
    negated: false,
    claimedIn: one.claimedIn === undefined ? null : (statements[one.claimedIn]?.id ?? null),
    evidence: sentenceAround(spanOf(one.trigger)),
    trigger: spanOf(one.trigger),
  }))
  const amounts = (made.amounts ?? []).map((one): Mention => ({
    ...{ span: spanOf(one.words), kind: 'amount', form: 'name', actor: null, actorId: null, role: null, place: null, value: one.value },
    ...(one.unit === null ? {} : { unit: one.unit }),
  }))
  const names = statements.flatMap(({ source }): Mention[] =>
    source === null || source.actorId === null ? [] : [{ span: source.span, kind: 'person', form: 'name', actor: source.actor, actorId: source.actorId, role: null, place: null }],
  )
  const places = events.flatMap(({ place }): Mention[] =>
    place === null ? [] : [{ span: place.span, kind: 'place', form: 'name', actor: null, actorId: null, role: null, place }],
  )
  const published = made.published === undefined ? '2025-04-08' : made.published
  const file = `texts/${made.name}.txt`
  const hash = sha256(text)
  return {
    reading: {
      file,
      article: {
        ...{ id, file, url: null, title, text, standfirst: null, blocks: [], sample: made.sample ?? false, wire: null, credit: null },
        language: { value: 'en', from: 'text' },
        outlet: { value: { id: outlet.toLowerCase().replaceAll(' ', '-'), name: outlet, sample: made.sample ?? false }, from: 'given' },
        byline: { unknown: 'the text names no author' },
        published: published === null ? { unknown: 'the text carries no date' } : { value: published, from: 'given' },
      },
      rejected: null,
      made: { extract: '1', parse: 'hand-1' },
      sentences,
      mentions: [...names, ...amounts, ...places],
      statements,
      events,
      chains: [],
    },
    page: { key: contentId('page', file, hash), hash, file, arrival: 'file', url: null, reachedUrl: null, status: null, mediaType: 'text/plain', fetchedAt: null },
    story: {
      articleId: id,
      outletId: outlet,
      title,
      published,
      terms: { hash: [hash32('a'), hash32('b')].sort((a, b) => a - b), count: [1, 2] },
      prints: { winnow: [{ hash: hash32(text), span: [0, 10] }], minhash: [1, 2, 3] },
      relays: ['Sample Wire'],
    },
    marking: made.marking ?? CLEAR,
  }
}

function sentencesOf(text: string): Span[] {
  return [...text.matchAll(/[^\s][^.\n]*[.\n]?/g)].map(match => [match.index, match.index + match[0].trimEnd().length])
}

/** A story of these readings in which each article is an origin of its own. */
export function makeStory(id: string, readings: readonly StoredReading[]): Story {
  const articles = readings.map(({ reading }) => reading.article.id)
  return { id, articles, origins: articles.map(article => ({ id: `origin-${article}`, name: `origin of ${article}`, articles: [article] })), reuse: [] }
}

/** Three articles that say the same, with a statement, an event and an amount each. */
export function threeReadings(): StoredReading[] {
  return ['alpha', 'beta', 'gamma'].map(name =>
    makeReading({
      name,
      statements: [
        { speaker: 'Ana Example', speakerId: 'name:ana-example', content: 'the talks', about: ['country:XSA'] },
      ],
      events: [{ trigger: 'sent', type: 'MOBILIZE', actor: 'Samplia', claimedIn: 0 }],
      amounts: [{ words: '400', value: 400, unit: 'troop' }],
    }),
  )
}
