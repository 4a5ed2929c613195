import type { Span } from '../../../src/model/span.ts'

/** What a marked stretch of text is. */
export type Layer =
  | 'content'
  | 'cue'
  | 'source'
  | 'evidence'
  | 'trigger'
  | 'actor'
  | 'place'
  | 'time'
  | 'hop'
  | 'span'
  | 'other'

/** One annotation: spans may overlap and nest at will. `focus`: it belongs to the selected row. */
export interface Annotation {
  readonly id: string
  readonly layer: Layer
  readonly span: Span
  readonly focus: boolean
}

/** A stretch of text under one set of annotations; segments are disjoint, in order and cover the whole text. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly annotations: readonly Annotation[]
}

/**
 * Flattens overlapping annotations into disjoint segments by one sweep over their ends: O(n log n), plus the sizes of the
 * sets. Spans that are empty or reach outside the text are left out. `cuts` are places where a segment must end,
 * whatever lies over it (ends of paragraphs).
 */
export function flattenSpans(
  length: number,
  annotations: readonly Annotation[],
  cuts: readonly number[] = [],
): readonly Segment[] {
  const valid = annotations.filter(({ span: [start, end] }) => start >= 0 && end <= length && start < end)
  const starts = [...valid].sort((a, b) => a.span[0] - b.span[0])
  const ends = [...valid].sort((a, b) => a.span[1] - b.span[1])
  const points = [0, length, ...cuts.filter(cut => cut > 0 && cut < length), ...valid.flatMap(({ span }) => span)]
  const stops = [...new Set(points)].sort((a, b) => a - b)
  const open = new Set<Annotation>()
  const segments: Segment[] = []
  let opened = 0
  let closed = 0
  for (const [index, start] of stops.entries()) {
    const end = stops[index + 1]
    if (end === undefined) break
    for (let next = ends[closed]; next !== undefined && next.span[1] <= start; next = ends[++closed]) open.delete(next)
    for (let next = starts[opened]; next !== undefined && next.span[0] <= start; next = starts[++opened]) open.add(next)
    segments.push({ start, end, annotations: [...open] })
  }
  return segments
}

/** A paragraph of the text, without the line ends around it. */
export interface Paragraph {
  readonly start: number
  readonly end: number
}

/** Paragraphs are what stands between line ends; offsets index the text as it is. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const match of text.matchAll(/[^\n]+/g))
    if (match[0].trim() !== '') paragraphs.push({ start: match.index, end: match.index + match[0].length })
  return paragraphs
}

/** The segments of each paragraph. Both lists are in order and segments were cut at the paragraphs' ends. */
export function segmentsByParagraph(
  paragraphs: readonly Paragraph[],
  segments: readonly Segment[],
): readonly (readonly Segment[])[] {
  let at = 0
  return paragraphs.map(({ start, end }) => {
    const own: Segment[] = []
    for (let next = segments[at]; next !== undefined && next.start < end; next = segments[++at])
      if (next.start >= start) own.push(next)
    return own
  })
}
