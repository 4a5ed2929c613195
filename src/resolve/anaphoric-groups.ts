import type { Ent } from '../model/doc.ts'
import { normaliseName } from '../text/normalise.ts'
import { type Meaning, type Resolved, type Scene, wordsOf } from './meaning.ts'

const NUMBERS: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, i + 2]),
)

/** Pacts whose parties defend each other: what "the alliance" can stand for. */
const ALLIANCES = new Set(['org:nato', 'org:aukus', 'org:csto', 'org:five-eyes'])

/**
 * What a description means that points back without naming: "the alliance" and "the bloc" at the last such body named,
 * "the region" at the last region, "its 32 members" and "the four partners" at the last body with so many members.
 * Null when nothing before it fits.
 */
export function pointsBack(ent: Ent, before: readonly Resolved[], scene: Scene): Meaning | null {
  const words = normaliseName(wordsOf(scene.doc, ent.span))
  const blocs = before.filter(m => m.ent.kind === 'bloc' && m.meaning.actorId?.startsWith('org:')).reverse()
  const members =
    /^(?:(?:its|their|remaining|other|all|all of its|alliances?) )*(?:(\d+|[a-z]+) )?(?:alliances? )?(?:members|member states|allies|partners|nations|countries)$/.exec(
      words,
    )
  if (members !== null) return memberBody(words, members[1], blocs, scene)
  if (/^(?:\d+ )?(?:[a-z]+ ){0,2}alliance$/.test(words))
    return meaningOf(blocs.find(b => ALLIANCES.has(b.meaning.actorId ?? '')))
  if (/^(?:\d+ )?(?:(?:member|nation|trade|trading|regional|economic) ){0,3}(?:bloc|grouping)$/.test(words)) {
    return meaningOf(blocs.find(b => !ALLIANCES.has(b.meaning.actorId ?? '')))
  }
  if (/^(?:whole |entire |wider |broader )?(?:region|area)$/.test(words)) return lastRegion(before)
  return null
}

function meaningOf(found: Resolved | undefined): Meaning | null {
  return found === undefined ? null : { ...found.meaning, place: null }
}

function memberBody(
  words: string,
  count: string | undefined,
  blocs: readonly Resolved[],
  scene: Scene,
): Meaning | null {
  const n = count === undefined ? null : (NUMBERS.get(count) ?? (/^\d+$/.test(count) ? Number(count) : null))
  if (n === null)
    return /^(its|their|all of its) (members|member states|allies)$/.test(words) ? meaningOf(blocs[0]) : null
  // "The remaining 31 members" of a body of 32: one of them has just been set apart.
  return meaningOf(blocs.find(b => [n, n + 1].includes(sizeOf(b.meaning.actorId, scene))))
}

function sizeOf(body: string | null, scene: Scene): number {
  const members = body === null ? [] : (scene.knowledge.members.get(body) ?? [])
  const day = scene.day ?? '9999'
  return members.filter(m => (m.from ?? '') <= day && (m.to === null || m.to > day)).length
}

/** The region that the article has named most so far, the later of two; a sea only where it has named no region. */
function lastRegion(before: readonly Resolved[]): Meaning | null {
  for (const precision of ['region', 'sea']) {
    const counts = new Map<string, number>()
    let best: Resolved | null = null
    for (const m of before) {
      const id = m.meaning.place?.precision === precision ? m.meaning.place.id : null
      if (id === null) continue
      counts.set(id, (counts.get(id) ?? 0) + 1)
      if (best === null || (counts.get(id) ?? 0) >= (counts.get(best.meaning.place?.id ?? '') ?? 0)) best = m
    }
    if (best !== null) return { actor: null, actorId: null, role: null, place: best.meaning.place, why: null }
  }
  return null
}
