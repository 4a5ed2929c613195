/** What the keys can ask of a pane. */
export interface PaneHandle {
  readonly move: (to: 'next' | 'previous' | 'first' | 'last') => void
  readonly open: () => void
  readonly focus: () => void
  /** Shows or hides what belongs to the selected row; false when nothing does. */
  readonly fold?: (open: boolean) => boolean
}

/** Panes from left to right: Enter goes on to the next one, Esc back. */
export const PANES = ['list', 'rows', 'evidence'] as const
export type PaneName = (typeof PANES)[number]

const handles = new Map<PaneName, PaneHandle>()
let lastActive: PaneName | null = null

/** Makes a pane reachable by keys; returns the way to take it back. */
export function registerPane(name: PaneName, handle: PaneHandle): () => void {
  handles.set(name, handle)
  return () => {
    if (handles.get(name) === handle) handles.delete(name)
  }
}

export function paneOf(name: PaneName): PaneHandle | undefined {
  return handles.get(name)
}

/** The pane that has the focus, or had it last, or comes first. */
export function activePane(): PaneName | null {
  const inside = document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')
  const focused = PANES.find(name => name === inside)
  if (focused !== undefined && handles.has(focused)) lastActive = focused
  if (lastActive !== null && handles.has(lastActive)) return lastActive
  return PANES.find(name => handles.has(name)) ?? null
}

/** Gives the focus to a pane's neighbour; false when there is none. */
export function stepPane(from: PaneName, by: 1 | -1): boolean {
  for (let at = PANES.indexOf(from) + by; at >= 0 && at < PANES.length; at += by) {
    const name = PANES[at]
    const handle = name === undefined ? undefined : handles.get(name)
    if (handle === undefined || name === undefined) continue
    handle.focus()
    lastActive = name
    return true
  }
  return false
}
