import type {
  ActorRow,
  ArticleCard,
  Disagreement,
  EntryRow,
  EventRow,
  StatementRow,
  StoryDetail,
  WordingRow,
} from '../../../src/model/api.ts'
import type { Span } from '../../../src/model/span.ts'
import { count } from '../text/show-date.ts'
import { type DayRange, firstDayOf, lastDayOf } from '../timeline/days.ts'
import { overlaps } from '../timeline/layout.ts'

export type DisagreementSide = Disagreement['sides'][number]

/** A row of the middle pane or of a list page. Whatever it is, the evidence pane shows where it stands. */
export type Row =
  | { readonly t: 'side'; readonly of: Disagreement; readonly side: DisagreementSide; readonly index: number }
  | { readonly t: 'statement'; readonly row: StatementRow }
  | { readonly t: 'entry'; readonly row: EntryRow; readonly open: boolean }
  | { readonly t: 'wording'; readonly row: WordingRow }
  | { readonly t: 'event'; readonly row: EventRow }
  | { readonly t: 'article'; readonly card: ArticleCard; readonly snippet?: Snippet; readonly copyOf?: string | null }
  | { readonly t: 'actor'; readonly row: ActorRow }

/** A piece of an article in which a search matched; `hits` index `text`. */
export interface Snippet {
  readonly text: string
  readonly hits: readonly Span[]
}

/** Rows under one heading. */
export interface Section {
  readonly id: string
  readonly label: string
  readonly rows: readonly Row[]
}

/** Name of a row in the address (`sel`). */
export function keyOf(row: Row): string {
  switch (row.t) {
    case 'side':
      return `di.${row.of.id}~${row.index}`
    case 'statement':
      return `st.${row.row.id}`
    case 'entry':
      return `en.${row.row.entry}`
    case 'wording':
      return `wo.${row.row.articleId}~${row.row.id}`
    case 'event':
      return `ev.${row.row.id}`
    case 'article':
      return `ar.${row.card.id}`
    case 'actor':
      return `ac.${row.row.id}`
  }
}

/** What a story holds, in the order of use: what differs, what was said, what happened, where it was read. */
export function sectionsOf(story: StoryDetail): readonly Section[] {
  const nameOf = new Map(story.articles.map(card => [card.id, card.outlet]))
  const sections: Section[] = story.disagreements.map(of => ({
    id: `di.${of.id}`,
    label: `≠ ${of.what}`,
    rows: of.sides.map((side, index) => ({ t: 'side', of, side, index })),
  }))
  const told = foldCopies(story.statements)
  const withCopies = told.length === story.statements.length ? '' : `, ${story.statements.length} with their copies`
  sections.push(
    {
      id: 'statements',
      label: `${count(told.length, 'statement')}${withCopies}`,
      rows: told.map(row => ({ t: 'statement', row })),
    },
    { id: 'events', label: count(story.events.length, 'event'), rows: story.events.map(row => ({ t: 'event', row })) },
    {
      id: 'articles',
      label: `${count(story.articleCount, 'article')} ⇄ ${count(story.originCount, 'independent origin')}`,
      rows: story.articles.map(card => ({
        t: 'article',
        card,
        copyOf: card.reuse === null ? null : (nameOf.get(card.reuse.of) ?? null),
      })),
    },
  )
  return sections.filter(section => section.rows.length > 0)
}

/** Sections whose events are those of the chosen days, or those without a date; the heading says of how many. */
export function narrowed(
  sections: readonly Section[],
  range: DayRange | null,
  undatedAlone: boolean,
): readonly Section[] {
  if (range === null && !undatedAlone) return sections
  return sections.map(section => {
    if (section.id !== 'events') return section
    const rows = section.rows.filter(row => {
      if (row.t !== 'event') return true
      const { when } = row.row
      if (undatedAlone) return when === null
      const [first, last] = [firstDayOf(when?.start), lastDayOf(when?.end)]
      return first !== null && last !== null && overlaps({ first, last }, range)
    })
    const which = undatedAlone ? 'without a date' : 'of these days'
    return { ...section, rows, label: `${rows.length} of ${section.label} ${which}` }
  })
}

/**
 * One row for the same words in several articles: the first one stays and says where else they stand; the others are
 * reached through it.
 */
export function foldCopies(rows: readonly StatementRow[]): readonly StatementRow[] {
  const folded = new Set<string>()
  return rows.filter(row => {
    if (folded.has(row.id)) return false
    for (const other of row.alsoIn) folded.add(other.statementId)
    return true
  })
}

/**
 * The row named by the address, or for a statement that was folded the row that it was folded into; undefined when
 * neither is in these sections.
 */
export function findRow(sections: readonly Section[], key: string | undefined): Row | undefined {
  if (key === undefined) return undefined
  for (const section of sections) for (const row of section.rows) if (keyOf(row) === key) return row
  const folded = key.startsWith('st.') ? key.slice(3) : null
  for (const section of sections)
    for (const row of section.rows)
      if (row.t === 'statement' && row.row.alsoIn.some(other => other.statementId === folded)) return row
  return undefined
}

/**
 * An utterance and, when it is open, its wordings. It is open when the address says so, and when one of its wordings is
 * selected: an address that was passed on shows what it names.
 */
export function entryRows(
  row: EntryRow,
  { open, sel }: { readonly open?: string; readonly sel?: string },
): readonly Row[] {
  const wordings = row.wordings.map((wording): Row => ({ t: 'wording', row: wording }))
  const isOpen = row.wordings.length > 1 && (open === row.entry || wordings.some(one => keyOf(one) === sel))
  return isOpen ? [{ t: 'entry', row, open: true }, ...wordings] : [{ t: 'entry', row, open: false }]
}

/** The row of a list that the address names; for a statement the utterance that it is a wording of. */
export function rowNamed(rows: readonly Row[], key: string | undefined): Row | undefined {
  if (key === undefined) return undefined
  const named = rows.find(row => keyOf(row) === key)
  if (named !== undefined || !key.startsWith('st.')) return named
  return rows.find(row => row.t === 'entry' && row.row.wordings.some(({ id }) => id === key.slice(3)))
}

/** The row to begin with: the first thing said, else the first that happened, else whatever there is. */
export function firstRow(sections: readonly Section[]): Row | undefined {
  const order = ['statements', 'events']
  for (const id of order) {
    const row = sections.find(section => section.id === id)?.rows[0]
    if (row !== undefined) return row
  }
  return sections[0]?.rows[0]
}
