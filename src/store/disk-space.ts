import fs from 'node:fs/promises'
import { TheatrumError } from '../model/errors.ts'

/** Below this nothing more is stored; what is there stays readable (RELIABILITY.md R4). */
export const MIN_FREE_BYTES = 200_000_000

/** Bytes that a user may still write on the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await fs.statfs(folder)
  return bavail * bsize
}

/** @throws TH_DISK_FULL when less than 200 MB are free where the folder is. */
export async function assertRoom(folder: string, free: (folder: string) => Promise<number> = freeBytes): Promise<void> {
  const bytes = await free(folder)
  if (bytes >= MIN_FREE_BYTES) return
  throw new TheatrumError(
    'TH_DISK_FULL',
    `only ${Math.floor(bytes / 1_000_000)} MB are free, storing stops below ${MIN_FREE_BYTES / 1_000_000} MB`,
    {
      where: folder,
      todo: 'free some space and run the same command again: it goes on where it stopped',
    },
  )
}
