/** What a key asks for. */
export type KeyAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'open'
  | 'back'
  | 'search'
  | 'sheet'
  | 'next-source'
  | 'previous-source'
  | 'theme'
  | 'refresh'
  | 'unfold'
  | 'fold'
  | { readonly go: Place }

export type Place = '/stories' | '/statements' | '/events' | '/actors' | '/collect'

/** A key press, reduced to what the map looks at. */
export interface KeyPress {
  readonly key: string
  readonly ctrl: boolean
  readonly alt: boolean
  readonly meta: boolean
  /** The key went to an input, where single letters are text. */
  readonly typing: boolean
}

const SINGLE: Readonly<Record<string, KeyAction>> = {
  j: 'next',
  k: 'previous',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  Enter: 'open',
  o: 'open',
  Escape: 'back',
  '/': 'search',
  '?': 'sheet',
  '[': 'previous-source',
  ']': 'next-source',
  d: 'theme',
  '.': 'refresh',
  ArrowRight: 'unfold',
  ArrowLeft: 'fold',
}

const PLACES: Readonly<Record<string, Place>> = {
  s: '/stories',
  t: '/statements',
  e: '/events',
  a: '/actors',
  c: '/collect',
}

/** `g` waits for its letter no longer than this. */
export const CHORD_MS = 1200

/**
 * What a key press means. `pendingG` is true when the key before it was `g`, less than `CHORD_MS` ago.
 * @returns the action; `'chord'` when this key begins one; null when the key is none of ours
 */
export function actionOf(press: KeyPress, pendingG: boolean): KeyAction | 'chord' | null {
  if ((press.ctrl || press.meta) && !press.alt && press.key.toLowerCase() === 'k') return 'search'
  if (press.ctrl || press.alt || press.meta) return null
  if (press.typing) return press.key === 'Escape' ? 'back' : null
  if (pendingG) {
    const place = Object.hasOwn(PLACES, press.key) ? PLACES[press.key] : undefined
    return place === undefined ? null : { go: place }
  }
  return press.key === 'g' ? 'chord' : Object.hasOwn(SINGLE, press.key) ? (SINGLE[press.key] ?? null) : null
}

/** The sheet behind `?`: keys and what they do, in the order of use. */
export const KEY_SHEET: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['j', 'k'], does: 'next and previous row' },
  { keys: ['Enter'], does: 'open: from the stories to what was said, from there to the words' },
  { keys: ['Esc'], does: 'one step back' },
  { keys: ['→', '←'], does: 'show and hide the wordings of a statement' },
  { keys: ['[', ']'], does: 'previous and next article that carries the same' },
  { keys: ['/'], does: 'search (also Ctrl K)' },
  { keys: ['g', 's'], does: 'stories' },
  { keys: ['g', 't'], does: 'statements' },
  { keys: ['g', 'e'], does: 'events' },
  { keys: ['g', 'a'], does: 'actors' },
  { keys: ['g', 'c'], does: 'collect: what was read, what was turned away' },
  { keys: ['.'], does: 'show what has come in since' },
  { keys: ['d'], does: 'dark or light' },
  { keys: ['?'], does: 'this sheet' },
]
