import fs from 'node:fs'
import path from 'node:path'
import { TheatrumError } from '../model/errors.ts'
import { packageRoot } from './root.ts'

/**
 * The text of `knowledge/events/frames.tsv` with its name for messages; `events/load-frames.ts` parses it.
 * @throws TH_ASSET_DAMAGED when the file is missing or unreadable.
 */
export function loadFrames(): { readonly text: string; readonly file: string } {
  const file = 'knowledge/events/frames.tsv'
  try {
    return { text: fs.readFileSync(path.join(packageRoot(), file), 'utf8'), file }
  } catch (cause) {
    throw new TheatrumError('TH_ASSET_DAMAGED', 'the event frames cannot be read', {
      where: file,
      todo: 'install the package again',
      cause,
    })
  }
}
