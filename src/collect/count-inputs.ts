import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { kindOfPath } from './files/kind-of-path.ts'
import { walkFolder } from './walk-folder.ts'

/**
 * How many inputs the targets hold, for a progress bar: files, and lines of article files. Null as soon as one target can
 * only be counted by reading it (addresses, feeds, archives, standard input). Costs a listing of folders and one pass over
 * the bytes of `.jsonl` files. Never throws: what is wrong with a target is told when it is collected.
 */
export async function countInputs(targets: readonly string[]): Promise<number | null> {
  let total = 0
  for (const target of targets) {
    const count = await countTarget(target).catch(() => null)
    if (count === null) return null
    total += count
  }
  return total
}

async function countTarget(target: string): Promise<number | null> {
  const found = await stat(target)
  if (!found.isDirectory()) return countFile(target)
  let total = 0
  for await (const file of walkFolder(target)) {
    const count = await countFile(file)
    if (count === null) return null
    total += count
  }
  return total
}

async function countFile(file: string): Promise<number | null> {
  const kind = kindOfPath(file)
  if (kind?.kind === 'jsonl') return kind.gzip ? null : countLines(file)
  return kind?.kind === 'text' || kind?.kind === 'html' || kind?.kind === 'mhtml' ? 1 : null
}

/** Lines that hold more than their end. */
async function countLines(file: string): Promise<number> {
  let lines = 0
  let length = 0
  for await (const chunk of createReadStream(file)) {
    for (const byte of chunk) {
      if (byte !== 10) length++
      else {
        if (length > 0) lines++
        length = 0
      }
    }
  }
  return length > 0 ? lines + 1 : lines
}
