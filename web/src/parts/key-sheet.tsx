import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { KEY_SHEET } from '../state/key-map.ts'
import { QUADS, QuadMark } from './small-parts.tsx'

/** The sheet behind `?`: keys, and what shapes and signs mean. */
export function KeySheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }): ReactNode {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog">
          <div className="head">
            <Dialog.Title>Keys and signs</Dialog.Title>
            <Dialog.Close className="button">Close</Dialog.Close>
          </div>
          <dl className="keys">
            {KEY_SHEET.map(({ keys, does }) => (
              <Keys key={does} keys={keys} does={does} />
            ))}
          </dl>
          <div className="shapes">
            {([1, 2, 3, 4] as const).map(quad => (
              <span key={quad}>
                <QuadMark quad={quad} /> {QUADS[quad].name}
              </span>
            ))}
            <span>
              <span className="differs-count">≠</span> accounts differ
            </span>
            <span>⇄ articles and independent origins</span>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Keys({ keys, does }: { keys: readonly string[]; does: string }): ReactNode {
  return (
    <>
      <dt>
        {keys.map(key => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  )
}
