import { type KeyboardEvent, type RefObject, useEffect } from 'react'

const ITEM = '[data-item]'

/**
 * Makes one stop for the Tab key of many links inside an element: arrows go from one to the next (ARIA's roving
 * tabindex). The stop is the selected link, else the first. Handles the keys that it knows and stops them.
 */
export function useRoving(
  root: RefObject<Element | null>,
  selected: string | null,
  /** Changes when the links do. */
  drawn: unknown,
): (press: KeyboardEvent) => void {
  useEffect(() => {
    if (drawn === null) return
    const items = itemsOf(root.current)
    const stop = items.find(item => item.getAttribute('data-item') === selected) ?? items[0]
    for (const item of items) item.setAttribute('tabindex', item === stop ? '0' : '-1')
  }, [root, selected, drawn])
  return press => {
    const items = itemsOf(root.current)
    const at = document.activeElement === null ? -1 : items.indexOf(document.activeElement as SVGElement)
    if (at < 0) return
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[press.key]
    if (to === undefined) return
    press.preventDefault()
    const next = items[Math.min(items.length - 1, Math.max(0, to))]
    items[at]?.setAttribute('tabindex', '-1')
    next?.setAttribute('tabindex', '0')
    next?.focus()
  }
}

function itemsOf(root: Element | null): (HTMLElement | SVGElement)[] {
  return [...(root?.querySelectorAll<HTMLElement | SVGElement>(ITEM) ?? [])]
}
