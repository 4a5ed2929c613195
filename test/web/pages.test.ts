import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage, seriousFindings, type WatchedPage, WHY_NOT } from './browser.ts'
import { startFake } from './fake-api.ts'

if (WHY_NOT !== null) process.stderr.write(`browser tests are skipped: ${WHY_NOT}\n`)

const VIEWS = {
  stories: '/stories',
  'a statement': '/stories?story=s1&sel=st.a1-st1',
  'a disagreement': '/stories?story=s1&sel=di.d1~1',
  'an event': '/stories?story=s1&sel=ev.s1%2Fvisit&article=a2',
  statements: '/statements',
  'the wordings of a statement': '/statements?open=s1-open&sel=en.s1-open',
  events: '/events?status=happened',
  actors: '/actors?sel=ac.person%3Aana-example',
  search: '/search?q=strait',
  collect: '/collect',
  'what was turned away': '/collect?show=rejected',
  'no result': '/stories?q=zzz',
  'a story that is gone': '/stories?story=gone',
  'no such page': '/nowhere',
} as const

describe.skipIf(WHY_NOT !== null)('the pages in a browser', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof startFake>>
  let window: WatchedPage
  const marked = (layer: string): Promise<string> =>
    window.page
      .locator(`.article mark.${layer}`)
      .allTextContents()
      .then(texts => texts.join(''))
  const selected = (pane: string) => window.page.locator(`[data-pane=${pane}] [role=option][aria-selected=true]`)

  beforeAll(async () => {
    browser = await openBrowser()
    server = await startFake({ bulk: 500 })
    window = await openPage(browser, server.address)
  })
  afterAll(async () => {
    await window?.close()
    await server?.close()
    await browser?.close()
  })

  // The live stream keeps the network busy: wait for what is on screen, not for silence.
  const ready = () => window.page.locator('[role=option], [role=treeitem], .notice, .card').first().waitFor()

  it('begins with the sample’s disagreement, its first statement and that statement’s words', async () => {
    await window.page.goto('/')
    await ready()
    await expect
      .poll(() => marked('f-content'))
      .toBe('“We will keep the Strait of Examples open, and we will do it together,”')
    await expect.poll(() => window.page.locator('.banner').textContent()).toContain('sample')
    await expect.poll(() => selected('list').getAttribute('data-key')).toBe('s1')
  })

  it('walks with j and k, goes to the words with Enter and comes back with Escape', async () => {
    const { page } = window
    await page.goto('/stories')
    await selected('rows').waitFor()
    await page.keyboard.press('j')
    await expect.poll(() => selected('list').getAttribute('data-key')).toBe('s2')
    expect(new URL(page.url()).searchParams.get('story')).toBe('s2')
    await page.keyboard.press('k')
    await expect.poll(() => selected('list').getAttribute('data-key')).toBe('s1')
    await page.keyboard.press('Enter')
    await page.keyboard.press('j')
    await expect.poll(() => selected('rows').getAttribute('data-key')).toBe('st.a1-st1')
    await expect.poll(() => marked('f-content')).toBe('patrols by 14 ships would begin before the summer')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')))
      .toBe('evidence')
    await page.keyboard.press('Escape')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')))
      .toBe('rows')
  })

  it('shows in the text exactly the words of each row, and brings them into sight', async () => {
    const { page } = window
    await page.setViewportSize({ width: 1440, height: 420 })
    await page.goto('/stories?story=s1&sel=st.a1-st0')
    await selected('rows').waitFor()
    const keys = ['st.a1-st0', 'st.a1-st1', 'st.a1-st2', 'st.a1-st3']
    for (const key of keys) {
      await expect.poll(() => selected('rows').getAttribute('data-key')).toBe(key)
      const shown = (await selected('rows').locator('.line2').textContent()) ?? ''
      const words = shown.replace('not said: ', '')
      await expect.poll(() => marked('f-content')).toBe(words)
      const box = await page.locator('.article mark.f-content').first().boundingBox()
      const pane = await page.locator('.evidence .scroll').boundingBox()
      expect((box?.y ?? -1) >= (pane?.y ?? 0)).toBe(true)
      expect((box?.y ?? 1e9) < (pane?.y ?? 0) + (pane?.height ?? 0)).toBe(true)
      await page.locator('[data-pane=rows] [role=listbox]').focus()
      await page.keyboard.press('j')
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('shows the article’s text unchanged under its marks', async () => {
    await window.page.goto('/stories?story=s3')
    await window.page.locator('.article').waitFor()
    const article: { text: string } = await window.page.evaluate(() => fetch('/api/v1/articles/a5').then(r => r.json()))
    const shown = await window.page.locator('.article p').allTextContents()
    expect(shown).toEqual(article.text.split('\n').filter(line => line !== ''))
    expect(shown[0]).toContain('<b>claims</b>')
  })

  it('steps through the articles that carry the same words with ] and [', async () => {
    const { page } = window
    await page.goto('/stories?story=s1&sel=st.a1-st0')
    await page.locator('.article mark.f-content').first().waitFor()
    await page.keyboard.press(']')
    await expect.poll(() => page.locator('.evidencehead h2').textContent()).toContain('Specimen Gazette')
    await expect.poll(() => marked('f-content')).toContain('“We will keep')
    await page.keyboard.press('[')
    await expect.poll(() => page.locator('.evidencehead h2').textContent()).toContain('Sample Wire')
  })

  it('shows an utterance with its wordings below it, each with its own words, marks and way', async () => {
    const { page } = window
    await page.goto('/statements?speaker=example')
    const item = (key: string) => page.locator(`[role=treeitem][data-key="${key}"]`)
    await item('en.s1-open').waitFor()
    await expect.poll(() => item('en.s1-open').textContent()).toContain('3 wordings')
    await expect.poll(() => item('en.s1-open').getAttribute('aria-expanded')).toBe('false')
    await page.locator('[role=tree]').focus()
    while ((await page.locator('[role=treeitem][aria-selected=true]').getAttribute('data-key')) !== 'en.s1-open')
      await page.keyboard.press('j')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => item('en.s1-open').getAttribute('aria-expanded')).toBe('true')
    await expect.poll(() => page.locator('[aria-level="2"]').count()).toBe(3)
    // The paraphrase carries no quotation marks, whatever stands above it.
    const paraphrase = 'that both countries would keep the Strait of Examples open'
    await expect.poll(() => item('wo.a3~a3-st2').locator('.line2').textContent()).toBe(paraphrase)
    await expect.poll(() => item('wo.a3~a3-st2').textContent()).toContain('via Specimen Evening Post')
    for (let i = 0; i < 3; i++) await page.keyboard.press('j')
    await expect.poll(() => marked('f-content')).toBe(paraphrase)
    await expect.poll(() => page.locator('.evidencehead h2').textContent()).toContain('Placeholder Daily')
    await page.keyboard.press('ArrowLeft')
    await expect
      .poll(() => page.locator('[role=treeitem][aria-selected=true]').getAttribute('data-key'))
      .toBe('en.s1-open')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => page.locator('[aria-level="2"]').count()).toBe(0)
    // An address that names a wording shows it.
    await page.goto('/statements?sel=wo.a2~a2-st0')
    await item('wo.a2~a2-st0').waitFor()
    await item('en.s1-open').locator('[data-fold]').click()
    await expect.poll(() => page.locator('[aria-level="2"]').count()).toBe(0)
  })

  it('shows where and when something was said and its stand, and leads to those words', async () => {
    const { page } = window
    await page.goto('/statements?sel=en.s1-open')
    await page.locator('[data-key="en.s1-open"]').waitFor()
    await expect.poll(() => page.locator('[data-key="en.s1-open"] .line3').textContent()).toContain('at the naval base')
    await page.getByRole('button', { name: 'at the naval base' }).click()
    await expect.poll(() => marked('f-span')).toBe('at the naval base')
    await page.goto('/statements?stance=ACCUSE')
    await selected('rows').or(page.locator('[role=treeitem][aria-selected=true]')).first().waitFor()
    await expect.poll(() => page.locator('[role=treeitem]').count()).toBe(1)
    await expect.poll(() => page.locator('[role=treeitem] .stance').textContent()).toBe('accuse')
    await expect.poll(() => page.locator('.trail').textContent()).toContain('by the cue accused')
  })

  it('opens the original at the quote', async () => {
    const { page } = window
    await page.goto('/stories?story=s1&sel=st.a1-st1')
    const link = page.getByRole('link', { name: /open at quote/ })
    await expect
      .poll(() => link.getAttribute('href'))
      .toBe(
        'https://wire.example/2025/04/08/samplia-minister-in-port-specimen#:~:text=patrols%20by%2014%20ships%20would%20begin%20before%20the%20summer',
      )
    await expect.poll(() => link.getAttribute('rel')).toContain('noreferrer')
  })

  it('searches from anywhere with /, marks the hits and keeps the search in the address', async () => {
    const { page } = window
    await page.goto('/events')
    await selected('rows').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('strait')
    await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe('/search?q=strait')
    await page.locator('mark.hit').first().waitFor()
    expect((await page.locator('mark.hit').allTextContents()).every(text => /strait/i.test(text))).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('listbox')
    await page.keyboard.press('j')
    await expect.poll(() => selected('rows').getAttribute('data-key')).toBe('ar.a2')
    await expect.poll(() => page.evaluate(() => [...(CSS.highlights.get('hits') ?? [])].length)).toBeGreaterThan(0)
  })

  it('shows every key behind ?, holds the focus there and gives it back', async () => {
    const { page } = window
    await page.goto('/stories')
    await selected('rows').waitFor()
    await page.locator('[data-pane=list] [role=listbox]').focus()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keys and signs' })
    await dialog.waitFor()
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab')
    await expect.poll(() => dialog.evaluate(element => element.contains(document.activeElement))).toBe(true)
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('listbox')
  })

  it('turns dark and light with d and remembers it', async () => {
    const { page } = window
    await page.goto('/stories')
    await ready()
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const before = await ground()
    await page.keyboard.press('d')
    const after = await ground()
    expect(after).not.toBe(before)
    await page.reload()
    await ready()
    await expect.poll(() => ground()).toBe(after)
    await page.keyboard.press('d')
  })

  it('goes to other views with g and a letter', async () => {
    const { page } = window
    await page.goto('/stories')
    await ready()
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await expect.poll(() => new URL(page.url()).pathname).toBe('/events')
  })

  it('draws a few dozen rows of a list of hundreds and reads on as it is scrolled', async () => {
    const { page } = window
    await page.goto('/stories')
    await selected('list').waitFor()
    await expect.poll(() => page.locator('[data-pane=list] [role=option]').count()).toBeLessThan(60)
    await page.locator('[data-pane=list] [role=listbox]').focus()
    for (let i = 0; i < 12; i++) await page.keyboard.press('PageDown')
    await expect
      .poll(() => page.locator('[data-pane=list] [role=option]').first().getAttribute('aria-setsize').then(Number))
      .toBeGreaterThan(100)
    const active = await page.locator('[data-pane=list] [role=listbox]').getAttribute('aria-activedescendant')
    expect(active === null ? 0 : await page.locator(`[id="${active}"]`).count()).toBe(1)
  })

  it('narrows with a filter that stands as a chip, and says why nothing is left', async () => {
    const { page } = window
    await page.goto('/stories')
    await ready()
    await page.getByRole('button', { name: '+ filter' }).click()
    await page.getByLabel('words').fill('no such words')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('No story passes these filters').waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('no such words')
    await page.getByRole('button', { name: /Remove filter words/ }).click()
    await selected('list').waitFor()
  })

  it('lets the notes of a first visit be sent away for good', async () => {
    const { page } = window
    await page.goto('/stories')
    await ready()
    const notes = page.getByRole('complementary', { name: 'Note for a first visit' })
    await notes.first().waitFor()
    for (let left = 5; left > 0; left--) await notes.first().getByRole('button').click()
    await expect.poll(() => notes.count()).toBe(0)
    await page.reload()
    await ready()
    await expect.poll(() => notes.count()).toBe(0)
  })

  it('shows a refusal of the server with its code', async () => {
    await window.page.goto('/stories?story=gone')
    await window.page.getByText('TH_NOT_FOUND').waitFor()
  })

  it('did nothing all along that its policy forbids, and asked no other host', () => {
    expect(window.faults).toEqual([])
  })

  it('would have been caught by axe and by the policy if it had', async () => {
    const canary = await openPage(browser, server.address)
    await canary.page.goto('/stories')
    await canary.page.locator('[role=option]').first().waitFor()
    await canary.page.evaluate(() => {
      document.querySelector('.footer')?.append(document.createElement('button'))
      const script = document.createElement('script')
      script.textContent = 'document.title = "inline"'
      document.body.append(script)
      void fetch('http://127.0.0.2:1/').catch(() => undefined)
    })
    expect((await seriousFindings(canary.page)).join()).toContain('button-name')
    await expect.poll(() => canary.faults.join()).toContain('script-src')
    expect(canary.faults.join()).toContain('connect-src')
    expect(await canary.page.title()).not.toBe('inline')
    await canary.close()
  })

  describe('on a telephone', () => {
    it('shows one pane at a time, and Back goes back', async () => {
      const phone = await openPage(browser, server.address, { viewport: { width: 390, height: 844 } })
      const { page } = phone
      await page.goto('/stories')
      await page.locator('[data-key=s1]').click()
      await page.locator('[data-key="st.a1-st1"]').click()
      await expect
        .poll(() => page.locator('.article mark.f-content').allTextContents())
        .toEqual(['patrols by 14 ships would begin before the summer'])
      await expect.poll(() => page.locator('.pane:visible').count()).toBe(1)
      await page.goBack()
      await page.locator('[data-key="st.a1-st1"]').waitFor()
      await page.getByRole('button', { name: '‹ Stories' }).click()
      await page.locator('[data-key=s2]').waitFor()
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      expect(phone.faults).toEqual([])
      await phone.close()
    })
  })

  for (const colorScheme of ['dark', 'light'] as const)
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const)
      it(`has nothing serious for axe in ${colorScheme} at ${width} x ${height}`, async () => {
        const { page, faults, close } = await openPage(browser, server.address, {
          colorScheme,
          viewport: { width, height },
        })
        for (const [name, url] of Object.entries(VIEWS)) {
          await page.goto(url)
          await page.locator('[role=option], [role=treeitem], .notice, .card, .article').first().waitFor()
          if (name !== 'no such page') await page.waitForTimeout(150)
          expect(await seriousFindings(page), `${name} ${url}`).toEqual([])
        }
        expect(faults).toEqual([])
        await close()
      })
})

describe.skipIf(WHY_NOT !== null)('the pages over an empty picture', () => {
  it('say what to type', async () => {
    const browser = await openBrowser()
    const server = await startFake({ empty: true })
    const { page, faults, close } = await openPage(browser, server.address)
    await page.goto('/')
    await page.getByText('Nothing has been read yet').waitFor()
    await page.getByText('theatrum ingest PATH').waitFor()
    await expect.poll(() => page.locator('.banner').count()).toBe(0)
    expect(await seriousFindings(page)).toEqual([])
    expect(faults).toEqual([])
    await close()
    await server.close()
    await browser.close()
  })
})
