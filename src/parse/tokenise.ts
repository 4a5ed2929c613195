import type { Span } from '../model/span.ts'
import { TITLES, UNENDING } from './abbreviations.ts'

/** Words of a text as Universal Dependencies splits them, before anything is known about them. */
export interface Words {
  readonly start: readonly number[]
  readonly end: readonly number[]
  /** [first, end) word ranges of tokens that are written as one and read as several ("don't", "Rutte's"). */
  readonly multiword: readonly (readonly [number, number])[]
}

// Every quantifier over a class that a later alternative can rescan is bounded, so that no input costs more than a
// constant number of looks at each character. 200 is past any real address, 64 past any real abbreviation.
const TOKEN = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"“”]{1,400}|www\.[^\s<>"“”]{1,400}`,
    String.raw`[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}`,
    // A site's name in running text: "Caliber.Az".
    String.raw`[\p{L}\p{N}-]{2,40}\.(?:com|org|net|info|news|gov|edu|mil|int|eu|uk|us|az|ru|ua|tv|io|Com|Az|Net|Org)(?![\p{L}\p{N}])`,
    String.raw`[@#][\p{L}\p{N}_]{1,64}`,
    String.raw`(?:\p{L}\.){2,12}`,
    String.raw`\d{1,15}(?:[.,:]\d{1,15}){1,8}(?:st|nd|rd|th|s|m|bn|k)?(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{N}\p{M}_]+(?:['’][\p{L}\p{M}]+)?`,
    String.raw`\.{2,}|-{2,}|!{2,}|\?{2,}|={2,}|_{2,}|\*{2,}|''|\x60\x60`,
    String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f]+`,
    String.raw`[^\s]\p{M}*`,
  ].join('|'),
  'uy',
)

const CLITIC = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/iu
const GLUED: ReadonlyMap<string, readonly number[]> = new Map([
  ['cannot', [3, 3]],
  ['gonna', [3, 2]],
  ['gotta', [3, 2]],
  ['wanna', [3, 2]],
  ["d'you", [2, 3]],
])
// Prefixes that UD English keeps together with what follows the hyphen (its tokenisation follows the English Web
// Treebank: "co-founder", "anti-missile", but "U.S. - led").
const PREFIXES = new Set(
  'anti bi co counter cross de e extra inter intra mid mini mis multi neo non over para post pre pro proto pseudo quasi re semi sub super trans tri ultra un under uni vice x'.split(
    ' ',
  ),
)

/**
 * Splits `text` up to `limit` into words with exact offsets, in linear time on any input. White space (Unicode's) is in
 * no word; every other character is in exactly one.
 */
export function tokenise(text: string, limit: number = text.length): Words {
  const start: number[] = []
  const end: number[] = []
  const multiword: (readonly [number, number])[] = []
  let at = 0
  while (at < limit) {
    if (isSpace(text.charCodeAt(at))) {
      at++
      continue
    }
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    // A lone surrogate is matched by [^\s] in unicode mode; a null match is impossible but must not hang.
    let stop = Math.min(limit, at + (match?.[0].length ?? 1))
    stop = withPeriod(text, at, stop, limit)
    stop = withPrefixed(text, at, stop, limit)
    stop = withoutTail(text, at, stop)
    const parts = splitGlued(text.slice(at, Math.min(stop, at + 100)), stop - at)
    const first = start.length
    for (const [from, to] of parts) {
      start.push(at + from)
      end.push(at + to)
    }
    if (parts.length > 1) multiword.push([first, start.length])
    at = stop
  }
  return { start, end, multiword }
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  )
}

/** Takes the period into an abbreviation: "Mr." and "Inc." always, "Sen" only where such a title stands. */
function withPeriod(text: string, at: number, stop: number, limit: number): number {
  if (stop >= limit || text[stop] !== '.' || stop - at > 12) return stop
  const word = text.slice(at, stop)
  if (TITLES.has(word) || UNENDING.has(word)) return stop + 1
  // An initial: "John F. Kennedy"; not "plan B." at the end of a line.
  return /^\p{Lu}$/u.test(word) && /^\. \p{Lu}/u.test(text.slice(stop, stop + 3)) && !/^[I]$/.test(word)
    ? stop + 1
    : stop
}

/** Joins "co-founder" to one word, where the text goes on with a letter. */
function withPrefixed(text: string, at: number, stop: number, limit: number): number {
  if (stop + 1 >= limit || text[stop] !== '-' || stop - at > 8) return stop
  if (!PREFIXES.has(text.slice(at, stop).toLowerCase())) return stop
  TOKEN.lastIndex = stop + 1
  const next = TOKEN.exec(text)?.[0] ?? ''
  return /^\p{L}/u.test(next) && !next.includes("'") && !next.includes('’') ? stop + 1 + next.length : stop
}

/** Gives back punctuation that an address does not end in. */
function withoutTail(text: string, at: number, stop: number): number {
  if (!/^(?:https?:|www\.)/.test(text.slice(at, at + 8))) return stop
  let to = stop
  while (to > at + 4 && /[.,;:!?)'\]]/.test(text.charAt(to - 1))) to--
  return to
}

function splitGlued(head: string, length: number): readonly Span[] {
  if (length > 100) return [[0, length]]
  const glued = GLUED.get(head.toLowerCase().replace('’', "'"))
  if (glued !== undefined)
    return [
      [0, glued[0]!],
      [glued[0]!, length],
    ] as const
  const clitic = CLITIC.exec(head)
  if (clitic !== null)
    return [
      [0, clitic[1]!.length],
      [clitic[1]!.length, length],
    ] as const
  const apostrophe = head.search(/['’]/)
  // "d'Ivoire", "O'Brien" and "Qur'an" stay whole; "workers'strike" and the like are not split either.
  return apostrophe === 0 && /^.\p{L}/u.test(head)
    ? [
        [0, 1],
        [1, length],
      ]
    : [[0, length]]
}
