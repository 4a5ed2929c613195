import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventTimeline } from '../../src/model/api.ts'
import { openBrowser, openPage, seriousFindings, type WatchedPage, WHY_NOT } from './browser.ts'
import { startFake } from './fake-api.ts'

const PLOT = '.timeline .plot svg'
const SIGNS = '.timeline a.mark'

const timelineOf = (page: Page): Promise<EventTimeline> =>
  page.evaluate(() => fetch('/api/v1/events/timeline').then(answer => answer.json()))
const param = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name)

/** Signs that lead to no event of the picture, or not to that event's row. */
async function leadAstray(page: Page): Promise<readonly string[]> {
  const known = new Set((await timelineOf(page)).marks?.map(mark => mark.id))
  const hrefs = await page.locator(SIGNS).evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  return hrefs.filter(href => {
    const sel = new URL(href, page.url()).searchParams.get('sel') ?? ''
    return !sel.startsWith('ev.') || !known.has(sel.slice(3))
  })
}

/** Drags over the plot between two parts of its width. */
async function drag(page: Page, from: number, to: number): Promise<void> {
  const box = await page.locator(PLOT).boundingBox()
  if (box === null) throw new Error('no plot')
  // Beside the signs: on the ground near the upper edge.
  await page.mouse.move(box.x + box.width * from, box.y + 6)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * ((from + to) / 2), box.y + 8, { steps: 4 })
  await page.mouse.move(box.x + box.width * to, box.y + 6, { steps: 4 })
  await page.mouse.up()
}

describe.skipIf(WHY_NOT !== null)('the timeline in a browser', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof startFake>>
  let many: Awaited<ReturnType<typeof startFake>>
  let window: WatchedPage
  const rows = () => window.page.locator('[data-pane=rows] [role=option]')

  beforeAll(async () => {
    browser = await openBrowser()
    server = await startFake()
    many = await startFake({ bulkEvents: 5000 })
    window = await openPage(browser, server.address)
  })
  afterAll(async () => {
    await window?.close()
    await server?.close()
    await many?.close()
    await browser?.close()
  })

  const open = async (url: string): Promise<Page> => {
    await window.page.goto(url)
    await window.page.locator(SIGNS).first().waitFor()
    return window.page
  }

  it('has a sign for every event, on the line or in the strip of those without a date', async () => {
    const page = await open('/events')
    const { marks, total } = await timelineOf(page)
    await expect.poll(() => page.locator(SIGNS).count()).toBe(total)
    const undated = marks?.filter(mark => mark.when === null) ?? []
    expect(undated.length).toBeGreaterThan(0)
    await expect.poll(() => page.locator(`.undated ${'a.mark'}`).count()).toBe(undated.length)
    for (const { why } of undated) await expect.poll(() => page.locator('.undated').textContent()).toContain(why)
  })

  it('puts co-operation above the line and conflict below, and claims hollow', async () => {
    const page = await open('/events')
    const { marks } = await timelineOf(page)
    const zero = (await page.locator(`${PLOT} .zero`).boundingBox())?.y ?? 0
    for (const mark of marks ?? []) {
      const sign = page.locator(`${SIGNS}[data-item="${mark.id}"]`)
      await expect.poll(() => sign.locator('.sign').getAttribute('class')).toBe(mark.claimed ? 'sign hollow' : 'sign')
      const box = await sign.locator('.sign').boundingBox()
      if (mark.when !== null) expect((box?.y ?? zero) < zero, mark.id).toBe(mark.quad <= 2)
      await expect.poll(() => sign.getAttribute('aria-label')).toContain(mark.status)
    }
  })

  it('draws each of nine statuses in a shape of its own', async () => {
    const page = await open('/events')
    await page.getByText('Signs').click()
    const shapes = await page
      .locator('.timelegend dd')
      .first()
      .locator('path')
      .evaluateAll(paths => paths.map(path => path.getAttribute('d')))
    expect(shapes).toHaveLength(9)
    expect(new Set(shapes).size).toBe(9)
  })

  it('leads from every sign to the words of its event', async () => {
    const page = await open('/events')
    expect(await leadAstray(page)).toEqual([])
    await page.locator(`${SIGNS}[aria-label^="aid"]`).click()
    await page.locator('.article mark.f-evidence').first().waitFor()
    expect((await page.locator('.article mark[class*=f-evidence]').allTextContents()).join('')).toContain(
      'Mockland sent 40 trucks',
    )
    await expect.poll(() => page.locator(`${SIGNS}[aria-current]`).getAttribute('aria-label')).toContain('Mockland')
  })

  it('would notice a sign that leads nowhere', async () => {
    const page = await open('/events')
    await page
      .locator(SIGNS)
      .first()
      .evaluate(link => link.setAttribute('href', '/events?sel=ev.gone'))
    expect(await leadAstray(page)).toEqual(['/events?sel=ev.gone'])
  })

  it('narrows the list to the days that are dragged over, and keeps them in the address', async () => {
    const page = await open('/events')
    const all = await rows().count()
    await drag(page, 0.02, 0.45)
    await expect.poll(() => param(page, 'since')).not.toBeNull()
    const [since, until] = [param(page, 'since') ?? '', param(page, 'until') ?? '']
    expect(since < until).toBe(true)
    const { marks } = await timelineOf(page)
    const inside = (marks ?? []).filter(({ when }) => when !== null && when.start <= until && when.end >= since)
    await expect.poll(() => rows().count()).toBe(inside.length)
    expect(inside.length).toBeLessThan(all)
    // The address alone brings the same window back.
    await page.reload()
    await page.locator('.timeline .brush.set').waitFor()
    await expect.poll(() => rows().count()).toBe(inside.length)
    await page.getByRole('button', { name: 'show all days' }).click()
    await expect.poll(() => rows().count()).toBe(all)
    expect(param(page, 'since')).toBeNull()
  })

  it('moves and extends the chosen days with arrows and lets them go with Escape', async () => {
    const page = await open('/events')
    const slider = page.getByRole('slider')
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => param(page, 'since')).toBe('2025-04-06')
    expect(param(page, 'until')).toBe('2025-04-06')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => param(page, 'since')).toBe('2025-04-07')
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => param(page, 'until')).toBe('2025-04-08')
    expect(param(page, 'since')).toBe('2025-04-07')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('7–8 Apr 2025, 1 event')
    await page.keyboard.press('Escape')
    await expect.poll(() => param(page, 'since')).toBeNull()
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('slider')
  })

  it('is two stops for the Tab key: the days and the signs, from one to the next with arrows', async () => {
    const page = await open('/events')
    await expect.poll(() => page.locator('.timeline [data-item][tabindex="0"]').count()).toBe(1)
    await page.getByRole('slider').focus()
    await page.keyboard.press('Tab')
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    const first = await label()
    expect(first).toContain('aid')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => label()).not.toBe(first)
    await page.keyboard.press('Enter')
    await expect.poll(() => param(page, 'sel')).toContain('ev.')
  })

  it('shows those without a date alone on demand', async () => {
    const page = await open('/events')
    const { marks } = await timelineOf(page)
    await page.getByRole('button', { name: /^no date/ }).click()
    await expect.poll(() => rows().count()).toBe(marks?.filter(mark => mark.when === null).length)
    expect(param(page, 'dated')).toBe('no')
  })

  it('stands in a story, where it narrows the events and leaves the statements', async () => {
    const page = await open('/stories?story=s1')
    const list = page.locator('[data-pane=rows] .list')
    const statements = await list.locator('[data-key^="st."]').count()
    await page.goto('/stories?story=s1&since=2025-04-01&until=2025-04-30')
    await page.locator('.timeline .brush.set').waitFor()
    await page.getByText('1 of 3 events of these days').waitFor()
    await expect.poll(() => list.locator('[data-key^="ev."]').count()).toBe(1)
    await expect.poll(() => list.locator('[data-key^="st."]').count()).toBe(statements)
  })

  it('stands in an actor’s dossier, for what it did and what was done to it', async () => {
    const page = await open('/actors?sel=ac.country%3ATESTONIA')
    await expect.poll(() => page.locator(SIGNS).count()).toBe(3)
    await page.locator(`${SIGNS}[aria-label*="Samplia to Testonia"]`).first().click()
    await page.locator('.article mark.f-evidence').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/events')
  })

  it('draws thousands as numbers: few elements, nothing left out', async () => {
    const { page, faults, close } = await openPage(browser, many.address)
    await page.goto('/events')
    await page.locator('.timeline a.bars').first().waitFor()
    await expect.poll(() => page.locator('.timeline *').count()).toBeLessThan(2500)
    const { total, marks } = await timelineOf(page)
    const labels = await page
      .locator('.timeline a.bars')
      .evaluateAll(bars => bars.map(bar => bar.getAttribute('aria-label') ?? ''))
    const counted = labels.reduce(
      (sum, label) => sum + Number(/: ([\d,]+) event/.exec(label)?.[1]?.replace(',', '')),
      0,
    )
    const undated = marks?.filter(mark => mark.when === null).length ?? 0
    expect(counted).toBe(total - undated)
    await expect
      .poll(() => page.locator('.undated .chip').textContent())
      .toBe(`no date: ${undated.toLocaleString('en-GB')}`)
    await page.locator('.timeline a.bars').nth(5).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => param(page, 'since')).not.toBeNull()
    expect(await seriousFindings(page)).toEqual([])
    expect(faults).toEqual([])
    await close()
  })

  it('is caught by axe when its signs have no name', async () => {
    const page = await open('/events')
    await page
      .locator(SIGNS)
      .first()
      .evaluate(link => {
        link.removeAttribute('aria-label')
        link.removeAttribute('title')
        link.querySelector('title')?.remove()
      })
    expect((await seriousFindings(page)).join()).toContain('link-name')
  })

  for (const colorScheme of ['dark', 'light'] as const)
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const)
      it(`has nothing serious for axe in ${colorScheme} at ${width} x ${height}, all of it open`, async () => {
        const { page, faults, close } = await openPage(browser, server.address, {
          colorScheme,
          viewport: { width, height },
        })
        for (const url of [
          '/events?since=2025-04-07&until=2025-04-09',
          '/stories?story=s1&since=2025-04-07',
          '/actors?sel=ac.country%3ATESTONIA&dated=no',
        ]) {
          await page.goto(url)
          await page.locator(SIGNS).first().waitFor()
          await page.getByText('Signs').first().click()
          expect(await seriousFindings(page), url).toEqual([])
          await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        }
        expect(faults).toEqual([])
        await close()
      })

  it('did nothing all along that its policy forbids', () => {
    expect(window.faults).toEqual([])
  })
})
