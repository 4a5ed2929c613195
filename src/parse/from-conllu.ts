import { TheatrumError } from '../model/errors.ts'
import type { Words } from './tokenise.ts'

/** One document of a CoNLL-U file: its text as the file spaces it, its words and sentences. */
export interface GoldTokens {
  readonly docId: string
  readonly text: string
  readonly words: Words
  /** First word of each sentence, and the number of words. */
  readonly firstToken: readonly number[]
}

interface Draft {
  docId: string
  text: string
  start: number[]
  end: number[]
  multiword: [number, number][]
  firstToken: number[]
  /** Last word id that the multiword token being read covers, and its span. */
  covered: number
  form: string
  formStart: number
}

/**
 * Reads words and sentences out of CoNLL-U (version 2), for tagging with gold tokens. Empty nodes are skipped; words of
 * a multiword token get parts of its span. Throws TH_INPUT_LINE for a row that has not ten columns.
 */
export function fromConllu(data: string, file = 'input'): readonly GoldTokens[] {
  const docs: Draft[] = []
  let fresh = true
  let open = false
  data.split('\n').forEach((line, index) => {
    const row = line.replace(/\r$/, '')
    if (/^#\s*newdoc\b/.test(row)) {
      docs.push(draft(/id\s*=\s*(.*\S)/.exec(row)?.[1] ?? `document ${docs.length + 1}`))
      fresh = true
    } else if (/^#\s*newpar\b/.test(row)) newParagraph(docs.at(-1))
    else if (row.trim() === '') {
      open = false
      fresh = true
    } else if (!row.startsWith('#')) {
      const doc = docs.at(-1) ?? addTo(docs)
      if (!open && fresh) doc.firstToken.push(doc.start.length)
      open = true
      fresh = false
      addRow(doc, row, `${file}:${index + 1}`)
    }
  })
  return docs.map(doc => ({
    docId: doc.docId,
    text: doc.text,
    words: { start: doc.start, end: doc.end, multiword: doc.multiword },
    firstToken: [...doc.firstToken, doc.start.length],
  }))
}

function draft(docId: string): Draft {
  return { docId, text: '', start: [], end: [], multiword: [], firstToken: [], covered: 0, form: '', formStart: 0 }
}

function addTo(docs: Draft[]): Draft {
  const doc = draft(`document ${docs.length + 1}`)
  docs.push(doc)
  return doc
}

function newParagraph(doc: Draft | undefined): void {
  if (doc !== undefined && doc.text !== '') doc.text = `${doc.text.trimEnd()}\n\n`
}

function addRow(doc: Draft, row: string, where: string): void {
  const [id = '', form = '', , , , , , , , misc] = row.split('\t')
  if (misc === undefined || form === '')
    throw new TheatrumError(
      'TH_INPUT_LINE',
      `expected ten tab-separated columns of CoNLL-U, got "${row.slice(0, 60)}"`,
      { where },
    )
  if (id.includes('.')) return
  const space = /(?:^|\|)SpaceAfter=No(?:\||$)/.test(misc) ? '' : ' '
  if (id.includes('-')) {
    const [first = 0, last = 0] = id.split('-').map(Number)
    doc.covered = last
    doc.form = form
    doc.formStart = doc.text.length
    doc.multiword.push([doc.start.length, doc.start.length + last - first + 1])
    doc.text += form + space
    return
  }
  if (Number(id) === 1 && doc.covered > 0 && doc.form === '') doc.covered = 0
  if (doc.form !== '') {
    addPart(doc, form, Number(id) === doc.covered)
    return
  }
  doc.start.push(doc.text.length)
  doc.text += form
  doc.end.push(doc.text.length)
  doc.text += space
}

/** A word of a multiword token: as many of its characters as the word has, the rest for the last. */
function addPart(doc: Draft, form: string, last: boolean): void {
  const begun = doc.multiword.at(-1)![0] === doc.start.length
  const from = begun ? doc.formStart : doc.end.at(-1)!
  const stop = doc.formStart + doc.form.length
  doc.start.push(Math.min(from, stop))
  doc.end.push(last ? stop : Math.min(stop, from + form.length))
  if (last) doc.form = ''
}
