/** What a personal pronoun means and how. */
export interface PronounForm {
  readonly means: 'he' | 'she' | 'they' | 'it' | 'speaker' | 'hearer'
  readonly reflexive: boolean
}

const FORMS: readonly (readonly [PronounForm['means'], string])[] = [
  ['he', 'he him his himself'],
  ['she', 'she her hers herself'],
  ['they', 'they them their theirs themselves themself'],
  ['it', 'it its itself'],
  ['speaker', 'i me my mine myself we us our ours ourselves'],
  ['hearer', 'you your yours yourself yourselves'],
]

/** Personal pronouns by their lower-case form. */
export const PRONOUN_FORMS: ReadonlyMap<string, PronounForm> = new Map(
  FORMS.flatMap(([means, forms]) =>
    forms.split(' ').map(form => [form, { means, reflexive: /sel(?:f|ves)$/.test(form) }] as const),
  ),
)
