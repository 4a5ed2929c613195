import type { Marking } from '../model/viewer.ts'
import { NOBODY, tlpLevel, tlpOf } from './may-see.ts'

/**
 * Marking of what was made out of several marked things: the highest label, and only those groups that every audience
 * holds. Audiences with no group in common leave nobody. Of nothing: CLEAR for everyone, the neutral element.
 */
export function mostRestrictive(markings: Iterable<Marking>): Marking {
  let level = 0
  let groups: readonly string[] = []
  for (const marking of markings) {
    const own = tlpLevel(marking.tlp)
    level = Math.max(level, own < 0 ? tlpLevel('RED') : own)
    if (marking.groups.length === 0) continue
    if (groups.length === 0) groups = marking.groups
    else {
      const common = groups.filter(group => marking.groups.includes(group))
      groups = common.length === 0 ? [NOBODY] : common
    }
  }
  return { tlp: tlpOf(level), groups: [...groups].sort() }
}
