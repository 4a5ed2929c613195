import { z } from 'zod'
import { EVENT_STATUSES, PLOVER_TYPES } from '../model/event-words.ts'
import { AMOUNT_CLASSES } from '../model/expressions.ts'
import type * as reading from '../model/reading.ts'
import { CAPABILITY_KINDS, WHEN_BY } from '../model/reading.ts'
import type { Span as SpanOf } from '../model/span.ts'

// What a Reading is made of (src/model/reading.ts) as schemas, the common parts of the answers in answer-schemas.ts.

export const text: z.ZodString = z.string()
export const maybe: z.ZodNullable<z.ZodString> = z.string().nullable()
export const count: z.ZodInt = z.int().min(0)
export const Span: z.ZodType<SpanOf> = z
  .tuple([count, count])
  .describe('half-open range of UTF-16 code units into the article’s text')

export const PlaceRef: z.ZodType<reading.PlaceRef> = z.object({
  id: text,
  name: text,
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  country: maybe,
  precision: z.enum(['unspecified', 'sea', 'region', 'country', 'admin1', 'town', 'site']),
})
export const Hop: z.ZodType<reading.Hop> = z.object({
  name: text,
  span: Span,
  kind: z.enum(['outlet', 'agency', 'official', 'document', 'anonymous']),
})
const WhenPrecision = z.enum(['day', 'week', 'month', 'season', 'year', 'range'])
/** A when without the words that say so. */
export const Days: z.ZodType<Omit<reading.When, 'span'>> = z.object({
  start: text,
  end: text,
  precision: WhenPrecision,
})
export const When: z.ZodType<reading.When> = z.object({
  start: text,
  end: text,
  precision: WhenPrecision,
  span: Span.nullable(),
})
export const EventActor: z.ZodType<reading.EventActor> = z.object({
  span: Span,
  actor: maybe,
  actorId: maybe,
  code: maybe,
  codeFrom: z.literal('sentence').exactOptional(),
})
export const PloverType: z.ZodType<reading.PloverType> = z.enum(PLOVER_TYPES)
export const QuadClass: z.ZodType<reading.QuadClass> = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export const EventStatus: z.ZodType<reading.EventStatus> = z.enum(EVENT_STATUSES)
export const StatementKind: z.ZodType<reading.StatementKind> = z.enum(['direct', 'indirect', 'mixed'])
export const EventMention: z.ZodType<reading.EventMention> = z.object({
  id: text,
  type: PloverType,
  mode: maybe,
  contexts: z.array(text),
  quad: QuadClass,
  actors: z.array(EventActor),
  recipients: z.array(EventActor),
  place: PlaceRef.and(z.object({ span: Span })).nullable(),
  placeWhy: text.exactOptional(),
  when: When.nullable(),
  whenWhy: text.exactOptional(),
  whenBy: z.enum(WHEN_BY).exactOptional(),
  status: EventStatus,
  negated: z.boolean(),
  claimedIn: maybe,
  amounts: z.array(z.object({ span: Span, class: z.enum(AMOUNT_CLASSES) })).exactOptional(),
  evidence: Span,
  trigger: Span,
})
export const Capability: z.ZodType<reading.Capability> = z.object({
  id: text,
  kind: z.enum(CAPABILITY_KINDS),
  who: EventActor.nullable(),
  whoWhy: text.exactOptional(),
  what: Span,
  amount: Span.nullable(),
  status: EventStatus,
  negated: z.boolean(),
  claimedIn: maybe,
  evidence: Span,
  trigger: Span,
})
export const Participant: z.ZodType<reading.Participant> = z.object({
  span: Span,
  actor: maybe,
  actorId: maybe,
  role: maybe,
  why: text.exactOptional(),
})
export const Statement: z.ZodType<reading.Statement> = z.object({
  id: text,
  source: Participant.nullable(),
  sourceWhy: text.exactOptional(),
  cue: Span.nullable(),
  content: z.array(Span),
  kind: StatementKind,
  verb: maybe,
  denied: z.boolean(),
  addressee: Participant.nullable(),
  occasion: Span.nullable(),
  saidIn: Span.nullable().exactOptional(),
  saidOn: Span.nullable().exactOptional(),
  stance: PloverType.nullable().exactOptional(),
  chain: z.array(Hop),
  about: z.array(text),
})
export const Mention: z.ZodType<reading.Mention> = z.object({
  span: Span,
  kind: z.enum([
    'person',
    'organisation',
    'country',
    'bloc',
    'nationality',
    'place',
    'facility',
    'role',
    'group',
    'pronoun',
    'time',
    'amount',
  ]),
  form: z.enum(['name', 'description', 'pronoun']),
  actor: maybe,
  actorId: maybe,
  role: maybe,
  place: PlaceRef.nullable(),
  why: text.exactOptional(),
  value: z.union([text, z.number()]).exactOptional(),
  timex: z.enum(['DATE', 'TIME', 'DURATION', 'SET']).exactOptional(),
  low: z.number().exactOptional(),
  high: z.number().exactOptional(),
  unit: text.exactOptional(),
  approximate: z.literal(true).exactOptional(),
  unitSpan: Span.exactOptional(),
  unitWhy: text.exactOptional(),
  per: text.exactOptional(),
  counted: Span.nullable().exactOptional(),
  class: z.enum(AMOUNT_CLASSES).exactOptional(),
  fate: text.exactOptional(),
  of: Span.nullable().exactOptional(),
  whose: Span.nullable().exactOptional(),
})
