import { eventFeatures } from '../export/event-features.ts'
import type {
  ActorRow,
  Disagreement,
  EntryRow,
  EventRow,
  Paged,
  RejectionRow,
  StoryRow,
  WordingRow,
} from '../model/api.ts'
import { EVENT_STATUSES, PLOVER_TYPES, STATUS_MEANS, TYPE_MEANS } from '../model/event-words.ts'
import type { ReadTx } from '../store/store.ts'
import { listActors } from '../views/actors.ts'
import { listDisagreements } from '../views/disagreements.ts'
import { listEvents } from '../views/events.ts'
import { listEntries } from '../views/ledger.ts'
import { listRejections } from '../views/rejections.ts'
import { listStories } from '../views/stories.ts'
import { isoDate, oneOf } from './options.ts'

/** A question of the command line: its filters, who answers it, and how a row looks to a person. */
export interface Question {
  readonly name: string
  readonly about: string
  readonly examples: readonly string[]
  /** What else the help says. */
  readonly notes?: string
  /** What is said when no row passes. */
  readonly none: string
  /** Options that narrow it; without `takes` any words will do. */
  readonly filters: readonly (readonly [flag: string, what: string, takes?: (text: string) => string])[]
  readonly ask: (
    tx: ReadTx,
    options: Record<string, unknown>,
    page: { readonly after: string | null; readonly limit: number },
  ) => Promise<Paged<unknown>>
  readonly line: (row: unknown) => readonly string[]
  /** What stands below that, a paragraph each. */
  readonly below?: (row: unknown) => readonly string[]
  /** All rows as GeoJSON, where they stand somewhere. */
  readonly geojson?: (rows: readonly unknown[]) => unknown
}

const isDay =
  (name: string): ((text: string) => string) =>
  text =>
    isoDate(name, text)

const SPAN_OF_TIME: Question['filters'] = [
  ['--from <date>', 'from this day on (ISO 8601)', isDay('--from')],
  ['--to <date>', 'up to and with this day', isDay('--to')],
]

/** Ties the row type of an answer to the line that prints it, once; `Question` itself need not know it. */
function question<Row>(
  definition: Omit<Question, 'ask' | 'line' | 'below' | 'geojson'> & {
    readonly ask: (...args: Parameters<Question['ask']>) => Promise<Paged<Row>>
    readonly line: (row: Row) => readonly string[]
    readonly below?: (row: Row) => readonly string[]
    readonly geojson?: (rows: readonly Row[]) => unknown
  },
): Question {
  const { below, geojson, ...rest } = definition
  return {
    ...rest,
    line: row => definition.line(row as Row),
    ...(geojson === undefined ? {} : { geojson: (rows: readonly unknown[]) => geojson(rows as readonly Row[]) }),
    ...(below === undefined ? {} : { below: (row: unknown) => below(row as Row) }),
  }
}

type Way = Pick<EntryRow, 'addressee' | 'occasion' | 'chain' | 'saidIn' | 'saidOn' | 'stance'>

/** To whom, where and when it was said, the stand it takes, by which way it came, and who printed it. */
function wayOf(row: Way, outlets: readonly string[]): string {
  return [
    row.addressee === null ? null : `to ${row.addressee}`,
    row.occasion,
    // As the text has them, with their own small words: "in Oslo", "on Tuesday". One may stand in the other.
    row.saidIn !== null && row.occasion?.includes(row.saidIn) ? null : row.saidIn,
    row.saidOn !== null && row.occasion?.includes(row.saidOn) ? null : row.saidOn,
    row.stance === null ? null : `stance ${row.stance}`,
    row.chain.length === 0 ? null : `via ${row.chain.map(hopWords).join(' → ')}`,
    `in ${outlets.join(', ') || '(outlet unknown)'}`,
  ]
    .filter(part => part !== null)
    .join(' · ')
}

/** A hop by its name; what is no outlet says what it is. */
function hopWords({ name, kind }: EntryRow['chain'][number]): string {
  return kind === 'outlet' || name.toLowerCase().includes(kind) ? name : `${name} (${kind})`
}

function isFullest({ articleId, id }: WordingRow, row: EntryRow): boolean {
  return articleId === row.articleId && id === row.id
}

/** Another wording in its own words: nothing of it is put together with those above. */
function otherWording(row: WordingRow): string {
  const outlets = row.outlet === null ? [] : [row.outlet]
  return `= ${row.published ?? 'date unknown'}, ${row.kind}: ${row.text.join(' … ')} (${wayOf(row, outlets)})`
}

const EVENT_NOTES = `Types:
${Object.entries(TYPE_MEANS)
  .map(([type, means]) => `  ${type.padEnd(10)} ${means}`)
  .join('\n')}

Statuses:
${Object.entries(STATUS_MEANS)
  .map(([status, means]) => `  ${status.padEnd(13)} ${means}`)
  .join('\n')}`

/** Days of an event no finer than the text has them. */
function dayWords({ start, end, precision }: NonNullable<EventRow['when']>): string {
  if (precision === 'year') return start.slice(0, 4)
  if (precision === 'month') return start.slice(0, 7)
  return start === end ? start : `${start}/${end}`
}

export const QUESTIONS: readonly Question[] = [
  question<StoryRow>({
    name: 'stories',
    about: 'articles about one train of events, with their independent origins',
    examples: ['stories --min-origins 2'],
    none: 'no story passes these filters',
    filters: [
      ...SPAN_OF_TIME,
      ['--actor <name>', 'that mention this actor'],
      ['--min-origins <n>', 'with at least so many origins'],
      ['--q <words>', 'that hold these words'],
    ],
    ask: listStories,
    line: row => [
      row.last ?? 'date unknown',
      `${row.articleCount} ⇄ ${row.originCount}`,
      row.sample ? 'SAMPLE' : '',
      row.headline ?? '(no headline)',
    ],
  }),
  question<EntryRow>({
    name: 'statements',
    about: 'who said what, to whom, through whom; an utterance with all its wordings',
    examples: [
      'statements --speaker rutte --about taiwan --json',
      'statements --speaker "foreign ministry" --stance REJECT --from 2025-04-01',
    ],
    notes: `Stances are the verbal types of PLOVER that cues take ("rejects" REJECT); a neutral cue ("says") has none.`,
    none: 'no statement passes these filters',
    filters: [
      ...SPAN_OF_TIME,
      ['--speaker <name>', 'said by'],
      ['--about <name>', 'that mention this actor or place'],
      ['--kind <kind>', 'direct, indirect or mixed', oneOf('--kind', ['direct', 'indirect', 'mixed'])],
      ['--stance <type>', 'whose cue takes this stand, for instance REJECT', oneOf('--stance', PLOVER_TYPES)],
      ['--story <id>', 'of this story'],
      ['--q <words>', 'that hold these words'],
    ],
    ask: listEntries,
    line: row => [
      row.published ?? 'date unknown',
      row.speaker.name ?? row.speaker.words ?? '(no speaker named)',
      row.speaker.role ?? '',
      `${row.denied ? 'not: ' : ''}${row.verb ?? ''}`,
      row.kind,
      `${row.wordings.length} ⇄ ${row.originCount}`,
    ],
    below: row => [
      row.text.join(' … '),
      wayOf(row, row.outlets),
      ...row.wordings.filter(one => !isFullest(one, row)).map(otherWording),
    ],
  }),
  question<EventRow>({
    name: 'events',
    about: 'who did what to whom, when and where, whether it happened, and who says so',
    examples: [
      'events --type CONSULT --actor nato',
      'events --recipient japan --status planned',
      'events --party china --claimed-by rutte',
      'events --place "south china sea" --since 2025-04-01 --until 2025-04-30',
      'events --story ID --dated no',
      'events --from 2025-04-01 --to 2025-04-30 --geojson > events.geojson',
    ],
    notes: EVENT_NOTES,
    none: 'no event passes these filters',
    filters: [
      ['--type <type>', 'PLOVER type, for instance CONSULT (all sixteen: below)', oneOf('--type', PLOVER_TYPES)],
      ['--actor <name>', 'done by: a name, the beginning of a word of one, or an id'],
      ['--recipient <name>', 'done to'],
      ['--party <name>', 'taking part on either side'],
      ['--status <status>', 'happened, planned, … (all nine: below)', oneOf('--status', EVENT_STATUSES)],
      ['--claimed-by <name>', 'told inside a statement of'],
      ['--place <name>', 'at a place, or in a country'],
      ['--from <date>', 'from this day on; the article’s day counts where the text gives none', isDay('--from')],
      ['--to <date>', 'up to and with this day, likewise', isDay('--to')],
      ['--since <date>', 'from this day on, by the day of the event alone', isDay('--since')],
      ['--until <date>', 'up to and with this day, likewise', isDay('--until')],
      ['--dated <yes|no>', 'whether the text gives the day', oneOf('--dated', ['yes', 'no'])],
      ['--story <id>', 'of this story'],
    ],
    ask: listEvents,
    geojson: eventFeatures,
    line: row => [
      row.when === null ? 'date unknown' : dayWords(row.when),
      row.mentions[0]?.mode == null ? row.type : `${row.type} (${row.mentions[0].mode})`,
      row.mentions[0]?.negated ? `${row.status}, not` : row.status,
      `${row.actors.join(', ') || '(nobody named)'} → ${row.recipients.join(', ') || '—'}`,
      row.place?.name ?? '',
      row.claimed ? `claimed by ${row.claimedBy ?? 'a speaker not named'}` : '',
      row.mentions[0]?.quote ?? '',
    ],
  }),
  question<ActorRow>({
    name: 'actors',
    about: 'countries, people and bodies that the articles speak of',
    examples: ['actors --q nato'],
    none: 'no actor passes these filters',
    filters: [['--q <words>', 'with this in the name']],
    ask: listActors,
    line: row => [
      row.name,
      row.kind,
      row.code ?? '',
      `${row.mentionCount} mentions`,
      `${row.articleCount} articles`,
      row.roles.map(role => role.office).join(', '),
    ],
  }),
  question<Disagreement>({
    name: 'disagreements',
    about: 'where origins tell different numbers of one thing',
    examples: ['disagreements --json'],
    none: 'no two origins were found to differ',
    filters: [['--story <id>', 'of this story']],
    ask: listDisagreements,
    line: row => [row.what, ...row.sides.map(side => `${side.value} (${side.originCount} origins)`)],
  }),
  question<RejectionRow>({
    name: 'rejections',
    about: 'why is this page not in my picture?',
    examples: ['rejections --json'],
    none: 'nothing was turned away',
    filters: [],
    ask: listRejections,
    line: row => [row.stage, row.reason, row.url ?? row.file, row.detail],
  }),
]
