import { type ReactNode, useSyncExternalStore } from 'react'
import { readStored, writeStored } from '../state/stored.ts'

/** The five notes of a first visit, one at a time in each pane; they stay away once they were sent away. */
const NOTES = {
  numbers:
    '7 ⇄ 3 reads: seven articles, three independent origins. Copies, rewrites and relays fold into the origin they came from.',
  bar: 'The bar shows how a story’s articles stand to their origins. One long grey stretch is one text printed many times.',
  rows: 'Each row is something said or done, as told. Quotation marks stand around words that the article itself quotes, and around nothing else.',
  evidence:
    'These are the words the row was read from: yellow what was said, blue the cue, green who said it. The text itself is never changed.',
  keys: 'j and k walk, Enter goes to the words, Esc comes back. ? shows every key.',
} as const

type NoteName = keyof typeof NOTES

const listeners = new Set<() => void>()
const dismissed = (): string => readStored('notes') ?? ''

function dismiss(name: NoteName): void {
  writeStored('notes', `${dismissed()} ${name}`.trim())
  for (const listener of listeners) listener()
}

/** The first of these notes that was not sent away; nothing once all were. */
export function MarginNote({ names }: { names: readonly NoteName[] }): ReactNode {
  const gone = useSyncExternalStore(listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, dismissed)
  const name = names.find(one => !gone.split(' ').includes(one))
  if (name === undefined) return null
  return (
    <aside className="note" aria-label="Note for a first visit">
      <p>{NOTES[name]}</p>
      <button type="button" className="close" aria-label="Do not show this note again" onClick={() => dismiss(name)}>
        ×
      </button>
    </aside>
  )
}
