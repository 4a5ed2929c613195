import type { OfficeClass } from '../../model/actor.ts'
import type { Doc } from '../../model/doc.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { normaliseName } from '../../text/normalise.ts'
import type { Clusters } from './clusters.ts'
import type { CorefMention } from './mention.ts'

// How many mentions back a description looks. Chosen so that a description finds its name within about ten sentences of
// news; more only adds wrong links.
const LOOK_BACK = 60

/** Joins descriptions with names: "Ana Example, the union's chief", "Secretary General Ana Example", "the alliance". */
export function linkDescriptions(
  doc: Doc,
  mentions: readonly CorefMention[],
  clusters: Clusters,
  knowledge: Knowledge,
): void {
  /** Descriptions that the text itself ties to a person, by person mention. */
  const described: { readonly role: number; readonly person: number }[] = []
  mentions.forEach((mention, i) => {
    if (mention.kind !== 'role' || mention.plural) return
    const person = besideName(doc, mentions, i)
    if (person === null) return
    clusters.join(person, i)
    described.push({ role: i, person })
  })
  mentions.forEach((mention, i) => {
    if (!/^(?:the|this|that)$/.test(mention.words[0] ?? '')) return
    if (mention.kind === 'role' && !mention.plural && clusters.root(i) === i) {
      const person = officeHolder(doc, mentions, i, described, knowledge)
      if (person !== null) clusters.join(person, i)
    } else if (mention.kind === 'group' && !mention.plural) {
      const body = bodyMeant(mentions, i)
      if (body !== null) clusters.join(body, i)
    }
  })
}

function gap(doc: Doc, a: number, b: number): string {
  return doc.text.slice(a, b)
}

/** The person's name that a description stands right before, or in apposition or predicate after. */
function besideName(doc: Doc, mentions: readonly CorefMention[], i: number): number | null {
  const role = mentions[i]!
  for (let k = i + 1; k < Math.min(mentions.length, i + 16); k++) {
    const next = mentions[k]!
    if (next.span[0] < role.span[1]) continue
    if (next.kind === 'person' && gap(doc, role.span[1], next.span[0]) === ' ') return k
    if (
      next.kind === 'person' &&
      /^(?:the|its|his|her)$/.test(role.words[0]!) &&
      gap(doc, role.span[1], next.span[0]) === ', ' &&
      doc.text[next.span[1]] === ','
    )
      return k
    break
  }
  for (let k = i - 1; k >= Math.max(0, i - 8); k--) {
    const before = mentions[k]!
    if (before.kind !== 'person') continue
    const between = gap(doc, before.span[1], role.span[0])
    if (
      /^, (?:a |an |the )?(?:\p{L}+ ){0,3}$/u.test(between) ||
      /^ (?:is|was|became|remains) (?:a |an |the )?(?:former |current )?$/.test(between)
    )
      return k
    break
  }
  return null
}

const CLASSES: readonly (readonly [RegExp, readonly OfficeClass[]])[] = [
  [/prime minister|premier|chancellor/, ['head of government', 'leader']],
  [/foreign (?:minister|secretary)|secretary of state|top diplomat/, ['foreign']],
  [/defen[cs]e (?:minister|secretary|chief)|secretary of defen[cs]e/, ['defence']],
  [/president|king|queen|emperor|monarch|emir|sultan/, ['head of state', 'leader', 'head', 'head of government']],
  [/secretary[ -]general|chief|head|leader|director|chair/, ['head', 'leader', 'head of government', 'head of state']],
]

/** Whom "the former Samplian prime minister" or "the NATO chief" means among the persons named before it. */
function officeHolder(
  doc: Doc,
  mentions: readonly CorefMention[],
  i: number,
  described: readonly { readonly role: number; readonly person: number }[],
  knowledge: Knowledge,
): number | null {
  const role = mentions[i]!
  const bodies = bodiesIn(doc, mentions, i, knowledge)
  const text = role.words.join(' ')
  const classes = CLASSES.find(([pattern]) => pattern.test(text))?.[1] ?? []
  for (let k = i - 1; k >= Math.max(0, i - LOOK_BACK); k--) {
    const person = mentions[k]!
    if (person.kind !== 'person') continue
    const roles = person.actors.flatMap(id => knowledge.rolesBy.get(id) ?? [])
    if (bodies.length > 0 && roles.some(r => bodies.includes(r.of) && classes.includes(r.class))) return k
  }
  // The text's own words for a person, latest first: "Deputy Minister Ana Example … the minister".
  const head = role.words.at(-1)!
  for (let d = described.length - 1; d >= 0; d--) {
    const { role: told, person } = described[d]!
    if (told >= i || i - told > LOOK_BACK) continue
    const other = mentions[told]!
    const own = bodies.length === 0 || bodiesIn(doc, mentions, told, knowledge).some(body => bodies.includes(body))
    if (own && alike(head, other.words)) return person
  }
  return null
}

/** "chief" is any head of a body; other heads must be the same word. */
function alike(head: string, words: readonly string[]): boolean {
  if (words.includes(head)) return true
  return (
    /^(?:chief|head|leader)$/.test(head) &&
    words.some(word => /^(?:general|president|chairman|chair|director|head|chief|leader)$/.test(word))
  )
}

/** Actor ids named inside a description or, for "the alliance's chief", by what the body noun means. */
function bodiesIn(doc: Doc, mentions: readonly CorefMention[], i: number, knowledge: Knowledge): readonly string[] {
  const { span } = mentions[i]!
  const found: string[] = []
  for (let k = Math.max(0, i - 6); k < Math.min(mentions.length, i + 16); k++) {
    const other = mentions[k]!
    if (k === i || other.span[0] < span[0] || other.span[1] > span[1]) continue
    found.push(
      ...(knowledge.byForm.get(normaliseName(doc.text.slice(...other.span))) ?? []).flatMap(e =>
        e.actorId === null ? [] : [e.actorId],
      ),
    )
    if (other.kind === 'group') {
      const body = bodyMeant(mentions, k)
      if (body !== null) found.push(...mentions[body]!.actors)
    }
  }
  return found
}

const MEANS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:alliance|bloc|union|grouping|organi[sz]ation)$/, /^(?:bloc|organisation)$/],
  [/^(?:country|nation|kingdom|republic)$/, /^country$/],
  [/^(?:city|town|capital|island)$/, /^place$/],
  [
    /^(?:company|firm|agency|ministry|commission|committee|party|university|bank|newspaper|network|institute|department|group|court|campaign)$/,
    /^organisation$/,
  ],
]

/** The nearest body before, of a kind that the noun can mean; "the committee" prefers a name that holds the word. */
function bodyMeant(mentions: readonly CorefMention[], i: number): number | null {
  const head = mentions[i]!.words.at(-1)!
  const kinds = MEANS.find(([nouns]) => nouns.test(head))?.[1]
  if (kinds === undefined || mentions[i]!.words.length > 2) return null
  let nearest: number | null = null
  for (let k = i - 1; k >= Math.max(0, i - LOOK_BACK); k--) {
    const other = mentions[k]!
    if (other.words.at(-1) === head || (kinds.test(other.kind) && other.words.includes(head))) return k
    if (
      nearest === null &&
      kinds.test(other.kind) &&
      other.words.length > 0 &&
      mentions[i]!.sentence - other.sentence <= 4
    )
      nearest = k
  }
  // A bare "group", "court" or "campaign" seldom means the nearest organisation.
  return /^(?:alliance|bloc|union|country|nation|company|firm|city|kingdom)$/.test(head) ? nearest : null
}
