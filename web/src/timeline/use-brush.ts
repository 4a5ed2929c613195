import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react'
import { brushKey, dragged, type Grip, gripAt } from './brush.ts'
import type { DayRange } from './days.ts'
import { dayAt, type TimeScale, xOf } from './scale.ts'

interface BrushOptions {
  readonly scale: TimeScale
  readonly range: DayRange | null
  readonly step: number
  /** From the first event to the last. */
  readonly bounds: DayRange
  readonly onRange: (range: DayRange | null) => void
}

interface Drag {
  readonly grip: Grip
  readonly from: number
  readonly startX: number
  readonly before: DayRange | null
  moving: boolean
}

/** Pixels that tell a drag from a click. */
const SLACK = 3

/** Choosing days by dragging over a drawing, and by keys. While a drag lasts, `shown` goes along with it. */
export function useBrush({ scale, range, step, bounds, onRange }: BrushOptions) {
  const [draft, setDraft] = useState<DayRange | null>(null)
  const drag = useRef<Drag | null>(null)
  const suppress = useRef(false)
  const xIn = (event: MouseEvent): number => event.clientX - event.currentTarget.getBoundingClientRect().left
  const rangeNow = (event: MouseEvent, { grip, before, from }: Drag): DayRange =>
    dragged(grip, before, from, dayAt(scale, xIn(event)), { first: scale.first, last: scale.last })

  const pointer = {
    onPointerDown: (event: PointerEvent) => {
      suppress.current = false
      if (event.button !== 0) return
      const x = xIn(event)
      const edges = range === null ? null : { left: xOf(scale, range.first), right: xOf(scale, range.last + 1) }
      drag.current = { grip: gripAt(x, edges), from: dayAt(scale, x), startX: x, before: range, moving: false }
    },
    onPointerMove: (event: PointerEvent) => {
      const now = drag.current
      if (now === null) return
      if (!now.moving) {
        if (Math.abs(xIn(event) - now.startX) <= SLACK) return
        now.moving = true
        // Only now: a captured pointer would take the click away from the link under it.
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      setDraft(rangeNow(event, now))
    },
    onPointerUp: (event: PointerEvent) => {
      const now = drag.current
      drag.current = null
      if (now?.moving !== true) return
      suppress.current = true
      setDraft(null)
      onRange(rangeNow(event, now))
    },
    onPointerCancel: () => {
      drag.current = null
      setDraft(null)
    },
    // The click at the end of a drag is none, and links are not to be dragged away.
    onClickCapture: (event: MouseEvent) => {
      if (!suppress.current) return
      suppress.current = false
      event.preventDefault()
      event.stopPropagation()
    },
    onDragStart: (event: MouseEvent) => event.preventDefault(),
  }
  const onKeyDown = (press: KeyboardEvent): void => {
    if (press.ctrlKey || press.altKey || press.metaKey) return
    const next = brushKey({ key: press.key, shift: press.shiftKey }, range, { bounds, step })
    if (next === null) return
    press.preventDefault()
    onRange(next === 'clear' ? null : next)
  }
  return { shown: draft ?? range, pointer, onKeyDown }
}
