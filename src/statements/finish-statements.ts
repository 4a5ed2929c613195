import type { Statement, StatementKind } from '../model/reading.ts'
import { contentId } from '../text/hash.ts'
import type { Draft, Finder } from './draft.ts'
import { stanceOf } from './stance.ts'
import { spanOf, type View } from './view.ts'

/** Turns what the rules found into statements: spans, kind and id; in order of text. */
export function finishStatements(finder: Finder): Statement[] {
  const { view } = finder
  const seen = new Set<string>()
  const statements: Statement[] = []
  const drafts = [...finder.drafts].sort((a, b) => a.content[0]![0] - b.content[0]![0])
  for (const draft of drafts) {
    const statement = finish(view, draft)
    if (seen.has(statement.id)) continue
    seen.add(statement.id)
    statements.push(statement)
  }
  return statements
}

function finish(view: View, draft: Draft): Statement {
  const content = draft.content.map(range => spanOf(view, range))
  const source =
    draft.source === null ? null : { span: spanOf(view, draft.source), actor: null, actorId: null, role: null }
  const cue = draft.cue === null ? null : spanOf(view, draft.cue)
  const addressee =
    draft.addressee === null ? null : { span: spanOf(view, draft.addressee), actor: null, actorId: null, role: null }
  const id = contentId('statement', JSON.stringify([source?.span ?? null, cue, content]))
  return {
    id,
    source,
    ...(source === null ? { sourceWhy: draft.sourceWhy ?? 'the text does not say who' } : {}),
    cue,
    content,
    kind: kindOf(view, draft),
    verb: draft.verb,
    denied: draft.denied,
    addressee,
    occasion: draft.occasion === null ? null : spanOf(view, draft.occasion),
    saidIn: draft.saidIn === null ? null : spanOf(view, draft.saidIn),
    saidOn: draft.saidOn === null ? null : spanOf(view, draft.saidOn),
    stance: stanceOf(view, draft),
    chain: draft.hops,
    about: [],
  }
}

/** Direct if the content begins and ends with a quotation mark, mixed if it holds one, else indirect. */
function kindOf(view: View, draft: Draft): StatementKind {
  const first = draft.content[0]![0]
  const last = draft.content.at(-1)![1] - 1
  const q = view.quoteOf[first]!
  const begins = q >= 0 && view.quotes[q]!.first === first
  const z = view.quoteOf[last]!
  const ends = z >= 0 && view.quotes[z]!.end === last + 1
  if (begins && ends) return 'direct'
  for (const [from, to] of draft.content) for (let i = from; i < to; i++) if (view.quoteOf[i]! >= 0) return 'mixed'
  return 'indirect'
}
