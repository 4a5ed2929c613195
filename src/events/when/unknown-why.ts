import { formOf } from '../doc-cursor.ts'
import { isClause } from '../predicates/own-status.ts'
import type { Scene } from '../predicates/participants.ts'
import { childrenBy, relationOf } from '../predicates/tree.ts'
import type { AnchoredTime, TimeAnchors } from './time-anchors.ts'
import type { Told } from './told-again.ts'

const NO_DAY = 'the text names no day'
/** Clauses above an event that are searched for a day, at most. */
const DEEPEST = 8

/**
 * Why an event's day is not known, with what is known all the same: whose day the sentence names, and by when it was told.
 * What stands before the first semicolon is the reason alone.
 */
export function unknownWhy(scene: Scene, anchors: TimeAnchors, told: Told, published: string | null): string {
  const { status, negated } = told.event
  const other = dayOfAnother(scene, anchors, told.head)
  const words = other === null ? '' : `"${scene.doc.text.slice(...other.time.expression.span)}"`
  const reason = other === null ? NO_DAY : `${NO_DAY} of it; ${words} is that of "${formOf(scene.doc, other.clause)}"`
  if (published === null || negated) return reason
  const day = (other?.said === true ? other.time.expression.interval?.end : null) ?? published.slice(0, 10)
  if (status === 'happened') return `${reason}; told as happened, on or before ${day}`
  return status === 'ongoing' ? `${reason}; told as under way on ${day}` : reason
}

interface OtherDay {
  readonly time: AnchoredTime
  readonly clause: number
  /** Whether the event is what was said then. */
  readonly said: boolean
}

/** The day of the nearest clause above, or of the one that says who said it. */
function dayOfAnother(scene: Scene, anchors: TimeAnchors, head: number): OtherDay | null {
  const { doc, tree } = scene
  let said = false
  let token = head
  for (let depth = 0; depth < DEEPEST; depth++) {
    const saying = childrenBy(tree, token, 'parataxis').find(clause => pointOf(anchors, clause) !== null)
    if (saying !== undefined) return { time: pointOf(anchors, saying)!, clause: saying, said: saying > token }
    const above = doc.tokens.head[token] ?? -1
    if (above < 0) return null
    said ||= relationOf(doc, token) === 'ccomp'
    const time = pointOf(anchors, above)
    if (time !== null && isClause(scene, above)) return { time, clause: above, said }
    token = above
  }
  return null
}

/** A single day or days that a word has; null when none or several. */
function pointOf(anchors: TimeAnchors, token: number): AnchoredTime | null {
  const points = (anchors.get(token) ?? []).filter(time => time.use === 'point')
  return points.length === 1 ? points[0]! : null
}
