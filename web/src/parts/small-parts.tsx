import type { ReactNode } from 'react'
import type { StoryRow } from '../../../src/model/api.ts'
import type { WordingLink } from '../../../src/model/picture.ts'
import type { Hop, QuadClass } from '../../../src/model/reading.ts'
import type { Span } from '../../../src/model/span.ts'
import { count } from '../text/show-date.ts'

/** Marks what comes from the bundled texts, wherever it is shown. */
export function SampleTag({ sample }: { sample: boolean }): ReactNode {
  return sample ? <span className="sample">SAMPLE</span> : null
}

/** `7 ⇄ 3`: so many articles, so many independent origins. */
export function Numbers({ articles, origins }: { articles: number; origins: number }): ReactNode {
  const words = `${count(articles, 'article')}, ${count(origins, 'independent origin')}`
  return (
    <span className="numbers" title={words}>
      <span aria-hidden="true">
        {articles} ⇄ {origins}
      </span>
      <span className="sr-only">{words}</span>
    </span>
  )
}

const BAR_PARTS = [
  ['own', 'own reporting'],
  ['rewrite', 'rewrite'],
  ['relay', 'relay'],
  ['copy', 'copy'],
] as const

/** How a story's articles stand to their origins: own reporting, rewrites, relays, copies. */
export function OriginBar({ bar }: { bar: StoryRow['bar'] }): ReactNode {
  const parts = BAR_PARTS.filter(([kind]) => bar[kind] > 0)
  const words = parts.map(([kind, name]) => `${bar[kind]} ${name}`).join(', ')
  return (
    <span className="bar" role="img" aria-label={words} title={words}>
      {parts.map(([kind]) => (
        <i key={kind} className={kind} style={{ flexGrow: bar[kind], flexBasis: 0 }} />
      ))}
    </span>
  )
}

export function OriginLegend(): ReactNode {
  return (
    <div className="legend">
      {BAR_PARTS.map(([kind, name]) => (
        <span key={kind}>
          <span className="bar" aria-hidden="true">
            <i className={kind} style={{ flexGrow: 1 }} />
          </span>
          {name}
        </span>
      ))}
    </div>
  )
}

/** Shape and name of each quad class; the shape says what the colour says. */
export const QUADS: Readonly<Record<QuadClass, { readonly shape: string; readonly name: string }>> = {
  1: { shape: '▲', name: 'verbal co-operation' },
  2: { shape: '■', name: 'material co-operation' },
  3: { shape: '▽', name: 'verbal conflict' },
  4: { shape: '◆', name: 'material conflict' },
}

export function QuadMark({ quad }: { quad: QuadClass }): ReactNode {
  const { shape, name } = QUADS[quad]
  return (
    <span className={`quad quad-${quad}`} role="img" aria-label={name} title={name}>
      {shape}
    </span>
  )
}

/** What a wording is in its entry. */
export const LINK_WORDS: Readonly<Record<WordingLink, string>> = {
  core: 'the fullest wording',
  quote: 'shares its quoted words',
  paraphrase: 'tells the same in other words',
}

/** A hop by its name; what is no outlet says what it is, unless its name does. */
export function hopWords({ name, kind }: Hop): string {
  return kind === 'outlet' || name.toLowerCase().includes(kind) ? name : `${name} (${kind})`
}

/** A value that is not known, with why. */
export function Unknown({ what, why }: { what: string; why: string | null | undefined }): ReactNode {
  return (
    <span className="unknown" title={why ?? undefined}>
      {what}
      {why == null || why === '' ? '' : `: ${why}`}
    </span>
  )
}

/** Text with the stretches that a search matched. */
export function Hits({ text, hits }: { text: string; hits: readonly Span[] }): ReactNode {
  const parts: ReactNode[] = []
  let at = 0
  for (const [start, end] of hits) {
    if (start < at || end > text.length) continue
    parts.push(text.slice(at, start))
    parts.push(
      <mark key={start} className="hit">
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  parts.push(text.slice(at))
  return parts
}
