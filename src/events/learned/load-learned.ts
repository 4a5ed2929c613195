import { z } from 'zod'
import { TheatrumError } from '../../model/errors.ts'
import type { TellingLemmas } from '../types/telling-words.ts'
import type { LinearModel } from './linear-model.ts'
import type { WordVectors } from './word-vectors.ts'

/** What was learned of events: which phrases are sides, of which type a pair is, what words mean. */
export interface LearnedEvents {
  readonly sides: LinearModel
  readonly types: LinearModel
  /** By which words a type is told where no frame tells it. */
  readonly telling: TellingLemmas
  readonly words: WordVectors
}

const model = z.object({
  classes: z.array(z.string()).min(2),
  bits: z.number().int().min(8).max(20),
  scale: z.array(z.number()),
  bias: z.array(z.number()),
  weights: z.string(),
})
const file = z.object({
  sides: model,
  types: model,
  telling: z.record(z.string(), z.array(z.string())),
  words: z.object({ size: z.number().int().positive(), lemmas: z.string(), table: z.string() }),
})

/** Reads the text of `models/events.json`. Throws TH_ASSET_DAMAGED when it is not what `train/events.js` writes. */
export function parseLearned(json: string): LearnedEvents {
  try {
    const { sides, types, telling, words } = file.parse(JSON.parse(json))
    const lemmas = words.lemmas.split(' ')
    const table = bytes(words.table, lemmas.length * words.size)
    return {
      sides: modelOf(sides),
      types: modelOf(types),
      telling: new Map(Object.entries(telling).map(([type, lemmas]) => [type, new Set(lemmas)])),
      words: { size: words.size, index: new Map(lemmas.map((lemma, k) => [lemma, k])), table },
    }
  } catch (cause) {
    throw new TheatrumError('TH_ASSET_DAMAGED', 'expected the weights for events, got something else', {
      where: 'models/events.json',
      todo: 'npm install theatrum again, or `git checkout models/`',
      cause,
    })
  }
}

function modelOf({ classes, bits, scale, bias, weights }: z.infer<typeof model>): LinearModel {
  const buckets = 2 ** bits
  if (scale.length !== classes.length || bias.length !== classes.length) throw new Error('a number for each class')
  return {
    classes,
    buckets,
    weights: bytes(weights, buckets * classes.length),
    scale: Float32Array.from(scale),
    bias: Float32Array.from(bias),
  }
}

function bytes(base64: string, length: number): Int8Array {
  const buffer = Buffer.from(base64, 'base64')
  if (buffer.length !== length) throw new Error(`${length} bytes expected, got ${buffer.length}`)
  return new Int8Array(buffer.buffer, buffer.byteOffset, length)
}
