import type { KnownPlace } from '../model/knowledge.ts'
import type { Span } from '../model/span.ts'
import { normaliseName } from '../text/normalise.ts'
import type { Scene } from './meaning.ts'
import { isWritten } from './names-in.ts'

// Abbreviations of states in the Associated Press's style, by postal code; postal codes themselves are in admin1.tsv.
const AP_STATES: Readonly<Record<string, string>> = {
  ala: 'AL',
  ariz: 'AZ',
  ark: 'AR',
  calif: 'CA',
  colo: 'CO',
  conn: 'CT',
  del: 'DE',
  fla: 'FL',
  ga: 'GA',
  ill: 'IL',
  ind: 'IN',
  kan: 'KS',
  ky: 'KY',
  la: 'LA',
  md: 'MD',
  mass: 'MA',
  mich: 'MI',
  minn: 'MN',
  miss: 'MS',
  mo: 'MO',
  mont: 'MT',
  neb: 'NE',
  nev: 'NV',
  nh: 'NH',
  nj: 'NJ',
  nm: 'NM',
  ny: 'NY',
  nc: 'NC',
  nd: 'ND',
  okla: 'OK',
  ore: 'OR',
  pa: 'PA',
  ri: 'RI',
  sc: 'SC',
  sd: 'SD',
  tenn: 'TN',
  tex: 'TX',
  vt: 'VT',
  va: 'VA',
  wash: 'WA',
  wva: 'WV',
  wis: 'WI',
  wyo: 'WY',
}

const AFTER = /^(?:,| \(|\s+in|,? in(?: the)?) ?((?:\p{Lu}[\p{L}.'’]*)(?:[ -]\p{Lu}[\p{L}.'’]*){0,3})/u

/**
 * Countries and provinces named right behind a place ("Paris, Texas", "Tripoli (Lebanon)", "Birmingham, Ala."): all
 * readings of the words there. Empty where nothing of the kind follows.
 */
export function qualifiersAfter(span: Span, scene: Scene): readonly KnownPlace[] {
  const behind = scene.doc.text.slice(span[1], span[1] + 60)
  const words = AFTER.exec(behind)?.[1]?.split(' ')
  if (words === undefined) return []
  for (let n = words.length; n >= 1; n--) {
    const found = outerPlaces(words.slice(0, n).join(' '), scene)
    if (found.length > 0) return found
  }
  return []
}

function outerPlaces(words: string, scene: Scene): readonly KnownPlace[] {
  const bare = words.replace(/[.,]+$/, '').replace(/['’]s$/, '')
  const out: KnownPlace[] = []
  for (const entry of scene.knowledge.byForm.get(normaliseName(bare)) ?? []) {
    if (entry.placeId === null || !isWritten(entry, bare)) continue
    const place = scene.knowledge.places.get(entry.placeId)
    if (place?.kind === 'country' || place?.kind === 'admin1') out.push(place)
  }
  const state = stateOf(bare, words.endsWith('.'))
  const admin1 = state === null ? undefined : scene.knowledge.places.get(`admin1:US-${state}`)
  if (admin1 !== undefined) out.push(admin1)
  return out
}

/** The postal code of a state as abbreviated: "La.", "N.Y.", "LA". A dot or capitals must show that it is one. */
function stateOf(word: string, dotted: boolean): string | null {
  const plain = word.replaceAll('.', '')
  if (/^[A-Z]{2}$/.test(plain)) return plain
  return dotted || word.includes('.') ? (AP_STATES[plain.toLowerCase()] ?? null) : null
}
