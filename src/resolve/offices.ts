import type { OfficeClass, Role } from '../model/actor.ts'
import { normaliseName } from '../text/normalise.ts'

/** What a description asks for: kinds of office that fit, and whether it is one of the past. */
export interface Office {
  /** Words of the office, normalised ("prime minister"); null where only "chief" or "leader" is said. */
  readonly title: string | null
  /** Classes that fit, the best first. */
  readonly classes: readonly OfficeClass[]
  readonly former: boolean
}

interface Pattern {
  readonly words: RegExp
  readonly classes: readonly OfficeClass[]
  /** True when the office is one title among several of its class: the role's own title must agree. */
  readonly titled: boolean
}

// Longest first: "deputy prime minister" before "prime minister". Words are normalised names (lower case, no marks).
const PATTERNS: readonly Pattern[] = [
  {
    words: /\b(deputy|vice) (prime minister|premier|chancellor|president)\b/,
    classes: ['deputy', 'other'],
    titled: true,
  },
  { words: /\bdeputy secretary general\b/, classes: ['deputy'], titled: false },
  { words: /\bsecretary general\b/, classes: ['head'], titled: false },
  { words: /\bdirector general\b|\bmanaging director\b/, classes: ['head'], titled: false },
  {
    words:
      /\b(defen[cs]e|war) (minister|secretary|chief)\b|\b(secretary|minister) (of|for) (national )?(defen[cs]e|war)\b|\bpentagon chief\b/,
    classes: ['defence'],
    titled: false,
  },
  {
    words:
      /\bforeign (minister|secretary|policy chief|affairs minister|affairs secretary)\b|\b(minister|secretary) (of|for) foreign (and european |and commonwealth )?affairs\b|\btop diplomat\b|\bhigh representative\b|\bsecretary of state\b(?! for)/,
    classes: ['foreign'],
    titled: false,
  },
  { words: /\bprime minister\b|\bpremier\b|\btaoiseach\b|\bpm\b/, classes: ['head of government'], titled: false },
  { words: /\bchancellor\b/, classes: ['head of government'], titled: true },
  { words: /\bsupreme leader\b/, classes: ['leader', 'head of state'], titled: true },
  { words: /\bpresident\b/, classes: ['leader', 'head', 'head of state', 'head of government'], titled: true },
  { words: /\b(king|queen|emperor|emir|sultan|monarch|pope)\b/, classes: ['head of state', 'leader'], titled: true },
  { words: /\bcrown prince\b/, classes: ['other', 'deputy'], titled: true },
  {
    words: /\b(national security adviser|national security advisor)\b/,
    classes: ['other'],
    titled: true,
  },
  { words: /\btreasury secretary\b|\bsecretary of the treasury\b/, classes: ['other'], titled: true },
  { words: /\b(press secretary|spokesman|spokeswoman|spokesperson)\b/, classes: ['other'], titled: true },
  { words: /\bspeaker\b/, classes: ['other'], titled: true },
  { words: /\btop official\b/, classes: ['head'], titled: false },
  {
    words: /\b(chief|head|boss|leader|strongman|ruler|chairman|chair)\b/,
    classes: ['head', 'leader', 'head of government', 'head of state'],
    titled: false,
  },
]

/** Reads the office out of a description ("the former Dutch prime minister"); null when no word of it is an office. */
export function officeOf(description: string): Office | null {
  const words = normaliseName(description)
  const former = /\b(former|ex|onetime|then|late|previous|outgoing)\b/.test(words) && !/\boutgoing\b/.test(words)
  for (const pattern of PATTERNS) {
    const found = pattern.words.exec(words)
    if (found !== null) return { title: pattern.titled ? found[0] : null, classes: pattern.classes, former }
  }
  return null
}

// Different words for one title.
const SAME: ReadonlyMap<string, RegExp> = new Map([
  ['national security adviser', /national security advis[eo]r/],
  ['treasury secretary', /secretary of the treasury/],
  ['press secretary', /press secretary|spokes/],
  ['spokesman', /press secretary|spokes/],
  ['spokeswoman', /press secretary|spokes/],
  ['spokesperson', /press secretary|spokes/],
  ['monarch', /king|queen|emperor|emir|sultan/],
  ['deputy president', /vice president/],
])

/** True when a role is what the description asks for, whoever holds it and whenever. */
export function fits(office: Office, role: Role): boolean {
  if (!office.classes.includes(role.class)) return false
  if (office.title === null) return true
  const title = normaliseName(role.office)
  return title.includes(office.title) || (SAME.get(office.title)?.test(title) ?? false)
}

/** How good a fit is, the lower the better. */
export function rankOf(office: Office, role: Role): number {
  return office.classes.indexOf(role.class)
}
