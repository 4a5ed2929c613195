import { type Marking, TLP, type Tlp, type Viewer } from '../model/viewer.ts'

/** The group that no viewer may belong to: the audience of what two markings with no common group made together. */
export const NOBODY = 'theatrum:nobody'

/** Place of a label from 0 (CLEAR) to 4 (RED), as the database stores it. */
export function tlpLevel(tlp: Tlp): number {
  return TLP.indexOf(tlp)
}

/** The label of a stored level. Anything unknown counts as RED: what cannot be judged is not shown. */
export function tlpOf(level: number): Tlp {
  return TLP[level] ?? 'RED'
}

/**
 * May this viewer see what carries this marking? Two axes, both must allow it: the label is at most the viewer's
 * clearance, and the viewer is in one of the audience's groups where there is an audience. The row-level security of
 * the store (migrations/0001-first-light.ts, VISIBLE) says the same in SQL.
 */
export function maySee(viewer: Viewer, marking: Marking): boolean {
  if (!TLP.includes(marking.tlp) || !TLP.includes(viewer.clearance)) return false
  if (tlpLevel(marking.tlp) > tlpLevel(viewer.clearance)) return false
  if (marking.groups.length === 0) return true
  return marking.groups.some(group => group !== NOBODY && viewer.groups.includes(group))
}
