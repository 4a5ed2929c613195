import normalizeUrl from 'normalize-url'
import { getDomain } from 'tldts'
import type { Outlet } from '../model/article.ts'
import { type Known, known, unknown } from '../model/known.ts'
import type { Page } from '../model/page.ts'
import { slug } from '../text/normalise.ts'
import { first, type PageFacts } from './page-facts.ts'

/**
 * The address of an article: the canonical link where it is on the same registrable domain and not merely the site's
 * front page, else the address reached, else the one asked for. Fragments and tracking parameters are dropped.
 */
export function findAddress(page: Page, facts: PageFacts | null): string | null {
  const fetched = page.reachedUrl ?? page.url
  const canonical = facts === null ? null : resolve(facts.canonical ?? first(facts.metas, 'og:url'), fetched)
  const chosen = canonical !== null && isOfPage(canonical, fetched) ? canonical : fetched
  return chosen === null ? null : tidy(chosen)
}

function resolve(address: string | null, base: string | null): string | null {
  if (address === null) return null
  try {
    const url = new URL(address.trim(), base ?? undefined)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

function isOfPage(canonical: string, fetched: string | null): boolean {
  if (fetched === null) return true
  if (new URL(canonical).pathname === '/' && new URL(fetched).pathname !== '/') return false
  return getDomain(canonical) === getDomain(fetched)
}

function tidy(address: string): string {
  try {
    return normalizeUrl(address, {
      stripWWW: false,
      stripHash: true,
      removeTrailingSlash: false,
      stripAuthentication: true,
    })
  } catch {
    return address
  }
}

/** The name by which a page calls its site, or null. */
export function findSiteName(facts: PageFacts): string | null {
  const named =
    first(facts.metas, 'og:site_name') ??
    facts.data.siteName ??
    first(facts.metas, 'application-name', 'apple-mobile-web-app-title', 'dc.publisher', 'publisher', 'copyright')
  if (named === null || named.length > 80 || /^https?:/i.test(named)) return null
  return named.replace(/^@/, '')
}

/**
 * Who published: the given name first; else what the page calls its site; else the registrable domain. The id is the
 * registrable domain of the address, or of a name that is one, else a slug of the name.
 */
export function findOutlet(page: Page, address: string | null, siteName: string | null): Known<Outlet> {
  const domain = address === null ? null : getDomain(address, { allowPrivateDomains: true })
  const given = page.hints.outlet
  const name = given ?? siteName ?? domain
  if (name === null) return unknown('the page names neither its address nor its site')
  const id = domain ?? (/^[\w-]+(?:\.[\w-]+)+$/.test(name) ? getDomain(name) : null) ?? slug(name)
  const outlet: Outlet = page.hints.sample ? { id, name, sample: true } : { id, name }
  return known(outlet, given !== null ? 'given' : siteName !== null ? 'site name' : 'address')
}
