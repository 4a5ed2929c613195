import fs from 'node:fs'
import path from 'node:path'
import { TheatrumError } from '../model/errors.ts'
import { packageRoot } from './root.ts'

/**
 * The text of a table of `knowledge/events/` with its name for messages; the folder `events/` parses it.
 * @throws TH_ASSET_DAMAGED when the file is missing or unreadable.
 */
export function loadEventTable(name: 'frames' | 'amounts' | 'capabilities'): {
  readonly text: string
  readonly file: string
} {
  const file = `knowledge/events/${name}.tsv`
  try {
    return { text: fs.readFileSync(path.join(packageRoot(), file), 'utf8'), file }
  } catch (cause) {
    throw new TheatrumError('TH_ASSET_DAMAGED', `the table of ${name} cannot be read`, {
      where: file,
      todo: 'install the package again',
      cause,
    })
  }
}
