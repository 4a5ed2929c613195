/**
 * Words with their offsets as CoNLL-U over the very characters of the text: what no word covers becomes a word of its own
 * (X), white space inside a word ends it. `sentences`: lists of {start, end, lemma, upos, head, rel}, `head` an index into
 * the same list, -1 for the root. Without trees (`rel` "_") every word hangs on the first.
 */
export function asConllu(id, text, sentences) {
  const lines = [`# newdoc id = ${id}`]
  let at = 0
  const last = sentences.length - 1
  sentences.forEach((words, s) => {
    const rows = []
    const place = new Map()
    const cover = (from, to) => {
      for (const run of text.slice(from, to).matchAll(/\S+/g))
        rows.push({ form: run[0], upos: 'X', lemma: '_', of: null })
    }
    words.forEach((word, i) => {
      cover(at, word.start)
      at = Math.max(at, word.end)
      const forms = text.slice(word.start, word.end).match(/\S+/g) ?? []
      forms.forEach((form, k) => {
        if (k === 0) place.set(i, rows.length)
        rows.push({ form, upos: word.upos, lemma: word.lemma, of: k === 0 ? i : null })
      })
    })
    if (s === last) cover(at, text.length)
    if (rows.length === 0) return
    const heads = headsOf(rows, words, place)
    rows.forEach((row, i) => {
      const rel = heads[i] === 0 ? 'root' : row.of === null || words[row.of].rel === '_' ? 'dep' : words[row.of].rel
      lines.push(`${i + 1}\t${row.form}\t${row.lemma}\t${row.upos}\t_\t_\t${heads[i]}\t${rel}\t_\t_`)
    })
    lines.push('')
  })
  return `${lines.join('\n')}\n`
}

/** Heads as CoNLL-U counts them: one root a sentence, the first; words that have none or lost theirs hang on it. */
function headsOf(rows, words, place) {
  const root = Math.max(
    0,
    rows.findIndex(row => row.of !== null && words[row.of].rel !== '_' && words[row.of].head === -1),
  )
  return rows.map((row, i) => {
    if (i === root) return 0
    const head = row.of === null ? undefined : place.get(words[row.of].head)
    return (head ?? root) + 1
  })
}
