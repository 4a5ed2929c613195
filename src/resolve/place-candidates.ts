import type { KnownPlace, NameEntry } from '../model/knowledge.ts'
import { normaliseName } from '../text/normalise.ts'
import type { Scene } from './meaning.ts'
import { isWritten } from './names-in.ts'

/** One place that a name can mean, with how likely it is before the article is looked at. */
export interface Candidate {
  readonly place: KnownPlace
  /** Decimal logarithm of population for towns; fixed for other kinds, on the same scale. */
  readonly prior: number
}

// On the scale of log10(population). A country is meant before any town of its name; a state of the United States, Canada
// or Australia before all but the largest towns; a province elsewhere about as often as a town of 100,000.
const COUNTRY_PRIOR = 9
const CHOSEN_PLACE_PRIOR = 8
const OTHER_PLACE_PRIOR = 5.2
const LARGE_STATE_PRIOR = 6.9
const PROVINCE_PRIOR = 5
const COUNTY_PRIOR = 5

/** The seat of a government is in the news far beyond its size (Washington, Canberra, The Hague). */
const SEAT = 1.5

/**
 * Towns kept for one name, the largest first. On LGL and GeoVirus (the sets it was chosen on; 2026-11) forty or a thousand
 * place one mention more, of some 6,600, than twenty do; ten lose 0.1 and five 0.5 points of LGL's accuracy. A smaller town
 * of a common name (the twenty-first Springfield) is never found.
 */
const MOST_TOWNS = 20

const PLACE_KINDS: readonly NameEntry['kind'][] = ['place', 'facility', 'country', 'nationality']

/** All places that a name as written can mean, the likeliest first; empty for names that are no known place. */
export function candidatesFor(words: string, scene: Scene): readonly Candidate[] {
  const { knowledge } = scene
  const out = new Map<string, Candidate>()
  const add = (place: KnownPlace, prior: number): void => {
    const old = out.get(place.id)
    if (old === undefined || old.prior < prior) out.set(place.id, { place, prior })
  }
  for (const form of formsOf(words)) {
    const key = normaliseName(form)
    for (const entry of knowledge.byForm.get(key) ?? []) {
      if (entry.placeId === null || !PLACE_KINDS.includes(entry.kind) || !isWritten(entry, form)) continue
      const place = knowledge.places.get(entry.placeId) ?? knowledge.towns.byId(entry.placeId)
      if (place !== null && place !== undefined) add(place, priorOf(place) + (entry.actorId !== null ? SEAT : 0))
    }
    for (const town of knowledge.towns.named(key).slice(0, MOST_TOWNS)) add(town, priorOf(town))
    if (out.size > 0) break
  }
  return [...out.values()].sort((a, b) => b.prior - a.prior)
}

/** The name, and what is left of it without the words that say what kind of place it is. */
function formsOf(words: string): readonly string[] {
  const bare = words.replace(/^[Tt]he /, '')
  const forms = [words, bare]
  const inner =
    /^(?:(?:[Cc]ity|[Tt]own|[Pp]ort|[Vv]illage|[Pp]rovince|[Ss]tate|[Rr]egion|[Ii]sland|[Dd]istrict|[Gg]overnorate) of )?(?:(?:[Nn]orthern|[Ss]outhern|[Ee]astern|[Ww]estern|[Cc]entral|[Uu]pper|[Ll]ower|[Dd]owntown|[Gg]reater|[Nn]orth-?eastern|[Nn]orth-?western|[Ss]outh-?eastern|[Ss]outh-?western) )?(.+?)(?: (?:[Cc]ity|[Tt]own|[Pp]rovince|[Ss]tate|[Rr]egion|[Oo]blast|[Dd]istrict|[Gg]overnorate|[Pp]refecture|[Cc]ounty|[Pp]arish|[Aa]rea|[Mm]unicipality|[Tt]erritory|[Pp]eninsula))?$/.exec(
      bare,
    )?.[1]
  if (inner !== undefined && inner !== bare && !/ (County|Parish)$/.test(bare)) forms.push(inner)
  const upper = bare === bare.toUpperCase() && bare.length > 3
  return upper ? [...forms, bare.toLowerCase()] : forms
}

function priorOf(place: KnownPlace): number {
  switch (place.kind) {
    case 'country':
      return COUNTRY_PRIOR
    case 'town':
    case 'capital':
      return Math.log10(Math.max(place.population, 300)) + (place.kind === 'capital' ? 0.5 : 0)
    case 'admin1':
      return ['US', 'CA', 'AU'].includes(place.country ?? '') ? LARGE_STATE_PRIOR : PROVINCE_PRIOR
    case 'admin2':
      return COUNTY_PRIOR
    case 'island':
      return OTHER_PLACE_PRIOR
    default:
      return CHOSEN_PLACE_PRIOR
  }
}
