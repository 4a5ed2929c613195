import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { ArticleDetail } from '../../../src/model/api.ts'
import type { Focus } from '../state/evidence-target.ts'
import { annotationsOf } from '../text/annotations-of.ts'
import { findHits } from '../text/find-hits.ts'
import {
  type Annotation,
  flattenSpans,
  type Paragraph,
  paragraphsOf,
  type Segment,
  segmentsByParagraph,
} from '../text/flatten-spans.ts'

export interface MarkedTextProps {
  readonly article: ArticleDetail
  readonly focus: Focus
  /** Words to show as hits. */
  readonly q: string | null
  /** A statement's words were clicked; `st.<id>`. */
  readonly onPick: (id: string) => void
}

/**
 * An article's text, as text nodes alone, with every annotation as marks. Put together, the text nodes of a paragraph are
 * exactly that stretch of `article.text`.
 */
export function MarkedText({ article, focus, q, onPick }: MarkedTextProps): ReactNode {
  const root = useRef<HTMLElement>(null)
  const paragraphs = useMemo(() => paragraphsOf(article.text), [article.text])
  const lines = useMemo(() => {
    const cuts = paragraphs.flatMap(({ start, end }) => [start, end])
    const segments = flattenSpans(article.text.length, annotationsOf(article, focus), cuts)
    return segmentsByParagraph(paragraphs, segments)
  }, [article, focus, paragraphs])
  useHitHighlights(root, lines, q)
  const pick = useRef(onPick)
  pick.current = onPick
  useEffect(() => {
    const element = root.current
    if (element === null) return
    // The rows beside the text are the way for keys; this is a short cut for the pointer.
    function onClick(event: MouseEvent): void {
      const mark = event.target instanceof Element ? event.target.closest('mark.l-other') : null
      const id = mark
        ?.getAttribute('data-ids')
        ?.split(' ')
        .find(one => one.startsWith('st.'))
      if (id !== undefined && window.getSelection()?.isCollapsed !== false) pick.current(id)
    }
    element.addEventListener('click', onClick)
    return () => element.removeEventListener('click', onClick)
  }, [])
  return (
    <article className="article" ref={root} lang={'value' in article.language ? article.language.value : undefined}>
      {lines.map((segments, index) => {
        const paragraph = paragraphs[index]
        return paragraph === undefined ? null : (
          <p key={paragraph.start} className={`t-${roleOf(article, paragraph)}`} data-start={paragraph.start}>
            {segments.map(segment => (
              <Stretch key={segment.start} segment={segment} text={article.text} />
            ))}
          </p>
        )
      })}
    </article>
  )
}

function roleOf(article: ArticleDetail, { start, end }: Paragraph): string {
  return article.blocks.find(({ span }) => span[0] <= start && end <= span[1])?.role ?? 'body'
}

/** The annotation that gives a mark its look: the selected row's before all others, the smaller before the larger. */
const STRENGTH: readonly Annotation['layer'][] = ['trigger', 'cue', 'source', 'span', 'content', 'evidence', 'hop']

function Stretch({ segment, text }: { segment: Segment; text: string }): ReactNode {
  const words = text.slice(segment.start, segment.end)
  const { annotations } = segment
  if (annotations.length === 0) return words
  const focused = STRENGTH.filter(layer => annotations.some(one => one.focus && one.layer === layer))
  const classes = [
    // A trigger lies inside its clause: it keeps the clause's ground and adds its own weight.
    ...(focused[0] === 'trigger' && focused[1] !== undefined ? [`f-${focused[1]}`] : []),
    ...(focused[0] === undefined ? [] : [`f-${focused[0]}`]),
    ...annotations.filter(one => !one.focus).map(one => `l-${one.layer}`),
  ]
  const whole = focused.find(layer => layer === 'content' || layer === 'span' || layer === 'evidence')
  const kind = whole === 'content' ? 'statement' : whole === 'evidence' ? 'event' : whole
  return (
    <mark
      className={[...new Set(classes)].join(' ')}
      data-ids={[...new Set(annotations.map(one => one.id))].join(' ')}
      {...(kind === undefined ? {} : { 'data-focus': kind })}
    >
      {words}
    </mark>
  )
}

/** Marks search hits by CSS highlights: they lie over the text and leave its elements alone. */
function useHitHighlights(
  root: { readonly current: HTMLElement | null },
  lines: readonly unknown[],
  q: string | null,
): void {
  useEffect(() => {
    const element = root.current
    if (element === null || typeof Highlight === 'undefined') return
    const hits = new Highlight()
    // Whenever the lines are drawn anew their text nodes are new ones, and the ranges must be too.
    if (q !== null && lines.length > 0)
      for (const paragraph of element.querySelectorAll('p[data-start]'))
        for (const [start, end] of findHits(paragraph.textContent ?? '', q)) {
          const range = rangeIn(paragraph, start, end)
          if (range !== null) hits.add(range)
        }
    CSS.highlights.set('hits', hits)
    return () => {
      CSS.highlights.delete('hits')
    }
  }, [root, lines, q])
}

function rangeIn(element: Element, start: number, end: number): Range | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let at = 0
  let begun = false
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (!begun && start < at + length) {
      range.setStart(node, start - at)
      begun = true
    }
    if (begun && end <= at + length) {
      range.setEnd(node, end - at)
      return range
    }
    at += length
  }
  return null
}
