// What the training scripts that run in Node share: options of the command line, and the built program.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import v8 from 'node:v8'

/** The word behind `--name`. */
export function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : process.argv[at + 1]
}

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const code = path.resolve(option('code', path.join(root, 'dist')))

/** A module of the built program. */
export const load = file => import(pathToFileURL(path.join(code, file)))

/** What `make` gives, kept as `FOLDER/id.v8` so that a second run does not make it again; no folder: not kept. */
export async function keptIn(folder, id, make) {
  if (folder === null) return await make()
  const file = path.join(folder, `${id}.v8`)
  if (fs.existsSync(file)) return v8.deserialize(fs.readFileSync(file))
  const made = await make()
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(file, v8.serialize(made))
  return made
}
