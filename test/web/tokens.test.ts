import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const css = fs.readFileSync(path.join(import.meta.dirname, '../../web/src/theme/tokens.css'), 'utf8')

/** Colours of the block that begins with this selector. */
function tokensOf(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(selector)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(match => [match[1] ?? '', match[2] ?? '']))
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const ON_SURFACES = [
  'text',
  'muted',
  'link',
  'sample',
  'disagree',
  'verbal-coop',
  'material-coop',
  'verbal-conflict',
  'material-conflict',
]
const PAIRS = [
  ...ON_SURFACES.flatMap(ink => ['bg', 'raised', 'hover'].map(ground => [ink, ground] as const)),
  ['selected-text', 'selected'],
  ['selected-muted', 'selected'],
  ['sample', 'selected'],
  ['text', 'mark'],
  ['text', 'cue'],
  ['text', 'speaker'],
  ['text', 'hit'],
  ['text', 'sample-bg'],
] as const

describe.each([
  ['dark', ':root {'],
  ['light', ':root[data-theme="light"] {'],
  ['light by preference', ':root:not([data-theme="dark"]) {'],
])('the %s theme', (_name, selector) => {
  const tokens = tokensOf(selector)
  it.each(PAIRS)('has %s on %s at 4.5 : 1 or more', (ink, ground) => {
    expect(contrast(tokens.get(ink) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5)
  })
})

it('has the same light colours by choice and by preference', () => {
  expect(tokensOf(':root[data-theme="light"] {')).toEqual(tokensOf(':root:not([data-theme="dark"]) {'))
})
