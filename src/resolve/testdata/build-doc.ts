import type { Article } from '../../model/article.ts'
import type { Doc, Ent, EntKind } from '../../model/doc.ts'
import { known, unknown } from '../../model/known.ts'
import type { Span } from '../../model/span.ts'

/**
 * A Doc out of marked text: `{person#1 Ana Example}` is an ent of kind person in chain 1, `{role the {bloc NATO} chief}`
 * one inside another. Sentences end at full stops; there are no tokens, as resolving reads none.
 */
export function buildDoc(marked: string): Doc {
  let text = ''
  const ents: Ent[] = []
  const chains = new Map<string, Span[]>()
  const open: { kind: EntKind; chain: string | undefined; start: number }[] = []
  for (const part of marked.split(/(\{[a-z]+(?:#\d+)? |\})/)) {
    const begin = /^\{([a-z]+)(?:#(\d+))? $/.exec(part)
    if (begin !== null) {
      open.push({ kind: begin[1] as EntKind, chain: begin[2], start: text.length })
    } else if (part === '}') {
      const { kind, chain, start } = open.pop()!
      const span: Span = [start, text.length]
      ents.push({ span, kind, tokens: [0, 0] })
      if (chain !== undefined) chains.set(chain, [...(chains.get(chain) ?? []), span])
    } else text += part
  }
  ents.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  return {
    text,
    made: 'by hand',
    sentences: [[0, text.length]],
    firstToken: Int32Array.of(0, 0),
    tokens: {
      length: 0,
      start: new Int32Array(0),
      end: new Int32Array(0),
      upos: new Uint8Array(0),
      lemma: [],
      xpos: [],
      feats: [],
      head: new Int32Array(0),
      deprel: [],
    },
    multiword: [],
    ents,
    chains: [...chains.values()].filter(chain => chain.length > 1),
    attributions: [],
    sides: null,
    readTo: null,
  }
}

/** An article of a text, as published on a day (or on none known). */
export function buildArticle(text: string, published: string | null, outlet: string | null = null): Article {
  return {
    id: 'a',
    file: 'a.txt',
    url: null,
    title: null,
    text,
    language: known('en', 'given'),
    outlet: outlet === null ? unknown('not named') : known({ id: outlet, name: outlet }, 'given'),
    byline: unknown('not named'),
    published: published === null ? unknown('not dated') : known(published, 'given'),
    standfirst: null,
    blocks: [],
    sample: false,
    wire: null,
    credit: null,
  }
}

/** The span of the n-th time that words stand in a text. */
export function spanOf(text: string, words: string, nth: number = 0): Span {
  let at = -1
  for (let i = 0; i <= nth; i++) at = text.indexOf(words, at + 1)
  if (at < 0) throw new Error(`"${words}" is not there`)
  return [at, at + words.length]
}
