// The gates that need nothing but Node and the sources, and how to run one. Used by check.js and test.js.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const bin = name => path.join(root, 'node_modules', name)

export const GATES = [
  ['format and lint', bin('@biomejs/biome/bin/biome'), 'ci', '--diagnostic-level=warn', '--error-on-warnings', '.'],
  ['types of the program', bin('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit'],
  ['types of the tests', bin('typescript/bin/tsc'), '-p', 'tsconfig.test.json'],
  ['types of the browser tests', bin('typescript/bin/tsc'), '-p', 'test/web/tsconfig.json'],
  ['types of the pages', bin('typescript/bin/tsc'), '-p', 'web/tsconfig.json', '--noEmit'],
  ['dead code', bin('knip/bin/knip.js')],
]

/** Runs one gate with its output shown; says how it went and how long it took. */
export function runGate([what, file, ...args]) {
  const start = Date.now()
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' })
  process.stdout.write(
    `${status === 0 ? 'ok    ' : 'FAILED'}  ${what}  ${((Date.now() - start) / 1000).toFixed(1)} s\n`,
  )
  return status === 0
}

/** Vitest with its report kept, so that its counts can be added up. Returns {passed, failed, skipped}. */
export function runVitest(report, ...args) {
  const command = [
    bin('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status === 0
}
