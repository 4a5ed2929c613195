import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction } from 'wink-nlp'
import { UPOS } from '../../model/doc.ts'
import type { Sentences } from '../split-sentences.ts'
import type { Words } from '../tokenise.ts'
import type { Engine, Tagged } from './engine.ts'
import { lemmaOf } from './lemma.ts'
import { retag } from './retag.ts'

const nlp = winkNLP(model, ['pos'])
const CODE: ReadonlyMap<string, number> = new Map(UPOS.map((tag, code) => [tag, code]))
const X = CODE.get('X')!
// Words longer than this reach the engine as one letter: no English word is longer, and its own splitting is not linear.
const LONGEST = 48
// Words handed over at a time: enough for context, few enough that a long sentence costs no more than its length.
const CHUNK = 400

/** wink-nlp 2.4 with the small English web model: tags and lemmas, no trees. */
export const WINK: Engine = {
  made: 'wink-1',
  tag: (text, words, sentences) => {
    const upos = new Uint8Array(words.start.length).fill(X)
    const lemma: string[] = new Array<string>(words.start.length).fill('')
    const forms = words.start.map((start, i) =>
      plainForm(text.slice(start, Math.min(words.end[i]!, start + LONGEST + 1))),
    )
    for (const [first, end] of chunks(sentences)) tagChunk(forms, first, end, upos, lemma)
    return finish(text, words, sentences, upos, lemma)
  },
}

function chunks(sentences: Sentences): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = []
  for (let s = 0; s + 1 < sentences.firstToken.length; s++) {
    const end = sentences.firstToken[s + 1]!
    for (let at = sentences.firstToken[s]!; at < end; at += CHUNK) out.push([at, Math.min(end, at + CHUNK)])
  }
  return out
}

/** The form that the engine is shown: straight quotes, nothing that it would split or choke on. */
function plainForm(form: string): string {
  if (form.length > LONGEST) return 'X'
  if (form === "''" || form === '``' || form === '“' || form === '”') return '"'
  const plain = form.replace(/[‘’]/g, "'").toWellFormed()
  return plain.trim() === '' ? 'X' : plain
}

/** Lines the engine's words up with ours by their characters: a word takes the tag of the last piece that ends in it. */
function tagChunk(forms: readonly string[], first: number, end: number, upos: Uint8Array, lemma: string[]): void {
  const tokens = nlp.readDoc(forms.slice(first, end).join(' ')).tokens()
  const its = nlp.its
  const values = tokens.out() as string[]
  const tags = tokens.out(its.pos) as string[]
  const lemmas = tokens.out(its.lemma as ItsFunction<string>) as string[]
  let at = first
  let left = forms[at]?.length ?? 0
  let pieces = 0
  for (let k = 0; k < values.length && at < end; k++) {
    const tag = CODE.get(tags[k]!)
    if (tag === undefined) continue
    let length = values[k]!.length
    while (length > 0 && at < end) {
      upos[at] = tag
      lemma[at] = pieces++ === 0 && length === left ? lemmas[k]! : ''
      const step = Math.min(length, left)
      length -= step
      left -= step
      if (left === 0) {
        at++
        left = forms[at]?.length ?? 0
        pieces = 0
      }
    }
  }
}

function finish(text: string, words: Words, sentences: Sentences, upos: Uint8Array, given: readonly string[]): Tagged {
  const forms = words.start.map((start, i) => text.slice(start, words.end[i]!))
  retag(forms, sentences.firstToken, upos)
  const lemma = forms.map((form, i) => lemmaOf(form, UPOS[upos[i]!]!, given[i]!))
  return { upos, lemma, head: null, deprel: null }
}
