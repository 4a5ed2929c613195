import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { z } from 'zod'
import type { DecoderWeights, Encoder, ReaderLabels, WindowScores, WordSpans } from '../model/encoding.ts'
import { TheatrumError } from '../model/errors.ts'
import { Gazetteer } from './gazetteer.ts'
import { FEATURES, formOf, type WindowInput, windowInput } from './window-input.ts'
import { WordPieces } from './word-pieces.ts'
import { CHARS } from './word-shape.ts'

/** The reader's files under models/, read and checked: see `assets/load-reader-files.ts`. */
export interface EncoderFiles {
  readonly made: string
  readonly onnx: Uint8Array
  /** reader.json: labels and the small weights of the decoders. */
  readonly labels: string
  readonly vocabulary: string
  readonly gazetteer: string
}

/** Word pieces of a window, at most: the size trained on. Longer windows cost more a piece and read no better. */
const PIECES = 190
/** The same for one long sentence: the encoder has 512 places, two of them for its marks; a word may have twelve pieces. */
const WIDE = 480

/** What of the network's outputs is read; of the heads for events, the tags of sides. */
const OUTPUTS: readonly string[] = [
  ...['upos', 'xpos', 'feats', 'script', 'begins', 'name', 'arcs', 'rel_dep', 'rel_head', 'mention', 'late', 'early'],
  ...['anchor', 'role_word', 'role_anchor', 'part'],
]

const REINSTALL = 'install again: npm install theatrum, or in a checkout: git checkout models/'

const smallFile = z.object({
  labels: z.object({
    upos: z.array(z.string()),
    xpos: z.array(z.string()),
    feats: z.array(z.string()),
    script: z.array(z.string()),
    deprel: z.array(z.string()),
    name: z.array(z.string()),
    role: z.array(z.string()),
    part: z.array(z.string()),
  }),
  weights: z.object({
    relation: z.array(z.number()),
    relationBias: z.array(z.number()),
    pairWidth: z.number(),
    pairs: z.array(z.number()),
    same: z.array(z.number()),
    linkWidth: z.number(),
    place: z.array(z.number()),
    role: z.array(z.number()),
    roleBias: z.array(z.number()),
  }),
})

/** Wraps each call into native code; a worker thread must not be stopped inside one. */
export type NativeCall = <T>(call: () => Promise<T>) => Promise<T>

/**
 * Loads the network: one session with one thread, that computes on the thread which calls `read`. Throws
 * TH_ASSET_DAMAGED when the native library or the graph cannot be loaded.
 */
export async function loadEncoder(files: EncoderFiles, native: NativeCall = call => call()): Promise<Encoder> {
  const small = readSmall(files.labels)
  const ort = await native(loadRuntime)
  const session = await native(() => openSession(ort, files.onnx))
  const pieces = new WordPieces(files.vocabulary)
  const gazetteer = new Gazetteer(files.gazetteer)
  return {
    made: files.made,
    labels: small.labels satisfies ReaderLabels,
    weights: decoderWeights(small.weights),
    reach: (text, words, first, wide) => reach(text, words, first, pieces, wide ? WIDE : PIECES),
    read: async (text, words, first, end) => {
      const input = windowInput(text, words, first, end, pieces, gazetteer)
      const out = await native(() => session.run(feeds(ort, input), OUTPUTS))
      return windowScores(out, first, input.size, small.weights.linkWidth)
    },
  }
}

function readSmall(json: string): z.infer<typeof smallFile> {
  try {
    return smallFile.parse(JSON.parse(json))
  } catch (cause) {
    throw new TheatrumError('TH_ASSET_DAMAGED', 'expected labels and weights of the decoders, got something else', {
      where: 'models/reader.json',
      todo: REINSTALL,
      cause,
    })
  }
}

type Runtime = typeof import('onnxruntime-node')

async function loadRuntime(): Promise<Runtime> {
  try {
    return await import('onnxruntime-node')
  } catch (cause) {
    throw new TheatrumError(
      'TH_ASSET_DAMAGED',
      `the library that runs the reader's network cannot be loaded: ${(cause as Error).message.split('\n')[0]}`,
      {
        where: 'onnxruntime-node',
        todo: 'needs Linux with glibc 2.28 or newer (not Alpine) or macOS on Apple silicon; then: npm ci',
        cause,
      },
    )
  }
}

async function openSession(ort: Runtime, onnx: Uint8Array): Promise<InferenceSession> {
  try {
    return await ort.InferenceSession.create(onnx, {
      executionProviders: ['cpu'],
      graphOptimizationLevel: 'all',
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      enableMemPattern: false,
      logSeverityLevel: 3,
    })
  } catch (cause) {
    throw new TheatrumError('TH_ASSET_DAMAGED', `the reader's network cannot be loaded: ${(cause as Error).message}`, {
      where: 'models/reader.onnx',
      todo: REINSTALL,
      cause,
    })
  }
}

function decoderWeights(small: z.infer<typeof smallFile>['weights']): DecoderWeights {
  return {
    relation: Float32Array.from(small.relation),
    relationBias: Float32Array.from(small.relationBias),
    pairWidth: small.pairWidth,
    pairs: Float32Array.from(small.pairs),
    same: Float32Array.from(small.same),
    place: Float32Array.from(small.place),
    role: Float32Array.from(small.role),
    roleBias: Float32Array.from(small.roleBias),
  }
}

/** As many words as `most` pieces hold, at least one. */
function reach(text: string, words: WordSpans, first: number, pieces: WordPieces, most: number): number {
  const count = words.start.length
  let sum = 0
  let end = first
  for (; end < count; end++) {
    sum += pieces.of(formOf(text, words, end)).length
    if (sum > most) break
  }
  return Math.max(first + 1, end)
}

function feeds(ort: Runtime, input: WindowInput): Record<string, Tensor> {
  const { size } = input
  return {
    ids: new ort.Tensor('int32', input.ids, [input.ids.length]),
    owner: new ort.Tensor('int32', input.owner, [input.owner.length]),
    firsts: new ort.Tensor('int32', input.firsts, [size]),
    shapes: new ort.Tensor('float32', input.shapes, [size, FEATURES]),
    chars: new ort.Tensor('int32', input.chars, [size, CHARS]),
  }
}

function windowScores(
  out: InferenceSession.OnnxValueMapType,
  first: number,
  size: number,
  linkWidth: number,
): WindowScores {
  const floats = (name: string): Float32Array => out[name]!.data as Float32Array
  const indices = (name: string): Int32Array => out[name]!.data as Int32Array
  return {
    first,
    size,
    upos: indices('upos'),
    xpos: indices('xpos'),
    feats: indices('feats'),
    script: indices('script'),
    begins: floats('begins'),
    name: floats('name'),
    arcs: floats('arcs'),
    relDep: floats('rel_dep'),
    relHead: floats('rel_head'),
    mention: floats('mention'),
    late: floats('late'),
    early: floats('early'),
    linkWidth,
    anchor: floats('anchor'),
    roleWord: floats('role_word'),
    roleAnchor: floats('role_anchor'),
    part: floats('part'),
  }
}
