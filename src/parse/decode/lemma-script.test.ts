import { expect, it } from 'vitest'
import { applyScript } from './lemma-script.ts'

it.each([
  ['Went', '=go', 'go'],
  ['Ministers', 'l|1|', 'minister'],
  ['studies', 'l|3|y', 'study'],
  ['Samplians', 'k|1|', 'Samplian'],
  ['Samplia', 'k|0|', 'Samplia'],
  ['USA', 'k|0|', 'USA'],
  ['’s', "l|2|'s", "'s"],
  ['|', 'l|0|', '|'],
  ['a', 'l|1||', '|'],
  // Code points, not UTF-16 units.
  ['x😀😀', 'k|1|', 'x😀'],
  ['😀', 'k|1|y', 'y'],
])('of %j, script %j makes %j', (form, script, lemma) => {
  expect(applyScript(form, script, false)).toBe(lemma)
})

it.each(['l|9|x', 'k|9|x', 'l|3|', 'k|3|', '=', '', '_', 'q|1|a', 'l|x|a', 'l|', 'l|-1|a', 'l|1.5|a'])(
  'keeps the form where script %j does not apply',
  script => {
    expect(applyScript('Abc', script, false)).toBe('abc')
    expect(applyScript('Abc', script, true)).toBe('Abc')
  },
)

it('cuts a form of any length in time', () => {
  expect(applyScript('A'.repeat(300_000), 'l|1|', false)).toHaveLength(299_999)
})
