// The body of a worker thread: loads knowledge once, then reads the pages it is sent, one at a time.
import { parentPort, workerData } from 'node:worker_threads'
import { extractOnly } from './extract-only.ts'
import { loadTools } from './load-tools.ts'
import { readPage, rereadArticle } from './read-page.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages.ts'

const port = parentPort
if (port === null) throw new Error('reader-worker.ts runs in a worker thread only')
const settings: WorkerSettings = workerData
const tools = settings.extractOnly ? null : loadTools()
const say = (message: FromWorker): void => port.postMessage(message)

port.on('message', (message: ToWorker) => {
  if (message.task === 'extract') {
    say({ kind: 'extracted', result: extractOnly(message.page) })
    return
  }
  if (tools === null) throw new Error('this worker was started to extract only')
  const milliseconds: Record<string, number> = {}
  const took = (stage: string, ms: number): void => {
    milliseconds[stage] = (milliseconds[stage] ?? 0) + ms
  }
  const timer = message.timed ? { now: () => performance.now(), took } : undefined
  const result =
    message.task === 'read' ? readPage(message.page, tools, timer) : rereadArticle(message.article, tools, timer)
  say({ kind: 'read', result, milliseconds })
})
say({ kind: 'ready' })
