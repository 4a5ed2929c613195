// `npm start`: builds when needed, then runs `theatrum` with whatever arguments follow.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const built = spawnSync(process.execPath, [path.join(root, 'scripts/build.js'), '--if-stale'], { stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)
const { main } = await import('../dist/cli/main.js')
process.exitCode = await main(process.argv.slice(2))
