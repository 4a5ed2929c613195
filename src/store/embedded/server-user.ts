import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** Whom the server runs as when root starts it: PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

/**
 * The user for a data directory when this process is root: the directory's owner, for a new one the owner of the
 * folder it stands in, and `nobody` where both belong to root. Null for any other user: the server runs as the caller.
 */
export function serverUser(dataDir: string): ServerUser | null {
  if (process.geteuid?.() !== 0) return null
  for (const place of [dataDir, path.dirname(dataDir)]) {
    const stat = fs.statSync(place, { throwIfNoEntry: false })
    if (stat !== undefined && stat.uid !== 0) return { uid: stat.uid, gid: stat.gid === 0 ? nobody().gid : stat.gid }
  }
  return nobody()
}

function nobody(): ServerUser {
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    // Images without /etc/passwd entries: the number that Linux reserves for nobody.
    return { uid: 65534, gid: 65534 }
  }
}
