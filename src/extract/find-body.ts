import { filterLines, type LineContext } from './filter-lines.ts'
import { findJunk } from './find-junk.ts'
import { attribute, type HtmlElement, type HtmlParent, isElement, isInside } from './html-tree.ts'
import { linesBefore } from './lines-before.ts'
import type { PageFacts } from './page-facts.ts'
import { type Line, readLines } from './read-lines.ts'
import { runReadability } from './run-readability.ts'
import { serialiseTree } from './serialise-tree.ts'

/** The lines of an article's body and how they were found. */
export interface Body {
  readonly lines: readonly Line[]
  /** Paragraphs between headline and body, which the page sets apart: its standfirst. */
  readonly before: readonly Line[]
  readonly how: 'readability' | 'semantic' | 'unpruned' | 'json-ld' | 'none'
}

const NOTHING: ReadonlySet<HtmlElement> = new Set()

/** A first result below this many characters asks for a second opinion; median articles of dev have 3,600. */
const SHORT_BODY = 700

/** Picks the body of a page's article. `context` is what its lines are judged by. */
export function findBody(facts: PageFacts, context: LineContext): Body {
  const root = bodyOf(facts)
  const junk = findJunk(root)
  const title = (context.title ?? '').replace(/[<>&]/g, ' ')
  const picked = linesOf(runReadability(serialiseTree(root, junk), title), NOTHING, context)
  const semantic = semanticLines(facts, junk, context)
  const first = choose(picked, semantic)
  const chosen = sizeOf(first.lines) >= SHORT_BODY ? first : secondOpinion(first, root, title, facts, context)
  if (chosen.how === 'json-ld') return chosen
  return { ...chosen, before: linesBefore(readLines(root, junk), chosen.lines, context) }
}

function bodyOf(facts: PageFacts): HtmlParent {
  return facts.elements.find(element => element.tagName === 'body') ?? facts.tree
}

function linesOf(tree: HtmlParent | null, skip: ReadonlySet<HtmlElement>, context: LineContext): Line[] {
  return tree === null ? [] : filterLines(readLines(tree, skip), context)
}

function sizeOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0)
}

const MARKS =
  /(?:^|\s)(?:entry-content|post-content|article-body|article__body|article-content|article__content|story-body|post-body|articlebody|post__content|entry__content|story-content|content-body|article-text|td-post-content|single-content|blog-content)(?:\s|$)/i

/** The lines of the elements that mark themselves as the body of an article; of those in each other, the outer ones. */
function semanticLines(facts: PageFacts, junk: ReadonlySet<HtmlElement>, context: LineContext): Line[] {
  const marked = facts.elements.filter(element => /\barticlebody\b/i.test(attribute(element, 'itemprop') ?? ''))
  const candidates =
    marked.length > 0 ? marked : facts.elements.filter(element => MARKS.test(attribute(element, 'class') ?? ''))
  const chosen = new Set(candidates.slice(0, 200))
  const outer = [...chosen].filter(element => {
    const parent = element.parentNode
    return parent === null || !isElement(parent) || !isInside(parent, ancestor => chosen.has(ancestor))
  })
  return filterLines(
    outer.flatMap(element => readLines(element, junk)),
    context,
  )
}

function choose(picked: Line[], semantic: Line[]): Body {
  const a = sizeOf(picked)
  const b = sizeOf(semantic)
  if (b >= 250 && (a < b * 0.7 || a > b * 1.8)) return { before: [], lines: semantic, how: 'semantic' }
  return { before: [], lines: picked, how: 'readability' }
}

function secondOpinion(found: Body, root: HtmlParent, title: string, facts: PageFacts, context: LineContext): Body {
  const again = linesOf(runReadability(serialiseTree(root, NOTHING), title), NOTHING, context)
  if (sizeOf(again) > sizeOf(found.lines) * 1.5 + 100) return { before: [], lines: again, how: 'unpruned' }
  if (facts.data.body !== null && facts.data.body.length > sizeOf(found.lines) * 1.5 + 100) {
    const lines = facts.data.body
      .split(/\n+/)
      .map(text => ({ text: text.replace(/\s+/g, ' ').trim(), role: 'body' as const, linkChars: 0 }))
    return { before: [], lines: lines.filter(line => line.text !== ''), how: 'json-ld' }
  }
  return found
}
