// The body of a worker thread: loads knowledge and weights once, then reads the pages it is sent, one at a time.
import { parentPort, workerData } from 'node:worker_threads'
import { TheatrumError } from '../model/errors.ts'
import { READ_LIMIT } from '../parse/parse-article.ts'
import { extractOnly } from './extract-only.ts'
import { loadTools } from './load-tools.ts'
import { NativeGate } from './native-gate.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { readPage, rereadArticle } from './read-page.ts'
import type { StageTimer } from './run-stages.ts'
import type { Tools } from './stage.ts'
import { type FromWorker, sendableError, type Task, type WorkerSettings } from './worker-messages.ts'

const port = parentPort
if (port === null) throw new Error('reader-worker.ts runs in a worker thread only')
const settings: WorkerSettings = workerData
const say = (message: FromWorker): void => port.postMessage(message)

async function answer(message: Task, tools: Tools | null): Promise<void> {
  if (message.task === 'extract') {
    say({ kind: 'extracted', result: extractOnly(message.page) })
    return
  }
  if (tools === null) throw new Error('this worker was started to extract only')
  const milliseconds: Record<string, number> = {}
  const timer: StageTimer = {
    now: () => performance.now(),
    took: (stage, ms, { article }) => {
      milliseconds[stage] = ms
      // Screening is the last that costs next to nothing: from here on the time goes with the text.
      if (stage === 'screen') say({ kind: 'begun', characters: Math.min(article?.text.length ?? 0, READ_LIMIT) })
    },
  }
  const result = await (message.task === 'read'
    ? readPage(message.page, tools, timer)
    : rereadArticle(message.article, tools, timer))
  say({ kind: 'read', result, milliseconds })
}

try {
  const native = new NativeGate(settings.gate).through
  const tools = settings.extractOnly
    ? null
    : await loadTools(settings.root === null ? { native } : { native, root: settings.root })
  // Reading awaits the encoder, and the next message may come meanwhile: it waits, so that one session runs one window
  // at a time and the time of a stage is its own. What fails here ends the thread, and the pool says on which page.
  const answerInTurn = oneAtATime((message: Task) => answer(message, tools))
  port.on('message', (message: Task) => void answerInTurn(message))
  say({ kind: 'ready' })
} catch (error) {
  // Anything else than a mistake of the world is a bug, and reaches the pool as this thread's `error` event.
  if (!(error instanceof TheatrumError)) throw error
  say({ kind: 'unable', error: sendableError(error) })
}
