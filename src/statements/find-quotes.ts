import type { Doc } from '../model/doc.ts'

/** A quotation as a range of words, its marks included. */
export interface Quote {
  readonly first: number
  readonly end: number
  /** False where the paragraph ends before the mark that closes it: the next paragraph re-opens it, or nobody does. */
  readonly closed: boolean
  /** Words inside. */
  readonly words: number
}

// No quotation inside a quotation, and no single-quoted passage of news, is longer in words; bounds the look ahead.
const FAR = 300

type Mark = 'open' | 'close' | 'either' | null

/**
 * Quotations of a text, in order, outermost only: straight, curly, doubled single, guillemets, and single marks where
 * they cannot be apostrophes. A mark left open closes at the end of its paragraph. Linear.
 */
export function findQuotes(doc: Doc, forms: readonly string[], paragraphOf: Int32Array): readonly Quote[] {
  const quotes: Quote[] = []
  let open = -1
  let single = false
  for (let i = 0; i < forms.length; i++) {
    if (open >= 0 && i > open && paragraphOf[i] !== paragraphOf[i - 1]) {
      quotes.push(quote(open, i, false))
      open = -1
    }
    const mark = markOf(doc, forms, i)
    const inner = open < 0 || single ? -1 : innerEnd(doc, forms, paragraphOf, open, i)
    if (inner >= 0) {
      i = inner
      continue
    }
    if (open < 0) {
      if (mark === 'open' || (mark === 'either' && opens(doc, i))) {
        const narrow = isSingle(forms[i]!)
        if (!narrow || closesLater(doc, forms, paragraphOf, i)) {
          open = i
          single = narrow
        }
      }
    } else if (mark === 'close' || mark === 'either') {
      if (isSingle(forms[i]!) !== single) continue
      if (mark === 'either' && opens(doc, i) && !closes(doc, i)) {
        // A new opening mark inside an open quotation: the first was never closed.
        quotes.push(quote(open, i, false))
        open = i
        continue
      }
      quotes.push(quote(open, i + 1, true))
      open = -1
    }
  }
  if (open >= 0) quotes.push(quote(open, forms.length, false))
  return quotes.filter(q => q.words > 0)
}

/**
 * Where a quotation inside the one that began at `open` closes, if one opens at word `i`; else -1. Other marks than the
 * outer ones only have to close; curly marks in curly marks are inside if another closing mark follows theirs.
 */
function innerEnd(doc: Doc, forms: readonly string[], paragraphOf: Int32Array, open: number, i: number): number {
  const [outer, form] = [forms[open]!, forms[i]!]
  if (!/^[“"]$/.test(form) || !/^[“"]$/.test(outer) || (form === '"' && outer === '"')) return -1
  if (!opens(doc, i) || closes(doc, i)) return -1
  const closing = form === '“' ? '”' : '"'
  const end = nextMark(forms, paragraphOf, i, closing)
  if (end < 0 || forms[end] !== closing) return -1
  if (form !== outer) return end
  const next = nextMark(forms, paragraphOf, end, closing)
  return next >= 0 && forms[next] === closing ? end : -1
}

/** The next mark behind word `i` in its paragraph that is `closing`, or opens what that closes; -1 for none. */
function nextMark(forms: readonly string[], paragraphOf: Int32Array, i: number, closing: string): number {
  const last = Math.min(forms.length, i + FAR)
  for (let at = i + 1; at < last && paragraphOf[at] === paragraphOf[i]; at++)
    if (forms[at] === closing || (closing === '”' && forms[at] === '“')) return at
  return -1
}

function quote(first: number, end: number, closed: boolean): Quote {
  return { first, end, closed, words: end - first - (closed ? 2 : 1) }
}

/** True for the marks of a quotation inside a quotation. */
export function isSingle(form: string): boolean {
  return form === "'" || form === '‘' || form === '’'
}

function markOf(doc: Doc, forms: readonly string[], i: number): Mark {
  switch (forms[i]) {
    case '“':
      return closes(doc, i) && !opens(doc, i) ? 'either' : 'open'
    case '``':
    case '«':
      return 'open'
    case '‘':
      return opens(doc, i) ? 'open' : null
    case '”':
      // Curled the wrong way round, as word processors do after a dash or an emptied line.
      return opens(doc, i) && !closes(doc, i) ? 'either' : 'close'
    case '»':
      return 'close'
    case '"':
    case "''":
      return 'either'
    case "'":
      return opens(doc, i) || closes(doc, i) ? 'either' : null
    case '’':
      return closes(doc, i) ? 'close' : null
    default:
      return null
  }
}

/** Space or an opening bracket before the mark, something else after it. */
function opens(doc: Doc, i: number): boolean {
  const before = doc.text.charAt(doc.tokens.start[i]! - 1)
  const after = doc.text.charAt(doc.tokens.end[i]!)
  return /^[\s([—–-]?$/.test(before) && /\S/.test(after)
}

function closes(doc: Doc, i: number): boolean {
  const before = doc.text.charAt(doc.tokens.start[i]! - 1)
  const after = doc.text.charAt(doc.tokens.end[i]!)
  return /\S/.test(before) && /^[\s.,;:!?)\]—–-]?$/.test(after)
}

/** A single mark opens a quotation only if one that must be a closing one follows within the paragraph. */
function closesLater(doc: Doc, forms: readonly string[], paragraphOf: Int32Array, from: number): boolean {
  const last = Math.min(forms.length, from + FAR)
  for (let i = from + 2; i < last && paragraphOf[i] === paragraphOf[from]; i++) {
    if (isSingle(forms[i]!) && closes(doc, i)) return true
  }
  return false
}
