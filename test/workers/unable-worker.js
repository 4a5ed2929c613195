// A worker that finds a damaged file and says so, as reader-worker.ts does. Planted by reader-pool.test.ts.
import { parentPort } from 'node:worker_threads'

parentPort.postMessage({
  kind: 'unable',
  error: {
    code: 'TH_ASSET_DAMAGED',
    message: 'expected 9 bytes, got 8',
    where: 'models/planted.onnx',
    todo: 'plant it again',
    stack: 'TheatrumError: expected 9 bytes, got 8\n    at planted (models.ts:1)',
  },
})
