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
  readonly docId: string
  text: string
  readonly start: number[]
  readonly end: number[]
  readonly multiword: [number, number][]
  readonly firstToken: number[]
  /** The multiword token whose words are being read. */
  token: { readonly form: string; readonly space: string; readonly last: number; readonly parts: string[] } | null
}

/**
 * Reads words and sentences out of CoNLL-U (version 2), for tagging with gold tokens. Empty nodes are skipped; words of
 * a multiword token get parts of its span. Throws TH_INPUT_LINE for a row that has not ten columns.
 */
export function fromConllu(data: string, file = 'input'): readonly GoldTokens[] {
  const docs: Draft[] = []
  let open = false
  data.split('\n').forEach((line, index) => {
    const row = line.replace(/\r$/, '')
    if (/^#\s*newdoc\b/.test(row)) {
      closeToken(docs.at(-1))
      docs.push(draft(/id\s*=\s*(.*\S)/.exec(row)?.[1] ?? `document ${docs.length + 1}`))
      open = false
    } else if (/^#\s*newpar\b/.test(row)) newParagraph(docs.at(-1))
    else if (row.trim() === '') {
      closeToken(docs.at(-1))
      open = false
    } else if (!row.startsWith('#')) {
      const doc = docs.at(-1) ?? addTo(docs)
      if (!open) doc.firstToken.push(doc.start.length)
      open = true
      addRow(doc, row, `${file}:${index + 1}`)
    }
  })
  closeToken(docs.at(-1))
  return docs.map(({ docId, text, start, end, multiword, firstToken }) => ({
    docId,
    text,
    words: { start, end, multiword },
    // A sentence of empty nodes alone has no words and is none.
    firstToken: [...new Set(firstToken), start.length].filter(
      (first, i, all) => i + 1 === all.length || first < start.length,
    ),
  }))
}

function draft(docId: string): Draft {
  return { docId, text: '', start: [], end: [], multiword: [], firstToken: [], token: null }
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
  if (misc === undefined || form === '' || !/^\d+(?:[-.]\d+)?$/.test(id))
    throw new TheatrumError(
      'TH_INPUT_LINE',
      `expected ten tab-separated columns of CoNLL-U, got "${row.slice(0, 60)}"`,
      { where },
    )
  if (id.includes('.')) return
  const space = /(?:^|\|)SpaceAfter=No(?:\||$)/.test(misc) ? '' : ' '
  if (id.includes('-')) {
    closeToken(doc)
    doc.token = { form, space, last: Number(id.split('-')[1]), parts: [] }
  } else if (doc.token === null) {
    addWord(doc, form, space)
  } else {
    doc.token.parts.push(form)
    if (Number(id) >= doc.token.last) closeToken(doc)
  }
}

function addWord(doc: Draft, form: string, space: string): void {
  doc.start.push(doc.text.length)
  doc.text += form
  doc.end.push(doc.text.length)
  doc.text += space
}

/**
 * Places the words of the multiword token that was read last: by their forms' lengths where these make up the token,
 * else ("du" is "de" and "le") by shares of it, as train/data.py does.
 */
function closeToken(doc: Draft | undefined): void {
  const token = doc?.token ?? null
  if (doc === undefined || token === null) return
  doc.token = null
  const { form, space, parts } = token
  if (parts.length < 2) {
    addWord(doc, form, space)
    return
  }
  const total = parts.reduce((sum, part) => sum + part.length, 0)
  const from = doc.text.length
  let at = from
  doc.multiword.push([doc.start.length, doc.start.length + parts.length])
  parts.forEach((part, i) => {
    const share = total === form.length ? part.length : Math.max(1, Math.round((form.length * part.length) / total))
    const end = i + 1 === parts.length ? from + form.length : Math.min(at + share, from + form.length)
    doc.start.push(at)
    doc.end.push(end)
    at = end
  })
  doc.text += form + space
}
