import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react'
import { announce } from '../state/announcer.ts'
import { type PaneName, registerPane } from '../state/panes.ts'

/** Rows under an optional heading. */
export interface ListSection<Item> {
  readonly id: string
  readonly label: string | null
  readonly rows: readonly Item[]
}

export interface ListBoxProps<Item> {
  readonly label: string
  readonly pane: PaneName
  readonly sections: readonly ListSection<Item>[]
  readonly keyOf: (item: Item) => string
  /** Height of a row in CSS pixels: fixed, so that nothing moves when rows are filled in. */
  readonly heightOf: (item: Item) => number
  readonly render: (item: Item) => ReactNode
  readonly selectedKey: string | null
  /** Selected by j, k or an arrow. */
  readonly onMove: (item: Item) => void
  /** Clicked, or Enter. */
  readonly onOpen: (item: Item) => void
  /** What a screen reader hears after a move. */
  readonly describe: (item: Item) => string
  /** The end is near: time to ask for more. */
  readonly onNearEnd?: () => void
  readonly stale?: boolean
  /** Makes a tree of two levels of the list: some rows belong to the one above them, which shows or hides them. */
  readonly tree?: ListTree<Item>
}

export interface ListTree<Item> {
  /** 2 for a row that belongs to one above it. */
  readonly levelOf: (item: Item) => 1 | 2
  /** Are the rows that belong to it shown? Null when none do. */
  readonly isOpen: (item: Item) => boolean | null
  readonly setOpen: (item: Item, open: boolean) => void
}

const SECTION_HEIGHT = 30

type Line<Item> =
  | { readonly kind: 'head'; readonly section: ListSection<Item> }
  | { readonly kind: 'row'; readonly item: Item; readonly at: number; readonly section: ListSection<Item> }

function linesOf<Item>(sections: readonly ListSection<Item>[]): readonly Line<Item>[] {
  let at = 0
  return sections.flatMap(section => [
    ...(section.label === null ? [] : [{ kind: 'head' as const, section }]),
    ...section.rows.map(item => ({ kind: 'row' as const, item, at: at++, section })),
  ])
}

/**
 * A list of rows of fixed heights of which only those on screen exist (35 DOM rows for 10,000), with ARIA's listbox
 * pattern: the list has the focus, `aria-activedescendant` names the selected row.
 */
export function ListBox<Item>(props: ListBoxProps<Item>): ReactNode {
  const { label, pane, sections, keyOf, heightOf, render, selectedKey, onOpen, onNearEnd, stale = false, tree } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => linesOf(sections), [sections])
  const rows = useMemo(() => lines.filter(line => line.kind === 'row'), [lines])
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => {
      const line = lines[index]
      return line?.kind === 'row' ? heightOf(line.item) : SECTION_HEIGHT
    },
    overscan: 6,
    initialRect: { width: 400, height: 900 },
  })
  const shown = virtualizer.getVirtualItems()
  const selectedLine = lines.findIndex(line => line.kind === 'row' && keyOf(line.item) === selectedKey)
  const isShown = shown.some(({ index }) => index === selectedLine)

  useEffect(() => {
    if (selectedLine >= 0) virtualizer.scrollToIndex(selectedLine, { align: 'auto' })
  }, [selectedLine, virtualizer])
  const lastShown = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (lastShown >= lines.length - 12) onNearEnd?.()
  }, [lastShown, lines.length, onNearEnd])

  // Keys come faster than the address follows: moves go on from where the last one went.
  const cursor = useRef(selectedKey)
  useEffect(() => {
    cursor.current = selectedKey
  }, [selectedKey])
  const latest = useRef({ props, rows, cursor })
  latest.current = { props, rows, cursor }
  useEffect(
    () =>
      registerPane(pane, {
        move: to => moveSelection(to, latest.current),
        open: () => {
          const { rows: now, props: own } = latest.current
          const selected = now.find(line => own.keyOf(line.item) === cursor.current) ?? now[0]
          if (selected !== undefined) own.onOpen(selected.item)
        },
        focus: () => scroller.current?.focus(),
        fold: open => foldSelection(open, latest.current),
      }),
    [pane],
  )

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is listbox or tree
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a label
    <div
      ref={scroller}
      className={stale ? 'list stale' : 'list'}
      role={tree === undefined ? 'listbox' : 'tree'}
      aria-label={label}
      aria-busy={stale}
      tabIndex={0}
      {...(isShown ? { 'aria-activedescendant': `${id}-${selectedLine}` } : {})}
      onClick={event => {
        const index =
          event.target instanceof Element ? event.target.closest('[data-line]')?.getAttribute('data-line') : null
        const line = index == null ? undefined : lines[Number(index)]
        if (line?.kind !== 'row') return
        const open = tree?.isOpen(line.item) ?? null
        if (open !== null && event.target instanceof Element && event.target.closest('[data-fold]') !== null)
          tree?.setOpen(line.item, !open)
        else onOpen(line.item)
      }}
      onKeyDown={event => {
        // A page is what fits, less one row to keep the place.
        const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / 72) - 1)
        if (event.key !== 'PageDown' && event.key !== 'PageUp') return
        event.preventDefault()
        moveBy(event.key === 'PageDown' ? page : -page, latest.current)
      }}
    >
      <div className="sizer" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ index, start, size }) => {
          const line = lines[index]
          if (line === undefined) return null
          const place = { transform: `translateY(${start}px)`, height: size }
          if (line.kind === 'head') return <Head key={`h${line.section.id}`} section={line.section} place={place} />
          const key = keyOf(line.item)
          return (
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: an option and a treeitem can both be selected
            <div
              key={key}
              id={`${id}-${index}`}
              className={tree?.levelOf(line.item) === 2 ? 'row below' : 'row'}
              {...placeInTree(line.item, tree)}
              tabIndex={-1}
              aria-selected={key === selectedKey}
              aria-setsize={rows.length}
              aria-posinset={line.at + 1}
              data-line={index}
              data-key={key}
              style={place}
            >
              {render(line.item)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Head<Item>({ section, place }: { section: ListSection<Item>; place: { transform: string; height: number } }) {
  const differs = section.id.startsWith('di.')
  return (
    <div className={differs ? 'sectionhead differs' : 'sectionhead'} role="presentation" style={place}>
      {section.label}
    </div>
  )
}

type RowLine<Item> = Extract<Line<Item>, { kind: 'row' }>

interface Moving<Item> {
  readonly props: ListBoxProps<Item>
  readonly rows: readonly RowLine<Item>[]
  readonly cursor: { current: string | null }
}

/** Role of a row, and in a tree where it stands there. */
function placeInTree<Item>(item: Item, tree: ListTree<Item> | undefined) {
  if (tree === undefined) return { role: 'option' as const }
  const open = tree.isOpen(item)
  return {
    role: 'treeitem' as const,
    'aria-level': tree.levelOf(item),
    ...(open === null ? {} : { 'aria-expanded': open }),
  }
}

/** Shows or hides what belongs to the selected row; hiding from below goes up to the row it belongs to. */
function foldSelection<Item>(open: boolean, { props, rows, cursor }: Moving<Item>): boolean {
  const { tree } = props
  let at = rows.findIndex(line => props.keyOf(line.item) === cursor.current)
  if (tree === undefined || at < 0) return false
  const inside = tree.levelOf(rows[at]!.item) === 2
  if (inside && open) return false
  while (at > 0 && tree.levelOf(rows[at]!.item) === 2) at--
  const { item } = rows[at]!
  if (inside) {
    cursor.current = props.keyOf(item)
    props.onMove(item)
    announce(props.describe(item))
    return true
  }
  if (tree.isOpen(item) === null || tree.isOpen(item) === open) return false
  tree.setOpen(item, open)
  return true
}

function moveSelection<Item>(to: 'next' | 'previous' | 'first' | 'last', moving: Moving<Item>): void {
  const { length } = moving.rows
  moveBy({ first: -length, last: length, next: 1, previous: -1 }[to], moving)
}

function moveBy<Item>(by: number, { props, rows, cursor }: Moving<Item>): void {
  const at = rows.findIndex(line => props.keyOf(line.item) === cursor.current)
  const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))
  const line = rows[next]
  if (line === undefined || next === at) return
  cursor.current = props.keyOf(line.item)
  props.onMove(line.item)
  announce(`${next + 1} of ${rows.length}: ${props.describe(line.item)}`)
}
