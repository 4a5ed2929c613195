import type { EventStatus, PloverType, QuadClass } from './reading.ts'

/** What each PLOVER type codes, in a few words, in the ontology's order: from verbal co-operation to material conflict. */
export const TYPE_MEANS: Readonly<Record<PloverType, string>> = {
  AGREE: 'agree, promise, sign',
  CONSULT: 'meet, visit, call, mediate',
  SUPPORT: 'praise, back, apologise, strengthen ties',
  COOPERATE: 'trade, share, train together',
  AID: 'give money, goods, arms, shelter',
  RETREAT: 'withdraw, release, lift, stop fighting',
  CONCEDE: 'give way: ease rules, resign, reform',
  REQUEST: 'ask for, demand, propose',
  ACCUSE: 'blame, criticise, investigate, charge',
  REJECT: 'refuse, veto, break off',
  THREATEN: 'warn of force, sanctions or other harm',
  PROTEST: 'march, strike, riot, boycott',
  SANCTION: 'embargo, expel, cut ties, withhold',
  MOBILIZE: 'raise, move, arm or exercise forces',
  COERCE: 'arrest, ban, seize, censor, deport',
  ASSAULT: 'attack, bomb, kill, hurt',
}

/** The sixteen types by name. */
export const PLOVER_TYPES: readonly [PloverType, ...PloverType[]] = Object.keys(TYPE_MEANS) as [
  PloverType,
  ...PloverType[],
]

/** What each status says of an event. */
export const STATUS_MEANS: Readonly<Record<EventStatus, string>> = {
  happened: 'told as done',
  ongoing: 'under way as the text is written',
  planned: 'meant or due to happen',
  requested: 'asked for, not done yet',
  threatened: 'held out as a threat',
  conditional: 'only if something else happens',
  denied: 'said not to have happened, or not to happen',
  hypothetical: 'only thought of, feared or possible',
  habitual: 'happens again and again',
}

/** The nine statuses by name. */
export const EVENT_STATUSES: readonly [EventStatus, ...EventStatus[]] = Object.keys(STATUS_MEANS) as [
  EventStatus,
  ...EventStatus[],
]

/** Names of the quad classes. */
export const QUAD_NAME: Readonly<Record<QuadClass, string>> = {
  1: 'verbal co-operation',
  2: 'material co-operation',
  3: 'verbal conflict',
  4: 'material conflict',
}
