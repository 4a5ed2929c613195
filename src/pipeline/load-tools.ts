import { loadFrames } from '../assets/load-frames.ts'
import { loadKnowledge } from '../assets/load-knowledge.ts'
import { parseFrames } from '../events/load-frames.ts'
import type { Tools } from './stage.ts'

/** Loads everything the stages are handed. Throws TH_ASSET_DAMAGED naming file and line when a file is not sound. */
export function loadTools(): Tools {
  const { text, file } = loadFrames()
  return { knowledge: loadKnowledge(), frames: parseFrames(text, file) }
}
