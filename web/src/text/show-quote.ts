import type { StatementKind } from '../../../src/model/reading.ts'

const OPENING = /^[“"„«‘]/
const CLOSING = /[”"“»’][.,]?$/
const ELLIPSIS = ' … '

/**
 * What a statement's row says. Quotation marks are shown around nothing but words that stand inside quotation marks in
 * the article: a direct quotation whose pieces come without their marks gets them, everything else is printed as it
 * stands. Pieces that the article separates stay separated.
 */
export function showQuote(kind: StatementKind, pieces: readonly string[]): string {
  const clean = pieces.map(piece => piece.replace(/\s+/g, ' ').trim()).filter(piece => piece !== '')
  if (kind !== 'direct') return clean.join(ELLIPSIS)
  return clean.map(quoted).join(ELLIPSIS)
}

/** A piece in its own marks: those it has are kept, a missing one is added. */
function quoted(piece: string): string {
  const opened = OPENING.test(piece)
  const closed = CLOSING.test(piece) && !/\w’$/.test(piece)
  const straight = piece.startsWith('"') || piece.endsWith('"')
  const [left, right] = straight ? ['"', '"'] : ['“', '”']
  return `${opened ? '' : left}${piece}${closed ? '' : right}`
}

/** What kind of words these are, for a person. */
export function kindWords(kind: StatementKind): string {
  if (kind === 'direct') return 'quote'
  return kind === 'mixed' ? 'partly quoted' : 'reported, not a quote'
}
