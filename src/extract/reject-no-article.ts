import type { Page } from '../model/page.ts'
import type { Rejection } from '../model/rejection.ts'
import type { Body } from './find-body.ts'
import type { PageFacts } from './page-facts.ts'

/** Letters that a body needs at least: the shortest articles of ../shared/data/pages/dev have about 150. */
const LEAST_LETTERS = 60

const ERROR_TITLE =
  /^(?:error|fehler)?\s*(?:40[0-9]|410|50[0-9])\b|(?:page|seite|site) (?:not found|nicht gefunden|cannot be (?:found|displayed))|not found$|access denied|forbidden|service unavailable|bad gateway|just a moment|attention required|are you (?:a )?(?:human|robot)|captcha/i
const WALL =
  /(?:subscribe|sign in|log in|register|create (?:a|your) (?:free )?account|subscription|anmelden|abonnieren|jetzt registrieren|se connecter)/i

/** Why a page holds no article, or `null` where it holds one: error pages, login walls, lists of links, no text. */
export function rejectNoArticle(page: Page, facts: PageFacts, title: string | null, body: Body): Rejection | null {
  const text = body.lines.map(line => line.text).join('\n')
  const letters = (text.match(/\p{L}/gu) ?? []).length
  const no = (detail: string): Rejection => ({ stage: 'extract', reason: 'no-article', detail })
  if (page.status !== null && page.status >= 400) return no(`the server answered ${page.status}, which is no article`)
  if (letters === 0) return no('the page has no text of an article')
  if (text.length < 1_500 && ERROR_TITLE.test(title ?? facts.titleTag ?? ''))
    return no(`the page is an error page, titled "${(title ?? '').slice(0, 80)}"`)
  if (letters < LEAST_LETTERS) return no(`expected an article, got ${letters} letters of text`)
  if (text.length < 400 && WALL.test(text) && facts.elements.some(element => element.tagName === 'form')) {
    return no('the page asks to sign in or subscribe and shows no article')
  }
  const linked = body.lines.reduce((sum, line) => sum + line.linkChars, 0)
  const longest = body.lines.reduce((most, line) => Math.max(most, line.text.length - line.linkChars), 0)
  if (body.lines.length >= 10 && linked > text.length * 0.6 && longest < 120)
    return no('the page is a list of links, not an article')
  return null
}
