import { extractArticle } from '../extract/extract-article.ts'
import type { Article } from '../model/article.ts'
import type { Page } from '../model/page.ts'
import { accept, type Outcome, reject } from '../model/rejection.ts'
import { screenLanguage } from '../screen/screen-language.ts'

/** The article found in a page, its language named, whatever that language is: `theatrum extract`. Never throws. */
export function extractOnly(page: Page): Outcome<Article> {
  try {
    const outcome = extractArticle(page)
    return outcome.ok ? accept(screenLanguage(outcome.value)) : outcome
  } catch (error) {
    return reject(
      'extract',
      'bug',
      `extracting failed on this page: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
