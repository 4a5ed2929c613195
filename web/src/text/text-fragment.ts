/** Longer quotes are named by their first and last words: browsers match both forms, and addresses stay short. */
const WHOLE_UP_TO = 80
const WORDS_AT_EACH_END = 5

/** Encoded for a text directive, where `-`, `,` and `&` have a meaning of their own (WICG scroll-to-text-fragment, 3.4). */
function encoded(words: string): string {
  return encodeURIComponent(words).replace(/-/g, '%2D')
}

/**
 * The address of a page at a quote: the browser scrolls to the words and marks them. Null when there is no address to
 * open, or one that no browser should follow.
 * @param quote words as they stand in the article; line ends cut it, since a directive matches inside one block
 */
export function openAtQuote(url: string | null, quote: string): string | null {
  if (url === null || !/^https?:\/\//i.test(url)) return null
  const bare = url.split('#')[0] ?? url
  const line = (quote.trim().split('\n')[0] ?? '').replace(/\s+/g, ' ').trim()
  // Pages write quotation marks in other forms than the text that was read; the words between them are enough.
  const words = line.replace(/^[“”"„«»‘’'\s]+|[“”"«»‘’'\s.,;:]+$/g, '')
  if (words === '') return bare
  const list = words.split(' ')
  if (words.length <= WHOLE_UP_TO || list.length <= WORDS_AT_EACH_END * 2) return `${bare}#:~:text=${encoded(words)}`
  const first = list.slice(0, WORDS_AT_EACH_END).join(' ')
  const last = list.slice(-WORDS_AT_EACH_END).join(' ')
  return `${bare}#:~:text=${encoded(first)},${encoded(last)}`
}
