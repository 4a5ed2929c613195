import type { CapabilityKind } from '../../model/reading.ts'

/** A verb or noun that tells a change of what somebody can do by force, and of what it must be said. */
export interface CapabilityFrame {
  readonly kind: CapabilityKind
  /** Particle of the verb ("step up"); null for none. */
  readonly particle: string | null
  /** Lemmas, or lemmas joined by a space, that head what it is said of, or that modify its head. */
  readonly objects: ReadonlySet<string>
  /** Classes of `amounts.tsv` that head what it is said of. */
  readonly classes: ReadonlySet<string>
  /** Where what it is said of stands: `obj`, or the preposition before it. */
  readonly slot: string
}

/** `knowledge/events/capabilities.tsv`, by lemma. */
export interface CapabilityFrames {
  readonly verbs: ReadonlyMap<string, readonly CapabilityFrame[]>
  readonly nouns: ReadonlyMap<string, readonly CapabilityFrame[]>
}
