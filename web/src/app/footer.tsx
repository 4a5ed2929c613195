import type { ReactNode } from 'react'
import type { Live } from '../state/use-live.ts'
import { count } from '../text/show-date.ts'

const HINTS: readonly (readonly [readonly string[], string])[] = [
  [['j', 'k'], 'next, previous'],
  [['Enter'], 'to the words'],
  [['Esc'], 'back'],
  [['/'], 'search'],
  [['?'], 'all keys'],
]

/** Keys at hand at the left; at the right what is in the picture and what is being read just now. */
export function Footer({ live }: { live: Live }): ReactNode {
  return (
    <footer className="footer">
      {HINTS.map(([keys, does]) => (
        <span key={does} className="hint">
          {keys.map(key => (
            <kbd key={key}>{key}</kbd>
          ))}
          {does}
        </span>
      ))}
      <span className="spacer" />
      {live.newArticles > 0 ? (
        <button type="button" className="linklike" onClick={live.refresh}>
          {count(live.newArticles, 'new article')}: press .
        </button>
      ) : null}
      <span role="status">{statusLine(live)}</span>
    </footer>
  )
}

function statusLine({ status, connected }: Live): string {
  if (!connected) return 'not connected to the server; trying again'
  if (status === null) return ''
  const { work } = status
  if (work === null) return `${count(status.articles, 'article')} from ${count(status.outlets, 'outlet')}`
  const rejected = work.rejected === 0 ? '' : ` · ${work.rejected} turned away`
  return `${work.stage} · ${work.done} done · ${work.left} left · ${work.perSecond.toFixed(1)}/s${rejected}`
}
