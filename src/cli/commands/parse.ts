import fs from 'node:fs'
import { text as readStream } from 'node:stream/consumers'
import type { Command } from 'commander'
import { TheatrumError } from '../../model/errors.ts'
import { fromConllu } from '../../parse/from-conllu.ts'
import { toConllu } from '../../parse/to-conllu.ts'
import { normaliseText } from '../../text/normalise.ts'
import type { CommandOutcome } from '../options.ts'
import { printJson, write } from '../print.ts'

interface ParseOptions {
  readonly conllu?: boolean
  readonly goldTokens?: boolean
  readonly json?: boolean
}

const EXAMPLE = `
Example:
  echo "Ministers met in Oslo." | theatrum parse --conllu -
  theatrum parse --conllu --gold-tokens tokens.conllu`

export function addParse(program: Command, _outcome: CommandOutcome): void {
  program
    .command('parse')
    .description('tokens, sentences, tags, lemmas and names of a text, as CoNLL-U')
    .argument('[file...]', 'text files, or CoNLL-U with --gold-tokens; - or nothing: standard input', ['-'])
    .option('--conllu', 'CoNLL-U (the default)')
    .option('--gold-tokens', 'the input is CoNLL-U whose tokens and sentences are kept')
    .option('--json', 'sentences, tokens and entities as JSON')
    .addHelpText('after', EXAMPLE)
    .action(async (files: string[], options: ParseOptions) => {
      // Loaded here: no other command on this thread should pay for the reader.
      const { parseText, parseWords } = await import('../../parse/parse-article.ts')
      const { loadTools } = await import('../../pipeline/load-tools.ts')
      const tools = await loadTools()
      for (const file of files) {
        const text = await readText(file)
        if (options.goldTokens === true) {
          for (const gold of fromConllu(text, file)) {
            const doc = await parseWords(gold.text, gold.words, null, tools, gold.firstToken)
            await write(toConllu(doc, { docId: gold.docId }))
          }
          continue
        }
        const doc = await parseText(normaliseText(text), tools)
        if (options.json === true)
          await printJson({ file, sentences: doc.sentences, ents: doc.ents, chains: doc.chains, readTo: doc.readTo })
        else await write(toConllu(doc, { docId: file }))
      }
    })
}

/** The text of a file or of standard input. */
export async function readText(file: string): Promise<string> {
  if (file === '-') return readStream(process.stdin)
  try {
    return await fs.promises.readFile(file, 'utf8')
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw new TheatrumError(
      missing ? 'TH_INPUT_MISSING' : 'TH_INPUT_UNREADABLE',
      missing ? 'there is no such file' : 'the file cannot be read',
      { where: file, todo: 'check the path', cause },
    )
  }
}
