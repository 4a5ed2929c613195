import { once } from 'node:events'

/** Writes to stdout and waits while the reader of a pipe is behind, so that nothing piles up in memory. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** One JSON document, indented for a person on a terminal, compact in a pipe. */
export async function printJson(value: unknown): Promise<void> {
  await write(`${JSON.stringify(value, null, process.stdout.isTTY ? 1 : undefined)}\n`)
}

/** One object, one line. */
export async function printLine(value: unknown): Promise<void> {
  await write(`${JSON.stringify(value)}\n`)
}

/** A message for the person, on stderr. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`)
}

/** Rows as aligned columns; the last column takes what is left of the terminal's width. Control characters are shown, not sent. */
export function columns(rows: readonly (readonly string[])[]): string {
  const clean = rows.map(row => row.map(cell => visible(cell)))
  const count = Math.max(0, ...clean.map(row => row.length))
  const widths = Array.from({ length: count }, (_, i) =>
    Math.min(48, Math.max(0, ...clean.map(row => row[i]?.length ?? 0))),
  )
  const width = process.stdout.columns ?? 160
  return clean
    .map(row => {
      const cells = row.map((cell, i) => (i === count - 1 ? cell : cut(cell, widths[i] ?? 0).padEnd(widths[i] ?? 0)))
      return cut(cells.join('  '), width).trimEnd()
    })
    .join('\n')
}

/** A paragraph below a row, set in and broken at the terminal's width (100 characters where it is a pipe). */
export function paragraph(text: string): string {
  const width = Math.max(20, Math.min(process.stdout.columns ?? 100, 120) - INDENT.length)
  const lines: string[] = []
  for (const word of visible(text).split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.map(line => INDENT + line).join('\n')
}

const INDENT = '    '

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`
}

/** Text from articles may hold escape sequences that would act on the terminal: they are shown as symbols. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}
