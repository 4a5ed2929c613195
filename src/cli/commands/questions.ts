import type { Command } from 'commander'
import { EXIT } from '../../model/errors.ts'
import { LOCAL_VIEWER } from '../../model/viewer.ts'
import type { ReadTx } from '../../store/store.ts'
import { contextOf, withStore } from '../context.ts'
import { type CommandOutcome, someWords, wholeNumber } from '../options.ts'
import { columns, paragraph, printJson, printLine, write } from '../print.ts'
import { QUESTIONS, type Question } from '../questions.ts'

/** Adds `stories`, `statements`, `events`, `actors`, `disagreements`: the same questions as the web asks. */
export function addQuestions(program: Command, outcome: CommandOutcome): void {
  for (const question of QUESTIONS) addQuestion(program, question, outcome)
}

function addQuestion(program: Command, question: Question, outcome: CommandOutcome): void {
  const command = program
    .command(question.name)
    .description(question.about)
    .option('--json', 'one JSON document')
    .option('--jsonl', 'one JSON object a line')
    .option('--limit <n>', 'at most so many rows; without it all of them', wholeNumber('--limit', 1, 1_000_000))
    .addHelpText('after', `\n${helpOf(question)}`)
  if (question.geojson !== undefined) command.option('--geojson', 'one GeoJSON feature collection (RFC 7946)')
  for (const [flag, what, takes] of question.filters) command.option(flag, what, takes ?? someWords(nameOf(flag)))
  command.action(async (options: Record<string, string | number | boolean | undefined>, self: Command) => {
    const limit = typeof options['limit'] === 'number' ? options['limit'] : null
    const shown = await withStore(contextOf(self), store =>
      store.read(LOCAL_VIEWER, tx => everyRow(tx, question, options, limit)),
    )
    if (options['geojson'] === true && question.geojson !== undefined) await printJson(question.geojson(shown))
    else if (options['json'] === true) await printJson(shown)
    else if (options['jsonl'] === true) for (const row of shown) await printLine(row)
    else await write(shown.length === 0 ? `${question.none}\n` : `${table(question, shown)}\n`)
    outcome.exit = EXIT.done
  })
}

/** `--claimed-by` of `--claimed-by <name>`. */
function nameOf(flag: string): string {
  return flag.split(' ')[0] ?? flag
}

function helpOf({ examples, notes }: Question): string {
  const shown = examples.map(example => `  theatrum ${example}`).join('\n')
  return `${notes === undefined ? '' : `${notes}\n\n`}${examples.length === 1 ? 'Example' : 'Examples'}:\n${shown}`
}

/** Rows in columns, and below each what else there is to say of it. */
function table({ line, below }: Question, rows: readonly unknown[]): string {
  const lines = columns(rows.map(line))
  if (below === undefined) return lines
  return lines
    .split('\n')
    .flatMap((head, i) => [head, ...below(rows[i]).map(paragraph)])
    .join('\n')
}

const PAGE = 500

/** Asks page after page until the limit or the end. */
async function everyRow(
  tx: ReadTx,
  question: Question,
  options: Record<string, unknown>,
  limit: number | null,
): Promise<readonly unknown[]> {
  const rows: unknown[] = []
  let after: string | null = null
  do {
    const want = limit === null ? PAGE : Math.min(PAGE, limit - rows.length)
    const page: { readonly rows: readonly unknown[]; readonly next: string | null } = await question.ask(tx, options, {
      after,
      limit: want,
    })
    rows.push(...page.rows)
    after = page.next
  } while (after !== null && (limit === null || rows.length < limit))
  return rows
}
