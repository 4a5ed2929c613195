/**
 * Brings a text into the one form that offsets index: NFC, `\n` line ends, no byte order mark, no NUL, lone surrogates
 * replaced by U+FFFD. Text that is already so is returned unchanged, the same string.
 */
export function normaliseText(raw: string): string {
  let text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
  if (text.includes('\0')) text = text.replaceAll('\0', '')
  if (!text.isWellFormed()) text = text.toWellFormed()
  return text.normalize('NFC')
}

/**
 * The key under which a name is looked up: NFKD without marks, lower case, apostrophes and dots dropped ("U.S." is
 * "us"), other punctuation as one space, a leading "the" removed.
 */
export function normaliseName(form: string): string {
  const plain = form
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return plain.startsWith('the ') ? plain.slice(4) : plain
}

/** A name as part of an id: "Mark Rutte" is "mark-rutte". */
export function slug(name: string): string {
  return normaliseName(name).replaceAll(' ', '-')
}

/** White space of any kind and length becomes one space; the ends are trimmed. */
export function collapseSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
