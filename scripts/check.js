// `npm run check`: every gate that needs nothing but Node. Each runs even when one before it failed; any failure fails all.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const bin = name => path.join(root, 'node_modules', name)
const GATES = [
  ['format and lint', bin('@biomejs/biome/bin/biome'), 'ci', '--diagnostic-level=warn', '.'],
  ['types of the program', bin('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit'],
  ['types of the tests', bin('typescript/bin/tsc'), '-p', 'tsconfig.test.json'],
  ['types of the pages', bin('typescript/bin/tsc'), '-p', 'web/tsconfig.json', '--noEmit'],
  ['dead code', bin('knip/bin/knip.js')],
  ['architecture and unit tests', bin('vitest/vitest.mjs'), 'run', '--project', 'unit'],
]
let failed = 0
for (const [what, file, ...args] of GATES) {
  const start = Date.now()
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' })
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'}  ${what}  ${((Date.now() - start) / 1000).toFixed(1)} s\n`)
  if (status !== 0) failed++
}
process.exit(failed === 0 ? 0 : 1)
