import { z } from 'zod'
import { parseDate } from '../dates/parse-date.ts'
import type { Feed } from './feed.ts'
import { orNull } from './plain-text.ts'
import { escapeHtml, resolve } from './xml-tree.ts'

// Fields of the wrong type count as absent: a feed is not thrown away for a number where a string should be.
const Text = z.string().nullish().catch(null)
const Person = z.object({ name: Text }).nullish().catch(null)
const Persons = { author: Person, authors: z.array(Person).nullish().catch(null) }

const Item = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .catch(null),
  url: Text,
  external_url: Text,
  title: Text,
  content_html: Text,
  content_text: Text,
  summary: Text,
  date_published: Text,
  date_modified: Text,
  ...Persons,
})

const JsonFeed = z.object({
  version: z.string().regex(/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//),
  title: Text,
  home_page_url: Text,
  feed_url: Text,
  description: Text,
  language: Text,
  items: z.array(Item.catch({})).nullish().catch(null),
  ...Persons,
})

/** JSON Feed 1.0 and 1.1 (jsonfeed.org); null for JSON that is none. */
export function readJsonFeed(value: unknown, base: string | null): Feed | null {
  const parsed = JsonFeed.safeParse(value)
  if (!parsed.success) return null
  const feed = parsed.data
  const feedAuthor = authorOf(feed)
  const link = (address: string | null | undefined) => (orNull(address) === null ? null : resolve(address, base))
  return {
    title: orNull(feed.title),
    link: link(feed.home_page_url),
    description: orNull(feed.description),
    language: orNull(feed.language),
    updated: null,
    entries: (feed.items ?? []).map(item => ({
      id: orNull(item.id),
      title: orNull(item.title),
      link: link(item.url) ?? link(item.external_url),
      published: parseDate(item.date_published ?? ''),
      updated: parseDate(item.date_modified ?? ''),
      summary: escaped(item.summary),
      content: orNull(item.content_html) ?? escaped(item.content_text),
      author: authorOf(item) ?? feedAuthor,
    })),
  }
}

function escaped(text: string | null | undefined): string | null {
  const plain = orNull(text)
  return plain === null ? null : escapeHtml(plain)
}

function authorOf(holder: {
  author?: z.infer<typeof Person>
  authors?: z.infer<typeof Persons.authors>
}): string | null {
  const names = [...(holder.authors ?? []), holder.author]
    .map(person => orNull(person?.name))
    .filter(name => name !== null)
  return names.length === 0 ? null : [...new Set(names)].join('; ')
}
