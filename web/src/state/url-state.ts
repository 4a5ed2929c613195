/**
 * Everything that a view shows is in its address, flat and with the API's own names: what is asked (filters), what is
 * selected, and which words are on screen.
 */
export interface UrlState {
  readonly q?: string
  readonly actor?: string
  readonly from?: string
  readonly to?: string
  readonly minOrigins?: string
  readonly speaker?: string
  readonly about?: string
  readonly kind?: string
  readonly type?: string
  readonly recipient?: string
  readonly status?: string
  readonly claimedBy?: string
  readonly place?: string
  /** Who takes part in an event, on either side. */
  readonly party?: string
  /** Days of events that are chosen, both included. */
  readonly since?: string
  readonly until?: string
  /** `no`: events without a date alone. */
  readonly dated?: string
  readonly stance?: string
  /** `rejected`: what was turned away, where panes are shown one at a time. */
  readonly show?: string
  /** Utterance whose wordings are shown. */
  readonly open?: string
  /** Story that is open. */
  readonly story?: string
  /**
   * Row that is selected: `st.<id>` a statement, `en.<id>` an utterance, `wo.<article>~<id>` one of its wordings, `ev.<id>` an event, `di.<id>~<n>` a side of a disagreement, `ar.<id>` an
   * article, `ac.<id>` an actor.
   */
  readonly sel?: string
  /** Article in the evidence pane when it is not the selected row's own first one. */
  readonly article?: string
  /** Characters to show, `120-164`, when they are not the selected row's own. */
  readonly span?: string
}

const KEYS: ReadonlySet<string> = new Set([
  'q',
  'actor',
  'from',
  'to',
  'minOrigins',
  'speaker',
  'about',
  'kind',
  'type',
  'recipient',
  'status',
  'claimedBy',
  'place',
  'party',
  'since',
  'until',
  'dated',
  'stance',
  'show',
  'open',
  'story',
  'sel',
  'article',
  'span',
])

/** Longest value taken from an address, in characters; the API refuses longer ones too. */
const LONGEST = 500

/** The known keys of a search string with usable values; everything else is dropped. */
export function readUrlState(raw: Readonly<Record<string, unknown>>): UrlState {
  const state: Record<string, string> = {}
  for (const [key, value] of Object.entries(raw)) {
    if (!KEYS.has(key) || typeof value !== 'string') continue
    const trimmed = value.slice(0, LONGEST)
    if (trimmed !== '' && (key !== 'span' || readSpan(trimmed) !== null)) state[key] = trimmed
  }
  return state
}

/** `120-164` as a span; null when it is none. */
export function readSpan(written: string | undefined): readonly [number, number] | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(written ?? '')
  if (match === null) return null
  const [start, end] = [Number(match[1]), Number(match[2])]
  return start < end ? [start, end] : null
}

export function writeSpan([start, end]: readonly [number, number]): string {
  return `${start}-${end}`
}

/** A patch laid over a state; undefined removes a key. */
export function patchUrlState(state: UrlState, patch: Readonly<Record<string, string | undefined>>): UrlState {
  const next: Record<string, string> = {}
  for (const [key, value] of Object.entries({ ...state, ...patch }))
    if (KEYS.has(key) && value !== undefined && value !== '') next[key] = value
  return next
}

/** Search strings are plain `a=b&c=d`: no JSON in addresses that people read, keep and type. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

export function stringifySearch(state: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(state))
    if (typeof value === 'string' && value !== '') params.set(key, value)
  const search = params.toString()
  return search === '' ? '' : `?${search}`
}
