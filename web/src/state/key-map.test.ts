import { expect, it } from 'vitest'
import { actionOf, KEY_SHEET } from './key-map.ts'

const press = (key: string, more: Partial<Parameters<typeof actionOf>[0]> = {}) => ({
  key,
  ctrl: false,
  alt: false,
  meta: false,
  typing: false,
  ...more,
})

it('walks with j and k, opens with Enter, goes back with Escape', () => {
  expect(['j', 'k', 'Enter', 'Escape'].map(key => actionOf(press(key), false))).toEqual([
    'next',
    'previous',
    'open',
    'back',
  ])
})

it('leaves letters to an input, and Escape leaves the input', () => {
  expect(['j', '/', '?', 'd', 'g'].map(key => actionOf(press(key, { typing: true }), false))).toEqual(
    Array.from({ length: 5 }, () => null),
  )
  expect(actionOf(press('Escape', { typing: true }), false)).toBe('back')
})

it('takes g and a letter as one chord, and forgets it after another key', () => {
  expect(actionOf(press('g'), false)).toBe('chord')
  expect(actionOf(press('e'), true)).toEqual({ go: '/events' })
  expect(actionOf(press('z'), true)).toBeNull()
  expect(actionOf(press('e'), false)).toBeNull()
})

it('leaves the keys of browser and system alone', () => {
  expect(actionOf(press('d', { ctrl: true }), false)).toBeNull()
  expect(actionOf(press('j', { meta: true }), false)).toBeNull()
  expect(actionOf(press('k', { ctrl: true }), false)).toBe('search')
  expect(actionOf(press('constructor'), false)).toBeNull()
})

it('lists on the sheet no key that does nothing', () => {
  const single = KEY_SHEET.filter(({ keys }) => keys[0] !== 'g').flatMap(({ keys }) => keys)
  const named: Readonly<Record<string, string>> = { Esc: 'Escape', '→': 'ArrowRight', '←': 'ArrowLeft' }
  for (const key of single) expect(actionOf(press(named[key] ?? key), false), key).not.toBeNull()
  const chords = KEY_SHEET.filter(({ keys }) => keys[0] === 'g').map(({ keys }) => keys[1] ?? '')
  for (const key of chords) expect(actionOf(press(key), true), key).toHaveProperty('go')
})
