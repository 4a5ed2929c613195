import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const COMPRESSIBLE = /\.(?:js|css|html|svg|json)$/
/** Below this the compressed form saves no packet. */
const SMALLEST_BYTES = 1024

/** Lays `.gz` and `.br` beside every built text file, so that the server compresses nothing while it runs. */
export function compressPlugin(): Plugin {
  let folder = ''
  return {
    name: 'theatrum-compress',
    apply: 'build',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
      await Promise.all(names.filter(name => COMPRESSIBLE.test(name)).map(name => compressed(path.join(folder, name))))
    },
  }
}

async function compressed(file: string): Promise<void> {
  const bytes = fs.readFileSync(file)
  if (bytes.length < SMALLEST_BYTES) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  fs.writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
  fs.writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, { params }))
}
