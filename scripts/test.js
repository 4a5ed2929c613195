// `npm test`: build, every gate, every test. Ends with one line, "N passed, N failed, N skipped", gates counted as tests.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { GATES, root, runGate, runVitest } from './gates.js'

const built =
  spawnSync(process.execPath, [path.join(root, 'scripts/build.js'), '--if-stale'], { cwd: root, stdio: 'inherit' })
    .status === 0
const gates = [built, ...GATES.map(gate => runGate(gate))]
const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'theatrum-test-')), 'report.json')
const green = runVitest(report, ...process.argv.slice(2))
const counts = fs.existsSync(report)
  ? JSON.parse(fs.readFileSync(report, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 }
const passed = counts.numPassedTests + gates.filter(Boolean).length
// A run that failed outside any test (an import that throws, an unhandled error) counts as one failure.
const failed = Math.max(counts.numFailedTests, green ? 0 : 1) + gates.filter(ok => !ok).length
const skipped = counts.numPendingTests + (counts.numTodoTests ?? 0)
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
process.exit(failed === 0 ? 0 : 1)
