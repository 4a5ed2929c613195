import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { PAGES } from './fake-api.ts'

/** Debian's Chromium, or the one that CHROMIUM names. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Why browser tests cannot run here; null when they can. */
export const WHY_NOT: string | null = !fs.existsSync(CHROMIUM)
  ? `no browser at ${CHROMIUM}; install Debian's chromium or set CHROMIUM`
  : fs.existsSync(path.join(PAGES, 'index.html'))
    ? null
    : 'the pages are not built; run `npm run build`'

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
}

/** A window that keeps account of everything a page must not do. */
export interface WatchedPage {
  readonly page: Page
  /** Requests to other hosts, refusals by the policy, errors of scripts: all of them must stay away. */
  readonly faults: string[]
  readonly close: () => Promise<void>
}

export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: address, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith(`${address}/`)) faults.push(`request to ${request.url()}`)
  })
  page.on('pageerror', error => faults.push(`script error: ${error.message}`))
  page.on('console', message => {
    // A 404 that a test asks for is no fault of the page.
    if (message.type() === 'error' && !/status of 404/.test(message.text())) faults.push(message.text())
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event =>
      console.error(`policy refused ${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  return { page, faults, close: () => context.close() }
}

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds of serious or critical weight (WCAG 2.2 A and AA, and its best practices). */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Through the debugger, which the page's policy does not bind.
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(): Promise<AxeResult> } }).axe
    const { violations } = await axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 120)).join(' | ')}`)
  })
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}
