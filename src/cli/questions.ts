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
import type { ReadTx } from '../store/store.ts'
import { listActors } from '../views/actors.ts'
import { listDisagreements } from '../views/disagreements.ts'
import { listEvents } from '../views/events.ts'
import { listEntries } from '../views/ledger.ts'
import { listRejections } from '../views/rejections.ts'
import { listStories } from '../views/stories.ts'

/** A question of the command line: its filters, who answers it, and how a row looks to a person. */
export interface Question {
  readonly name: string
  readonly about: string
  readonly example: string
  /** What is said when no row passes. */
  readonly none: string
  readonly filters: readonly (readonly [flag: string, what: string])[]
  readonly ask: (
    tx: ReadTx,
    options: Record<string, unknown>,
    page: { readonly after: string | null; readonly limit: number },
  ) => Promise<Paged<unknown>>
  readonly line: (row: unknown) => readonly string[]
  /** What stands below that, a paragraph each. */
  readonly below?: (row: unknown) => readonly string[]
}

const SPAN_OF_TIME: Question['filters'] = [
  ['--from <date>', 'from this day on (ISO 8601)'],
  ['--to <date>', 'up to and with this day'],
]

/** Ties the row type of an answer to the line that prints it, once; `Question` itself need not know it. */
function question<Row>(
  definition: Omit<Question, 'ask' | 'line' | 'below'> & {
    readonly ask: (...args: Parameters<Question['ask']>) => Promise<Paged<Row>>
    readonly line: (row: Row) => readonly string[]
    readonly below?: (row: Row) => readonly string[]
  },
): Question {
  const { below, ...rest } = definition
  return {
    ...rest,
    line: row => definition.line(row as Row),
    ...(below === undefined ? {} : { below: (row: unknown) => below(row as Row) }),
  }
}

/** To whom and where it was said, by which way it came, and who printed it. */
function wayOf(row: Pick<EntryRow, 'addressee' | 'occasion' | 'chain'>, outlets: readonly string[]): string {
  return [
    row.addressee === null ? null : `to ${row.addressee}`,
    row.occasion,
    row.chain.length === 0 ? null : `via ${row.chain.map(hop => hop.name).join(' → ')}`,
    `in ${outlets.join(', ') || '(outlet unknown)'}`,
  ]
    .filter(part => part !== null)
    .join(' · ')
}

function isFullest({ articleId, id }: WordingRow, row: EntryRow): boolean {
  return articleId === row.articleId && id === row.id
}

/** Another wording in its own words: nothing of it is put together with those above. */
function otherWording(row: WordingRow): string {
  const outlets = row.outlet === null ? [] : [row.outlet]
  return `= ${row.published ?? 'date unknown'}, ${row.kind}: ${row.text.join(' … ')} (${wayOf(row, outlets)})`
}

export const QUESTIONS: readonly Question[] = [
  question<StoryRow>({
    name: 'stories',
    about: 'articles about one train of events, with their independent origins',
    example: 'stories --min-origins 2',
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
    example: 'statements --speaker rutte --about taiwan --json',
    none: 'no statement passes these filters',
    filters: [
      ...SPAN_OF_TIME,
      ['--speaker <name>', 'said by'],
      ['--about <name>', 'that mention this actor or place'],
      ['--kind <kind>', 'direct, indirect or mixed'],
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
    about: 'who did what to whom, when and where, and whether it happened',
    example: 'events --type CONSULT --actor nato',
    none: 'no event passes these filters',
    filters: [
      ...SPAN_OF_TIME,
      ['--type <type>', 'PLOVER type, for instance CONSULT'],
      ['--actor <name>', 'done by'],
      ['--recipient <name>', 'done to'],
      ['--status <status>', 'happened, planned, …'],
      ['--claimed-by <name>', 'told inside a statement of'],
      ['--place <name>', 'at'],
      ['--story <id>', 'of this story'],
    ],
    ask: listEvents,
    line: row => [
      row.when?.start ?? 'date unknown',
      row.type,
      row.status,
      `${row.actors.join(', ') || '(nobody named)'} → ${row.recipients.join(', ') || '—'}`,
      row.claimed ? `claimed by ${row.claimedBy ?? 'a speaker not named'}` : '',
      row.mentions[0]?.quote ?? '',
    ],
  }),
  question<ActorRow>({
    name: 'actors',
    about: 'countries, people and bodies that the articles speak of',
    example: 'actors --q nato',
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
    example: 'disagreements --json',
    none: 'no two origins were found to differ',
    filters: [['--story <id>', 'of this story']],
    ask: listDisagreements,
    line: row => [row.what, ...row.sides.map(side => `${side.value} (${side.originCount} origins)`)],
  }),
  question<RejectionRow>({
    name: 'rejections',
    about: 'why is this page not in my picture?',
    example: 'rejections --json',
    none: 'nothing was turned away',
    filters: [],
    ask: listRejections,
    line: row => [row.stage, row.reason, row.url ?? row.file, row.detail],
  }),
]
