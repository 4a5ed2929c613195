/**
 * The contract between the server and everyone who asks it: the browser, scripts, `theatrum … --json`. One file, types
 * alone. Every list answers `Page<Row>`: rows, the total after filters and access rules, and where to go on.
 */
import type { Block } from './article.ts'
import type { Known } from './known.ts'
import type { WordingLink } from './picture.ts'
import type {
  Capability,
  EventMention,
  EventStatus,
  Hop,
  Mention,
  PlaceRef,
  PloverType,
  QuadClass,
  Statement,
  StatementKind,
  When,
} from './reading.ts'
import type { Span } from './span.ts'
import type { Origin, Reuse } from './story.ts'

export interface Paged<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  /** Opaque; pass back as `after`. Null at the end. */
  readonly next: string | null
}

/** What a search matched in: offsets into the row's own text. */
export interface ArticleCard {
  readonly id: string
  readonly file: string
  readonly title: string | null
  readonly outlet: string | null
  readonly outletId: string | null
  readonly published: string | null
  readonly publishedWhy: string | null
  readonly url: string | null
  readonly sample: boolean
  /** Origin of the story this article belongs to. */
  readonly originId: string | null
  /** How it hangs on another article, if it does. */
  readonly reuse: Reuse | null
}

/** GET /api/stories?q&actor&from&to&minOrigins&after&limit → Paged<StoryRow>; newest first. */
export interface StoryRow {
  readonly id: string
  /** Headline of the story's first article of its largest origin: a quote, with where it stands. */
  readonly headline: string | null
  readonly headlineArticle: string
  readonly first: string | null
  readonly last: string | null
  readonly articleCount: number
  readonly originCount: number
  readonly statementCount: number
  readonly eventCount: number
  /** Fields on which its articles differ (first version: numbers told of one thing). */
  readonly disagreementCount: number
  readonly actors: readonly { readonly id: string; readonly name: string; readonly count: number }[]
  readonly outlets: readonly string[]
  /** Articles by how they stand to their origin. */
  readonly bar: { readonly own: number; readonly copy: number; readonly rewrite: number; readonly relay: number }
  readonly sample: boolean
  readonly articles: readonly ArticleCard[]
}

/** GET /api/stories/:id → StoryDetail */
export interface StoryDetail extends StoryRow {
  readonly origins: readonly Origin[]
  readonly reuse: readonly Reuse[]
  readonly statements: readonly StatementRow[]
  readonly events: readonly EventRow[]
  readonly disagreements: readonly Disagreement[]
}

/** Two values told of one thing, with the words of each. */
export interface Disagreement {
  readonly id: string
  readonly what: string
  readonly sides: readonly {
    readonly value: string
    readonly articles: readonly {
      readonly articleId: string
      readonly outlet: string | null
      readonly span: Span
      readonly quote: string
    }[]
    readonly originCount: number
  }[]
}

/** A statement of one article, as it stands there. */
export interface StatementRow {
  /** Unique in its article. */
  readonly id: string
  /** Id of the utterance that it is a wording of: `EntryRow.entry`. */
  readonly entry: string
  readonly articleId: string
  readonly storyId: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly sample: boolean
  readonly speaker: {
    readonly name: string | null
    readonly id: string | null
    readonly role: string | null
    readonly words: string | null
    readonly why: string | null
  }
  readonly verb: string | null
  readonly kind: StatementKind
  readonly denied: boolean
  /** The content's pieces as they stand in the article. */
  readonly text: readonly string[]
  readonly addressee: string | null
  readonly occasion: string | null
  /** Where and when it was said, in the words of the text; null where the words that tell of the saying do not say. */
  readonly saidIn: string | null
  readonly saidOn: string | null
  /** The stand that the cue takes ("rejects" REJECT); null for a neutral cue. */
  readonly stance: PloverType | null
  readonly chain: readonly Hop[]
  readonly about: readonly { readonly id: string; readonly name: string }[]
  readonly spans: {
    readonly source: Span | null
    readonly cue: Span | null
    readonly content: readonly Span[]
    readonly addressee: Span | null
    readonly occasion: Span | null
    readonly saidIn: Span | null
    readonly saidOn: Span | null
  }
  /** Other articles of the same origin group or story that carry the same words. */
  readonly alsoIn: readonly {
    readonly articleId: string
    readonly outlet: string | null
    readonly statementId: string
  }[]
  readonly originCount: number
}

/** One wording of an utterance: a statement of one article, with its own words, chain and spans. */
export interface WordingRow extends Omit<StatementRow, 'alsoIn' | 'originCount'> {
  /** Why it is in this entry: it is the fullest wording, shares quoted words with that, or tells the same. */
  readonly link: WordingLink
  /** Origin that its article belongs to; the article itself where none is known. */
  readonly originId: string
}

/**
 * GET /api/statements?speaker&about&q&story&kind&stance&from&to&after&limit → Paged<EntryRow>: an utterance, as its fullest
 * wording has it, with all wordings. `alsoIn` are the other wordings, `originCount` the independent origins of all of
 * them. Wordings are never merged: each text is the words of one article.
 */
export interface EntryRow extends StatementRow {
  /** In order of publication; one at least. */
  readonly wordings: readonly WordingRow[]
  readonly articleCount: number
  /** Outlets that carry it, as far as they are known, each once. */
  readonly outlets: readonly string[]
}

/**
 * GET /api/events?actor&recipient&party&type&status&claimedBy&place&story&from&to&since&until&dated&after&limit →
 * Paged<EventRow>; as GeoJSON (RFC 7946) at /api/events.geojson, or asked for by `Accept: application/geo+json`.
 */
export interface EventRow {
  readonly id: string
  /** Its tellings; one or more. */
  readonly mentions: readonly (EventMention & {
    readonly articleId: string
    readonly file: string
    readonly outlet: string | null
    readonly published: string | null
    readonly triggerText: string
    readonly quote: string
  })[]
  readonly storyId: string | null
  readonly type: EventMention['type']
  readonly quad: QuadClass
  readonly status: EventMention['status']
  readonly claimed: boolean
  readonly claimedBy: string | null
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly when: EventMention['when']
  readonly whenWhy: string | null
  readonly place: PlaceRef | null
  readonly placeWhy: string | null
  readonly originCount: number
  readonly sample: boolean
}

/** One event on the timeline: what its sign shows, and what its name says. */
export interface TimelineMark {
  readonly id: string
  readonly type: PloverType
  readonly mode: string | null
  readonly quad: QuadClass
  readonly status: EventStatus
  readonly negated: boolean
  /** Every article tells it as somebody's claim; none in its own voice. */
  readonly claimed: boolean
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  /** Days of the event, as the text gives them; null with `why` where it gives none. */
  readonly when: Pick<When, 'start' | 'end' | 'precision'> | null
  readonly why: string | null
}

/** So many events of one class that begin in one day or month. */
export interface TimelineBin {
  /** `2025-04-08`, or `2025-04` where `unit` is month; null: no date. */
  readonly at: string | null
  readonly quad: QuadClass
  readonly count: number
  /** Why there is no date, where there is none. */
  readonly why: string | null
}

/**
 * GET /api/events/timeline?(filters of /api/events) → EventTimeline: all events that pass, small. A mark for each; of
 * more than 5,000 counts alone, by day or, over more than four years, by month.
 */
export interface EventTimeline {
  readonly total: number
  readonly unit: 'day' | 'month'
  /** In order of time, those without a date last; null where there are too many. */
  readonly marks: readonly TimelineMark[] | null
  /** Null where there are marks. */
  readonly bins: readonly TimelineBin[] | null
}

/** GET /api/actors?q&after&limit → Paged<ActorRow> */
export interface ActorRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly code: string | null
  readonly roles: readonly {
    readonly office: string
    readonly of: string
    readonly from: string | null
    readonly to: string | null
    readonly source: string
  }[]
  readonly mentionCount: number
  readonly articleCount: number
  readonly statementCount: number
  readonly eventCount: number
}

/** GET /api/articles/:id → ArticleDetail: the evidence pane. */
export interface ArticleDetail extends ArticleCard {
  readonly text: string
  readonly language: Known<string>
  readonly byline: Known<string>
  readonly publishedKnown: Known<string>
  readonly outletKnown: Known<string>
  readonly wire: string | null
  readonly arrival: string
  readonly fetchedAt: string | null
  readonly storyId: string | null
  readonly blocks: readonly Block[]
  readonly sentences: readonly Span[]
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly events: readonly EventMention[]
  readonly capabilities: readonly Capability[]
  readonly chains: readonly (readonly Span[])[]
  readonly made: Readonly<Record<string, string>>
}

/** GET /api/search?q&limit → SearchAnswer: words of articles, statements and actors' names. */
export interface SearchAnswer {
  readonly q: string
  readonly articles: readonly (ArticleCard & {
    readonly storyId: string | null
    readonly snippet: string
    readonly hits: readonly Span[]
  })[]
  readonly statements: readonly StatementRow[]
  readonly actors: readonly ActorRow[]
  readonly total: number
}

/** GET /api/rejections?after&limit → Paged<RejectionRow>: why is this page not in my picture? */
export interface RejectionRow {
  readonly file: string
  readonly url: string | null
  readonly stage: string
  readonly reason: string
  readonly detail: string
  readonly at: string
}

/** GET /api/status → Status */
export interface Status {
  readonly version: string
  readonly articles: number
  readonly stories: number
  readonly statements: number
  readonly events: number
  readonly actors: number
  readonly outlets: number
  readonly rejections: number
  readonly sampleArticles: number
  /** Work in progress, null when idle. */
  readonly work: {
    readonly stage: string
    readonly done: number
    readonly left: number
    readonly rejected: number
    readonly perSecond: number
  } | null
}

/** Problem details (RFC 9457) with our error code. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
}
