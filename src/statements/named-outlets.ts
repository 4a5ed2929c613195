import { type NamedOutlet, outletKind } from './outlets.ts'
import { type Range, spanOf, type View } from './view.ts'

const LONGEST_NAME = 7

/**
 * The outlets that a text names, in order: names that read like an outlet's, and any name but a person's or a country's
 * that somebody told something in an interview. A name in a dateline is the article's own agency and no hop.
 */
export function namedOutlets(view: View): NamedOutlet[] {
  const found: NamedOutlet[] = []
  for (let i = view.bodyAt; i < view.length; i++) {
    if (!beginsName(view, i)) continue
    const range = nameAt(view, i)
    const [start, end] = spanOf(view, range)
    const name = view.doc.text.slice(start, end).replace(/\s+/g, ' ')
    const kind = outletKind(name) ?? (interviewed(view, range) ? 'outlet' : null)
    if (kind !== null) found.push({ name, kind, first: range[0], reports: reports(view, range) })
    i = range[1] - 1
  }
  return found
}

function beginsName(view: View, i: number): boolean {
  return view.tags[i] === 'PROPN' || (view.forms[i] === 'The' && view.tags[i + 1] === 'PROPN')
}

function nameAt(view: View, first: number): Range {
  const limit = Math.min(view.length, first + LONGEST_NAME)
  let end = first + 1
  while (
    end < limit &&
    view.sentenceOf[end] === view.sentenceOf[first] &&
    (view.tags[end] === 'PROPN' || (view.lower[end] === 'of' && view.tags[end + 1] === 'PROPN' && end + 1 < limit))
  )
    end++
  return [first, end]
}

/** "told Example in an interview", "in an interview with Example": whom nobody knows as an outlet is one here. */
export function interviewed(view: View, [first, end]: Range): boolean {
  if (view.personAt[first]! >= 0 || /^(?:congress|parliament)$/.test(view.lower[first]!)) return false
  const after = view.lower.slice(end, end + 5).join(' ')
  const before = view.lower.slice(Math.max(0, first - 4), first).join(' ')
  if (!/\btold(?: the)?$/.test(before)) return /\binterview with(?: the)?$/.test(before) && !isBody(view, first)
  return /^in (?:an|a|his|her|the) (?:\w+ )?interview\b/.test(after) && !isBody(view, first)
}

/** A country or another body that has a kind of its own. */
function isBody(view: View, first: number): boolean {
  return view.doc.ents.some(
    ent =>
      ent.tokens[0] <= first &&
      first < ent.tokens[1] &&
      /^(?:country|bloc|nationality|place|role|person)$/.test(ent.kind),
  )
}

const REPORTING = /^(?:report|say|write|cite|quote|publish|note|reveal)$/

function reports(view: View, [first, end]: Range): boolean {
  for (let i = end; i < Math.min(view.length, end + 3); i++) if (REPORTING.test(view.lemmas[i]!)) return true
  const before = view.lower.slice(Math.max(0, first - 2), first).join(' ')
  return /(?:according to|(?:reported|cited|quoted|published|carried) by|(?:^|\s)per)$/.test(before)
}
