/** TLP 2.0 labels (FIRST, August 2022), least to most restrictive. */
export const TLP: readonly ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] = [
  'CLEAR',
  'GREEN',
  'AMBER',
  'AMBER+STRICT',
  'RED',
]
export type Tlp = (typeof TLP)[number]

/** Label and audience of anything that can leave. `groups` empty: everyone whom the label allows. */
export interface Marking {
  readonly tlp: Tlp
  readonly groups: readonly string[]
}

/** Who asks. Every read of the store takes one; the groups go into the transaction's row-level security. */
export interface Viewer {
  readonly name: string
  readonly groups: readonly string[]
  /** The highest label this viewer may see. */
  readonly clearance: Tlp
}

/** The person at this machine, in the one-user shape: sees everything that is stored here. */
export const LOCAL_VIEWER: Viewer = { name: 'local', groups: ['owner'], clearance: 'RED' }
