import { IRREGULAR_VERBS } from './irregular-verbs.ts'
import { KNOWN_LEMMAS, LEMMAS_OF_FORMS } from './known-lemmas.ts'
import { applyScript } from './lemma-script.ts'

const LEMMAS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(KNOWN_LEMMAS).map(([upos, words]) => [upos, new Set(words.split(' '))]),
)
const FORMS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(LEMMAS_OF_FORMS).map(([upos, rows]) => [upos, new Map(rows.split(' ').map(pairOf))]),
)
// No lemma is looked for in what is longer: the longest word of the train parts has 29 letters.
const LONGEST = 40

function pairOf(row: string): [string, string] {
  const at = row.indexOf('=')
  return [row.slice(0, at), row.slice(at + 1) || row.slice(0, at)]
}

/**
 * The lemma of a word: what the treebanks' train parts agree on for its form and tag, else what the network's script
 * makes, unless that is no known lemma of the tag and a regular ending gives one that is ("ties" is of "tie", not "ty").
 */
export function lemmaOf(form: string, upos: string, script: string): string {
  if (form.length > LONGEST) return applyScript(form, script, upos === 'PROPN')
  if (upos === 'PROPN') return capitalised(applyScript(form, script, true))
  const low = form.toLowerCase()
  const made = applyScript(form, script, false)
  const known = LEMMAS.get(upos)
  const irregular = upos === 'VERB' ? IRREGULAR_VERBS.get(low) : undefined
  // "Found" may be of "find" or itself; it is of nothing else.
  if (irregular !== undefined) return made === low && known?.has(low) === true ? low : irregular
  const agreed = FORMS.get(upos)?.get(low)
  if (agreed !== undefined) return agreed
  if (known === undefined || !/^\p{Ll}+$/u.test(low)) return made
  const long = silentE(low, upos)
  if (long !== null && known.has(long)) return long
  // No rule changes a word's beginning: what does is in the table above or wrong.
  if (known.has(made) && made.charAt(0) === low.charAt(0)) return made
  const regular = regularLemmas(low, upos)
  // No ending to take off: a known word is itself before it is a stump that nobody knows ("Police" is no "polic").
  if (regular.length === 0)
    return made !== low && low.startsWith(made) && !known.has(made) && known.has(low) ? low : made
  const found = regular.find(each => known.has(each))
  // Nothing known: the network's own answer where it is one that an ending can give, else the likeliest of these.
  return found ?? (regular.includes(made) || made.toLowerCase() === low ? made : regular[0]!)
}

/** A name written small has its lemma with a capital ("kerala" in hasty text). */
function capitalised(name: string): string {
  return /^\p{Ll}+$/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name
}

/** Lemmas that a regular ending leaves open, likeliest first; none when the form has no such ending. */
function regularLemmas(low: string, upos: string): readonly string[] {
  if (upos === 'NOUN') return pluralOf(low)
  if (upos === 'VERB') {
    if (low.endsWith('ing') && low.length > 4) return stems(low.slice(0, -3))
    if (low.endsWith('ied') && low.length > 4) return [`${low.slice(0, -3)}y`, low.slice(0, -1)]
    if (low.endsWith('ed') && low.length > 3) return stems(low.slice(0, -2))
    return pluralOf(low)
  }
  if (upos !== 'ADJ' && upos !== 'ADV') return []
  if (low.endsWith('iest')) return [`${low.slice(0, -4)}y`]
  if (low.endsWith('ier')) return [`${low.slice(0, -3)}y`]
  if (low.endsWith('est') && low.length > 4) return [...stems(low.slice(0, -3)), low]
  return low.endsWith('er') && low.length > 4 ? [...stems(low.slice(0, -2)), low] : []
}

/** "Fined" is of "fine": of "fin" it would have its consonant doubled. Null for other words. */
function silentE(low: string, upos: string): string | null {
  const stem = upos === 'VERB' ? /^([^aeiouy]*[aeiou][bdgklmnprtz])(?:ed|ing)$/.exec(low)?.[1] : undefined
  return stem === undefined ? null : `${stem}e`
}

/** What an -s may have been added to; "gunmen" is of "gunman". */
function pluralOf(low: string): readonly string[] {
  if (low.endsWith('men') && low.length > 4) return [`${low.slice(0, -2)}an`]
  if (!low.endsWith('s') || low.endsWith('ss') || low.length < 4) return []
  if (low.endsWith('ies')) return [`${low.slice(0, -3)}y`, low.slice(0, -1)]
  const plain = low.slice(0, -1)
  if (low.endsWith('ves')) return [plain, `${low.slice(0, -3)}f`, `${low.slice(0, -3)}fe`]
  return /(?:s|x|z|ch|sh)es$/.test(low) ? [low.slice(0, -2), plain] : [plain]
}

/** What -ed or -ing may have been added to: the stem, with an e, or without its doubled consonant; likeliest first. */
function stems(stem: string): readonly string[] {
  const single = /([bdfgklmnprtvz])\1$/.test(stem) ? stem.slice(0, -1) : null
  if (single !== null) return /(?:ll|ss|ff|zz)$/.test(stem) ? [stem, single] : [single, stem]
  const silent =
    /(?:[^aeiou][aiou][bdgklmnprtz]|[cgsuvz]|[^aeiou]l|[bcdfgkptz]l)$/.test(stem) &&
    !/(?:ss|en|er|on|it|or)$/.test(stem)
  return silent ? [`${stem}e`, stem] : [stem, `${stem}e`]
}
