import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Command } from 'commander'
import { loadReaderFiles } from '../../assets/load-reader-files.ts'
import { packageRoot } from '../../assets/root.ts'
import { EXIT, TheatrumError } from '../../model/errors.ts'
import { LOCAL_VIEWER } from '../../model/viewer.ts'
import { loadFacts } from '../../pipeline/load-tools.ts'
import { READER_VERSION } from '../../pipeline/versions.ts'
import { readStatus } from '../../views/status.ts'
import { type Context, contextOf, programVersion, withStore } from '../context.ts'
import type { CommandOutcome } from '../options.ts'
import { printJson, write } from '../print.ts'

/** One thing that was looked at. */
interface Finding {
  readonly what: string
  readonly ok: boolean
  readonly detail: string
  readonly todo?: string
}

const EXAMPLE = `
Example:
  theatrum doctor --json`

export function addDoctor(program: Command, outcome: CommandOutcome): void {
  program
    .command('doctor')
    .description('is this installation sound? looks at program, knowledge, reader, pages and store')
    .option('--json', 'the findings as JSON')
    .addHelpText('after', EXAMPLE)
    .action(async (options: { readonly json?: boolean }, command: Command) => {
      const findings = await examine(contextOf(command))
      if (options.json === true) await printJson(findings)
      else {
        for (const { ok, what, detail, todo } of findings) {
          await write(
            `${ok ? 'ok   ' : 'FAULT'}  ${what.padEnd(10)} ${detail}${todo === undefined ? '' : `\n       try   ${todo}`}\n`,
          )
        }
      }
      if (findings.some(({ ok }) => !ok)) outcome.exit = EXIT.outside
    })
}

async function examine(context: Context): Promise<readonly Finding[]> {
  return [
    await look(
      'program',
      () =>
        `theatrum ${programVersion()}, reader ${READER_VERSION}, Node ${process.version}, ${os.platform()} ${os.arch()}, ${os.availableParallelism()} cores`,
    ),
    await look('knowledge', () => {
      const { knowledge } = loadFacts()
      return `${knowledge.actors.size} actors, ${knowledge.places.size} places, ${knowledge.byForm.size} names, version ${knowledge.version}`
    }),
    await look('reader', () => {
      const { made, onnx } = loadReaderFiles()
      return `${made}, models/reader.onnx ${(onnx.length / 1e6).toFixed(1)} MB, every file of models/manifest.json has its size and SHA-256`
    }),
    await look('library', runtimeHere),
    await look('pages', () => {
      const file = path.join(packageRoot(), 'dist', 'web', 'index.html')
      if (!fs.existsSync(file))
        throw new TheatrumError('TH_ASSET_DAMAGED', 'the built pages are missing', {
          where: file,
          todo: 'npm run build',
        })
      return path.dirname(file)
    }),
    await look('store', () =>
      withStore(context, async store => {
        const { kind, where, serverVersion, schemaVersion, role } = store.describe()
        const counts = await store.read(LOCAL_VIEWER, tx => readStatus(tx, { version: programVersion(), work: null }))
        return `${kind} PostgreSQL ${serverVersion} at ${where}, schema ${schemaVersion}, as ${role}: ${counts.articles} articles, ${counts.statements} statements, ${counts.events} events, ${counts.rejections} rejected pages`
      }),
    ),
  ]
}

/** Whether the native library that runs the reader's network loads here, in its loader's own words when it does not. */
async function runtimeHere(): Promise<string> {
  try {
    const { env } = await import('onnxruntime-node')
    return `onnxruntime-node ${env.versions.node ?? env.versions.common} loads on ${os.platform()} ${os.arch()}`
  } catch (cause) {
    const words = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
    throw new TheatrumError('TH_ASSET_DAMAGED', `the library that runs the reader's network does not load: ${words}`, {
      where: `onnxruntime-node on ${os.platform()} ${os.arch()}`,
      todo: 'npm ci, on Linux with glibc 2.28 or newer (not Alpine), macOS on arm64 or Windows, with an x64 or arm64 processor',
      cause,
    })
  }
}

async function look(what: string, at: () => string | Promise<string>): Promise<Finding> {
  try {
    return { what, ok: true, detail: await at() }
  } catch (error) {
    if (!(error instanceof TheatrumError))
      return { what, ok: false, detail: error instanceof Error ? error.message : String(error) }
    const detail = `${error.code} ${error.where ?? ''} ${error.message}`
    return error.todo === null ? { what, ok: false, detail } : { what, ok: false, detail, todo: error.todo }
  }
}
