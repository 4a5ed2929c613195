import { describe, expect, it } from 'vitest'
import { expectLinear, expectQuadratic, orderOfGrowth, type Work } from './growth.ts'

const numbers = (size: number): number[] => Array.from({ length: size }, (_, i) => (i * 7919) % 10_007)

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)

/** Work of so many steps for an input of a size, on a clock that counts them: what it costs is no matter of the machine. */
const steps = (count: (size: number) => number, size: number): Work<number> => {
  let done = 0
  return {
    size,
    make: one => one,
    run: one => {
      done += count(one)
    },
    clock: () => done / 1000,
  }
}

describe('the order of growth', () => {
  it.each<[string, (list: readonly number[]) => unknown, number]>([
    ['a sum', sum, 80_000],
    ['a sort', list => [...list].sort((a, b) => a - b), 40_000],
    ['a map', list => new Map(list.map((one, i) => [`${one} ${i}`, i])), 20_000],
    ['work that waits', async list => sum(await Promise.all(list.map(async one => one))), 20_000],
  ])('lets %s pass for linear', (_name, run, size) => expectLinear({ size, make: numbers, run }))

  it('catches work that grows with its square, also beside linear work as dear (canary)', async () => {
    const square = (n: number): number => n * n
    await expect(expectLinear(steps(square, 3_000))).rejects.toThrow(/to be less than 1\.5/)
    await expect(expectLinear(steps(n => n * n + 1_000 * n, 3_000))).rejects.toThrow(/to be less than 1\.5/)
    await expectLinear(steps(n => n * Math.log2(n), 3_000))
  })

  it('lets a square pass where one is allowed, and catches a cube (canary)', async () => {
    await expectQuadratic(steps(n => n * n, 3_000))
    await expect(expectQuadratic(steps(n => n ** 3, 160))).rejects.toThrow(/to be less than 2\.5/)
  })

  it('measures by the processor (canary)', async () => {
    const pairs = (list: readonly number[]): number => sum(list.map(one => list.filter(other => other === one).length))
    expect(await orderOfGrowth({ size: 4_000, make: numbers, run: pairs }, 0)).toBeGreaterThan(1.2)
  })

  it('does not count the making of the input', async () => {
    const work = steps(n => n, 3_000)
    await expectLinear({
      ...work,
      make: async size => {
        await work.run(size * size)
        return size
      },
    })
  })

  it('is not measured again once it is small enough', async () => {
    const sizes: number[] = []
    const work = steps(n => 1_000 * n, 200)
    await orderOfGrowth(
      {
        ...work,
        run: size => {
          sizes.push(size)
          return work.run(size)
        },
      },
      3,
    )
    expect(sizes).toEqual([25, 200, 25])
  })
})
