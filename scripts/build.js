// Builds dist/: the program (tsc), the places file, the browser app (vite). `--if-stale` does nothing when dist/ was made
// from the very sources that are here now.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const stamp = path.join(root, 'dist', '.built-from')
const SOURCES = ['src', 'web', 'knowledge', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** One hash over names, sizes and times of all sources: cheap, and any edit changes it. */
function sourcesHash() {
  const hash = createHash('sha256')
  const visit = place => {
    const stat = fs.statSync(place, { throwIfNoEntry: false })
    if (stat === undefined) return
    if (stat.isDirectory()) for (const name of fs.readdirSync(place).sort()) visit(path.join(place, name))
    else if (!place.endsWith('.test.ts')) hash.update(`${path.relative(root, place)} ${stat.size} ${stat.mtimeMs}\n`)
  }
  for (const source of SOURCES) visit(path.join(root, source))
  return hash.digest('hex')
}

function run(what, file, ...args) {
  const start = Date.now()
  execFileSync(process.execPath, [path.join(root, file), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  process.stderr.write(`built  ${what}  ${((Date.now() - start) / 1000).toFixed(1)} s\n`)
}

const before = sourcesHash()
if (process.argv.includes('--if-stale') && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === before)
  process.exit(0)
fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true })
try {
  run('program', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json')
  run('places', 'scripts/compile-places.js')
  run('pages', 'node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn')
} catch (error) {
  process.stderr.write(`build failed: ${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
fs.writeFileSync(stamp, before)
