import fs from 'node:fs'
import path from 'node:path'
import { damaged } from './read-table.ts'
import { packageRoot } from './root.ts'

/** The table of event frames as text, with the name by which messages call it. `events/load-frames.ts` reads it. */
export function loadFrames(options: { readonly root?: string } = {}): { readonly text: string; readonly file: string } {
  const file = 'knowledge/events/frames.tsv'
  try {
    const bytes = fs.readFileSync(path.join(options.root ?? packageRoot(), file))
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), file }
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    throw damaged(file, missing ? 'the file is missing' : 'the file is not UTF-8 text')
  }
}
