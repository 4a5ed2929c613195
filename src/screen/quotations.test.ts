import { describe, expect, it } from 'vitest'
import { quotationsOf } from './quotations.ts'

describe('quotationsOf', () => {
  it.each([
    ['He said “one” and "two".', ['“one”', '"two"']],
    ['„eins“ und «deux»', ['„eins“', '«deux»']],
    ['“First paragraph\n\n“Second paragraph.” end', ['“First paragraph', '“Second paragraph.”']],
    ['it’s not a quotation, nor is ’90s', []],
    ['left open "until the end', ['"until the end']],
    ['', []],
  ])('finds them in %j', (text, expected) => {
    expect(quotationsOf(text).map(span => text.slice(...span))).toEqual(expected)
  })
})
