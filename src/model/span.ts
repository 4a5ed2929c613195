/**
 * A half-open range of UTF-16 code units of one `article.text`: `text.slice(span[0], span[1])` is the quote.
 * A tuple, so that what is stored, printed and computed with is one form.
 */
export type Span = readonly [start: number, end: number]
