import type { ArticleDetail, EventRow, StatementRow, WordingRow } from '../../../src/model/api.ts'
import type { Span } from '../../../src/model/span.ts'
import type { Row } from './rows.ts'
import { readSpan, type UrlState } from './url-state.ts'

/** Which words the evidence pane shows as the selected row's own. */
export interface Focus {
  readonly kind: 'statement' | 'event' | 'span' | 'article'
  readonly source: Span | null
  readonly cue: Span | null
  readonly content: readonly Span[]
  readonly evidence: Span | null
  readonly trigger: Span | null
  /** The selected statement's or event's id inside its article, when known. */
  readonly id: string | null
}

/** An article in which the selected row's words stand. */
export interface Telling {
  readonly articleId: string
  readonly outlet: string | null
  /** Where they stand, for rows that give no more than that. */
  readonly span: Span | null
}

const NOTHING: Focus = {
  kind: 'article',
  source: null,
  cue: null,
  content: [],
  evidence: null,
  trigger: null,
  id: null,
}

/** Every article that carries the row's words, the row's own first; each article once. */
export function tellingsOf(row: Row | undefined): readonly Telling[] {
  const tellings = allTellings(row)
  return tellings.filter((one, index) => tellings.findIndex(other => other.articleId === one.articleId) === index)
}

function allTellings(row: Row | undefined): readonly Telling[] {
  if (row === undefined) return []
  switch (row.t) {
    case 'statement':
    case 'entry': {
      const { articleId, outlet, alsoIn } = row.row
      return [{ articleId, outlet }, ...alsoIn].map(one => ({ ...one, span: null }))
    }
    case 'wording':
      return [{ articleId: row.row.articleId, outlet: row.row.outlet, span: null }]
    case 'event':
      return row.row.mentions.map(({ articleId, outlet }) => ({ articleId, outlet, span: null }))
    case 'side':
      return row.side.articles.map(({ articleId, outlet, span }) => ({ articleId, outlet, span }))
    case 'article':
      return [{ articleId: row.card.id, outlet: row.card.outlet, span: null }]
    case 'actor':
      return []
  }
}

/** The article on screen: the one in the address if there is one, else the row's first. */
export function shownArticle(url: UrlState, tellings: readonly Telling[]): string | null {
  return url.article ?? tellings[0]?.articleId ?? null
}

/** The row's words in the article on screen; a span in the address comes before them. */
export function focusOf(row: Row | undefined, article: ArticleDetail, url: UrlState): Focus {
  const span = readSpan(url.span)
  if (span !== null) return { ...NOTHING, kind: 'span', content: [span] }
  if (row?.t === 'statement' || row?.t === 'entry') return focusOfStatement(row.row, article)
  if (row?.t === 'wording') return focusOfStatement({ ...row.row, alsoIn: [], originCount: 1 }, article)
  if (row?.t === 'event') return focusOfEvent(row.row, article)
  const telling = tellingsOf(row).find(one => one.articleId === article.id)
  return telling?.span == null ? NOTHING : { ...NOTHING, kind: 'span', content: [telling.span] }
}

/**
 * What was said, as the article on screen has it: of an utterance its wording there. A statement stands for its copies.
 * Undefined for rows that are nothing said.
 */
export function saidIn(
  row: Row | undefined,
  article: ArticleDetail,
): Omit<WordingRow, 'link' | 'originId'> | undefined {
  if (row?.t === 'statement' || row?.t === 'wording') return row.row
  if (row?.t !== 'entry') return undefined
  const { wordings, articleId } = row.row
  return articleId === article.id ? row.row : (wordings.find(one => one.articleId === article.id) ?? row.row)
}

type StatementThere = ArticleDetail['statements'][number]

function focusOfStatement(row: StatementRow, article: ArticleDetail): Focus {
  if (article.id === row.articleId) {
    const start = row.spans.content[0]?.[0]
    const there = article.statements.find(({ content }) => content[0]?.[0] === start)
    return { ...NOTHING, kind: 'statement', ...row.spans, id: there?.id ?? row.id }
  }
  const wanted = row.alsoIn.find(other => other.articleId === article.id)?.statementId
  const there = article.statements.find(({ id }) => id === wanted) ?? sameWords(row, article)
  if (there === undefined) return NOTHING
  const { cue, content, id } = there
  return { ...NOTHING, kind: 'statement', source: there.source?.span ?? null, cue, content, id }
}

function sameWords(row: StatementRow, { statements, text }: ArticleDetail): StatementThere | undefined {
  const words = row.text.join(' ')
  return statements.find(({ content }) => content.map(([start, end]) => text.slice(start, end)).join(' ') === words)
}

function focusOfEvent(row: EventRow, article: ArticleDetail): Focus {
  const mention = row.mentions.find(one => one.articleId === article.id)
  if (mention === undefined) return NOTHING
  return { ...NOTHING, kind: 'event', evidence: mention.evidence, trigger: mention.trigger, id: mention.id }
}

/** The words of a focus, for links to the page at the quote. */
export function focusWords(focus: Focus, text: string): string {
  const shown = focus.content[0] ?? focus.evidence
  return shown === null ? '' : text.slice(shown[0], shown[1])
}
