import fs from 'node:fs'
import path from 'node:path'
import { TheatrumError } from '../model/errors.ts'

/** A row of a table, with its place for messages. Cells are trimmed; an absent column is a bug, not an empty cell. */
export interface Row<Column extends string> {
  readonly cells: Readonly<Record<Column, string>>
  /** `knowledge/roles.tsv:17`. */
  readonly where: string
}

/** A damaged asset: what was expected and what came, at `where`. */
export function damaged(where: string, message: string): TheatrumError {
  return new TheatrumError('TH_ASSET_DAMAGED', message, {
    where,
    todo: 'install the package again, or undo the change of the file (git checkout -- knowledge)',
  })
}

/** A table of knowledge/ as read: its rows and the very text, which the version is a hash of. */
export interface Table<Column extends string> {
  readonly rows: readonly Row<Column>[]
  readonly text: string
}

/**
 * Reads a tab-separated table whose header line must be exactly `columns`. Throws TH_ASSET_DAMAGED naming file and
 * line for a missing file, another header, a row of another width, and text that is not UTF-8.
 */
export function readTable<Column extends string>(
  root: string,
  name: string,
  columns: readonly Column[],
): Table<Column> {
  const where = `knowledge/${name}`
  const text = readText(path.join(root, 'knowledge', name), where)
  const [head, ...lines] = text.replace(/\n$/, '').split('\n')
  if (head !== columns.join('\t')) {
    throw damaged(`${where}:1`, `the header must be ${columns.join(', ')}; got ${(head ?? '').replaceAll('\t', ', ')}`)
  }
  const rows = lines.map((line, i) => {
    const values = line.split('\t')
    if (values.length !== columns.length) {
      throw damaged(`${where}:${i + 2}`, `${columns.length} cells are expected; got ${values.length}`)
    }
    const cells: Partial<Record<Column, string>> = {}
    for (const [at, column] of columns.entries()) cells[column] = (values[at] ?? '').trim()
    return { cells: cells as Record<Column, string>, where: `${where}:${i + 2}` }
  })
  return { rows, text }
}

function readText(file: string, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fs.readFileSync(file))
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    throw damaged(where, missing ? 'the file is missing' : 'the file is not UTF-8 text')
  }
}

/** The parts of a cell that holds a list ("a; b"). */
export function listOf(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split(';').flatMap(part => (part.trim() === '' ? [] : [part.trim()]))
}

/** A cell that must not be empty. */
export function needed(cell: string, column: string, where: string): string {
  if (cell === '') throw damaged(where, `\`${column}\` must not be empty`)
  return cell
}

/** One of a fixed set of words, or an error. */
export function oneOf<T extends string>(cell: string, allowed: readonly T[], column: string, where: string): T {
  const found = allowed.find(word => word === cell)
  if (found === undefined) throw damaged(where, `\`${column}\` must be one of ${allowed.join(', ')}; got "${cell}"`)
  return found
}

/** A day, month or year in ISO 8601, or null for an empty cell. */
export function dayOf(cell: string, column: string, where: string): string | null {
  if (cell === '') return null
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(cell)) {
    throw damaged(where, `\`${column}\` must be an ISO 8601 date; got "${cell}"`)
  }
  return cell
}

/** A coordinate in degrees within ±`limit`, or null for an empty cell. */
export function degreesOf(cell: string, limit: number, column: string, where: string): number | null {
  if (cell === '') return null
  const value = Number(cell)
  if (!Number.isFinite(value) || Math.abs(value) > limit) {
    throw damaged(where, `\`${column}\` must be a number from -${limit} to ${limit}; got "${cell}"`)
  }
  return value
}
