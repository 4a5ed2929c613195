import { eld } from 'eld/small'
import type { Article } from '../model/article.ts'
import { known, unknown, valueOf } from '../model/known.ts'
import type { Rejection } from '../model/rejection.ts'

/**
 * Characters of body below which no language is guessed: headlines mislead (eld's small build reads "NATO chief Mark
 * Rutte visits Japan" as Dutch), 200 characters do not (COLLECT.md 3: 0.965 on 36 languages).
 */
const LEAST = 200

/** Characters that are read; more changes no answer and costs time. */
const READ = 4_000

/**
 * Names the language of an article from its body. What the page or its feed says decides between close guesses and
 * serves alone where the body is short; otherwise the language stays unknown and says why.
 */
export function screenLanguage(article: Article): Article {
  const said = valueOf(article.language)
  const body = bodyOf(article)
  if (body.length < LEAST) {
    return said === null
      ? { ...article, language: unknown(`the text is too short to tell its language (${body.length} characters)`) }
      : article
  }
  const result = eld.detect(body.slice(0, READ))
  if (result.language === '')
    return said === null ? { ...article, language: unknown('the text is in no language we know') } : article
  const scores = result.getScores()
  const best = scores[result.language] ?? 0
  // Within a tenth of the best the guess is a tie between neighbours, such as Danish and Norwegian.
  if (said !== null && said !== result.language && (scores[said] ?? 0) >= best * 0.9) return article
  return { ...article, language: known(result.language, 'text') }
}

/** Turns away a text that is surely not English: 200 characters or more, read from the text itself, reliably. */
export function rejectUnread(article: Article): Rejection | null {
  const { language } = article
  if (!('value' in language) || language.value === 'en') return null
  const body = bodyOf(article)
  if (body.length < LEAST) return null
  const result = eld.detect(body.slice(0, READ))
  if (result.language === 'en' || result.language === '' || !result.isReliable()) return null
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(result.language) ?? result.language
  return { stage: 'screen', reason: 'language', detail: `the reader reads English; this text is in ${name}` }
}

/** Body without headline, addresses and what is no letter at its ends. */
function bodyOf(article: Article): string {
  const first = article.blocks[0]
  return article.text.slice(first?.role === 'title' ? first.span[1] : 0).trim()
}
