// Texts that a reader of news meets by accident or by malice, and plain prose of any length. All made up.

/** Prose of at least `length` characters: names, titles, quotations and pronouns, no two paragraphs alike. */
export function prose(length: number): string {
  const places = ['Exampleton', 'Port Sample', 'Samplia', 'Lower Fictia', 'North Harbour']
  const people = ['Ana Example', 'Ben Sample', 'Carla Fiction', 'Deniz Placeholder', 'Emil Specimen']
  const paragraphs: string[] = []
  for (let i = 0, sum = 0; sum < length; i++) {
    const [who, other] = [people[i % 5], people[(i * 2 + 1) % 5]]
    const place = places[(i * 3) % 5]
    const paragraph = `${who}, the minister of ${place}, met ${other} in ${places[(i + 2) % 5]} on day ${i + 1} of the talks. She said that the two sides had agreed on ${i + 3} of the points, although they would not sign before spring. “The harbour stays open,” ${other} told the council of ${place}, whose members asked him to explain it.`
    paragraphs.push(paragraph)
    sum += paragraph.length + 2
  }
  return paragraphs.join('\n\n')
}

/** Numbers in rows and columns. */
function table(rows: number): string {
  return Array.from({ length: rows }, (_, i) => `${2000 + i}\t${i * 17.5}\t${-i}\t${i}%\t1,${100 + i}.00`).join('\n')
}

/** Sequences that are not well-formed UTF-16, alone, doubled, inside words and at both ends. */
const LONE = '\ud83d Ministers \udc00met\ud800 in \udfff\udfff Oslo\ud83d\ud83d. \udc00'

/** What reads one way and is stored in another: marks of direction, of width zero, and of joining. */
const INVISIBLE =
  '\u202eThe mini\u200bster\u202c of \u2066Samplia\u2069 said\u200d\u200d \ufeffthat \u061ctalks\u2060 had \u200e\u200f begun.\u202e'

/** Name of each text, and the text. Sizes are such that all are read in some ten seconds on a busy core. */
export const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['nothing', ''],
  ['white space', ' \n\n\t \u00a0\u2003\n'],
  ['one word', 'Ceasefire'],
  ['one full stop', '.'],
  ['a sentence that does not end', 'The minister of Samplia said'],
  ['200,000 characters without punctuation or spaces', 'talks'.repeat(40_000)],
  ['200,000 characters of combining marks', `a${'\u0301'.repeat(199_999)}`],
  ['words without punctuation', prose(12_000).replace(/[^\p{L}\p{N}]+/gu, ' ')],
  ['all capitals', prose(3_000).toUpperCase()],
  ['no capitals', prose(3_000).toLowerCase()],
  ['a table of numbers', table(300)],
  ['Cyrillic', 'Вымышленный министр Сэмплии сообщил, что переговоры начались. '.repeat(30)],
  ['Chinese, a word as long as the text', '虚构的桑普利亚部长表示谈判已经开始'.repeat(600)],
  ['Chinese', '虚构的桑普利亚部长表示，谈判已经开始。'.repeat(60)],
  ['Arabic', 'قال وزير سامبليا الخيالي إن المحادثات قد بدأت. '.repeat(40)],
  ['runs of emoji', `${'🇳🇴👩‍👩‍👧‍👦👍🏽'.repeat(300)} talks ${'😀 '.repeat(300)}`],
  ['lone surrogates', LONE],
  ['zero-width and bidirectional characters', INVISIBLE],
  ['quotation marks alone', '"“”\''.repeat(500)],
  ['brackets that never close', '( [ { '.repeat(400)],
  ['full stops alone', '. '.repeat(1_000)],
  ['one letter a line', 'a\n'.repeat(1_000)],
  ['one letter a paragraph', 'a\n\n'.repeat(500)],
  ['one name, again and again', 'Ana Example '.repeat(400)],
  ['one pronoun, again and again', 'she '.repeat(1_000)],
  ['control characters', 'The\u0001minister\u0007 of\u001b[31m Samplia\u0000 said\u0085so.'],
]
