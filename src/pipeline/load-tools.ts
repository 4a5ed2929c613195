import { loadEventTable } from '../assets/load-event-table.ts'
import { loadKnowledge } from '../assets/load-knowledge.ts'
import { loadReaderFiles } from '../assets/load-reader-files.ts'
import { loadEncoder, type NativeCall } from '../encode/load-encoder.ts'
import { parseAmountWords } from '../events/amounts/load-amount-words.ts'
import { parseCapabilities } from '../events/capabilities/load-capabilities.ts'
import { parseLearned } from '../events/learned/load-learned.ts'
import { parseFrames } from '../events/load-frames.ts'
import type { Tools } from './stage.ts'

/** Loads the dated facts that the stages are handed. Throws TH_ASSET_DAMAGED naming file and line that are not sound. */
export function loadFacts(): Omit<Tools, 'encoder' | 'learned'> {
  const [frames, amounts, capabilities] = [
    loadEventTable('frames'),
    loadEventTable('amounts'),
    loadEventTable('capabilities'),
  ]
  return {
    knowledge: loadKnowledge(),
    frames: parseFrames(frames.text, frames.file),
    amounts: parseAmountWords(amounts.text, amounts.file),
    capabilities: parseCapabilities(capabilities.text, capabilities.file),
  }
}

/**
 * Loads everything the stages are handed: the neural reader, whose `models/` lies in `root` (default the package), and
 * the facts. Rejects with TH_ASSET_DAMAGED naming the file or library that is not sound.
 */
export async function loadTools(
  options: { readonly root?: string; readonly native?: NativeCall } = {},
): Promise<Tools> {
  // The reader first: a damaged file of it is found in some 20 ms, the facts take longer.
  const files = loadReaderFiles(options)
  const encoder = await loadEncoder(files, options.native)
  return { ...loadFacts(), encoder, learned: parseLearned(files.events) }
}
