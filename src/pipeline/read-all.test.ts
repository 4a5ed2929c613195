import { expect, it } from 'vitest'
import { mapInOrder } from './read-all.ts'

async function* numbers(count: number, pulled: number[] = []): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) {
    pulled.push(i)
    yield i
  }
}

it('hands results on in the order of the inputs, whichever was faster', async () => {
  const results: number[] = []
  for await (const n of mapInOrder(numbers(20), 5, async i => {
    await new Promise(resolve => setTimeout(resolve, (20 - i) % 7))
    return i
  })) {
    results.push(n)
  }
  expect(results).toEqual([...numbersUpTo(20)])
})

it('pulls no more inputs ahead than it is told', async () => {
  const pulled: number[] = []
  const stream = mapInOrder(numbers(100, pulled), 4, async i => i)
  await stream.next()
  expect(pulled.length).toBeLessThanOrEqual(4)
  await stream.return(undefined)
})

it('fails in turn when one input fails, after the results before it', async () => {
  const results: number[] = []
  const stream = mapInOrder(numbers(5), 5, async i => {
    if (i === 2) throw new Error('planted')
    return i
  })
  await expect(
    (async () => {
      for await (const n of stream) results.push(n)
    })(),
  ).rejects.toThrow('planted')
  expect(results).toEqual([0, 1])
})

function* numbersUpTo(count: number): Generator<number> {
  for (let i = 0; i < count; i++) yield i
}
