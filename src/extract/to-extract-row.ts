import type { Article } from '../model/article.ts'
import { valueOf } from '../model/known.ts'

/** A line of `theatrum extract --jsonl`; `text` is the body without the headline. */
export interface ExtractRow {
  readonly file: string
  readonly title: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly language: string | null
  readonly text: string
}

/** An article in the form `theatrum extract` prints. */
export function toExtractRow(article: Article): ExtractRow {
  const first = article.blocks[0]
  const bodyAt = first?.role === 'title' ? first.span[1] : 0
  return {
    file: article.file,
    title: article.title,
    byline: valueOf(article.byline),
    published: valueOf(article.published),
    language: valueOf(article.language),
    text: article.text.slice(bodyAt).trim(),
  }
}
