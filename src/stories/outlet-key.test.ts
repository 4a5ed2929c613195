import { expect, it } from 'vitest'
import { outletKey } from './outlet-key.ts'

it.each([
  ['The Sample Wire', 'samplewire'],
  ['sample-wire', 'samplewire'],
  ['www.sample-wire.example', 'samplewire'],
  ['thesamplewire.example', 'samplewire'],
  ['Sample.Az', 'sample'],
  ['', ''],
  ['…', ''],
])('brings %j to %j', (name, key) => {
  expect(outletKey(name)).toBe(key)
})
