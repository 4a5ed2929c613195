import type { When } from '../../model/reading.ts'
import type { Scene } from '../predicates/participants.ts'
import { relationOf } from '../predicates/tree.ts'
import { sameTime } from './same-time.ts'
import type { AnchoredTime, TimeAnchors } from './time-anchors.ts'

/** When an event was by the words of its own sentence, or why they do not say. */
export type OwnTime =
  | { readonly when: When; readonly by: 'clause' | 'sentence' }
  /** `said`: the sentence speaks of its time and leaves the day open, so that no other sentence is asked. */
  | { readonly when: null; readonly why: string; readonly said: true }
  | { readonly when: null; readonly said: false }

/** Predicates between an event and a time that it shares, at most. */
const FAR = 3
/** Words looked at for one event, at most. */
const MOST = 60

/**
 * The time that hangs on an event's own word, else on a word with the same time in its sentence. Of several on one word
 * that which lies inside the other, else none. `lastDay`: no later day passes (what has happened was not still to come).
 */
export function ownTime(scene: Scene, anchors: TimeAnchors, head: number, lastDay: string | null): OwnTime {
  const { text } = scene.doc
  let layer = [head]
  const seen = new Set(layer)
  for (let depth = 0; depth <= FAR && layer.length > 0; depth++) {
    const there = layer.flatMap(token => (anchors.get(token) ?? []).filter(time => passes(scene, head, token, time)))
    const found = chosen(text, there, lastDay)
    if (found !== null) return found.when === null ? found : { ...found, by: depth === 0 ? 'clause' : 'sentence' }
    const next: number[] = []
    for (const token of layer)
      for (const other of sameTime(scene, token)) {
        if (seen.has(other) || seen.size >= MOST) continue
        seen.add(other)
        next.push(other)
      }
    layer = next
  }
  return { when: null, said: false }
}

/**
 * What stands before a noun names it ("the 1951 treaty"): it is no time of the verb that takes the noun, unless that was at
 * it ("at a Wednesday meeting").
 */
function passes(scene: Scene, head: number, token: number, time: AnchoredTime): boolean {
  if (token === head || !time.before || scene.nominal[token] !== 1 || scene.nominal[head] === 1) return true
  return relationOf(scene.doc, token) === 'obl'
}

function chosen(
  text: string,
  there: readonly AnchoredTime[],
  lastDay: string | null,
): { readonly when: When } | { readonly when: null; readonly why: string; readonly said: true } | null {
  const quote = ({ expression }: AnchoredTime): string => `"${text.slice(...expression.span)}"`
  const none = (why: string): { readonly when: null; readonly why: string; readonly said: true } => ({
    ...{ when: null, why, said: true },
  })
  const points = there.filter(time => time.use === 'point' || (time.use === 'aim' && lastDay === null))
  // "condemned on Monday the attack on Sunday"
  const near = points.filter(time => !time.past)
  const usable = near.length > 0 ? near : points
  const held = usable.filter(({ expression }) => lastDay === null || (expression.interval?.start ?? '') <= lastDay)
  const best = finest(held)
  if (best?.expression.interval) {
    const { interval, precision, span } = best.expression
    return { when: { ...interval, precision: precision ?? 'range', span } }
  }
  if (held.length > 0) return none(`the text names several days: ${held.slice(0, 3).map(quote).join(', ')}`)
  if (usable[0]) return none(`told as happened, though ${quote(usable[0])} was still to come`)
  const bound = there.find(time => time.use === 'bound' || time.use === 'again' || time.use === 'aim')
  if (bound) return none(`the text gives no day, only ${withMarker(text, bound)}`)
  const vague = there.find(time => time.use === 'vague')
  return vague ? none(vague.expression.why ?? `the text says only ${quote(vague)}`) : null
}

/** The only one, or the one that lies inside all others; null where they differ. */
function finest(times: readonly AnchoredTime[]): AnchoredTime | null {
  let best: AnchoredTime | null = null
  for (const time of times) if (best === null || lies(time, best)) best = time
  return best !== null && times.every(time => time === best || lies(best as AnchoredTime, time)) ? best : null
}

function lies(inner: AnchoredTime, outer: AnchoredTime): boolean {
  const [a, b] = [inner.expression.interval, outer.expression.interval]
  return a !== null && b !== null && b.start <= a.start && a.end <= b.end
}

/** "since 2022": the word before an expression is part of what it says. */
function withMarker(text: string, { expression }: AnchoredTime): string {
  const [start, end] = expression.span
  const marker =
    /\b(?:since|until|till|by|before|after|following|ahead of|prior to|through|to|up to|for|from) $/i.exec(
      text.slice(Math.max(0, start - 16), start),
    )?.[0] ?? ''
  return `"${marker}${text.slice(start, end)}"`
}
