import { describe, expect, it } from 'vitest'
import { expectLinear, expectQuadratic, orderOfGrowth } from './growth.ts'

const numbers = (size: number): number[] => Array.from({ length: size }, (_, i) => (i * 7919) % 10_007)

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)
const pairs = (list: readonly number[]): number => sum(list.map(one => list.filter(other => other === one).length))
const triples = (list: readonly number[]): number => sum(list.map(one => pairs(list) + one))

describe('the order of growth', () => {
  it.each<[string, (list: readonly number[]) => unknown, number]>([
    ['a sum', sum, 80_000],
    ['a sort', list => [...list].sort((a, b) => a - b), 40_000],
    ['a map', list => new Map(list.map((one, i) => [`${one} ${i}`, i])), 20_000],
    ['work that waits', async list => sum(await Promise.all(list.map(async one => one))), 20_000],
  ])('lets %s pass for linear', (_name, run, size) => expectLinear({ size, make: numbers, run }))

  it('catches work that grows with its square, also beside linear work as dear (canary)', async () => {
    await expect(expectLinear({ size: 3_000, make: numbers, run: pairs })).rejects.toThrow(/to be less than 1\.5/)
    const mixed = (list: readonly number[]): number => {
      let work = pairs(list)
      for (let i = 0; i < 300; i++) work += sum(list)
      return work
    }
    await expect(expectLinear({ size: 3_000, make: numbers, run: mixed })).rejects.toThrow(/to be less than 1\.5/)
  })

  it('lets a square pass where one is allowed, and catches a cube (canary)', async () => {
    await expectQuadratic({ size: 3_000, make: numbers, run: pairs })
    await expect(expectQuadratic({ size: 160, make: numbers, run: triples })).rejects.toThrow(/to be less than 2\.5/)
  })

  it('does not count the making of the input', async () => {
    const make = (size: number): number[] => numbers(pairs(numbers(size)) > 0 ? size : 0)
    await expectLinear({ size: 3_000, make, run: sum })
  })

  it('is not measured again once it is small enough', async () => {
    const sizes: number[] = []
    const run = (size: number): void => {
      sizes.push(size)
      const start = process.cpuUsage()
      for (let spent = 0; spent < size * 1000; ) {
        const { user, system } = process.cpuUsage(start)
        spent = user + system
      }
    }
    await orderOfGrowth({ size: 200, make: size => size, run }, 3)
    expect(sizes).toEqual([25, 200, 25])
  })
})
