import fs from 'node:fs'
import path from 'node:path'
import { TheatrumError } from '../model/errors.ts'

/**
 * The folder that holds Theatrum's package.json, knowledge/ and models/: the same from `src/` (tests), `dist/` (the
 * built program) and an installed package. Throws TH_ASSET_DAMAGED when no folder above this file is the package.
 */
export function packageRoot(): string {
  let folder = import.meta.dirname
  for (;;) {
    if (fs.existsSync(path.join(folder, 'package.json')) && fs.existsSync(path.join(folder, 'knowledge'))) return folder
    const above = path.dirname(folder)
    if (above === folder) {
      throw new TheatrumError('TH_ASSET_DAMAGED', 'no folder above the program has package.json and knowledge/', {
        where: import.meta.dirname,
        todo: 'install the package again: npm install theatrum',
      })
    }
    folder = above
  }
}
