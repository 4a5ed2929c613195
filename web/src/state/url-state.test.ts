import { describe, expect, it } from 'vitest'
import { parseSearch, patchUrlState, readSpan, readUrlState, stringifySearch } from './url-state.ts'

describe('the address as state', () => {
  it('comes back as it was written, hostile values included', () => {
    const state = { story: 's_8f3', sel: 'st.a~b&c=d', q: '“open” 100 % + ü' }
    expect(readUrlState(parseSearch(stringifySearch(state)))).toEqual(state)
  })

  it('is plain: no JSON, no quotes around numbers', () => {
    expect(stringifySearch({ minOrigins: '2', from: '2025-04-01' })).toBe('?minOrigins=2&from=2025-04-01')
    expect(stringifySearch({})).toBe('')
  })

  it('drops names it does not know and values it cannot use', () => {
    expect(readUrlState({ evil: 'x', q: 7, story: '', span: '9-3', actor: 'nato' })).toEqual({ actor: 'nato' })
  })

  it('removes what a patch sets to undefined and keeps the rest', () => {
    expect(patchUrlState({ q: 'a', story: 's' }, { q: undefined, sel: 'st.1' })).toEqual({ story: 's', sel: 'st.1' })
  })
})

it.each([
  ['12-40', [12, 40]],
  ['40-12', null],
  ['5-5', null],
  ['-1-5', null],
  ['1e3-2e3', null],
  [undefined, null],
])('reads the span %s as %j', (written, span) => {
  expect(readSpan(written)).toEqual(span)
})
