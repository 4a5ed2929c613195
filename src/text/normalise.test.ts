import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../test/growth.ts'
import { normaliseName } from './normalise.ts'

/** The definition, in one way for all text: what the faster ways must agree with. */
function byDefinition(form: string): string {
  const plain = form
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return plain.startsWith('the ') ? plain.slice(4) : plain
}

describe('the key of a name', () => {
  it.each([
    ['U.S.', 'us'],
    ['the Netherlands', 'netherlands'],
    ['The', 'the'],
    ['  Al-Shabaab  ', 'al shabaab'],
    ["Sana'a", 'sanaa'],
    ['Côte d’Ivoire', 'cote divoire'],
    ['Erdoğan', 'erdogan'],
    ['İzmir', 'izmir'],
    ['Bakı', 'bakı'],
    ['Київ', 'киів'],
    ['東京', '東京'],
    ['ﬁfth … ½', 'fifth 1 2'],
    ['', ''],
    ['...', ''],
    ['_under_score_', 'under score'],
  ])('makes of %j the key %j', (form, key) => {
    expect(normaliseName(form)).toBe(key)
    expect(byDefinition(form)).toBe(key)
  })

  it('agrees with its definition on every pair of characters to U+0250 and on what lies beyond', () => {
    const wide = [
      '\u0300',
      '\u036f',
      '\u0903',
      '\u1ab0',
      '\u20dd',
      '\u2019',
      '\u212a',
      '\uac01',
      '\ud83d\ude00',
      '\ud800',
    ]
    const all = [...Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code)), ...wide]
    for (const a of all) {
      for (const b of ['a', 'T', '.', "'", ' ', '-', '7', 'é', 'ß', 'ı', ...wide]) {
        for (const form of [a + b, `x${a}${b}x`]) {
          if (normaliseName(form) !== byDefinition(form)) expect(normaliseName(form)).toBe(byDefinition(form))
        }
      }
    }
  })

  it.each(['. ', 'a-', 'e\u0301', ' '])('takes %j without end in linear time', part =>
    expectLinear({ size: 160_000, make: size => part.repeat(size), run: normaliseName }),
  )
})
