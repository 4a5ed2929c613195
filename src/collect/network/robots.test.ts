import { describe, expect, it } from 'vitest'
import { parseRobots, readRobots } from './robots.ts'

const parse = (text: string) => parseRobots('https://desk.example/robots.txt', Buffer.from(text))

describe('robots.txt', () => {
  it('prefers our own group and the longest match', () => {
    const robots = parse(
      'User-agent: *\nDisallow: /\n\nUser-agent: theatrum\nDisallow: /a\nAllow: /a/b\nCrawl-delay: 3\n',
    )
    expect(robots.allows('https://desk.example/x')).toBe(true)
    expect(robots.allows('https://desk.example/a/x')).toBe(false)
    expect(robots.allows('https://desk.example/a/b')).toBe(true)
    expect(robots.delayMs).toBe(3_000)
  })

  it('takes a web page in its place for no rules', () => {
    expect(parse('<!doctype html>\nUser-agent: *\nDisallow: /').allows('https://desk.example/x')).toBe(true)
  })

  it('drops rules made of stars, so that they cost nothing', () => {
    const made = (stars: number) => parse(`User-agent: *\nDisallow: /${'*a'.repeat(stars)}\n`)
    const page = `https://desk.example/${'a'.repeat(50)}`
    expect(made(20).allows(page)).toBe(false)
    expect(made(21).allows(page)).toBe(true)
    const many = parse(`User-agent: *\n${`Disallow: /${'*a'.repeat(900)}\n`.repeat(250)}`)
    expect(many.allows(`https://desk.example/${'a'.repeat(1_900)}`)).toBe(true)
  })

  it('allows nothing while the server fails, and everything where there is no file', async () => {
    const read = (status: number) =>
      readRobots('https://desk.example', async () => ({ status, bytes: new Uint8Array() }))
    expect((await read(503)).allows('https://desk.example/')).toBe(false)
    expect((await read(404)).allows('https://desk.example/')).toBe(true)
  })
})
