import type { Actor, ActorKind, Dated, Membership, OfficeClass, Role } from '../model/actor.ts'
import { damaged, dayOf, listOf, needed, oneOf, readTable, type Table, type Where } from './read-table.ts'

const CODE = /^[A-Z]{3}$/
const BODY_KINDS: readonly ActorKind[] = ['organisation', 'bloc', 'armed-force', 'group']
const CLASSES: readonly OfficeClass[] = [
  'leader',
  'head of state',
  'head of government',
  'foreign',
  'defence',
  'head',
  'deputy',
  'other',
]

/** A body of bodies.tsv: the actor, and the place names that stand for it ("Brussels"). */
export interface Body {
  readonly actor: Actor
  readonly seat: readonly string[]
}

/** bodies.tsv: blocs, organisations, ministries, armed forces and groups. */
export function loadBodies(root: string): Table<Body> {
  return readTable(
    root,
    'bodies.tsv',
    ['id', 'kind', 'name', 'aliases', 'seat', 'code', 'country', 'source', 'asof'],
    ({ cells, where }) => ({
      actor: {
        id: `org:${needed(cells.id, 'id', where)}`,
        kind: oneOf(cells.kind, BODY_KINDS, 'kind', where),
        name: needed(cells.name, 'name', where),
        aliases: listOf(cells.aliases),
        code: codeOf(cells.code, 'code', where),
        country: codeOf(cells.country, 'country', where),
        source: needed(cells.source, 'source', where),
      },
      seat: listOf(cells.seat),
    }),
  )
}

/** people.tsv: one row a person. */
export function loadPeople(root: string): Table<Actor> {
  return readTable(
    root,
    'people.tsv',
    ['id', 'name', 'aliases', 'family', 'country', 'source'],
    ({ cells, where }): Actor => {
      const country = codeOf(cells.country, 'country', where)
      return {
        id: `person:${needed(cells.id, 'id', where)}`,
        kind: 'person',
        name: needed(cells.name, 'name', where),
        aliases: listOf(cells.aliases),
        code: country,
        country,
        family: cells.family === '' ? null : cells.family,
        source: needed(cells.source, 'source', where),
      }
    },
  )
}

/** roles.tsv. A role of a person who is not in people.tsv, or of an actor that is in no table, is an error. */
export function loadRoles(root: string, actors: ReadonlyMap<string, Actor>): Table<Role> {
  return readTable(
    root,
    'roles.tsv',
    ['person', 'office', 'class', 'of', 'from', 'to', 'source', 'asof'],
    ({ cells, where }): Role => {
      const role = {
        person: actorIn(actors, cells.person, 'person', where),
        office: needed(cells.office, 'office', where),
        class: oneOf(cells.class, CLASSES, 'class', where),
        of: actorIn(actors, cells.of, 'of', where),
        from: dayOf(cells.from, 'from', where),
        to: dayOf(cells.to, 'to', where),
        source: needed(cells.source, 'source', where),
        asof: dayOf(cells.asof, 'asof', where),
      }
      return inOrder(role, where)
    },
  )
}

/** memberships.tsv: countries in bodies. */
export function loadMemberships(root: string, actors: ReadonlyMap<string, Actor>): Table<Membership> {
  return readTable(
    root,
    'memberships.tsv',
    ['of', 'member', 'from', 'to', 'source', 'asof'],
    ({ cells, where }): Membership => {
      const membership = {
        of: actorIn(actors, cells.of, 'of', where),
        member: actorIn(actors, cells.member, 'member', where),
        from: dayOf(cells.from, 'from', where),
        to: dayOf(cells.to, 'to', where),
        source: needed(cells.source, 'source', where),
      }
      return inOrder(membership, where)
    },
  )
}

/** The id of a known actor: the actor's own string, so that thousands of rows do not keep a copy each. */
function actorIn(actors: ReadonlyMap<string, Actor>, id: string, column: string, where: Where): string {
  const actor = actors.get(id)
  if (actor === undefined) throw damaged(where, `\`${column}\` must name a known actor; got "${id}"`)
  return actor.id
}

function inOrder<T extends Dated>(fact: T, where: Where): T {
  if (fact.from !== null && fact.to !== null && fact.to < fact.from) {
    throw damaged(where, `\`to\` must not be before \`from\`; got ${fact.from} to ${fact.to}`)
  }
  return fact
}

function codeOf(cell: string, column: string, where: Where): string | null {
  if (cell === '') return null
  if (!CODE.test(cell)) throw damaged(where, `\`${column}\` must be three capital letters; got "${cell}"`)
  return cell
}
