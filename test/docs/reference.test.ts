import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ERRORS } from '../../src/model/errors.ts'

const root = path.join(import.meta.dirname, '..', '..')
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')

function markdownFiles(): string[] {
  const docs = fs
    .readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
  return ['README.md', 'CHANGELOG.md', ...docs.map(name => path.join('docs', name))]
}

/** Relative links of a Markdown text whose file is not there. */
function brokenLinks(file: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(match => match[1] ?? '')
    .filter(link => !/^[a-z]+:/.test(link) && !fs.existsSync(path.join(root, path.dirname(file), link)))
}

describe('the manual', () => {
  it('explains every error code, and no other', () => {
    const explained = [...read('docs/reference/errors.md').matchAll(/^## (TH_\w+)$/gm)].map(match => match[1])
    expect(explained.sort()).toEqual(Object.keys(ERRORS).sort())
  })

  it('uses every error code somewhere in the program', () => {
    const sources = fs
      .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('errors.ts'))
      .map(name => read(path.join('src', name)))
      .join('\n')
    expect(Object.keys(ERRORS).filter(code => !sources.includes(code))).toEqual([])
  })

  it('has no broken links', () => {
    expect(markdownFiles().flatMap(file => brokenLinks(file, read(file)).map(link => `${file}: ${link}`))).toEqual([])
  })

  it('would notice a broken link', () => {
    expect(brokenLinks('README.md', 'see [nothing](docs/no-such-file.md) and [this](README.md)')).toEqual([
      'docs/no-such-file.md',
    ])
  })

  it('gives two commands for a fresh machine', () => {
    const commands = [
      ...read('README.md')
        .split('## The main job')[0]!
        .matchAll(/```sh\n([^`]+)```/g),
    ].map(match => match[1]?.trim())
    expect(commands).toEqual(['npm ci && npm start', 'npm test'])
  })
})
