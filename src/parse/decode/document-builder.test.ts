import { describe, expect, it } from 'vitest'
import { UPOS } from '../../model/doc.ts'
import { fromConllu } from '../from-conllu.ts'
import { type FakeWord, fakeEncoder, fakeWords, plainWords } from '../testdata/fake-encoder.ts'
import { SAMPLE } from '../testdata/sample-conllu.ts'
import { tokenise, type Words } from '../tokenise.ts'
import { type Decoded, DocumentBuilder } from './document-builder.ts'
import { bestTree } from './spanning-tree.ts'

const gold = fromConllu(SAMPLE)[0]!
const analysis = fakeWords(SAMPLE)

interface Read extends Decoded {
  readonly windows: (readonly [number, number])[]
}

async function read(
  text: string,
  words: Words,
  analysed: readonly FakeWord[],
  most: number,
  given: readonly number[] | null = null,
): Promise<Read> {
  const encoder = fakeEncoder(analysed, most)
  const builder = new DocumentBuilder(text, words, given, encoder)
  for (let at = 0; at < words.start.length; ) {
    const end = builder.windowEnd(at, encoder.reach(text, words, at, builder.wide))
    at = builder.take(await encoder.read(text, words, at, end))
  }
  return { ...builder.finish(null), windows: encoder.windows }
}

const sample = (most: number, given: readonly number[] | null = null): Promise<Read> =>
  read(gold.text, gold.words, analysis, most, given)

/** A text read with rules of our own; `begins` says where the fake would begin sentences. */
function plain(text: string, most: number, begins?: (word: number) => boolean): Promise<Read> {
  const words = tokenise(text)
  const analysed = plainWords(text, words)
  return read(text, words, begins ? analysed.map((word, i) => ({ ...word, begins: begins(i) })) : analysed, most)
}

const sentences = ({ doc }: Read): string[] => doc.sentences.map(span => doc.text.slice(...span))

describe('the layers', () => {
  it.each([100, 12, 10])('are the same as written, whatever the windows (%i words)', async most => {
    const { doc } = await sample(most)
    expect([...doc.firstToken]).toEqual(gold.firstToken)
    expect([...doc.tokens.upos].map(code => UPOS[code])).toEqual(analysis.map(word => word.upos))
    for (const layer of ['xpos', 'feats', 'lemma', 'deprel'] as const)
      expect(doc.tokens[layer]).toEqual(analysis.map(word => word[layer]))
    expect([...doc.tokens.head]).toEqual(analysis.map(word => word.head))
    expect(doc.made).toBe('fake-reader-1')
  })

  it('hold names with their scores', async () => {
    const { doc, names } = await sample(12)
    const text = ({ first, end }: { first: number; end: number }): string =>
      doc.text.slice(doc.tokens.start[first], doc.tokens.end[end - 1])
    expect(names.map(name => `${name.type} ${text(name)} ${name.score}`)).toEqual([
      'LOC Samplia 6',
      'PER Ana Example 12',
      'LOC Samplia 6',
      'ORG Sample Pact 12',
    ])
  })

  it('hold vectors of the words that may refer, and of no others', async () => {
    for (const most of [100, 12]) {
      const { links } = await sample(most)
      const heads = analysis.flatMap((word, i) => (word.cluster > 0 ? [i] : []))
      expect([...links.words]).toEqual(heads)
      expect([...links.mention]).toEqual(heads.map(() => 3))
      expect(links.late).toHaveLength(heads.length * links.width)
      expect(heads.map((_, k) => 1 + links.early.indexOf(10, k * links.width) - k * links.width)).toEqual(
        heads.map(i => analysis[i]!.cluster),
      )
    }
  })

  it('are empty for a text without words', async () => {
    const { doc, names, links } = await plain(' \n', 10)
    expect(doc.tokens.length + doc.sentences.length + names.length + links.words.length).toBe(0)
    expect([...doc.firstToken]).toEqual([0])
  })
})

describe('windows', () => {
  it('read a sentence again that the window before may have cut', async () => {
    const { doc, windows } = await sample(10)
    expect(windows).toContainEqual([10, 20])
    expect(windows).toContainEqual([14, 23])
    const heads = (first: number, end: number): number[] => analysis.slice(first, end).map(word => word.head)
    expect([...doc.tokens.head]).toEqual(heads(0, 30))
    // The canary: the window that cuts the sentence of words 14 to 22 would have given a wrong tree.
    const cut = await fakeEncoder(analysis, 10).read(gold.text, gold.words, 10, 20)
    const wrong = [...bestTree(cut.arcs, cut.size, 4, 10)].map(head => (head < 0 ? -1 : head + 10))
    expect(wrong).not.toEqual(heads(14, 20))
  })

  it('end where a paragraph does, so that nothing is read twice', async () => {
    const { windows } = await sample(25)
    expect(windows).toEqual([
      [0, 23],
      [23, 30],
    ])
  })

  it('end with a given sentence', async () => {
    const { windows, doc } = await sample(15, gold.firstToken)
    expect(windows).toEqual([
      [0, 14],
      [14, 26],
      [26, 30],
    ])
    expect([...doc.tokens.head]).toEqual(analysis.map(word => word.head))
  })

  it('are wide for a sentence that fills one, and take it as far as that goes', async () => {
    const { doc, windows } = await plain('Much is said and little is done about it', 4)
    expect(windows).toEqual([
      [0, 4],
      [0, 8],
      [8, 9],
    ])
    expect([...doc.firstToken]).toEqual([0, 8, 9])
    expect([...doc.tokens.head].filter(head => head < 0)).toHaveLength(2)
  })

  it('join the parts of a given sentence that is longer than a window to one tree', async () => {
    const { doc } = await sample(4, [0, 10, 30])
    expect([...doc.firstToken]).toEqual([0, 10, 30])
    for (const [first, end] of [
      [0, 10],
      [10, 30],
    ] as const) {
      const heads = [...doc.tokens.head.subarray(first, end)]
      expect(heads.filter(head => head < 0)).toHaveLength(1)
      expect(heads.every(head => head === -1 || (head >= first && head < end))).toBe(true)
    }
    expect(doc.tokens.deprel.filter(relation => relation === 'parataxis').length).toBeGreaterThan(2)
  })

  it('part no multiword token', async () => {
    const { windows, doc } = await plain("one two they can't go on", 4)
    expect(windows[0]).toEqual([0, 3])
    expect(doc.tokens.length).toBe(7)
  })

  it('are linear in number whatever the network says', async () => {
    // Each window says that its second word begins a sentence and no other does.
    const text = 'word '.repeat(2000)
    const words = tokenise(text)
    const encoder = fakeEncoder(plainWords(text, words), 50)
    const builder = new DocumentBuilder(text, words, null, encoder)
    for (let at = 0; at < words.start.length; ) {
      const scores = await encoder.read(
        text,
        words,
        at,
        builder.windowEnd(at, encoder.reach(text, words, at, builder.wide)),
      )
      at = builder.take({ ...scores, begins: scores.begins.map((_, i) => (i === 1 ? 5 : -5)) })
    }
    expect(encoder.windows.length).toBeLessThan(100)
    expect(builder.finish(null).doc.firstToken.at(-1)).toBe(2000)
  })
})

describe('sentences', () => {
  it('begin where the network says', async () => {
    expect(sentences(await plain('One is here. Two is there. Three', 50))).toEqual([
      'One is here.',
      'Two is there.',
      'Three',
    ])
  })

  it.each([
    ['after a blank line, whatever the network says', 'pact to grow\n \nit grew', ['pact to grow', 'it grew']],
    ['not after a line break inside a hard-wrapped line', 'the plan\nwould go ahead', ['the plan\nwould go ahead']],
    ['not inside a token', 'they cannot', ['they cannot']],
  ])('%s', async (_, text, expected) => {
    const never = sentences(await plain(text, 50, () => false))
    expect(never).toEqual(expected)
  })

  it('begin after a line break that the network is in doubt of, not after one it is sure of', async () => {
    const text = 'Pact to grow\nMinisters met'
    const words = tokenise(text)
    const encoder = fakeEncoder(plainWords(text, words), 50)
    const count = async (odds: number): Promise<number> => {
      const builder = new DocumentBuilder(text, words, null, encoder)
      const scores = await encoder.read(text, words, 0, 5)
      builder.take({ ...scores, begins: new Float32Array(5).fill(odds) })
      return builder.finish(null).doc.sentences.length
    }
    expect(await count(-2)).toBe(2)
    expect(await count(-6)).toBe(1)
  })

  it('begin after a break beside a line too long to be wrapped by hand, whatever the network says', async () => {
    const line = `${'We all go on '.repeat(12)}here`
    const odds = async (text: string): Promise<number> => sentences(await plain(text, 200, () => false)).length
    // `plain` is sure of what it says: the bonus of a line break does not outweigh it.
    expect(await odds(`${line}\n“We too”`)).toBe(2)
    expect(await odds(`We too\n${line}`)).toBe(2)
    expect(await odds('We all go on here\n“We too”')).toBe(1)
    expect(await odds(`${line}\nwe too`)).toBe(1)
  })

  it('never begin inside a multiword token, though the network says so', async () => {
    const { doc } = await plain("They can't go", 50, () => true)
    expect([...doc.firstToken]).toEqual([0, 1, 3, 4])
  })

  it('have at most 400 words', async () => {
    const { doc } = await plain('word '.repeat(1000), 1000, () => false)
    expect([...doc.firstToken]).toEqual([0, 400, 800, 1000])
  })

  it('are those given, though the network says others', async () => {
    const { doc } = await sample(100, [0, 5, 30])
    expect([...doc.firstToken]).toEqual([0, 5, 30])
  })
})

it('makes a tree with one root of every sentence where all scores are broken', async () => {
  const text = 'Samplia signs. It did not.'
  const words = tokenise(text)
  const encoder = fakeEncoder(plainWords(text, words), 50)
  const builder = new DocumentBuilder(text, words, null, encoder)
  const scores = await encoder.read(text, words, 0, words.start.length)
  const broken = new Float32Array(scores.arcs.length).fill(Number.NaN)
  builder.take({
    ...scores,
    arcs: broken,
    name: scores.name.fill(Number.NaN),
    upos: new Int32Array(scores.size).fill(-1),
  })
  const { doc } = builder.finish(null)
  for (let s = 0; s < doc.sentences.length; s++) {
    const heads = [...doc.tokens.head.subarray(doc.firstToken[s], doc.firstToken[s + 1])]
    expect(heads.filter(head => head < 0)).toHaveLength(1)
  }
  expect(doc.tokens.lemma.every(lemma => lemma !== '')).toBe(true)
})

it('keeps a long text in little memory', async () => {
  const text = 'Ana Example said the Sample Pact would grow next year. '.repeat(9_000)
  const words = tokenise(text)
  const { doc, links } = await read(text, words, plainWords(text, words), 150)
  expect(doc.tokens.length).toBeGreaterThan(90_000)
  // Four of eleven words are names, that is candidates; what is kept of them is bounded.
  expect(links.words.length).toBeLessThanOrEqual(40_000)
  expect(links.late).toHaveLength(links.words.length * links.width)
})
