import { describe, expect, it } from 'vitest'
import type { Doc } from '../model/doc.ts'
import { findQuotes } from './find-quotes.ts'

/** A Doc of bare words, split at white space and before and after quotation marks and stops. */
function bare(text: string): { doc: Doc; forms: string[]; paragraphs: Int32Array } {
  const found = [...text.matchAll(/''|[\p{L}]+(?:[’'](?:s|t)\b)?|[^\s\p{L}]/gu)]
  const start = Int32Array.from(found, m => m.index)
  const end = Int32Array.from(found, m => m.index + m[0].length)
  const paragraphs = Int32Array.from(found, m => text.slice(0, m.index).split('\n').length - 1)
  const tokens = {
    length: found.length,
    start,
    end,
    upos: new Uint8Array(found.length),
    lemma: [],
    xpos: [],
    feats: [],
    head: new Int32Array(found.length),
    deprel: [],
  }
  const doc: Doc = {
    text,
    made: 'test',
    sentences: [],
    firstToken: new Int32Array(1),
    tokens,
    multiword: [],
    ents: [],
    chains: [],
    attributions: [],
    sides: null,
    readTo: null,
  }
  return { doc, forms: found.map(m => m[0]), paragraphs }
}

describe('findQuotes', () => {
  it.each([
    ['He said “yes, no” then.', ['“yes, no”']],
    ['He said "yes" and "no".', ['"yes"', '"no"']],
    ["''Yes,'' he said.", ["''Yes,''"]],
    ["The workers' plan and the dogs' home", []],
    ["It was a 'sample' of it.", ["'sample'"]],
    ['“She said ‘no’ to me,” he said.', ['“She said ‘no’ to me,”']],
    ['“He calls it “hell” here,” he said.', ['“He calls it “hell” here,”']],
    ['“He said "no" to me,” he said.', ['“He said "no" to me,”']],
    ['"The man asked, “Who?” of us."', ['"The man asked, “Who?” of us."']],
    ['“One is “two” and so “three” it is.', ['“One is “two”', '“three”']],
    ['“One.\n“Two,” he said.', ['“One.', '“Two,”']],
    ['”Fear it is. Much of it.” ― Ana Example', ['”Fear it is. Much of it.”']],
    ['“It was 36 percent.“ So it was.', ['“It was 36 percent.“']],
    ['He was ” there and “here” once.', ['“here”']],
    ['nothing', []],
  ])('in %j', (text, expected) => {
    const { doc, forms, paragraphs } = bare(text)
    const quotes = findQuotes(doc, forms, paragraphs).map(q =>
      text.slice(doc.tokens.start[q.first], doc.tokens.end[q.end - 1]),
    )
    expect(quotes).toEqual(expected)
  })

  it('says which quotation its paragraph leaves open', () => {
    const { doc, forms, paragraphs } = bare('“One.\n“Two,” he said.')
    expect(findQuotes(doc, forms, paragraphs).map(q => q.closed)).toEqual([false, true])
  })
})
