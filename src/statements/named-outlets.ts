import { type NamedOutlet, outletKind } from './outlets.ts'
import { type Range, sentenceRange, spanOf, type View } from './view.ts'

const LONGEST_NAME = 7

/**
 * The outlets that a text names, in order: names that read like an outlet's, and any name but a person's or a country's
 * that its surroundings show to be one: somebody told it something in an interview, it is called a broadcaster, words
 * were carried by it. A name in a dateline is the article's own agency and no hop.
 */
export function namedOutlets(view: View): NamedOutlet[] {
  const found: NamedOutlet[] = []
  for (let i = view.bodyAt; i < view.length; i++) {
    if (!beginsName(view, i)) continue
    const range = nameAt(view, i)
    const [start, end] = spanOf(view, range)
    const name = view.doc.text.slice(start, end).replace(/\s+/g, ' ')
    const kind = outletKind(name) ?? shownKind(view, range)
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
    (view.tags[end] === 'PROPN' ||
      (view.tags[end] === 'NUM' && view.tags[end - 1] === 'PROPN') ||
      (view.lower[end] === '-' && view.tags[end + 1] === 'NUM' && touches(view, end)) ||
      (view.tags[end] === 'NUM' && view.lower[end - 1] === '-') ||
      (view.lower[end] === 'of' && view.tags[end + 1] === 'PROPN' && end + 1 < limit))
  )
    end++
  return [first, end]
}

/** "Example-1": nothing between the word, the hyphen and what follows. */
function touches(view: View, hyphen: number): boolean {
  const { start, end } = view.doc.tokens
  return end[hyphen - 1] === start[hyphen] && end[hyphen] === start[hyphen + 1]
}

const AGENCY_NOUN = /^(?:agency|newswire|wire)$/
const OUTLET_NOUN =
  /^(?:newspaper|paper|broadcaster|website|site|portal|outlet|tabloid|daily|weekly|magazine|channel|station|network|television|radio)$/

/** The kind of outlet that the words around a name make of it; null where they make none. */
function shownKind(view: View, range: Range): 'agency' | 'outlet' | null {
  const described = describedKind(view, range)
  if (described !== null) return described
  if (carries(view, range) || interviewed(view, range)) return 'outlet'
  return pointedKind(view, range)
}

/** "Example reported that … The agency …": what the text goes on to call who reports. */
function pointedKind(view: View, [first, end]: Range): 'agency' | 'outlet' | null {
  if (isBody(view, first) && view.personAt[first]! < 0) return null
  if (!/^(?:has |had )?report(?:ed|s) (?:that|on|,)/.test(view.lower.slice(end, end + 4).join(' '))) return null
  for (let i = end + 2; i < Math.min(view.length - 1, end + 120); i++) {
    if (view.lower[i] !== 'the') continue
    const noun = view.lower[i + 1] === 'news' ? view.lower[i + 2]! : view.lower[i + 1]!
    if (/^(?:agency|newswire)$/.test(noun)) return 'agency'
    if (/^(?:newspaper|paper|broadcaster|channel|outlet|magazine|daily)$/.test(noun)) return 'outlet'
  }
  return null
}

/** "the state news agency Example", "Example, the state news agency,": what a noun beside the name calls it. */
function describedKind(view: View, [first, end]: Range): 'agency' | 'outlet' | null {
  const before = view.lower[first - 1] ?? ''
  const media = /^(?:news|state|local|daily|national|public|private|opposition|business|wire)$/
  if (first > sentenceRange(view, first)[0]) {
    if (AGENCY_NOUN.test(before) && /^(?:news|press|wire)$/.test(view.lower[first - 2] ?? '')) return 'agency'
    const sure = /^(?:newspaper|broadcaster|tabloid|daily|weekly|magazine|channel|portal)$/.test(before)
    if (OUTLET_NOUN.test(before) && !/^(?:television|radio)$/.test(before) && (sure || !isBody(view, first)))
      return 'outlet'
  }
  const behind = view.lower[end] === 'news' ? view.lower[end + 1] : view.lower[end]
  if (view.tags[end - 1] === 'PROPN' && !isBody(view, end - 1)) {
    if (/^(?:agency|newswire)$/.test(behind ?? '') && (behind !== view.lower[end] || toldThe(view, first)))
      return 'agency'
    if (/^(?:newspaper|broadcaster|tabloid)$/.test(behind ?? '')) return 'outlet'
  }
  if (view.lower[end] !== ',' || !/^(?:the|a|an|its)$/.test(view.lower[end + 1] ?? '')) return null
  for (let i = end + 2; i < Math.min(end + 6, sentenceRange(view, first)[1]); i++) {
    if (view.lower[i] === ',') return null
    if (AGENCY_NOUN.test(view.lower[i]!) && media.test(view.lower[i - 1]!)) return 'agency'
    if (OUTLET_NOUN.test(view.lower[i]!)) return 'outlet'
  }
  return null
}

/** "told the Example agency", "reported by the Example agency". */
function toldThe(view: View, first: number): boolean {
  return view.lower[first - 1] === 'the' && /^(?:told|by|quoted|cited)$/.test(view.lower[first - 2] ?? '')
}

/** "carried by Example", "as reported by Example", "Example quoted the minister as saying". */
function carries(view: View, [first, end]: Range): boolean {
  if (view.personAt[first]! >= 0 || isBody(view, first)) return false
  const before = view.lower.slice(Math.max(0, first - 3), first).join(' ')
  if (/(?:^| )(?:carried|broadcast|aired|reported|quoted) by(?: the)?$/.test(before)) return true
  if (!/^(?:has |had )?quoted\b/.test(view.lower.slice(end, end + 2).join(' '))) return false
  return view.lower
    .slice(end + 1, end + 12)
    .join(' ')
    .includes('as saying')
}

/** "told Example in an interview", "in an interview with Example": whom nobody knows as an outlet is one here. */
export function interviewed(view: View, [first, end]: Range): boolean {
  if (/^(?:congress|parliament)$/.test(view.lower[first]!)) return false
  if (view.personAt[first]! >= 0 && namedAgain(view, [first, end])) return false
  const after = view.lower.slice(end, end + 5).join(' ')
  const before = view.lower.slice(Math.max(0, first - 4), first).join(' ')
  if (!/\btold(?: the)?$/.test(before)) return /\binterview with(?: the)?$/.test(before) && !isBody(view, first)
  const opener = view.lower.slice(sentenceRange(view, first)[0], first).slice(0, 6).join(' ')
  const said = /^in (?:an|a|his|her|the) (?:\w+ )?interview\b/
  return (said.test(after) || said.test(opener)) && !isBody(view, first)
}

const COUNTS = new WeakMap<View, Map<string, number>>()

/** A name taken for a person's that stands in the text once is nobody the text is about. */
function namedAgain(view: View, [, end]: Range): boolean {
  let counts = COUNTS.get(view)
  if (counts === undefined) {
    counts = new Map()
    for (const form of view.forms) counts.set(form, (counts.get(form) ?? 0) + 1)
    COUNTS.set(view, counts)
  }
  return counts.get(view.forms[end - 1]!)! > 1
}

/** A country or another body that has a kind of its own. */
function isBody(view: View, first: number): boolean {
  return view.doc.ents.some(
    ent =>
      ent.tokens[0] <= first && first < ent.tokens[1] && /^(?:country|bloc|nationality|place|role)$/.test(ent.kind),
  )
}

const REPORTING = /^(?:report|say|write|cite|quote|publish|note|reveal)$/

function reports(view: View, [first, end]: Range): boolean {
  for (let i = end; i < Math.min(view.length, end + 3); i++) if (REPORTING.test(view.lemmas[i]!)) return true
  const before = view.lower.slice(Math.max(0, first - 2), first).join(' ')
  return /(?:according to|(?:reported|cited|quoted|published|carried) by|(?:^|\s)per)$/.test(before)
}
