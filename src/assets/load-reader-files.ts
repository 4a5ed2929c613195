import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { TheatrumError } from '../model/errors.ts'
import { sha256 } from '../text/hash.ts'
import { packageRoot } from './root.ts'

/** The files of the neural reader as they lie under `models/`, checked against their manifest and not yet understood. */
export interface ReaderFiles {
  /** Name and version of the weights, for instance `theatrum-reader-1`. */
  readonly made: string
  /** The network, an ONNX model. */
  readonly onnx: Uint8Array
  /** Labels and small weights of the heads: the JSON text of `reader.json`. */
  readonly labels: string
  /** WordPiece vocabulary, a piece a line. */
  readonly vocabulary: string
  /** Words and the kinds of names they occur in, tab-separated. */
  readonly gazetteer: string
  /** What is learned of events: the JSON text of `events.json`. */
  readonly events: string
}

const MANIFEST = 'manifest.json'

/** `models/manifest.json`. A name is a plain file name: nothing outside the folder is ever opened. */
const Manifest = z.object({
  made: z.string().min(1),
  files: z.record(
    z.string().regex(/^\w[\w.-]*$/),
    z.object({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.number().int().nonnegative(),
      licence: z.string().min(1),
    }),
  ),
})

/**
 * Reads `models/manifest.json` and every file that it lists, and checks size and SHA-256 of each (some 20 ms for 25 MB).
 * `root` is the folder that holds `models/`, by default the package. Throws TH_ASSET_DAMAGED naming the file, what was
 * expected and what came, when any is missing, damaged or not listed: there is nothing to fall back to.
 */
export function loadReaderFiles(options: { readonly root?: string } = {}): ReaderFiles {
  const folder = path.join(options.root ?? packageRoot(), 'models')
  const { made, files } = readManifest(folder)
  const sound = new Map(Object.entries(files).map(([name, expected]) => [name, readChecked(folder, name, expected)]))
  const bytesOf = (name: string): Uint8Array => {
    const bytes = sound.get(name)
    if (bytes === undefined) throw damagedFile(MANIFEST, `the manifest does not list ${name}`)
    return bytes
  }
  const textOf = (name: string): string => Buffer.from(bytesOf(name)).toString('utf8')
  return {
    made,
    onnx: bytesOf('reader.onnx'),
    labels: textOf('reader.json'),
    vocabulary: textOf('vocab.txt'),
    gazetteer: textOf('gazetteer.tsv'),
    events: textOf('events.json'),
  }
}

function readManifest(folder: string): z.infer<typeof Manifest> {
  const text = readFile(folder, MANIFEST, 'the list of the reader’s files').toString('utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw damagedFile(MANIFEST, `expected JSON, got ${text.length} characters that are none`, cause)
  }
  const manifest = Manifest.safeParse(value)
  if (manifest.success) return manifest.data
  const issue = manifest.error.issues[0]
  throw damagedFile(MANIFEST, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a manifest'}`, manifest.error)
}

function readChecked(
  folder: string,
  name: string,
  expected: { readonly sha256: string; readonly bytes: number },
): Buffer {
  const bytes = readFile(folder, name, `${expected.bytes} bytes`)
  if (bytes.length !== expected.bytes) {
    throw damagedFile(name, `expected ${expected.bytes} bytes, got ${bytes.length}`)
  }
  const hash = sha256(bytes)
  if (hash !== expected.sha256) throw damagedFile(name, `expected SHA-256 ${expected.sha256}, got ${hash}`)
  return bytes
}

function readFile(folder: string, name: string, expected: string): Buffer {
  try {
    return fs.readFileSync(path.join(folder, name))
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause)
    const came = code === 'ENOENT' ? 'no such file' : `a file that cannot be read (${code})`
    throw damagedFile(name, `expected ${expected}, got ${came}`, cause)
  }
}

function damagedFile(name: string, message: string, cause?: unknown): TheatrumError {
  return new TheatrumError('TH_ASSET_DAMAGED', message, {
    where: `models/${name}`,
    todo: 'npm install theatrum again, or `git checkout models/`',
    ...(cause === undefined ? {} : { cause }),
  })
}
