const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu

/** Words of a text in the form that copies are compared in: parallel arrays, offsets in UTF-16 code units. */
export interface Words {
  /** Lower case, without apostrophes: a house style that sets ’ for ' or capitals in a headline changes nothing. */
  readonly forms: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Words and numbers of a text, in order. Punctuation, dashes and quotation marks are passed over. Linear. */
export function wordsOf(text: string): Words {
  const forms: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const match of text.matchAll(WORD)) {
    forms.push(match[0].toLowerCase().replace(/['’]/g, ''))
    starts.push(match.index)
    ends.push(match.index + match[0].length)
  }
  return { forms, starts, ends }
}
