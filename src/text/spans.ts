import type { Span } from '../model/span.ts'

export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1]
}

/** The span without white space at its ends; empty spans stay empty at their start. */
export function trimSpan(text: string, span: Span): Span {
  let [start, end] = span
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return [start, end]
}

/** True when the span lies in the text, is not empty and cuts no surrogate pair. */
export function isValidSpan(text: string, span: Span): boolean {
  const [start, end] = span
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) return false
  return !cutsPair(text, start) && !cutsPair(text, end)
}

function cutsPair(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}

/** Order by start, then longer first. */
export function bySpan(a: Span, b: Span): number {
  return a[0] - b[0] || b[1] - a[1]
}
