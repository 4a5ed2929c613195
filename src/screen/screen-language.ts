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
 * Share of the best score from which a second language is a rival. Of 5,445 English texts of ../shared/data eld takes two
 * for another language (lists of foreign names), at .94 and .96; of 536 pages in other languages English comes within
 * .90 of the best on two, within .85 on three.
 */
const RIVAL = 0.9
const SURELY_NOT = 0.85

/**
 * Names the language of an article from its body. What the page or its feed says decides between close guesses and
 * serves alone where the body is short; otherwise the language stays unknown and says why.
 */
export function screenLanguage(article: Article): Article {
  const said = valueOf(article.language)
  const body = bodyOf(article)
  if (body.length < LEAST) {
    const why = `the text is too short to tell its language (${body.length} characters)`
    return said === null ? { ...article, language: unknown(why) } : article
  }
  const guess = guessOf(body)
  if (guess === null) {
    return said === null ? { ...article, language: unknown('the text is in no language we know') } : article
  }
  if (said !== null && said !== guess.language && guess.share(said) >= RIVAL) return article
  if (said === null && guess.language !== 'en' && guess.share('en') >= RIVAL) {
    return { ...article, language: unknown(`the text could be ${nameOf(guess.language)} or English`) }
  }
  return { ...article, language: known(guess.language, 'text') }
}

/** Turns away a text that is surely not English: 200 characters or more, and English far from the best guess. */
export function rejectUnread(article: Article): Rejection | null {
  if (valueOf(article.language) === 'en') return null
  const body = bodyOf(article)
  const guess = body.length < LEAST ? null : guessOf(body)
  if (guess === null || guess.language === 'en' || !guess.reliable || guess.share('en') >= SURELY_NOT) return null
  const detail = `the reader reads English; this text is in ${nameOf(guess.language)}`
  return { stage: 'screen', reason: 'language', detail }
}

interface Guess {
  readonly language: string
  readonly reliable: boolean
  /** Score of another language as a share of the best one's. */
  readonly share: (language: string) => number
}

function guessOf(body: string): Guess | null {
  const result = eld.detect(body.slice(0, READ))
  if (result.language === '') return null
  const scores = result.getScores()
  const best = scores[result.language] ?? 0
  return {
    language: result.language,
    reliable: result.isReliable(),
    share: language => (best === 0 ? 0 : (scores[language] ?? 0) / best),
  }
}

function nameOf(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language
}

/** The body without the headline. */
function bodyOf(article: Article): string {
  const first = article.blocks[0]
  return article.text.slice(first?.role === 'title' ? first.span[1] : 0).trim()
}
