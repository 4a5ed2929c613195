import { z } from 'zod'
import type { EventFeatures } from '../export/event-features.ts'
import type {
  ActorRow,
  ArticleDetail,
  EntryRow,
  EventRow,
  EventTimeline,
  Problem,
  RejectionRow,
  SearchAnswer,
  StatementRow,
  Status,
  StoryDetail,
  StoryRow,
} from '../model/api.ts'
import {
  Capability,
  count,
  Days,
  EventMention,
  EventStatus,
  Hop,
  Mention,
  maybe,
  PlaceRef,
  PloverType,
  QuadClass,
  Span,
  Statement,
  StatementKind,
  text,
  When,
} from './reading-schemas.ts'

// The shapes of src/model/api.ts as schemas: they describe the API in its OpenAPI document, and tests hold answers to
// them. The annotations make the compiler hold them to the types.

const known = <T extends z.ZodType>(value: T) =>
  z.union([z.object({ value, from: text }), z.object({ unknown: text.describe('why it is not known') })])
const Reuse = z.object({
  article: text,
  of: text,
  kind: z.enum(['copy', 'rewrite', 'relay']),
  share: z.number().nullable(),
  passages: z.array(Span),
})
const Origin = z.object({ id: text, name: text, articles: z.array(text) })

const articleCard = {
  id: text,
  file: text,
  title: maybe,
  outlet: maybe,
  outletId: maybe,
  published: maybe,
  publishedWhy: maybe,
  url: maybe,
  sample: z.boolean(),
  originId: maybe,
  reuse: Reuse.nullable(),
}
const storyRow = {
  id: text,
  headline: maybe,
  headlineArticle: text,
  first: maybe,
  last: maybe,
  articleCount: count,
  originCount: count,
  statementCount: count,
  eventCount: count,
  disagreementCount: count,
  actors: z.array(z.object({ id: text, name: text, count })),
  outlets: z.array(text),
  bar: z.object({ own: count, copy: count, rewrite: count, relay: count }),
  sample: z.boolean(),
  articles: z.array(z.object(articleCard)),
}

const StoryRowSchema: z.ZodType<StoryRow> = z.object(storyRow)
const statement = {
  id: text,
  entry: text,
  articleId: text,
  storyId: maybe,
  outlet: maybe,
  published: maybe,
  sample: z.boolean(),
  speaker: z.object({ name: maybe, id: maybe, role: maybe, words: maybe, why: maybe }),
  verb: maybe,
  kind: StatementKind,
  denied: z.boolean(),
  text: z.array(text),
  addressee: maybe,
  occasion: maybe,
  saidIn: maybe.describe('where it was said, in the words of the text'),
  saidOn: maybe.describe('when it was said, in the words of the text'),
  stance: PloverType.nullable().describe('the stand that the cue takes; null where it is neutral'),
  chain: z.array(Hop),
  about: z.array(z.object({ id: text, name: text })),
  spans: z.object({
    ...{ source: Span.nullable(), cue: Span.nullable(), content: z.array(Span) },
    ...{ addressee: Span.nullable(), occasion: Span.nullable(), saidIn: Span.nullable(), saidOn: Span.nullable() },
  }),
}
const elsewhere = {
  alsoIn: z.array(z.object({ articleId: text, outlet: maybe, statementId: text })),
  originCount: count,
}
const StatementRowSchema: z.ZodType<StatementRow> = z.object({ ...statement, ...elsewhere })
const EntryRowSchema: z.ZodType<EntryRow> = z.object({
  ...statement,
  ...elsewhere,
  wordings: z
    .array(z.object({ ...statement, link: z.enum(['core', 'quote', 'paraphrase']), originId: text }))
    .describe('all wordings of the utterance, in order of publication, each in its own words'),
  articleCount: count,
  outlets: z.array(text),
})
const EventRowSchema: z.ZodType<EventRow> = z.object({
  id: text,
  mentions: z.array(
    EventMention.and(
      z.object({
        articleId: text,
        file: text,
        outlet: maybe,
        published: maybe,
        triggerText: text,
        quote: text,
      }),
    ),
  ),
  storyId: maybe,
  type: PloverType,
  quad: QuadClass,
  status: EventStatus,
  claimed: z.boolean(),
  claimedBy: maybe,
  actors: z.array(text),
  recipients: z.array(text),
  when: When.nullable(),
  whenWhy: maybe,
  place: PlaceRef.nullable(),
  placeWhy: maybe,
  originCount: count,
  sample: z.boolean(),
})
const EventTimelineSchema: z.ZodType<EventTimeline> = z.object({
  total: count,
  unit: z.enum(['day', 'month']),
  marks: z
    .array(
      z.object({
        ...{ id: text, type: PloverType, mode: maybe, quad: QuadClass, status: EventStatus },
        ...{ negated: z.boolean(), claimed: z.boolean(), actors: z.array(text), recipients: z.array(text) },
        when: Days.nullable(),
        why: maybe.describe('why there is no date'),
      }),
    )
    .nullable()
    .describe('null where there are too many'),
  bins: z
    .array(z.object({ at: maybe, quad: QuadClass, count, why: maybe }))
    .nullable()
    .describe('null where there are marks'),
})
const EventFeaturesSchema: z.ZodType<EventFeatures> = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: text,
      geometry: z
        .object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })
        .nullable()
        .describe('longitude, latitude (WGS 84); null where no place is known: `placeWhy` of the properties'),
      properties: z.record(text, z.unknown()),
    }),
  ),
  total: count.exactOptional(),
  next: maybe.exactOptional(),
})
const Disagreement = z.object({
  id: text,
  what: text,
  sides: z.array(
    z.object({
      value: text,
      articles: z.array(z.object({ articleId: text, outlet: maybe, span: Span, quote: text })),
      originCount: count,
    }),
  ),
})
const StoryDetailSchema: z.ZodType<StoryDetail> = z.object({
  ...storyRow,
  origins: z.array(Origin),
  reuse: z.array(Reuse),
  statements: z.array(StatementRowSchema),
  events: z.array(EventRowSchema),
  disagreements: z.array(Disagreement),
})
const ActorRowSchema: z.ZodType<ActorRow> = z.object({
  id: text,
  name: text,
  kind: text,
  code: maybe,
  roles: z.array(z.object({ office: text, of: text, from: maybe, to: maybe, source: text })),
  mentionCount: count,
  articleCount: count,
  statementCount: count,
  eventCount: count,
})
const ArticleDetailSchema: z.ZodType<ArticleDetail> = z.object({
  ...articleCard,
  text,
  language: known(text),
  byline: known(text),
  publishedKnown: known(text),
  outletKnown: known(text),
  wire: maybe,
  arrival: text,
  fetchedAt: maybe,
  storyId: maybe,
  blocks: z.array(
    z.object({
      role: z.enum([
        'title',
        'standfirst',
        'byline',
        'dateline',
        'body',
        'heading',
        'quote',
        'list',
        'caption',
        'related',
        'boilerplate',
      ]),
      span: Span,
    }),
  ),
  sentences: z.array(Span),
  mentions: z.array(Mention),
  statements: z.array(Statement),
  events: z.array(EventMention),
  capabilities: z.array(Capability),
  chains: z.array(z.array(Span)),
  made: z.record(text, text),
})
const SearchAnswerSchema: z.ZodType<SearchAnswer> = z.object({
  q: text,
  articles: z.array(z.object({ ...articleCard, storyId: maybe, snippet: text, hits: z.array(Span) })),
  statements: z.array(StatementRowSchema),
  actors: z.array(ActorRowSchema),
  total: count,
})
const RejectionRowSchema: z.ZodType<RejectionRow> = z.object({
  file: text,
  url: maybe,
  stage: text,
  reason: text,
  detail: text,
  at: text,
})
const StatusSchema: z.ZodType<Status> = z.object({
  version: text,
  articles: count,
  stories: count,
  statements: count,
  events: count,
  actors: count,
  outlets: count,
  rejections: count,
  sampleArticles: count,
  work: z.object({ stage: text, done: count, left: count, rejected: count, perSecond: z.number().min(0) }).nullable(),
})
const ProblemSchema: z.ZodType<Problem> = z.object({
  type: text,
  title: text,
  status: z.int(),
  detail: text,
  code: text,
})

/** Schema of every answer, by the name of its type in src/model/api.ts. */
export const answerSchemas: Readonly<Record<string, z.ZodType>> = {
  StoryRow: StoryRowSchema,
  StoryDetail: StoryDetailSchema,
  StatementRow: StatementRowSchema,
  EntryRow: EntryRowSchema,
  EventRow: EventRowSchema,
  EventTimeline: EventTimelineSchema,
  EventFeatures: EventFeaturesSchema,
  ActorRow: ActorRowSchema,
  ArticleDetail: ArticleDetailSchema,
  SearchAnswer: SearchAnswerSchema,
  RejectionRow: RejectionRowSchema,
  Status: StatusSchema,
  Problem: ProblemSchema,
}
