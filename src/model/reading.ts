import type { Article } from './article.ts'
import type { EntKind } from './doc.ts'
import type { AmountClass } from './expressions.ts'
import type { Rejection } from './rejection.ts'
import type { Span } from './span.ts'

/**
 * The words of one article with what was read out of them: the form of `theatrum read --jsonl` (DESIGN.md, section 4).
 * Everything is a span into `article.text`. Scorers and users' scripts rely on the names: add, never rename.
 */
export interface Reading {
  readonly file: string
  readonly article: Article
  readonly rejected: null
  /** Engine and version of each stage, `{parse: "theatrum-reader-1.1a2b3c4d", …}`. */
  readonly made: Readonly<Record<string, string>>
  readonly sentences: readonly Span[]
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly events: readonly EventMention[]
  /** Every predicate, whether or not it is an event of a PLOVER type. Not kept by the store. */
  readonly predicates?: readonly Predicate[]
  /** What changes somebody's means of force: build-ups, orders, deployments, defence spending, cuts. */
  readonly capabilities?: readonly Capability[]
  readonly chains: readonly (readonly Span[])[]
}

/** An input that was turned away, in the same stream as Readings. */
export interface RejectedReading {
  readonly file: string
  readonly article: Article | null
  readonly rejected: Rejection
}

/** Precision of a place, coarse to fine. */
export type PlacePrecision = 'unspecified' | 'sea' | 'region' | 'country' | 'admin1' | 'town' | 'site'

/** A place as resolved in an article. `country` is ISO 3166-1 alpha-2. */
export interface PlaceRef {
  /** `geonames:1848522`, `country:JP`, `sea:taiwan-strait`, `region:indo-pacific`. */
  readonly id: string
  readonly name: string
  readonly lat: number | null
  readonly lon: number | null
  readonly country: string | null
  readonly precision: PlacePrecision
}

/** Whether a mention names, describes or merely points. */
export type MentionForm = 'name' | 'description' | 'pronoun'

/** A span naming an actor, place, role, bloc, facility, time or amount, resolved as of the article's date. */
export interface Mention {
  readonly span: Span
  readonly kind: EntKind
  readonly form: MentionForm
  /** Display name of the actor it means; null when unresolved or no actor. */
  readonly actor: string | null
  /** `country:JPN`, `org:nato`, `person:mark-rutte`; `name:…` for an actor known by its name in this article alone. */
  readonly actorId: string | null
  /** Role that the actor held on the article's date, when known. */
  readonly role: string | null
  readonly place: PlaceRef | null
  /** Why nothing was resolved. Present exactly when neither `actor` nor `place` nor `value` is. */
  readonly why?: string
  /** TIMEX3 value (kind `time`) or number (kind `amount`). */
  readonly value?: string | number
  readonly timex?: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** Smallest number that the words of an amount allow, inclusive; left out where open. */
  readonly low?: number
  /** Largest number that the words allow, inclusive; left out where open. */
  readonly high?: number
  /** "About 300", "nearly 300": near the value, how near is not said. Left out where not so. */
  readonly approximate?: true
  /** Singular head word of what is counted ("troop"), a currency (ISO 4217), `%`, `share`, a measure (`km`). */
  readonly unit?: string
  /** The unit of measure or currency as the text has it. */
  readonly unitSpan?: Span
  /** Why the unit is only taken to be this one: a plain dollar sign is taken for US dollars unless another is named near. */
  readonly unitWhy?: string
  /** By what an amount is reckoned: `day`, `year`, `barrel`, `capita`. */
  readonly per?: string
  /** What an amount counts or measures ("frigates"), without the number; null where it is not said beside the number. */
  readonly counted?: Span | null
  /** What sort of thing an amount counts or measures. On every amount. */
  readonly class?: AmountClass
  /** What befell the people counted: killed, wounded, missing, displaced, detained, captured, abducted. */
  readonly fate?: string
  /** What an amount is a share or part of ("GDP" of "2 % of GDP"); null when nothing is said. */
  readonly of?: Span | null
  /** Whose an amount is ("Japan" of "Japan's 58 destroyers"); null where the words name nobody. */
  readonly whose?: Span | null
}

export type StatementKind = 'direct' | 'indirect' | 'mixed'

/** A participant of a statement: its words, and the actor behind them if resolved. */
export interface Participant {
  readonly span: Span
  readonly actor: string | null
  readonly actorId: string | null
  /** Role on the article's date. */
  readonly role: string | null
  readonly why?: string
}

/** One hop of the chain by which a statement reached this article; the nearest to the speaker first. */
export interface Hop {
  readonly name: string
  readonly span: Span
  readonly kind: 'outlet' | 'agency' | 'official' | 'document' | 'anonymous'
}

/**
 * An attribution relation (source, cue, content; PolNeAR's scheme): who said, thought or wanted what.
 * Only text inside quotation marks may ever be shown with quotation marks: see `kind`.
 */
export interface Statement {
  /** Unique in the article; hash of its spans. */
  readonly id: string
  readonly source: Participant | null
  /** Why there is no source, when there is none. */
  readonly sourceWhy?: string
  readonly cue: Span | null
  readonly content: readonly Span[]
  readonly kind: StatementKind
  /** Lemma of the cue, lower case ("say", "according to", "quote" for a bare quotation). */
  readonly verb: string | null
  /** True when the saying itself is denied or absent ("did not say", "denied having said"). */
  readonly denied: boolean
  readonly addressee: Participant | null
  /** Where or when it was said, as the text puts it ("in an interview with The Japan Times"). */
  readonly occasion: Span | null
  /** Where it was said ("in Oslo"), where the words that tell of the saying give a place. */
  readonly saidIn?: Span | null
  /** When it was said ("on Tuesday"), as the words that tell of the saying put it. */
  readonly saidOn?: Span | null
  /** The stand that the cue takes, as a verbal type of PLOVER ("rejects" REJECT); null for a neutral cue or a denied saying. */
  readonly stance?: PloverType | null
  readonly chain: readonly Hop[]
  /** Ids of actors and places mentioned in the content. */
  readonly about: readonly string[]
}

/** PLOVER's sixteen event types, version of September 2021 (POLECAT codebook). */
export type PloverType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'CONCEDE'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT'

/** PLOVER quad class: 1 verbal co-operation, 2 material co-operation, 3 verbal conflict, 4 material conflict. */
export type QuadClass = 1 | 2 | 3 | 4

export type EventStatus =
  | 'happened'
  | 'ongoing'
  | 'planned'
  | 'requested'
  | 'threatened'
  | 'conditional'
  | 'denied'
  | 'hypothetical'
  | 'habitual'

/** A side of an event. `code`: ISO 3166-1 alpha-3, or IGO, NGO, IMG, MNC; null when unknown. */
export interface EventActor {
  readonly span: Span
  readonly actor: string | null
  readonly actorId: string | null
  readonly code: string | null
  /** Present where the words name nobody and the code is that of the one country which the sentence names ("the police"). */
  readonly codeFrom?: 'sentence'
}

/** An interval of days with how precisely the text gives it, and the words that say so. */
export interface When {
  /** `YYYY-MM-DD`, inclusive. */
  readonly start: string
  readonly end: string
  readonly precision: 'day' | 'week' | 'month' | 'season' | 'year' | 'range'
  readonly span: Span | null
}

/**
 * How the day of an event was found, in the order in which they are asked: `clause`: the words hang on its own verb or noun;
 * `sentence`: on one that shares its time ("attacked on Sunday and arrested …"); `again`: another sentence tells the same
 * event with its day; `scene`: its sentence goes on with the one before, which has the day.
 */
export const WHEN_BY = ['clause', 'sentence', 'again', 'scene'] as const

/** One of `WHEN_BY`. */
export type WhenBy = (typeof WHEN_BY)[number]

/** An amount that belongs to an event or a capability: `span` is that of its mention. */
export interface AmountOf {
  readonly span: Span
  readonly class: AmountClass
}

/** Kinds of capability, in the order of `knowledge/events/capabilities.tsv`. */
export const CAPABILITY_KINDS = [
  'build-up',
  'order',
  'delivery',
  'production',
  'development',
  'test',
  'commissioning',
  'retirement',
  'deployment',
  'withdrawal',
  'mobilisation',
  'spending',
  'cut',
  'sale',
] as const

/** One of `CAPABILITY_KINDS`. */
export type CapabilityKind = (typeof CAPABILITY_KINDS)[number]

/** A change of what somebody can do by force, told in one article: "ordered 36 jets", "cut troops by half". */
export interface Capability {
  /** Unique in the article; hash of its kind and trigger. */
  readonly id: string
  readonly kind: CapabilityKind
  /** Who builds up, orders, deploys or spends; null and `whoWhy` where the clause names nobody. */
  readonly who: EventActor | null
  readonly whoWhy?: string
  /** What is built up, ordered, deployed or spent on, in full. */
  readonly what: Span
  /** How many, how much, to or by how much: the span of an amount's mention; null when no number is said. */
  readonly amount: Span | null
  readonly status: EventStatus
  readonly negated: boolean
  /** Id of the statement whose content it stands in: then it is claimed by that speaker, not told by the article. */
  readonly claimedIn: string | null
  /** The sentence that tells it. */
  readonly evidence: Span
  readonly trigger: Span
}

/** One telling of an event in one article. */
export interface EventMention {
  /** Unique in the article; hash of its spans and type. */
  readonly id: string
  readonly type: PloverType
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly quad: QuadClass
  readonly actors: readonly EventActor[]
  readonly recipients: readonly EventActor[]
  /** Where, with the span that says so; null and `placeWhy` otherwise. */
  readonly place: (PlaceRef & { readonly span: Span }) | null
  readonly placeWhy?: string
  readonly when: When | null
  readonly whenWhy?: string
  /** How `when` was found; absent where there is none. */
  readonly whenBy?: WhenBy
  readonly status: EventStatus
  readonly negated: boolean
  /** Id of the statement whose content it stands in: then it is claimed by that speaker, not told by the article. */
  readonly claimedIn: string | null
  /** Amounts among its sides or under its words, in order of text; those killed and wounded by an assault among them. */
  readonly amounts?: readonly AmountOf[]
  /** The sentence or clause that tells it. */
  readonly evidence: Span
  readonly trigger: Span
}

/** A participant of a predicate: its full phrase. */
export interface PredicateArgument {
  readonly span: Span
}

/** What a verb, a clause with "be" or a noun tells ("met", "is due", "the ban on"), with who does and who undergoes it. */
export interface Predicate {
  readonly trigger: Span
  /** `light`: a verb that only lends its tense to the noun that is a predicate beside it ("held talks"). */
  readonly kind: 'verbal' | 'light' | 'copular' | 'nominal'
  /**
   * PLOVER's type, of the Reading's event with the same trigger, else as a frame tells it of these words without enough sides for
   * an event beside others; null where nothing tells one.
   */
  readonly type: PloverType | null
  /** Who does it (PropBank's Arg0), as the sentence has it: pronouns are not replaced. */
  readonly actors: readonly PredicateArgument[]
  /** Who or what undergoes it (PropBank's Arg1): also the subject of "fell" and of "was built". */
  readonly recipients: readonly PredicateArgument[]
  readonly status: EventStatus
  readonly negated: boolean
  /** Whether it lies, or would lie, after the writing: what is planned and asked for, but also "may sink", "will not go". */
  readonly future: boolean
}

/** PLOVER's quad class of a type, by the 2021 ontology: CONCEDE is verbal, RETREAT material co-operation. */
export function quadOf(type: PloverType): QuadClass {
  switch (type) {
    case 'AGREE':
    case 'CONSULT':
    case 'SUPPORT':
    case 'CONCEDE':
      return 1
    case 'COOPERATE':
    case 'AID':
    case 'RETREAT':
      return 2
    case 'REQUEST':
    case 'ACCUSE':
    case 'REJECT':
    case 'THREATEN':
      return 3
    default:
      return 4
  }
}
