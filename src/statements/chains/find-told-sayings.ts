import { contentEnd } from '../content-end.ts'
import { addDraft, type Draft, type Finder } from '../draft.ts'
import { phraseAfter, phraseBefore } from '../noun-phrase.ts'
import { isOutlet, REPORTS } from '../outlets.ts'
import { complementOf } from '../rules/complement.ts'
import { verbGroup } from '../verb-group.ts'
import { type Range, sentenceRange, type View } from '../view.ts'

const TELLS =
  /^(?:say|tell|warn|promise|announce|write|vow|pledge|deny|claim|add|insist|argue|acknowledge|admit|confirm)$/

/**
 * What somebody says according to another: "The officer said he fired, according to a transcript", "According to her
 * lawyer, Example said …", "Example TV reported, citing X, that the envoy had said …". The inner saying is a statement of
 * its own that came through the outer one. Only the main clause of an outer report: further in, whose words they are is
 * less sure.
 */
export function findToldSayings(finder: Finder): void {
  for (const outer of [...finder.drafts]) {
    if (outer.source === null || outer.cue === null) continue
    const according = outer.rule === 'according'
    const reports = REPORTS.test(outer.verb) && isOutlet(finder.view, finder.outlets, outer.source)
    const behind = outer.rule === 'postposed' && outer.through === null
    if (according || reports || behind) findInner(finder, outer)
  }
}

function findInner(finder: Finder, outer: Draft): void {
  const { view } = finder
  const [start, end] = outer.content[0]!
  // Somebody's own words tell of others, but do not pass them on.
  if (outer.rule === 'postposed' && view.quoteOf[start]! >= 0) return
  const from = mainClause(view, start, end)
  for (let v = from + 1; v < end; v++) {
    if (view.tags[v] !== 'VERB') continue
    const cued = finder.drafts[finder.cueOf[v]!]
    if (!TELLS.test(view.lemmas[v]!) || (cued !== undefined && cued !== outer)) return
    if (findInverted(finder, outer, from, v)) return
    const group = verbGroup(view, v)
    const source = group.form === 'finite' ? phraseBefore(view, group.first) : null
    if (source === null || source[0] !== from || isOutlet(view, finder.outlets, source)) return
    const complement = complementOf(view, group)
    if (complement === null || complement.from >= end) return
    addDraft(finder, {
      rule: 'clausal',
      verb: view.lemmas[v]!,
      source,
      cue: [group.first, complement.cueEnd],
      content: [innerContent(finder, complement.from, end, complement.object)],
      denied: group.negated,
      addressee: complement.addressee,
      through: samePerson(view, source, outer.source!) ? null : outer,
    })
    return
  }
}

/** "She had told them no, Example said": one who tells of himself passes nothing on. */
function samePerson({ doc }: View, inner: Range, outer: Range): boolean {
  const starts = (span: readonly [number, number], [first, end]: Range): boolean =>
    span[0] >= doc.tokens.start[first]! && span[0] < doc.tokens.end[end - 1]!
  return doc.chains.some(chain => chain.some(span => starts(span, inner)) && chain.some(span => starts(span, outer)))
}

/** "“It is over,” said Example, according to a recording": the quotation before, the speaker behind the verb. */
function findInverted(finder: Finder, outer: Draft, from: number, v: number): boolean {
  const { view } = finder
  const q = view.quoteOf[v - 1]!
  if (q < 0 || view.quotes[q]!.end !== v || view.quotes[q]!.first > from) return false
  const source = phraseAfter(view, v + 1, { apposition: false })
  if (source === null) return false
  addDraft(finder, {
    rule: 'postposed',
    verb: view.lemmas[v]!,
    source: [source[0], Math.min(source[1], outer.content[0]![1])],
    cue: [v, v + 1],
    content: [[view.quotes[q]!.first, v]],
    through: outer,
  })
  return true
}

function mainClause(view: View, start: number, end: number): number {
  let at = start
  while (at < end && /^(?:that|,|["“])$/.test(view.lower[at]!)) at++
  return at
}

function innerContent({ view }: Finder, from: number, end: number, object: boolean): Range {
  return [from, Math.max(from + 1, Math.min(end, contentEnd(view, from, { object }), sentenceRange(view, from)[1]))]
}
