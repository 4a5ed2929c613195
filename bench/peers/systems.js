// The readers that run in Node, each behind the same two steps: `load()` gives `{ read, analyse }`. `read(text)` is what is
// timed: raw text to whatever the library calls its document. `analyse(id, text)` says what was found, in one form:
// `names` [start, end, kind] in UTF-16 units, and `conllu` or null where the library has no words to show.
import { asConllu } from './conllu.js'

export const SYSTEMS = { ours: loadOurs, wink: loadWink, compromise: loadCompromise }

async function loadOurs() {
  const begun = performance.now()
  const [{ loadEncoder }, { loadReaderFiles }] = await Promise.all([
    import('../../dist/encode/load-encoder.js'),
    import('../../dist/assets/load-reader-files.js'),
  ])
  const loaded = await loadEncoder(loadReaderFiles())
  let read = 0
  const encoder = {
    ...loaded,
    read: (text, words, first, end) => {
      read += end - first
      return loaded.read(text, words, first, end)
    },
  }
  const weights = (performance.now() - begun) / 1000
  const { loadKnowledge } = await import('../../dist/assets/load-knowledge.js')
  const { parseText } = await import('../../dist/parse/parse-article.js')
  const { toConllu } = await import('../../dist/parse/to-conllu.js')
  const tools = { encoder, knowledge: loadKnowledge() }
  return {
    weights,
    /** Words of all windows read so far: more than the texts have, as the last sentence of a window is read again. */
    windowWords: () => read,
    read: text => parseText(text, tools),
    analyse: async (id, text) => {
      const doc = await parseText(text, tools)
      return { conllu: toConllu(doc, { docId: id }), names: doc.ents.map(ent => [...ent.span, ent.kind]) }
    },
  }
}

/** wink-nlp with the two steps of its pipe that are compared; its own entities are dates, amounts and the like. */
async function loadWink() {
  const { default: winkNLP } = await import('wink-nlp')
  const { default: model } = await import('wink-eng-lite-web-model')
  const nlp = winkNLP(model, ['sbd', 'pos'])
  const { its } = nlp
  return {
    read: text => nlp.readDoc(text),
    analyse: (id, text) => {
      const sentences = []
      let at = 0
      nlp
        .readDoc(text)
        .sentences()
        .each(sentence => {
          const words = []
          sentence.tokens().each(token => {
            const form = token.out(its.value)
            const start = text.indexOf(form, at)
            // A form that the library changed is left to whoever lines the characters up.
            if (form === '' || start < 0) return
            at = start + form.length
            words.push({ start, end: at, lemma: '_', upos: token.out(its.pos), head: -1, rel: '_' })
          })
          sentences.push(words)
        })
      return { conllu: asConllu(id, text, sentences), names: [] }
    },
  }
}

/** compromise, asked for the three kinds of names it has: without a question it tags nothing. */
async function loadCompromise() {
  const { default: nlp } = await import('compromise')
  const KINDS = { people: 'person', organizations: 'organisation', places: 'place' }
  const ask = text => {
    const doc = nlp(text)
    return Object.entries(KINDS).flatMap(([method, kind]) =>
      doc[method]()
        .json({ offset: true })
        .map(found => [found, kind]),
    )
  }
  return {
    read: ask,
    analyse: (_, text) => ({
      conllu: null,
      names: ask(text).map(([{ offset }, kind]) => [
        ...trimmed(text, offset.start, offset.start + offset.length),
        kind,
      ]),
    }),
  }
}

/** Marks that compromise leaves at the edges of a name ("Ankara,") are no part of it, nor is the possessive. */
function trimmed(text, start, end) {
  const said = text.slice(start, end)
  const front = /^[^\p{L}\p{N}]*/u.exec(said)[0].length
  const back = /(?:['’]s?)?[^\p{L}\p{N}]*$/u.exec(said)[0].length
  return start + front < end - back ? [start + front, end - back] : [start, end]
}
