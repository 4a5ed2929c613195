import type { Generated } from 'kysely'

/** Columns of every row with content: TLP level 0 to 4 and audience (access/may-see.ts). */
interface Marked {
  readonly tlp: number
  readonly groups: string[]
}

/**
 * The tables as questions see them (migrations/0001-first-light.ts says what each is for). Columns that only the write
 * side uses are left out; `jsonb` columns are `unknown` here and given their type where they are read, by the module
 * that wrote them.
 */
export interface Tables {
  readonly schema_version: { version: number; at: Generated<Date> }
  readonly outlets: { id: string; name: string; sample: boolean }
  readonly pages: Marked & {
    key: string
    file: string
    arrival: string
    fetched_at: string | null
    article_id: string | null
    reader_version: string
  }
  readonly rejections: Marked & {
    page_key: string
    file: string
    url: string | null
    stage: string
    reason: string
    detail: string
    at: Date
    reader_version: string
  }
  readonly articles: Marked & {
    id: string
    seq: Generated<number>
    page_key: string
    file: string
    url: string | null
    title: string | null
    text: string
    outlet_id: string | null
    published: string | null
    sample: boolean
    facts: unknown
    made: unknown
    reader_version: string
  }
  readonly docs: Marked & { article_id: string; layers: unknown }
  readonly mentions: Marked & {
    article_id: string
    id: string
    kind: string
    s: number
    e: number
    actor_id: string | null
    actor: string | null
    place_id: string | null
  }
  readonly statements: Marked & {
    article_id: string
    id: string
    ord: number
    kind: string
    speaker_id: string | null
    content_key: string
    detail: unknown
  }
  readonly event_mentions: Marked & {
    article_id: string
    id: string
    event_id: string
    ord: number
    type: string
    status: string
    detail: unknown
  }
  readonly capabilities: Marked & {
    article_id: string
    id: string
    ord: number
    kind: string
    status: string
    who_id: string | null
    who: string | null
    what: string
    value: number | null
    unit: string | null
    class: string | null
    detail: unknown
  }
  readonly stage_run: Marked & {
    article_id: string
    stage: string
    version: string
    input_hash: string
    output_hash: string
  }
  readonly story_inputs: Marked & { article_id: string; seq: number; features: Buffer }
  readonly stories: { id: string; content_hash: string }
  readonly story_articles: Marked & { article_id: string; story_id: string; origin_id: string | null }
  readonly origins: Marked & { story_id: string; id: string; name: string }
  readonly reuse: Marked & {
    article_id: string
    of_id: string
    story_id: string
    kind: string
    share: number | null
    passages: unknown
  }
  readonly events: { id: string; story_id: string | null }
  readonly wordings: Marked & { article_id: string; statement_id: string; entry_id: string; rank: number; link: string }
  readonly actors: { id: string; name: string; kind: string; code: string | null; known: boolean; roles: unknown }
  readonly places: {
    id: string
    name: string
    lat: number | null
    lon: number | null
    country: string | null
    precision: string
  }
}
