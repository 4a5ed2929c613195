import { gunzipSync } from 'node:zlib'
import type { Rejection } from '../../model/rejection.ts'
import { openFile, readBytes } from '../files/read-bytes.ts'
import { LIMITS } from '../limits.ts'
import { isZlibError } from '../network/read-body.ts'
import type { Feed } from './feed.ts'
import { readFeed } from './read-feed.ts'

/** One line of `theatrum feed` (form: head of ../shared/score/feeds.mjs). */
export type FeedSummary = ({ readonly file: string } & Feed) | { readonly file: string; readonly rejected: Rejection }

/** What a feed file holds, `.gz` opened; never throws for what is wrong with the file. */
export async function summariseFeed(file: string): Promise<FeedSummary> {
  const read = await readBytes(openFile(file, false), LIMITS.feedBytes)
  if (!read.ok) return { file, rejected: read.rejection }
  const feed = readFeed(unzipped(read.value), { charset: null, url: null })
  return feed.ok ? { file, ...feed.value } : { file, rejected: feed.rejection }
}

function unzipped(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: LIMITS.feedBytes })
  } catch (error) {
    // Damaged or opening to too much: read as it is, it is then no feed.
    if (isZlibError(error)) return bytes
    throw error
  }
}
