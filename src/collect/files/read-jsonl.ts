import path from 'node:path'
import { z } from 'zod'
import { NO_HINTS, type Page, type PageHints } from '../../model/page.ts'
import { type Collected, turnedAway } from '../collected.ts'
import { parseDate } from '../dates/parse-date.ts'
import { LIMITS } from '../limits.ts'
import { splitLines } from './split-lines.ts'

/** Media type of one line of `articles.jsonl`. */
export const ARTICLE_JSON = 'application/vnd.theatrum.article+json'

const Named = z.union([z.string(), z.object({ name: z.string() }).transform(outlet => outlet.name)])

/** One line of `articles.jsonl` (DESIGN.md section 4). Fields beyond these are left alone. */
const ArticleLine = z.object({
  id: z.union([z.string().min(1).max(500), z.number().transform(String)]).nullish(),
  title: z.string().nullish(),
  text: z.string(),
  published: z.string().nullish(),
  outlet: Named.nullish(),
  url: z.string().max(LIMITS.addressChars).nullish(),
  byline: z.union([z.string(), z.array(z.string()).transform(names => names.join('; '))]).nullish(),
  language: z.string().nullish(),
  sample: z.boolean().nullish(),
})

/**
 * Pages of the lines of an `articles.jsonl`, one at a time. A line that is no article is a rejection that names
 * `file:line`, and the rest goes on. Hints given for the whole file fill what a line leaves open.
 */
export async function* readJsonl(
  source: AsyncIterable<Uint8Array>,
  file: string,
  given: PageHints,
): AsyncGenerator<Collected> {
  for await (const line of splitLines(source, LIMITS.lineBytes)) {
    const at = `${file}:${line.number}`
    if (line.tooLong) {
      yield turnedAway(at, null, 'too-large', `The line is longer than ${LIMITS.lineBytes / 1_000_000} MB.`)
      continue
    }
    const text = decodeLine(line.bytes)
    if (text === null) yield turnedAway(at, null, 'not-text', 'The line is not valid UTF-8.')
    else if (text.trim() !== '') yield readLine(text, at, file, given)
  }
}

/** One line as a page, or what is wrong with it. Exported for standard input and for tests. */
export function readLine(text: string, at: string, file: string, given: PageHints): Collected {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return turnedAway(
      at,
      null,
      'not-json',
      `The line is not JSON: expected one object such as {"id", "title", "text", …}, got ${JSON.stringify(text.slice(0, 40))}.`,
    )
  }
  const parsed = ArticleLine.safeParse(value)
  if (!parsed.success) return turnedAway(at, null, 'not-an-article', explain(parsed.error))
  const line = parsed.data
  const id = line.id ?? null
  const published = line.published ?? null
  const page: Page = {
    arrival: line.sample === true ? 'sample' : 'jsonl',
    file: id === null ? at : placeOf(file, id),
    url: line.url ?? null,
    reachedUrl: null,
    status: null,
    mediaType: ARTICLE_JSON,
    charset: 'utf-8',
    fetchedAt: null,
    bytes: Buffer.from(text, 'utf8'),
    hints: {
      id,
      title: line.title ?? null,
      byline: line.byline ?? null,
      outlet: line.outlet ?? given.outlet,
      published: published === null ? given.published : parseDate(published),
      language: line.language ?? given.language,
      sample: line.sample ?? false,
    },
  }
  return { ok: true, page }
}

/** `<dir>/texts/<id>.txt` beside the file. */
function placeOf(file: string, id: string): string {
  const folder = file === '-' ? '.' : path.dirname(file)
  return folder === '.' ? `texts/${id}.txt` : `${folder}/texts/${id}.txt`
}

function decodeLine(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function explain(error: z.ZodError): string {
  const issue = error.issues[0]
  const field = issue?.path.join('.') ?? ''
  const what = issue?.message ?? 'it has another form'
  return field === '' ? `The line is no article: ${what}.` : `The line is no article: field "${field}": ${what}.`
}

/** Hints of the command line alone. */
export function givenHints(published: string | null, outlet: string | null): PageHints {
  return { ...NO_HINTS, published, outlet }
}
