import { createHash } from 'node:crypto'

/** Lower-case hex SHA-256 of a string (as UTF-8) or of bytes. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/**
 * Id of a derived thing: the first 32 hex digits of SHA-256 over its parts, each preceded by its length so that no two
 * lists of parts run together. The same parts give the same id on every machine.
 */
export function contentId(...parts: readonly string[]): string {
  return sha256(parts.map(part => `${part.length}:${part}`).join('|')).slice(0, 32)
}

/** 32-bit FNV-1a of a string's UTF-16 code units, unsigned. Fast, for fingerprints; not for identity. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}
