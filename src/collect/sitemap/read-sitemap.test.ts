import { describe, expect, it } from 'vitest'
import { isSitemap, readSitemap } from './read-sitemap.ts'

const read = (text: string) => readSitemap(Buffer.from(text), null)

describe('readSitemap', () => {
  it('reads the news extension under any prefix, and bare ampersands', () => {
    const outcome = read(
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://wire.example/?a=1&b=2</loc><lastmod>2025-04-09</lastmod><n:news><n:publication><n:name>Sample Wire</n:name><n:language>en</n:language></n:publication><n:publication_date>2025-04-08T09:30:00+09:00</n:publication_date><n:title>Port opens</n:title></n:news></url></urlset>',
    )
    expect(outcome.ok && outcome.value.entries).toEqual([
      {
        url: 'https://wire.example/?a=1&b=2',
        title: 'Port opens',
        published: '2025-04-08T09:30:00+09:00',
        outlet: 'Sample Wire',
        language: 'en',
      },
    ])
  })

  it('does not take the time of a change for the time of publication', () => {
    const outcome = read('<urlset><url><loc>https://wire.example/</loc><lastmod>2025-04-09</lastmod></url></urlset>')
    expect(outcome.ok && outcome.value.entries[0]?.published).toBeNull()
  })

  it('reads an index, a cut-off list, and leaves other schemes out', () => {
    expect(
      read('<sitemapindex><sitemap><loc>https://wire.example/s1.xml</loc></sitemap></sitemapindex>'),
    ).toMatchObject({ ok: true, value: { sitemaps: ['https://wire.example/s1.xml'] } })
    const cut = read(
      '<urlset><url><loc>https://wire.example/1</loc></url><url><loc>file:///etc/passwd</loc></url><url><loc>https://wi',
    )
    expect(cut.ok && cut.value.entries.map(entry => entry.url)[0]).toBe('https://wire.example/1')
    expect(JSON.stringify(cut)).not.toContain('passwd')
  })

  it('turns away what is no sitemap', () => {
    expect(read('<rss/>').ok).toBe(false)
    expect(isSitemap(Buffer.from('<rss/>'))).toBe(false)
  })
})
