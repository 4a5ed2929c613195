import { isUtf8 } from 'node:buffer'
import fs from 'node:fs'
import path from 'node:path'
import { TheatrumError } from '../model/errors.ts'
import { sha256 } from '../text/hash.ts'

/** A row of a table, with its place for messages. Cells are trimmed; an absent column is a bug, not an empty cell. */
export interface Row<Column extends string> {
  readonly cells: Readonly<Record<Column, string>>
  readonly where: Where
}

/** A line of a file, written out only when a message needs it: `knowledge/roles.tsv:17`. */
export interface Where {
  toString(): string
}

/** A damaged asset: what was expected and what came, at `where`. */
export function damaged(where: Where, message: string): TheatrumError {
  return new TheatrumError('TH_ASSET_DAMAGED', message, {
    where: where.toString(),
    todo: 'install the package again, or undo the change of the file (git checkout -- knowledge)',
  })
}

/** A table of knowledge/ as read: what its rows became, and a hash of the very file, which the version is made of. */
export interface Table<T> {
  readonly rows: readonly T[]
  readonly hash: string
}

/**
 * Reads a tab-separated table whose header line must be exactly `columns`, and turns each row into a value as it comes.
 * `make` gets one and the same row object each time, with other cells, and must not keep it: 25,000 rows are read at every
 * start. Throws TH_ASSET_DAMAGED naming file and line for a missing file, another header, a row of another width, and text
 * that is not UTF-8; `make` throws for what it finds in the cells.
 */
export function readTable<Column extends string, T>(
  root: string,
  name: string,
  columns: readonly Column[],
  make: (row: Row<Column>) => T,
): Table<T> {
  let number = 1
  const where: Where = { toString: () => `knowledge/${name}:${number}` }
  const bytes = readBytes(path.join(root, 'knowledge', name), `knowledge/${name}`)
  const head = lineAt(bytes, 0)
  if (head.line !== columns.join('\t')) {
    throw damaged(where, `the header must be ${columns.join(', ')}; got ${head.line.replaceAll('\t', ', ')}`)
  }
  const rows: T[] = []
  const cells = Object.fromEntries(columns.map(column => [column, ''])) as Record<Column, string>
  const row = { cells, where }
  for (let at = head.next; at < bytes.length; ) {
    number++
    const { line, next } = lineAt(bytes, at)
    at = next
    const values = line.split('\t')
    if (values.length !== columns.length) {
      throw damaged(where, `${columns.length} cells are expected; got ${values.length}`)
    }
    // A plain loop: it runs for some 200,000 cells.
    for (let i = 0; i < columns.length; i++) {
      const cell = (values[i] as string).trim()
      // Many cells repeat the one above (source, day, country): then one string is kept for all of them.
      if (cell !== cells[columns[i] as Column]) cells[columns[i] as Column] = cell
    }
    rows.push(make(row))
  }
  return { rows, hash: sha256(bytes) }
}

const NEWLINE = 10

/**
 * The line that begins at `at`, without its end, and where the next one begins. A line of ASCII, as nearly all are,
 * becomes a string of one byte a character, which V8 splits, folds and hashes in half the time of a slice of the file's
 * text, and which does not keep that text in memory.
 */
function lineAt(bytes: Buffer, at: number): { readonly line: string; readonly next: number } {
  let end = at
  let all = 0
  for (; end < bytes.length; end++) {
    const byte = bytes[end] ?? NEWLINE
    if (byte === NEWLINE) break
    all |= byte
  }
  const line = all < 128 ? bytes.toString('latin1', at, end) : bytes.toString('utf8', at, end)
  return { line, next: end + 1 }
}

function readBytes(file: string, where: string): Buffer {
  let bytes: Buffer
  try {
    bytes = fs.readFileSync(file)
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    throw damaged(where, missing ? 'the file is missing' : 'the file cannot be read')
  }
  if (!isUtf8(bytes)) throw damaged(where, 'the file is not UTF-8 text')
  return bytes
}

const NONE: readonly string[] = []

/** The parts of a cell that holds a list ("a; b"). */
export function listOf(cell: string): readonly string[] {
  if (cell === '') return NONE
  if (!cell.includes(';')) return [cell]
  return cell
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** A cell that must not be empty. */
export function needed(cell: string, column: string, where: Where): string {
  if (cell === '') throw damaged(where, `\`${column}\` must not be empty`)
  return cell
}

/** One of a fixed set of words, or an error. */
export function oneOf<T extends string>(cell: string, allowed: readonly T[], column: string, where: Where): T {
  const found = allowed.find(word => word === cell)
  if (found === undefined) throw damaged(where, `\`${column}\` must be one of ${allowed.join(', ')}; got "${cell}"`)
  return found
}

/** A day, month or year in ISO 8601, or null for an empty cell. */
export function dayOf(cell: string, column: string, where: Where): string | null {
  if (cell === '') return null
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(cell)) {
    throw damaged(where, `\`${column}\` must be an ISO 8601 date; got "${cell}"`)
  }
  return cell
}

/** A coordinate in degrees within ±`limit`, or null for an empty cell. */
export function degreesOf(cell: string, limit: number, column: string, where: Where): number | null {
  if (cell === '') return null
  const value = Number(cell)
  if (!Number.isFinite(value) || Math.abs(value) > limit) {
    throw damaged(where, `\`${column}\` must be a number from -${limit} to ${limit}; got "${cell}"`)
  }
  return value
}
