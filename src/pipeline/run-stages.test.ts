import { describe, expect, it } from 'vitest'
import type { Article } from '../model/article.ts'
import { accept, type Outcome, reject } from '../model/rejection.ts'
import { runStages } from './run-stages.ts'
import type { AnyStage, Soon, Tools, Work } from './stage.ts'

// Planted stages look at nothing that tools or articles hold.
const tools = {} as Tools
const article = { file: 'planted.txt' } as Article

function planted(name: AnyStage['name'], run: () => Soon<Outcome<Partial<Work>>>): AnyStage {
  return { name, version: 1, reads: [], writes: [], run }
}

const later = <T>(value: T): Promise<T> => new Promise(resolve => setTimeout(() => resolve(value), 5))

describe('stages that answer at once and stages that answer later', () => {
  it('run in order, each on what those before it made', async () => {
    const seen: string[] = []
    const outcome = await runStages(
      {},
      [
        planted('extract', () => accept({ article })),
        planted('parse', async () => {
          seen.push('parse begins')
          await later(null)
          seen.push('parse ends')
          return accept({ expressions: [] })
        }),
        {
          ...planted('resolve', () => accept({})),
          run: work => {
            seen.push(`resolve of ${work.article.file} with ${work.expressions.length} expressions`)
            return accept({ events: [] })
          },
        },
      ],
      tools,
    )
    expect(seen).toEqual(['parse begins', 'parse ends', 'resolve of planted.txt with 0 expressions'])
    expect(outcome).toEqual({ ok: true, work: { article, expressions: [], events: [] } })
  })

  it('are timed from their start to their outcome, not to their promise', async () => {
    let clock = 0
    const took: [string, number][] = []
    const advance = (ms: number): Outcome<Partial<Work>> => {
      clock += ms
      return accept({})
    }
    const stages = [
      planted('screen', () => advance(3)),
      planted('parse', async () => {
        advance(10)
        await later(null)
        return advance(30)
      }),
      planted('resolve', () => advance(7)),
    ]
    await runStages({}, stages, tools, { now: () => clock, took: (stage, ms) => took.push([stage, ms]) })
    expect(took).toEqual([
      ['screen', 3],
      ['parse', 40],
      ['resolve', 7],
    ])
  })
})

describe('a stage that fails', () => {
  const failures: [string, () => Soon<Outcome<Partial<Work>>>][] = [
    [
      'throws',
      () => {
        throw new Error('planted')
      },
    ],
    ['gives a promise that is rejected', () => later(null).then(() => Promise.reject(new Error('planted')))],
    ['is rejected with something that is no error', () => Promise.reject('planted')],
  ]
  it.each(failures)('costs the article, with stage and reason, when it %s', async (_what, run) => {
    let reached = false
    const outcome = await runStages(
      { article },
      [
        planted('parse', run),
        planted('events', () => {
          reached = true
          return accept({})
        }),
      ],
      tools,
    )
    expect(outcome).toMatchObject({ ok: false, article, rejection: { stage: 'parse', reason: 'bug' } })
    expect(outcome.ok ? '' : outcome.rejection.detail).toMatch(/the parse stage failed on this article: .*planted/)
    expect(reached).toBe(false)
  })

  it('is timed too', async () => {
    const took: string[] = []
    const timer = { now: () => 0, took: (stage: string) => void took.push(stage) }
    await runStages({}, [planted('parse', () => Promise.reject(new Error('planted')))], tools, timer)
    expect(took).toEqual(['parse'])
  })

  it('is no bug when it turns the article away', async () => {
    const away = planted('extract', () => reject('extract', 'no-article', 'planted'))
    expect(await runStages({}, [away], tools)).toEqual({
      ok: false,
      rejection: { stage: 'extract', reason: 'no-article', detail: 'planted' },
      article: null,
    })
  })
})
