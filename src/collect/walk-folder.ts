import { type Dirent, existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { kindOfPath } from './files/kind-of-path.ts'

/** Name of the file that stands for a whole folder of texts. */
const ARTICLES = 'articles.jsonl'

/**
 * Paths of the readable files of a folder and its folders, by name. Hidden ones and links to folders are passed over; a
 * folder that holds `articles.jsonl` gives that file alone, since its texts are in there. Other `.jsonl` files are
 * somebody's data and are read only when named. Folders that may not be read are given as they are, to be told of.
 */
export async function* walkFolder(folder: string): AsyncGenerator<string> {
  const articles = path.join(folder, ARTICLES)
  if (existsSync(articles)) {
    yield articles
    return
  }
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) {
      yield folder
      return
    }
    throw error
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const inside = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* walkFolder(inside)
    else if (isCandidate(entry.name) && (entry.isFile() || (entry.isSymbolicLink() && (await isFile(inside)))))
      yield inside
  }
}

function isCandidate(name: string): boolean {
  const kind = kindOfPath(name)
  return kind !== null && kind.kind !== 'jsonl'
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    found => found.isFile(),
    () => false,
  )
}
