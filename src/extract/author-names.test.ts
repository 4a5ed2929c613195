import { expect, it } from 'vitest'
import { authorNames, isPersonal } from './author-names.ts'

it.each([
  ['By Ana Example', ['Ana Example']],
  ['Von Ana Example und Bela Sample', ['Ana Example', 'Bela Sample']],
  ['View all posts by Ana Example', ['Ana Example']],
  ['Ana Example, Bela Sample and Cora Test', ['Ana Example', 'Bela Sample', 'Cora Test']],
  ['Ana Example am Samstag, 8. April 2025', ['Ana Example']],
  ['Ana Example, PhD', ['Ana Example']],
  ['ana@samplewire.example', []],
  ['https://samplewire.example/ana', []],
  ['admin', []],
  ['Foto: Ana Example', ['Ana Example']],
  ['', []],
])('reads %j as %j', (value, names) => {
  expect(authorNames([value])).toEqual(names)
})

it('tells persons from houses', () => {
  expect(['Ana Example', 'Jan van der Sample', 'Ana M. Example'].every(isPersonal)).toBe(true)
  expect(['Sample News', 'Redaktion', 'Sample GmbH', 'samplewire.example', 'ana'].some(isPersonal)).toBe(false)
})
