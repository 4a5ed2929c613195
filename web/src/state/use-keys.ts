import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { actionOf, CHORD_MS, type KeyAction } from './key-map.ts'
import { activePane, paneOf, stepPane } from './panes.ts'
import { toggleTheme } from './theme.ts'

/** What the keys need from the shell. */
export interface KeyTargets {
  readonly openSheet: () => void
  readonly focusSearch: () => void
  readonly refresh: () => void
  /** One step back in panes shown one at a time; false when there is none. */
  readonly stepBack: () => boolean
}

/** Elements that have keys of their own. */
function isTyping(element: Element | null): boolean {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  )
}

function inDialog(element: Element | null): boolean {
  return element?.closest('[role=dialog]') != null
}

/** Carries out what `actionOf` names. Returns false when the key should keep its ordinary meaning. */
function carryOut(action: KeyAction, press: KeyboardEvent, targets: KeyTargets): boolean {
  const pane = activePane()
  switch (action) {
    case 'sheet':
      targets.openSheet()
      return true
    case 'search':
      targets.focusSearch()
      return true
    case 'theme':
      toggleTheme()
      return true
    case 'refresh':
      targets.refresh()
      return true
    case 'back':
      return goBack(targets)
    case 'open':
      return openRow(press)
    case 'next-source':
      paneOf('evidence')?.move('next')
      return true
    case 'previous-source':
      paneOf('evidence')?.move('previous')
      return true
    case 'unfold':
    case 'fold':
      return pane !== null && (paneOf(pane)?.fold?.(action === 'unfold') ?? false)
    case 'next':
    case 'previous':
    case 'first':
    case 'last': {
      // Arrows scroll a text that is being read; j and k go on through the rows beside it.
      const reading = pane === 'evidence'
      if (reading && press.key.length > 1) return false
      const list = reading ? (paneOf('rows') ?? paneOf('list')) : pane === null ? undefined : paneOf(pane)
      list?.move(action)
      return list !== undefined
    }
    default:
      return false
  }
}

function goBack(targets: KeyTargets): boolean {
  if (isTyping(document.activeElement) && document.activeElement instanceof HTMLElement) {
    document.activeElement.blur()
    return true
  }
  if (targets.stepBack()) return true
  const pane = activePane()
  return pane !== null && stepPane(pane, -1)
}

function openRow(press: KeyboardEvent): boolean {
  // Enter on a button or a link is theirs.
  if (press.key === 'Enter' && document.activeElement?.closest('a, button, summary') != null) return false
  const pane = activePane()
  if (pane === null || pane === 'evidence') return false
  paneOf(pane)?.open()
  return true
}

/** Listens to the keys of the whole window. */
export function useKeys(targets: KeyTargets): void {
  const navigate = useNavigate()
  const latest = useRef(targets)
  latest.current = targets
  const chordAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    function onKeyDown(press: KeyboardEvent): void {
      const element = document.activeElement
      if (press.defaultPrevented || inDialog(element)) return
      const pendingG = performance.now() - chordAt.current < CHORD_MS
      const { key, ctrlKey: ctrl, altKey: alt, metaKey: meta } = press
      const action = actionOf({ key, ctrl, alt, meta, typing: isTyping(element) }, pendingG)
      chordAt.current = action === 'chord' ? performance.now() : Number.NEGATIVE_INFINITY
      if (action === null || action === 'chord') return
      if (typeof action === 'object') {
        void navigate({ to: action.go })
        press.preventDefault()
      } else if (carryOut(action, press, latest.current)) press.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [navigate])
}
