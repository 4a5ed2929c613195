import type { Page } from '../model/page.ts'
import { type Collected, turnedAway } from './collected.ts'
import type { Context } from './context.ts'
import { LIMITS } from './limits.ts'
import { sniffMediaType } from './network/media-type.ts'
import { type ArchivePayload, readWarc } from './warc/read-warc.ts'

/** Pages of a web archive: answers and resources that are HTML or text. Pictures, scripts and the like are passed over. */
export async function* collectArchive(
  file: string,
  source: AsyncIterable<Uint8Array>,
  context: Context,
): AsyncGenerator<Collected> {
  let records = 0
  let pages = 0
  let damage = 0
  for await (const item of readWarc(source)) {
    if (context.signal?.aborted) return
    if (item.kind === 'record') records++
    else if (item.kind === 'damage') {
      damage++
      if (records > 0)
        yield turnedAway(`${file}@${item.damage.at}`, null, 'damaged', `The archive is damaged: ${item.damage.reason}.`)
    } else if (item.kind === 'skipped')
      yield turnedAway(file, item.url, 'too-large', `A record was passed over: ${item.reason}.`)
    else {
      const collected = pageOf(file, item.payload, context)
      if (collected === null) continue
      pages++
      yield collected
    }
  }
  if (records === 0)
    yield turnedAway(
      file,
      null,
      'not-an-archive',
      damage > 1
        ? 'The archive is damaged: no record in it can be read.'
        : 'The file holds no record of a web archive (WARC or ARC).',
    )
  else if (pages === 0)
    yield turnedAway(file, null, 'no-pages', `The archive holds ${records} records and no page of text.`)
}

function pageOf(file: string, payload: ArchivePayload, context: Context): Collected | null {
  const mediaType = payload.mediaType ?? sniffMediaType(payload.bytes)
  if (mediaType !== 'text/html' && mediaType !== 'application/xhtml+xml' && mediaType !== 'text/plain') return null
  const at = `${file}#${payload.record}`
  // Redirects and errors were stored too; they were never the page.
  if (payload.status !== null && (payload.status < 200 || payload.status >= 300)) return null
  if (payload.url !== null && /^(?:dns|metadata|urn):|\/robots\.txt$/i.test(payload.url)) return null
  if (payload.damaged)
    return turnedAway(at, payload.url, 'damaged', 'The stored page is incomplete or changed; it is not read.')
  if (payload.bytes.length > LIMITS.pageBytes)
    return turnedAway(at, payload.url, 'too-large', `The page is larger than ${LIMITS.pageBytes / 1_000_000} MB.`)
  const page: Page = {
    arrival: 'warc',
    file: at,
    url: payload.url,
    reachedUrl: payload.url,
    status: payload.status,
    mediaType,
    charset: payload.charset,
    fetchedAt: payload.date,
    bytes: payload.bytes,
    hints: context.given,
  }
  return { ok: true, page }
}
