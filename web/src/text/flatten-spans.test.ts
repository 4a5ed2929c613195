import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { type Annotation, flattenSpans, paragraphsOf, segmentsByParagraph } from './flatten-spans.ts'

const mark = (id: string, start: number, end: number): Annotation => ({
  id,
  layer: 'other',
  span: [start, end],
  focus: false,
})
const shape = (text: string, annotations: readonly Annotation[], cuts: readonly number[] = []) =>
  flattenSpans(text.length, annotations, cuts).map(({ start, end, annotations: own }) => [
    text.slice(start, end),
    own.map(({ id }) => id).join(),
  ])

describe('flattening overlapping spans', () => {
  it('cuts overlaps into disjoint segments that name every annotation over them', () => {
    expect(shape('abcdefgh', [mark('x', 1, 5), mark('y', 3, 7)])).toEqual([
      ['a', ''],
      ['bc', 'x'],
      ['de', 'x,y'],
      ['fg', 'y'],
      ['h', ''],
    ])
  })

  it('keeps nested, equal and touching spans apart', () => {
    expect(shape('abcd', [mark('x', 0, 4), mark('y', 1, 2), mark('z', 1, 2), mark('w', 2, 3)])).toEqual([
      ['a', 'x'],
      ['b', 'x,y,z'],
      ['c', 'x,w'],
      ['d', 'x'],
    ])
  })

  it('leaves out spans that are empty, turned round or outside the text', () => {
    expect(shape('abc', [mark('e', 1, 1), mark('r', 2, 1), mark('o', 1, 4), mark('n', -1, 2)])).toEqual([['abc', '']])
  })

  it('gives one empty list for an empty text and one segment for an unmarked one', () => {
    expect(flattenSpans(0, [])).toEqual([])
    expect(shape('abc', [])).toEqual([['abc', '']])
  })

  it('covers the text exactly, whatever the spans', () => {
    const text = 'x'.repeat(500)
    const spans = Array.from({ length: 300 }, (_, i) => mark(`m${i}`, (i * 37) % 480, ((i * 37) % 480) + 1 + (i % 19)))
    const segments = flattenSpans(text.length, spans, [100, 200])
    expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    for (const segment of segments)
      expect(segment.annotations.map(({ id }) => id).sort()).toEqual(
        spans
          .filter(({ span }) => span[0] <= segment.start && segment.end <= span[1])
          .map(({ id }) => id)
          .sort(),
      )
  })

  it('flattens 20,000 spans in about linear time', async () => {
    const make = (size: number): Annotation[] =>
      Array.from({ length: size }, (_, i) => mark(`m${i}`, i * 20, i * 20 + 30))
    const run = (spans: readonly Annotation[]) => flattenSpans(500_000, spans)
    expect(run(make(20_000)).length).toBeGreaterThan(20_000)
    await expectLinear({ size: 20_000, make, run })
  })
})

describe('paragraphs', () => {
  it('are the lines that hold something, at their own offsets', () => {
    const text = 'Title\n\nOne two\n \nthree'
    expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Title', 'One two', 'three'])
  })

  it('take their own segments, a span over a paragraph’s end included', () => {
    const text = 'ab\n\ncd'
    const paragraphs = paragraphsOf(text)
    const cuts = paragraphs.flatMap(({ start, end }) => [start, end])
    const lines = segmentsByParagraph(paragraphs, flattenSpans(text.length, [mark('x', 1, 5)], cuts))
    expect(lines.map(line => line.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })
})
