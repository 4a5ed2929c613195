import { type Doc, UPOS } from '../model/doc.ts'

/**
 * A Doc as CoNLL-U (universaldependencies.org/format.html): words, lemmas, tags, features and trees, in sentences and
 * paragraphs. Ends in an empty line.
 */
export function toConllu(doc: Doc, options: { readonly docId: string }): string {
  const lines: string[] = [`# newdoc id = ${options.docId.replace(/\s+/g, ' ')}`]
  const multiword = new Map(doc.multiword.map(([first, end]) => [first, end]))
  for (let s = 0; s < doc.sentences.length; s++) {
    const span = doc.sentences[s]!
    const first = doc.firstToken[s]!
    const end = doc.firstToken[s + 1]!
    if (s === 0 || doc.text.slice(doc.sentences[s - 1]![1], span[0]).includes('\n\n')) lines.push('# newpar')
    lines.push(`# sent_id = ${options.docId.replace(/\s+/g, ' ')}-${s + 1}`)
    lines.push(`# text = ${doc.text.slice(span[0], span[1]).replace(/\s+/g, ' ')}`)
    let covered = first
    for (let i = first; i < end; i++) {
      const until = multiword.get(i)
      if (until !== undefined) {
        lines.push(tokenRow(doc, i - first + 1, i, until))
        covered = until
      }
      lines.push(wordRow(doc, first, i, i < covered))
    }
    lines.push('')
  }
  return `${lines.join('\n')}\n`
}

function spaceAfter(doc: Doc, i: number): string {
  const touches = i + 1 < doc.tokens.length && doc.tokens.start[i + 1] === doc.tokens.end[i]
  return touches ? 'SpaceAfter=No' : '_'
}

function tokenRow(doc: Doc, id: number, first: number, end: number): string {
  const form = doc.text.slice(doc.tokens.start[first], doc.tokens.end[end - 1])
  return `${id}-${id + end - first - 1}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${spaceAfter(doc, end - 1)}`
}

function wordRow(doc: Doc, first: number, i: number, inside: boolean): string {
  const { tokens } = doc
  const head = tokens.head[i]! < 0 ? 0 : tokens.head[i]! - first + 1
  const tags = `${UPOS[tokens.upos[i]!]}\t${tokens.xpos[i] || '_'}\t${tokens.feats[i] || '_'}`
  const form = doc.text.slice(tokens.start[i], tokens.end[i])
  const lemma = tokens.lemma[i] || form
  return `${i - first + 1}\t${form}\t${lemma}\t${tags}\t${head}\t${tokens.deprel[i] || 'dep'}\t_\t${inside ? '_' : spaceAfter(doc, i)}`
}
