// `npm run check`: every gate that needs nothing but Node, then the unit tests. Each runs even when one before it failed.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { GATES, root, runGate } from './gates.js'

const failed = GATES.filter(gate => !runGate(gate))
const unit = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit'],
  { cwd: root, stdio: 'inherit' },
)
process.exit(failed.length === 0 && unit.status === 0 ? 0 : 1)
