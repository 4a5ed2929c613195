import { type Doc, UPOS } from '../../../model/doc.ts'

/**
 * A Doc of sentences written out by hand for tests: a sentence is a line, a word "form/UPOS/head/relation" with the head
 * counted from 1 within the sentence and 0 for the root; "form+" touches the next word. A word given as a bare form is a
 * proper noun hanging from the first word, which will do where trees do not matter.
 */
export function docOf(...lines: readonly string[]): Doc {
  let text = ''
  const words: { start: number; end: number; upos: number; head: number; deprel: string; lemma: string }[] = []
  const sentences: (readonly [number, number])[] = []
  const firstToken = [0]
  for (const line of lines) {
    const base = words.length
    const from = text.length
    for (const [k, item] of line.split(' ').entries()) {
      const [written = '', tag, head, deprel] = item.split('/')
      const touches = written.length > 1 && written.endsWith('+')
      const form = touches ? written.slice(0, -1) : written
      const root = head === '0' || (head === undefined && k === 0)
      words.push({
        start: text.length,
        end: text.length + form.length,
        upos: UPOS.indexOf(tag ?? 'PROPN'),
        head: root ? -1 : base + Number(head ?? 1) - 1,
        deprel: root ? 'root' : (deprel ?? 'dep'),
        lemma: form.toLowerCase(),
      })
      text += touches ? form : `${form} `
    }
    sentences.push([from, text.trimEnd().length])
    firstToken.push(words.length)
  }
  return {
    text: text.trimEnd(),
    made: 'test',
    sentences,
    firstToken: Int32Array.from(firstToken),
    tokens: {
      length: words.length,
      start: Int32Array.from(words, word => word.start),
      end: Int32Array.from(words, word => word.end),
      upos: Uint8Array.from(words, word => word.upos),
      lemma: words.map(word => word.lemma),
      xpos: words.map(() => 'NN'),
      feats: words.map(() => '_'),
      head: Int32Array.from(words, word => word.head),
      deprel: words.map(word => word.deprel),
    },
    multiword: [],
    ents: [],
    chains: [],
    attributions: [],
    sides: null,
    readTo: null,
  }
}
