import { type Draft, isCapital, isFree, type NameDraft, nameOver, putName, typeOf } from './name-draft.ts'

const LEGAL = /^(?:Inc|Ltd|LLC|LLP|PLC|Plc|Corp|Co|GmbH|AG|SA|S\.A|L\.P|Limited)\.?$/

/**
 * A body's name goes on over "of" to the place that the tree hangs from it: "Bank of Samplia". Of another body it is a part,
 * and both are names.
 */
export function joinBodies(draft: Draft): void {
  const { head } = draft.doc.tokens
  for (const name of [...draft.names.values()]) {
    if (typeOf(name.kind) !== 'ORG' || draft.forms[name.end]?.toLowerCase() !== 'of') continue
    const at = draft.forms[name.end + 1]?.toLowerCase() === 'the' ? name.end + 2 : name.end + 1
    const next = nameOver(draft, at)
    if (next === null || next.first !== at || typeOf(next.kind) !== 'LOC') continue
    if (hangsFrom(head, next, name)) putName(draft, { ...name, end: next.end })
  }
}

function hangsFrom(head: Int32Array, part: NameDraft, whole: NameDraft): boolean {
  for (let i = part.first; i < part.end; i++) if (head[i]! >= whole.first && head[i]! < whole.end) return true
  return false
}

/** A firm's name takes in its legal form: "Sample, Inc.". */
export function addSuffixes(draft: Draft): void {
  for (const name of [...draft.names.values()]) {
    const at = draft.forms[name.end] === ',' ? name.end + 1 : name.end
    if (typeOf(name.kind) === 'ORG' && LEGAL.test(draft.forms[at] ?? '') && isFree(draft, name.end, at + 1))
      putName(draft, { ...name, end: at + 1 })
  }
}

/** "Example, Ana" in quotation marks, as mail programs write whose box it is: one name, the family's first. */
export function joinMailboxes(draft: Draft): void {
  const { forms } = draft
  for (let comma = 2; comma < forms.length - 2; comma++) {
    if (forms[comma] !== ',' || !/^["“]$/.test(forms[comma - 2]!) || !isCapital(draft, comma - 1)) continue
    let end = comma + 1
    while (end < comma + 4 && isCapital(draft, end)) end++
    if (end === comma + 1 || !/^["”]$/.test(forms[end] ?? '')) continue
    const known = [comma - 1, comma + 1].some(i => nameOver(draft, i)?.kind === 'person')
    if (known || /^[<[(]$/.test(forms[end + 1] ?? ''))
      putName(draft, { first: comma - 1, end, kind: 'person', score: null })
  }
}
