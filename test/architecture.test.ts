import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

// Who may import whom (docs/decisions/0002). Every folder of src/ has a row; a folder may always import itself.
const STAGE = ['model', 'text']
const EVERYTHING = [
  'model',
  'text',
  'assets',
  'access',
  'collect',
  'extract',
  'screen',
  'encode',
  'parse',
  'statements',
  'events',
  'resolve',
  'stories',
  'pipeline',
  'store',
  'views',
  'export',
  'serve',
]
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ['model'],
  access: ['model'],
  assets: STAGE,
  collect: STAGE,
  extract: STAGE,
  screen: STAGE,
  encode: STAGE,
  parse: STAGE,
  statements: STAGE,
  events: STAGE,
  resolve: STAGE,
  stories: STAGE,
  export: STAGE,
  store: ['model', 'text', 'access'],
  pipeline: [
    'model',
    'text',
    'assets',
    'extract',
    'screen',
    'encode',
    'parse',
    'statements',
    'events',
    'resolve',
    'stories',
  ],
  views: ['model', 'text', 'access', 'store'],
  serve: EVERYTHING,
  cli: EVERYTHING,
}

const SRC = path.join(import.meta.dirname, '..', 'src')

interface Breach {
  readonly file: string
  readonly imports: string
  readonly why: string
}

function sourceFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('testdata'))
    .map(name => path.join(folder, name))
}

/** Every import or export-from of a text, type-only ones and dynamic ones too. */
function importsOf(source: string): string[] {
  return [...source.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)(['"])([^'"\n]+)\1/g)].map(
    match => match[2] ?? '',
  )
}

function breachesOf(file: string, source: string): Breach[] {
  const own = path.relative(SRC, file).split(path.sep)[0] ?? ''
  const allowed = MAY_IMPORT[own]
  if (own.endsWith('.ts')) return []
  if (allowed === undefined) return [{ file, imports: own, why: 'this folder has no row in MAY_IMPORT' }]
  const breaches: Breach[] = []
  for (const target of importsOf(source)) {
    if (!target.startsWith('.')) continue
    const folder = path.relative(SRC, path.resolve(path.dirname(file), target)).split(path.sep)[0] ?? ''
    if (folder !== own && !allowed.includes(folder))
      breaches.push({ file: path.relative(SRC, file), imports: target, why: `${own} may not import ${folder}` })
  }
  return breaches
}

describe('the import table', () => {
  it('holds for every file of src', () => {
    const files = sourceFiles(SRC)
    expect(files.length).toBeGreaterThan(20)
    expect(files.flatMap(file => breachesOf(file, fs.readFileSync(file, 'utf8')))).toEqual([])
  })

  it('catches a planted breach, type-only and dynamic ones too', () => {
    const file = path.join(SRC, 'statements', 'planted.ts')
    expect(breachesOf(file, "import type { Doc } from '../parse/parse-article.ts'")).toHaveLength(1)
    expect(breachesOf(file, "const x = await import('../store/open-store.ts')")).toHaveLength(1)
    expect(breachesOf(file, "export { a } from '../../web/src/a.ts'")).toHaveLength(1)
    expect(breachesOf(file, "import type { Span } from '../model/span.ts'")).toEqual([])
  })

  it('catches a folder that has no row', () => {
    expect(breachesOf(path.join(SRC, 'nowhere', 'a.ts'), '')).toHaveLength(1)
  })
})

describe('the network and the clock', () => {
  const files = sourceFiles(SRC).map(file => ({
    file: path.relative(SRC, file),
    source: fs.readFileSync(file, 'utf8'),
  }))

  it('lets one module alone open connections to the world', () => {
    const users = files.filter(
      ({ source }) =>
        importsOf(source).some(name => /^(undici|node:https?|node:tls)$/.test(name)) ||
        /\bfetch\(\s*['"`h]/.test(source),
    )
    expect(users.map(({ file }) => file).filter(file => !/^collect\/(fetch-guarded\.ts|network\/)/.test(file))).toEqual(
      [],
    )
  })

  it('keeps clocks and randomness out of the pure stages', () => {
    const pure = /^(model|text|extract|screen|encode|parse|statements|events|resolve|stories)\//
    const users = files.filter(
      ({ file, source }) => pure.test(file) && /Date\.now\(\)|new Date\(\)|Math\.random\(\)/.test(source),
    )
    expect(users.map(({ file }) => file)).toEqual([])
  })
})
