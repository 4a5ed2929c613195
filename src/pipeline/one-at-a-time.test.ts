import { expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

/** Handles by noting when it begins and ends; `fail` is rejected halfway. */
function noting(log: string[]): (word: string) => Promise<void> {
  return async word => {
    log.push(`${word} begins`)
    await new Promise(resolve => setTimeout(resolve, word === 'slow' ? 20 : 1))
    if (word === 'fail') throw new Error('planted')
    log.push(`${word} ends`)
  }
}

it('lets a second call wait for the end of the first, however slow that is', async () => {
  const log: string[] = []
  const handle = oneAtATime(noting(log))
  await Promise.all(['slow', 'b', 'c'].map(handle))
  expect(log).toEqual(['slow begins', 'slow ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

it('would see calls that overlap: the bare handler mixes them', async () => {
  const log: string[] = []
  await Promise.all(['slow', 'b'].map(noting(log)))
  expect(log.slice(0, 2)).toEqual(['slow begins', 'b begins'])
})

it('passes a failure on to its own caller, and handles what comes after', async () => {
  const log: string[] = []
  const handle = oneAtATime(noting(log))
  const [failed, next] = await Promise.allSettled(['fail', 'b'].map(handle))
  expect(failed?.status).toBe('rejected')
  expect(next?.status).toBe('fulfilled')
  expect(log).toEqual(['fail begins', 'b begins', 'b ends'])
})
