import { z } from 'zod'
import type { Article } from '../model/article.ts'
import { known, unknown } from '../model/known.ts'
import type { Page } from '../model/page.ts'
import { accept, type Outcome, reject } from '../model/rejection.ts'
import { normaliseText } from '../text/normalise.ts'
import { titleSpan } from './extract-text.ts'
import { findAddress, findOutlet } from './find-site.ts'
import { MAX_MARKUP } from './limits.ts'
import { makeArticle, taggedLanguage } from './make-article.ts'
import { parseDate } from './parse-date.ts'

const optional = z.string().nullish()

/** One line of an `articles.jsonl`; further keys are let pass. */
const Line = z.looseObject({
  id: optional,
  title: optional,
  text: z.string(),
  published: optional,
  outlet: optional,
  url: optional,
  byline: optional,
  language: optional,
  sample: z.boolean().nullish(),
})

/**
 * An article given as JSON. Its text is the title, a blank line and `text`, or `text` alone where there is no title.
 * Rejects `not-text` where it is no JSON of that form, `no-article` where it has no words.
 */
export function extractJson(page: Page, raw: string): Outcome<Article> {
  if (raw.length > MAX_MARKUP * 2)
    return reject('extract', 'too-large', `expected at most ${MAX_MARKUP * 2} characters, got ${raw.length}`)
  const parsed = Line.safeParse(parseJson(raw))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return reject(
      'extract',
      'not-text',
      `expected a JSON article with a string "text", got ${issue === undefined ? 'something else' : `${issue.path.join('.') || 'no object'}: ${issue.message}`}`,
    )
  }
  const line = parsed.data
  const title = normaliseText(line.title ?? '').trim() || null
  const body = normaliseText(line.text)
  const text = title === null ? body : `${normaliseText(line.title ?? '')}\n\n${body}`
  if (!/[\p{L}\p{N}]/u.test(body)) return reject('extract', 'no-article', 'the article has no text')
  if (text.length > MAX_MARKUP)
    return reject('extract', 'too-large', `expected at most ${MAX_MARKUP} characters of text, got ${text.length}`)
  return accept(assemble(page, line, title, text))
}

function assemble(page: Page, line: z.infer<typeof Line>, title: string | null, text: string): Article {
  const hinted: Page = {
    ...page,
    url: page.url ?? line.url ?? null,
    hints: {
      ...page.hints,
      outlet: page.hints.outlet ?? line.outlet ?? null,
      sample: page.hints.sample || line.sample === true,
    },
  }
  const url = findAddress(hinted, null)
  const day = line.published ? parseDate(line.published, 'unclear') : null
  const start = title === null ? 0 : text.indexOf(title)
  const own = title === null ? titleSpan(text) : ([start, start + title.length] as const)
  return makeArticle(hinted, {
    url,
    title: own === null ? null : text.slice(own[0], own[1]),
    text,
    blocks: paragraphs(text, own?.[1] ?? 0, own),
    standfirst: null,
    language: taggedLanguage(line.language ?? null, 'given'),
    outlet: findOutlet(hinted, url, null),
    byline: line.byline ? known(line.byline, 'given') : unknown('no author was given'),
    published:
      day === null ? unknown(line.published ? 'the date given is none' : 'no date was given') : known(day, 'given'),
  })
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return null
  }
}

function paragraphs(text: string, from: number, title: readonly [number, number] | null): Article['blocks'] {
  const blocks: { role: 'title' | 'body'; span: readonly [number, number] }[] =
    title === null ? [] : [{ role: 'title', span: title }]
  for (let at = from; at < text.length; ) {
    const end = text.indexOf('\n', at)
    const stop = end < 0 ? text.length : end
    const inner = text.slice(at, stop).trim()
    if (inner !== '') {
      const start = at + text.slice(at, stop).indexOf(inner)
      blocks.push({ role: 'body', span: [start, start + inner.length] })
    }
    at = stop + 1
  }
  return blocks
}
