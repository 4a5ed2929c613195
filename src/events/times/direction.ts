import type { Span } from '../../model/span.ts'
import type { Direction } from './time-rule.ts'

/** Verbs whose past form carries no -ed and which news uses most; "said" alone decides half of all sentences. */
const IRREGULAR_PAST =
  'said|told|met|went|came|was|were|had|began|took|made|won|held|left|gave|found|got|became|led|fell|rose|saw|shot|sent|struck|drew|spoke|fought|brought|lost|put|hit|flew|ran|stood|broke|grew|paid|sold|bought|wrote|kept|did|has|have|been|set off|quit|chose|threw|sank|swore'
const CUE = new RegExp(
  `\\b(?:(?<future>will|shall|won['’]t|is to|are to|going to|(?:plan|plans|planned|planning|expected|expects|expect|set|due|scheduled|likely|hope|hopes|hoped|hoping|intend|intends|intended|about|poised|aims|aim|vowed|promised|pledged|preparing|prepares|wants|needs|slated|ready|meant|supposed) (?:\\w+ )?(?:to|for|on|in|by)|agreed (?:\\w+ )?to|upcoming|planned|ahead of|would|by the end|deadline|expires?|until)|(?<past>${IRREGULAR_PAST}|[a-z]{2,}ed))\\b|['’]ll\\b`,
  'gi',
)
const TO_VERB = /\bto [a-z]{3,}\b/

/**
 * Whether the clause around a time expression looks back or ahead: the nearest tense cue before it in its sentence, else
 * the nearest after it. A headline's infinitive ("to visit Samplia on Tuesday") looks ahead. Linear in the sentence.
 */
export function directionOf(text: string, sentence: Span, span: Span): Direction {
  // a tense cue further than 200 characters away belongs to another clause
  const before = text.slice(Math.max(sentence[0], span[0] - 200), span[0])
  const found = lastCue(before)
  if (found) return found
  const after = text.slice(span[1], Math.min(sentence[1], span[1] + 120))
  CUE.lastIndex = 0
  const next = CUE.exec(after)
  if (next) return next.groups?.['past'] ? 'past' : 'future'
  return TO_VERB.test(before) ? 'future' : 'unknown'
}

function lastCue(before: string): Direction | null {
  let found: Direction | null = null
  CUE.lastIndex = 0
  for (let match = CUE.exec(before); match; match = CUE.exec(before)) {
    const past = match.groups?.['past'] !== undefined
    // "will be held", "to be signed": the participle after a future auxiliary keeps its future
    if (
      past &&
      found === 'future' &&
      /\b(?:will|would|to|shall)(?: \w+)? (?:be|have|have been)(?: \w+)? $/i.test(before.slice(0, match.index))
    )
      continue
    found = past ? 'past' : 'future'
  }
  return found
}
