import { sql } from 'kysely'
import type { StatementRow } from '../model/api.ts'
import type { ReadTx } from '../store/store.ts'

/** A statement as far as comparing its words needs it. */
export interface Worded {
  readonly articleId: string
  readonly id: string
  readonly storyId: string | null
  readonly content: readonly string[]
}

interface Other extends Worded {
  readonly outlet: string | null
  readonly originId: string | null
  readonly words: string
}

/** Where else in its story a statement's words stand, and in how many origins, its own counted. */
export interface AlsoIn {
  readonly alsoIn: StatementRow['alsoIn']
  readonly originCount: number
}

/**
 * Words that make a fragment telling enough to be one utterance in another article. Five is where chance ends: of the
 * shorter ones most are set phrases ("will continue to work together").
 */
const TELLING_WORDS = 5
/** Stories with more statements than this are compared with whole statements only, fragments cost the square. */
const MOST_COMPARED = 3000

/** For each statement the other articles of its story that carry the same words, or a telling fragment of them. */
export async function alsoIn(tx: ReadTx, statements: readonly Worded[]): Promise<(of: Worded) => AlsoIn> {
  const stories = [...new Set(statements.flatMap(one => (one.storyId === null ? [] : [one.storyId])))]
  const { rows } = await sql<{
    article_id: string
    id: string
    story_id: string
    origin_id: string | null
    outlet: string | null
    content: string[]
  }>`
    SELECT s.article_id, s.id, sa.story_id, sa.origin_id, o.name AS outlet, s.content
    FROM theatrum.story_articles sa JOIN theatrum.statements s ON s.article_id = sa.article_id
      JOIN theatrum.articles a ON a.id = sa.article_id LEFT JOIN theatrum.outlets o ON o.id = a.outlet_id
    WHERE sa.story_id = ANY(${stories}) ORDER BY a.published NULLS LAST, a.seq, s.ord`.execute(tx.db)
  const byStory = new Map<string, Other[]>()
  for (const { article_id, id, story_id, origin_id, outlet, content } of rows) {
    const other: Other = {
      articleId: article_id,
      id,
      storyId: story_id,
      originId: origin_id,
      outlet,
      content,
      words: wordsOf(content),
    }
    byStory.set(story_id, [...(byStory.get(story_id) ?? []), other].slice(0, MOST_COMPARED))
  }
  return of => compare(of, byStory.get(of.storyId ?? '') ?? [])
}

function compare(of: Worded, others: readonly Other[]): AlsoIn {
  const words = wordsOf(of.content)
  const own = others.find(one => one.articleId === of.articleId)
  const same = others.filter(one => one.articleId !== of.articleId && sameWords(words, one.words))
  const perArticle = [...new Map(same.map(one => [one.articleId, one])).values()]
  const origins = new Set([own?.originId ?? of.articleId, ...perArticle.map(one => one.originId ?? one.articleId)])
  return {
    alsoIn: perArticle.map(({ articleId, outlet, id }) => ({ articleId, outlet, statementId: id })),
    originCount: origins.size,
  }
}

/** The same words, or one a telling part of the other. Both are framed by spaces, so parts are whole words. */
function sameWords(a: string, b: string): boolean {
  if (a === b) return a.trim() !== ''
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.includes(short) && short.trim().split(' ').length >= TELLING_WORDS
}

function wordsOf(content: readonly string[]): string {
  return ` ${content
    .join(' ')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}
