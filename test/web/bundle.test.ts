import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PAGES } from './fake-api.ts'

/** UI.md, "Next": budget of the shell. */
const MOST_GZ_BYTES = 240 * 1024

describe.skipIf(!fs.existsSync(path.join(PAGES, 'index.html')))('the built pages', () => {
  const assets = path.join(PAGES, 'assets')
  const names = fs.existsSync(assets) ? fs.readdirSync(assets) : []

  it('stay within 240 kB, compressed', () => {
    const sizes = names.filter(name => name.endsWith('.gz')).map(name => fs.statSync(path.join(assets, name)).size)
    expect(sizes.length).toBeGreaterThan(1)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_GZ_BYTES)
  })

  it('lie there in both compressed forms', () => {
    for (const name of names.filter(one => /\.(js|css)$/.test(one)))
      for (const form of ['gz', 'br']) expect(names).toContain(`${name}.${form}`)
  })

  it('hold no inline script or style and load nothing from elsewhere', () => {
    const html = fs.readFileSync(path.join(PAGES, 'index.html'), 'utf8')
    expect(html).not.toMatch(/<style|style=|https?:|<script(?![^>]*src=)/)
    const css = names
      .filter(name => name.endsWith('.css'))
      .map(name => fs.readFileSync(path.join(assets, name), 'utf8'))
    expect(css.join('')).not.toMatch(/@import|url\(/)
  })
})
