import type { Ent } from '../model/doc.ts'
import type { Span } from '../model/span.ts'
import type { Chains } from './chains.ts'
import { type Meaning, type Resolved, type Scene, unresolved, wordsOf } from './meaning.ts'

type Gender = 'm' | 'f'
type Party = 'D' | 'R'

/** What an article lets see of a person: gender and party, where it shows them and does not contradict itself. */
interface Seen {
  readonly genders: Record<Gender, number>
  readonly parties: Set<Party>
  /** Names that the reader took for persons, less those that it took for anything else. */
  persons: number
}

const HE = /^(?:he|him|his|himself)$/i
const SHE = /^(?:she|her|hers|herself)$/i
const IT = /^(?:it|its|itself)$/i
const MEN = /(?:^|\s)(?:mr|sir|lord|king|prince|father|brother)\.?\s/i
const WOMEN = /(?:^|\s)(?:mrs|ms|miss|lady|dame|queen|princess|sister)\.?\s/i
const MAN = /(?:\b(?:man|boy|father|son|husband|brother|king|prince|uncle|grandfather)|[a-z]{3,}(?:s|ss|ch|kes)man)$/i
const WOMAN =
  /(?:\b(?:woman|girl|mother|daughter|wife|sister|queen|princess|first lady|aunt|grandmother|actress)|[a-z]{3,}woman)$/i

/** A title says more than a pronoun, which the reader may have tied to the wrong name. */
const TITLE_COUNTS = 5

/**
 * Chains of reference are the reader's guesses: what they say of a description or pronoun is taken only where nothing in
 * the article speaks against it. A pronoun or noun of the other gender, a body for a person or a person for a body, the
 * other party, and "a visitor", which begins something new rather than pointing back, all speak against it.
 */
export class ChainGuard {
  readonly #scene: Scene
  readonly #seen = new Map<string, Seen>()

  /** @param named the names of the article with what they mean, in order of text */
  constructor(named: readonly Resolved[], pronouns: readonly Ent[], chains: Chains, scene: Scene) {
    this.#scene = scene
    for (const { ent, meaning } of named) {
      if (ent.kind === 'person' && meaning.actorId !== null) this.#look(ent.span, meaning.actorId)
    }
    for (const { ent, meaning } of named) {
      const seen = this.#seen.get(meaning.actorId ?? '')
      if (seen !== undefined && ent.kind !== 'group' && ent.kind !== 'role')
        seen.persons += ent.kind === 'person' ? 1 : -1
    }
    for (const { span } of pronouns) {
      const seen = this.#seen.get(chains.meaningOf(span)?.actorId ?? '')
      const words = wordsOf(scene.doc, span)
      if (seen !== undefined && HE.test(words)) seen.genders.m++
      if (seen !== undefined && SHE.test(words)) seen.genders.f++
    }
  }

  /** True for a person of the knowledge files, and for whom the article mostly names as one. */
  isPerson(actorId: string): boolean {
    return actorId.startsWith('person:') || (this.#seen.get(actorId)?.persons ?? 0) > 0
  }

  /** The meaning that a chain gives a span, or no meaning and what speaks against it. */
  allowed(span: Span, kind: Ent['kind'], meaning: Meaning, begins: boolean): Meaning {
    const words = wordsOf(this.#scene.doc, span)
    const why = meaning.actorId === null ? null : this.#against(words, kind, meaning.actorId, begins)
    return why === null ? meaning : unresolved(why)
  }

  #against(words: string, kind: Ent['kind'], actorId: string, begins: boolean): string | null {
    const person = this.isPerson(actorId)
    if (kind === 'pronoun') return this.#pronounAgainst(words, person, actorId)
    if (!begins && /^(?:an?|another|one|any|every|no)\s/i.test(words))
      return 'the words speak of somebody or something new'
    if (kind === 'group' && person) return 'the words describe a group, and what they seem to point at is one person'
    if (kind === 'role' && !person && !isPlural(words)) {
      return 'the words describe a person, and what they seem to point at is none'
    }
    const gender = this.#genderOf(actorId)
    if ((gender === 'f' && MAN.test(words)) || (gender === 'm' && WOMAN.test(words))) {
      return 'the words do not fit the person they seem to point at'
    }
    const party = partyIn(words)
    const own = this.#seen.get(actorId)?.parties
    if (party !== null && own !== undefined && own.size === 1 && !own.has(party)) {
      return 'the words do not fit the party of the person they seem to point at'
    }
    return null
  }

  #pronounAgainst(words: string, person: boolean, actorId: string): string | null {
    const he = HE.test(words)
    const she = SHE.test(words)
    if ((he || she) && !person) return 'the pronoun means a person, and what it seems to point at is none'
    if (IT.test(words) && person) return 'the pronoun means no person, and what it seems to point at is one'
    const gender = this.#genderOf(actorId)
    return (he && gender === 'f') || (she && gender === 'm')
      ? 'the pronoun does not fit the person it seems to point at'
      : null
  }

  #genderOf(actorId: string): Gender | null {
    const { m, f } = this.#seen.get(actorId)?.genders ?? { m: 0, f: 0 }
    // Twice as many, and more than two: one wrong pronoun decides nothing.
    if (m > 2 && m > 2 * f) return 'm'
    return f > 2 && f > 2 * m ? 'f' : null
  }

  /** Titles and parties beside a name. */
  #look(span: Span, actorId: string): void {
    const { text } = this.#scene.doc
    const seen = this.#seen.get(actorId) ?? { genders: { m: 0, f: 0 }, parties: new Set<Party>(), persons: 0 }
    this.#seen.set(actorId, seen)
    const name = text.slice(Math.max(0, span[0] - 6), span[1])
    if (MEN.test(name)) seen.genders.m += TITLE_COUNTS
    if (WOMEN.test(name)) seen.genders.f += TITLE_COUNTS
    const before = /(?:^|[^\p{L}])(Republican|GOP|Democratic)\s(?:[\p{L}-]+\s){0,3}$/u.exec(
      text.slice(Math.max(0, span[0] - 50), span[0]),
    )
    const behind = /^(?:\s\((D|R)-|,\s(?:the\s|an?\s)?(?:\p{Ll}+\s)?(Republican|GOP|Democrat))/u.exec(
      text.slice(span[1], span[1] + 40),
    )
    const party = partyIn(before?.[1] ?? behind?.[1] ?? behind?.[2] ?? '')
    if (party !== null) seen.parties.add(party)
  }
}

/** True when the noun before the first preposition is a plural ("The foreign ministers of Samplia"). */
function isPlural(words: string): boolean {
  return /(?:s|people|men|women)$/i.test(words.split(/,|\s(?:of|for|from|in|at|on|to|with|who|that)\s/)[0] ?? '')
}

function partyIn(words: string): Party | null {
  const democrat = /\bDemocrat(?:ic)?\b|^D$/.test(words)
  const republican = /\b(?:Republican|GOP)\b|^R$/.test(words)
  return democrat === republican ? null : democrat ? 'D' : 'R'
}
