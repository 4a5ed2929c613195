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
  const plain = isAscii(form) ? plainAscii(form) : plainUnicode(form)
  return plain.startsWith('the ') ? plain.slice(4) : plain
}

function plainUnicode(form: string): string {
  // Without its accents most of what is not ASCII is ("Erdoğan"), and the short way will do.
  const bare = form.normalize('NFKD').replace(/[\u0300-\u036f]+/g, '')
  if (isAscii(bare)) return plainAscii(bare)
  return bare
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The rest of the way for ASCII, where there are no marks: several times as fast, and nearly all names are such. */
function plainAscii(form: string): string {
  const lower = form.toLowerCase()
  return /^[a-z0-9]+(?: [a-z0-9]+)*$/.test(lower)
    ? lower
    : lower
        .replace(/['.]/g, '')
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

/** A name as part of an id: "Mark Rutte" is "mark-rutte". */
export function slug(name: string): string {
  return normaliseName(name).replaceAll(' ', '-')
}

/** White space of any kind and length becomes one space; the ends are trimmed. */
export function collapseSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
