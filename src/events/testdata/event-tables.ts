import fs from 'node:fs'
import path from 'node:path'
import { parseAmountWords } from '../amounts/load-amount-words.ts'
import { parseCapabilities } from '../capabilities/load-capabilities.ts'
import type { EventTools } from '../event-tools.ts'
import { parseFrames } from '../load-frames.ts'

/** The text of a table of `knowledge/events/`. */
export function tableText(name: 'frames' | 'amounts' | 'capabilities'): string {
  return fs.readFileSync(path.join(import.meta.dirname, '../../../knowledge/events', `${name}.tsv`), 'utf8')
}

/** The rows of a table as cells, each with its line, without notes and the names of the columns. */
export function tableRows(name: 'frames' | 'amounts' | 'capabilities'): { line: number; cells: string[] }[] {
  return tableText(name)
    .split('\n')
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
    .slice(1)
    .map(({ line, text }) => ({ line, cells: text.split('\t') }))
}

/** The tables as the program reads them. */
export const eventTools: EventTools = {
  frames: parseFrames(tableText('frames'), 'frames.tsv'),
  amounts: parseAmountWords(tableText('amounts'), 'amounts.tsv'),
  capabilities: parseCapabilities(tableText('capabilities'), 'capabilities.tsv'),
}
