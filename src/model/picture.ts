import type { EventMention, Reading, RejectedReading, StatementKind } from './reading.ts'
import type { Span } from './span.ts'
import type { Story, StoryInput } from './story.ts'
import type { Marking } from './viewer.ts'

/** How a page came, kept beside what was read from it. */
export interface PageRecord {
  /** Hash over address or path, bytes and hints: the same page read by the same reader gives the same reading. */
  readonly key: string
  readonly hash: string
  readonly file: string
  readonly arrival: string
  readonly url: string | null
  readonly reachedUrl: string | null
  readonly status: number | null
  readonly mediaType: string
  readonly fetchedAt: string | null
}

/** A Reading on its way into the store. */
export interface StoredReading {
  readonly reading: Reading
  readonly page: PageRecord
  readonly story: StoryInput
  readonly marking: Marking
}

/** An input that was turned away, on its way into the store: "why is this page not in my picture?" */
export interface StoredRejection {
  readonly rejected: RejectedReading
  readonly page: PageRecord
}

/** What saving a batch of readings did: ids that are new, that changed, and that were there unchanged. */
export interface Saved {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: readonly string[]
}

/** One telling of an event in an article of a story, as far as grouping looks at it. */
export interface StoredTelling {
  readonly storyId: string
  readonly articleId: string
  readonly published: string | null
  readonly event: EventMention
  /** The trigger's words. */
  readonly trigger: string
}

/** Tellings, in one or several articles, that speak of one happening. */
export interface StoredEvent {
  readonly id: string
  readonly storyId: string
  readonly tellings: readonly { readonly articleId: string; readonly eventId: string }[]
}

/** Names a statement: its id is unique in its article alone. */
export interface StatementKey {
  readonly articleId: string
  readonly statementId: string
}

/** A statement as far as grouping the wordings of one utterance looks at it. */
export interface StoredWording extends StatementKey {
  readonly storyId: string | null
  /** Day of publication in days since 1970; null when unknown. */
  readonly day: number | null
  /** Id of an actor that is known across articles; null for a speaker who is not. */
  readonly speakerId: string | null
  /** Name, or words, by which a speaker is looked up who is not known across articles; empty when nobody is named. */
  readonly speakerKey: string
  readonly kind: StatementKind
  /** Lemma of the cue. */
  readonly verb: string | null
  readonly denied: boolean
  readonly addresseeId: string | null
  readonly occasion: string | null
  /** It stands in the headline, which says again what the article says. */
  readonly inTitle: boolean
  /** The content's pieces, each with where it begins in the article. */
  readonly content: readonly { readonly start: number; readonly text: string }[]
  /** Resolved names in the content, as spans of the article. */
  readonly names: readonly { readonly span: Span; readonly id: string }[]
}

/** What puts a wording into an entry: it is the fullest one, it shares quoted words with that, or it tells the same. */
export type WordingLink = 'core' | 'quote' | 'paraphrase'

/** One utterance in the ledger: all wordings of it, the fullest first. */
export interface StoredEntry {
  /** Hash of its fullest wording. */
  readonly id: string
  readonly wordings: readonly (StatementKey & { readonly link: WordingLink })[]
}

/** The write side of the picture inside one transaction; `store` implements it, tests may too. */
export interface PictureWriter {
  /** Makes this transaction the only one that adds to stories, until it ends. */
  lockStories(): Promise<void>
  /** Story inputs of articles stored after the given arrival number, in order of arrival. */
  storyInputsAfter(arrival: number): Promise<readonly { readonly arrival: number; readonly input: StoryInput }[]>
  saveReadings(readings: readonly StoredReading[]): Promise<Saved>
  saveRejections(rejections: readonly StoredRejection[]): Promise<void>
  saveStories(changes: { readonly changed: readonly Story[]; readonly removed: readonly string[] }): Promise<void>
  /** Stories that these articles stand in. */
  storiesOf(articleIds: readonly string[]): Promise<readonly string[]>
  /** All event mentions of the articles of these stories. */
  tellingsOf(storyIds: readonly string[]): Promise<readonly StoredTelling[]>
  /** Which tellings speak of one happening; a telling that was in another event moves. */
  saveEvents(events: readonly StoredEvent[]): Promise<void>
  /**
   * Statements whose place in the ledger may be out of date because of these articles: those that were never grouped, or
   * on other grounds (words, speaker, day, story), and the other wordings of every entry that one of them or a statement
   * that is no more was in. Forgets what is no more.
   */
  stirWordings(articleIds: readonly string[]): Promise<readonly StoredWording[]>
  /** All statements of the same speakers within so many days of these, or undated in the same story; these included. */
  wordingsNear(wordings: readonly StoredWording[], days: number): Promise<readonly StoredWording[]>
  /** Which statements are wordings of one utterance; one that was in another entry moves. */
  saveEntries(entries: readonly StoredEntry[]): Promise<void>
}

/** Where `ingest` keeps what it reads. */
export interface Picture {
  /** Which of these page keys were already read, or turned away, by this version of the reader. */
  knownPages(keys: readonly string[], readerVersion: string): Promise<ReadonlySet<string>>
  /** Runs in one transaction: all of it happens, or nothing. */
  write<T>(fn: (writer: PictureWriter) => Promise<T>): Promise<T>
}
