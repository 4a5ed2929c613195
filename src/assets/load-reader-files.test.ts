import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TheatrumError } from '../model/errors.ts'
import { sha256 } from '../text/hash.ts'
import { loadReaderFiles } from './load-reader-files.ts'

// Small stand-ins for the real files, with a manifest that is true of them.
const FILES: Readonly<Record<string, string>> = {
  'reader.onnx': 'a network',
  'reader.json': '{"labels":{}}',
  'vocab.txt': '[PAD]\nthe\n',
  'gazetteer.tsv': 'Zürich\tplace\n',
  'events.json': '{"sides":{}}',
}

let root: string
const at = (name: string): string => path.join(root, 'models', name)

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'theatrum-models-'))
  fs.mkdirSync(path.join(root, 'models'))
  for (const [name, text] of Object.entries(FILES)) fs.writeFileSync(at(name), text)
  writeManifest(manifest())
})
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

function manifest(names: readonly string[] = Object.keys(FILES)): {
  made: string
  files: Record<string, { sha256: string; bytes: number; licence: string }>
} {
  const row = (name: string): { sha256: string; bytes: number; licence: string } => {
    const bytes = Buffer.from(FILES[name] ?? '')
    return { sha256: sha256(bytes), bytes: bytes.length, licence: 'Apache-2.0' }
  }
  return { made: 'planted-reader-7', files: Object.fromEntries(names.map(name => [name, row(name)])) }
}

function writeManifest(value: unknown): void {
  fs.writeFileSync(at('manifest.json'), typeof value === 'string' ? value : JSON.stringify(value))
}

function failure(): TheatrumError {
  try {
    loadReaderFiles({ root })
  } catch (error) {
    if (error instanceof TheatrumError) return error
    throw error
  }
  throw new Error('the files were taken for sound')
}

it('hands out files that are as their manifest says', () => {
  const files = loadReaderFiles({ root })
  expect(files).toEqual({
    made: 'planted-reader-7',
    onnx: Buffer.from('a network'),
    labels: FILES['reader.json'],
    vocabulary: FILES['vocab.txt'],
    gazetteer: FILES['gazetteer.tsv'],
    events: FILES['events.json'],
  })
})

describe('a file of the reader that is not sound', () => {
  it.each(Object.keys(FILES))('%s: missing, cut short and with one bit flipped, says so by name', name => {
    const sound = fs.readFileSync(at(name))
    const flipped = Buffer.from(sound)
    flipped.writeUInt8(flipped.readUInt8(3) ^ 1, 3)
    const damages: [() => void, RegExp][] = [
      [() => fs.rmSync(at(name)), new RegExp(`^expected ${sound.length} bytes, got no such file$`)],
      [() => fs.writeFileSync(at(name), sound.subarray(1)), /^expected (\d+) bytes, got \d+$/],
      [
        () => fs.writeFileSync(at(name), flipped),
        new RegExp(`^expected SHA-256 ${sha256(sound)}, got ${sha256(flipped)}$`),
      ],
    ]
    for (const [damage, message] of damages) {
      damage()
      const error = failure()
      expect(error.code).toBe('TH_ASSET_DAMAGED')
      expect(error.exit).toBe(3)
      expect(error.where).toBe(`models/${name}`)
      expect(error.message).toMatch(message)
      expect(error.todo).toMatch(/npm install theatrum/)
    }
  })

  it('is found before it is used also when it is a folder', () => {
    fs.rmSync(at('vocab.txt'))
    fs.mkdirSync(at('vocab.txt'))
    expect(failure()).toMatchObject({ where: 'models/vocab.txt', message: expect.stringContaining('EISDIR') })
  })
})

describe('a manifest that is not sound', () => {
  it.each<[string, unknown, RegExp]>([
    ['is cut short', '{"made": "planted', /expected JSON, got \d+ characters/],
    ['names no version', { files: manifest().files }, /^made: /],
    [
      'names a file outside the folder',
      { made: 'x', files: { '../package.json': manifest().files['vocab.txt'] } },
      /package\.json/,
    ],
    [
      'has a hash that is none',
      { made: 'x', files: { 'vocab.txt': { sha256: 'abc', bytes: 3, licence: 'x' } } },
      /sha256/,
    ],
    ['lists no weights', manifest(['reader.json', 'vocab.txt', 'gazetteer.tsv']), /does not list reader\.onnx/],
  ])('says so when it %s', (_what, value, message) => {
    writeManifest(value)
    const error = failure()
    expect(error.code).toBe('TH_ASSET_DAMAGED')
    expect(error.where).toBe('models/manifest.json')
    expect(error.message).toMatch(message)
  })

  it('says so when it is missing', () => {
    fs.rmSync(at('manifest.json'))
    expect(failure()).toMatchObject({ where: 'models/manifest.json', message: expect.stringContaining('no such file') })
  })
})
