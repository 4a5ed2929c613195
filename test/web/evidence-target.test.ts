import { describe, expect, it } from 'vitest'
import { focusOf, shownArticle, tellingsOf } from '../../web/src/state/evidence-target.ts'
import { findRow, firstRow, foldCopies, keyOf, sectionsOf } from '../../web/src/state/rows.ts'
import { fakeAnswers } from './fake-answers.ts'

const answers = fakeAnswers()
const story = await answers.story('s1')
const [own, copy] = [await answers.article('a1'), await answers.article('a2')]
if (story === null || own === null || copy === null) throw new Error('fixtures are missing')
const sections = sectionsOf(story)
const slice = (text: string, spans: readonly (readonly [number, number])[]) => spans.map(([s, e]) => text.slice(s, e))

describe('what a row shows as its evidence', () => {
  it('is the very words of the row, in the row’s own article', () => {
    for (const { rows } of sections)
      for (const row of rows) {
        if (row.t !== 'statement' || row.row.articleId !== own.id) continue
        const focus = focusOf(row, own, {})
        expect(slice(own.text, focus.content)).toEqual(row.row.text)
        expect(focus.cue).not.toBeNull()
      }
  })

  it('is the same words in another article that carries them', () => {
    const row = findRow(sections, 'st.a1-st0')
    expect(tellingsOf(row).map(telling => telling.articleId)).toEqual(['a1', 'a2'])
    const focus = focusOf(row, copy, { article: 'a2' })
    expect(slice(copy.text, focus.content)).toEqual(slice(own.text, focusOf(row, own, {}).content))
    expect(shownArticle({ article: 'a2' }, tellingsOf(row))).toBe('a2')
  })

  it('is the clause and the trigger of an event, in each article that tells it', () => {
    const row = findRow(sections, 'ev.s1/visit')
    const focus = focusOf(row, copy, {})
    expect(focus.trigger === null ? null : copy.text.slice(...focus.trigger)).toBe('arrived')
    expect(focus.evidence).not.toBeNull()
  })

  it('is a side’s words in a disagreement', () => {
    const row = findRow(sections, 'di.d1~0')
    expect(slice(own.text, focusOf(row, own, {}).content)).toEqual(['patrols by 14 ships'])
  })

  it('is the address’s own span before all else', () => {
    expect(focusOf(findRow(sections, 'st.a1-st0'), own, { span: '0-7' }).content).toEqual([[0, 7]])
  })

  it('is nothing, not something else, in an article that does not carry the words', () => {
    expect(focusOf(findRow(sections, 'st.a1-st3'), copy, { article: 'a2' }).content).toEqual([])
    expect(focusOf(undefined, own, {}).kind).toBe('article')
  })
})

describe('the rows of a story', () => {
  it('begin with what differs, then what was said, done and read', () => {
    expect(sections.map(section => section.id)).toEqual(['di.d1', 'statements', 'events', 'articles'])
    expect(firstRow(sections)?.t).toBe('statement')
  })

  it('have names that find them again', () => {
    for (const { rows } of sections) for (const row of rows) expect(findRow(sections, keyOf(row))).toBe(row)
    expect(findRow(sections, 'st.gone')).toBeUndefined()
  })

  it('are found by the name of a copy that was folded into them', () => {
    const row = findRow(sections, 'st.a2-st0')
    expect(row === undefined ? null : keyOf(row)).toBe('st.a1-st0')
  })

  it('fold the same words of several articles into the first', () => {
    const [first] = story.statements
    if (first === undefined) throw new Error('no statement')
    const twin = {
      ...first,
      id: 'a2-st0',
      articleId: 'a2',
      alsoIn: [{ articleId: 'a1', outlet: null, statementId: first.id }],
    }
    expect(foldCopies([first, twin]).map(row => row.id)).toEqual([first.id])
    expect(foldCopies([twin, first]).map(row => row.id)).toEqual(['a2-st0'])
  })
})
