import type { Ent } from '../model/doc.ts'
import type { NameEntry } from '../model/knowledge.ts'
import { normaliseName, slug } from '../text/normalise.ts'
import { type Meaning, meansActor, meansName, type Scene, unresolved, wordsOf } from './meaning.ts'
import { isWritten, namesIn } from './names-in.ts'

const BODIES: readonly NameEntry['kind'][] = ['bloc', 'organisation', 'armed-force', 'outlet', 'country']

/**
 * What an organisation's or bloc's name means: an actor of the knowledge files, else the name as it stands in the
 * article. A name that ends in a body's own short form ("Russia's Foreign Ministry") is looked up as a whole first.
 */
export function resolveBody(ent: Ent, scene: Scene): Meaning {
  const words = wordsOf(scene.doc, ent.span)
  const whole = entryFor(words, scene)
  if (whole !== null) return meansActor(scene.knowledge, whole)
  const name = words.replace(/^[Tt]he /, '')
  return slug(name) === '' ? unresolved('the words hold no name') : meansName(name, slug(name))
}

function entryFor(words: string, scene: Scene): string | null {
  for (const form of [words, words.replace(/['’]s (?=\p{Lu})/u, ' '), words.replace(/ \([^)]*\)$/, '')]) {
    const entries = (scene.knowledge.byForm.get(normaliseName(form)) ?? []).filter(
      e => e.actorId !== null && BODIES.includes(e.kind) && isWritten(e, form.replace(/^[Tt]he /, '')),
    )
    const ids = new Set(entries.map(e => e.actorId))
    if (ids.size === 1) return entries[0]?.actorId ?? null
    if (ids.size > 1) return entries.find(e => e.kind === 'bloc')?.actorId ?? entries[0]?.actorId ?? null
  }
  return null
}

const STATE_FORCES =
  /\b(forces?|troops?|soldiers?|military|army|navy|air force|marines|coast guard|police|government|authorities|officials?|diplomats?|warships?|ships|vessels|aircraft|jets|fighters|warplanes|delegation|side|leadership|administration|cabinet|parliament|lawmakers)\b/i

const STATES = /\b(nations?|countries|states|partners|allies|members|member states|powers)\b/i

/**
 * What a group's description means: the bloc whose members it names ("NATO members"), the state whose forces or
 * officials it names ("Chinese warships"), nations by their region ("Indo-Pacific nations"); otherwise nothing.
 */
export function resolveGroup(ent: Ent, scene: Scene): Meaning {
  const words = wordsOf(scene.doc, ent.span).replace(/^[Tt]he /, '')
  const whole = entryFor(words, scene)
  if (whole !== null) return meansActor(scene.knowledge, whole)
  const hits = namesIn(scene.doc.text, ent.span, scene.knowledge).flatMap(hit => hit.entries)
  const bloc = hits.find(e => e.kind === 'bloc' && e.actorId !== null)
  if (bloc?.actorId && STATES.test(words)) return meansActor(scene.knowledge, bloc.actorId)
  const state = hits.find(e => ['nationality', 'country', 'bloc', 'armed-force', 'organisation'].includes(e.kind))
  if (state?.actorId && STATE_FORCES.test(words)) return meansActor(scene.knowledge, state.actorId)
  const region = hits.find(e => e.kind === 'place' && e.placeId !== null)
  if (region !== undefined && STATES.test(words)) {
    const from = words.search(/\p{Lu}/u)
    const name = words.slice(Math.max(0, from))
    return meansName(name, slug(name))
  }
  return unresolved('the words describe a group without naming whose')
}
