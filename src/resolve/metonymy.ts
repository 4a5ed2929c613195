import type { Span } from '../model/span.ts'

const LOCATING =
  /(?:^|[^\p{L}])(?:in|at|to|from|near|outside|around|into|through|via|across|over|above|off|leaving|visit(?:s|ed|ing)?|reach(?:ed|es)?|left|leave|toward|towards|inside|central|downtown|northern|southern|eastern|western|of|city|capital,?)\s+(?:the\s+|of\s+)?$/iu

/** Behind the name: something that a place has and a government has not. */
const PLACE_THINGS =
  /^(?:['’]s)?\s+(?:airport|street|streets|suburbs?|suburb|residents?|university|station|subway|metro|mayor|museum|square|hospital|zoo|marathon|olympics|time|area|district|hotel|cathedral|state|summit|meeting|conference|talks|court|post|times|\(|[—–-]|,\s+\p{L}+ \d)/iu

/**
 * True when a capital's name stands for the government that sits there ("criticised by Beijing", "Washington's
 * commitment") rather than for the town ("arrived in Beijing"). A dateline means the town.
 */
export function standsForState(text: string, span: Span): boolean {
  const before = text.slice(Math.max(0, span[0] - 30), span[0])
  const behind = text.slice(span[1], span[1] + 30)
  if (isDateline(text, span)) return false
  if (PLACE_THINGS.test(behind)) return false
  // "ties between Seoul and Tokyo", "from Washington and Beijing": the list shares the preposition of its first name.
  return !LOCATING.test(before)
}

function isDateline(text: string, span: Span): boolean {
  let before = span[0] - 1
  while (before >= 0 && text.charAt(before) !== '\n' && /\s/.test(text.charAt(before))) before--
  if (before >= 0 && text.charAt(before) !== '\n') return false
  return /^[^\n]{0,40}?(?:\s[—–-]{1,2}\s|\)\s*[—–:-])/.test(text.slice(span[1], span[1] + 60))
}
