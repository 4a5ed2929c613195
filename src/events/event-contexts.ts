import type { Doc } from '../model/doc.ts'
import type { Span } from '../model/span.ts'

/** Words near the trigger that add one of PLOVER's contexts. */
const CONTEXTS: readonly (readonly [context: string, words: RegExp])[] = [
  ['military', /\b(?:military|defen[cs]e|army|navy|naval|troops?|missiles?|weapons?|armed|security|warships?)\b/i],
  ['economic', /\b(?:trade|tariffs?|econom(?:y|ic)|investment|export|import|loan|bank|market|oil|gas|energy)\b/i],
  ['cbrn', /\b(?:nuclear|chemical|biological|radiological)\b/i],
  ['humanitarian', /\b(?:humanitarian|refugees?|famine|flood|earthquake|relief)\b/i],
  ['election', /\b(?:elections?|vote|ballot|referendum)\b/i],
  ['human_rights', /\b(?:human rights|abuses?)\b/i],
  ['cyber', /\b(?:cyber\w*|hack(?:ers?|ing)|malware)\b/i],
  ['intelligence', /\b(?:intelligence|espionage|spy(?:ing)?)\b/i],
]

/** Characters around the trigger that count as near it. */
const NEAR = 60

/** The frame's contexts and those that words near the trigger add, without repeats. */
export function contextsOf(doc: Doc, own: readonly string[], trigger: Span, sentence: Span): string[] {
  const near = doc.text.slice(Math.max(sentence[0], trigger[0] - NEAR), Math.min(sentence[1], trigger[1] + NEAR))
  const out = new Set(own)
  for (const [context, words] of CONTEXTS) if (words.test(near)) out.add(context)
  return [...out]
}
