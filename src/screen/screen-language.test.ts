import { describe, expect, it } from 'vitest'
import type { Article } from '../model/article.ts'
import { known, unknown } from '../model/known.ts'
import { rejectUnread, screenLanguage } from './screen-language.ts'

const ENGLISH =
  'The fictional minister of Samplia toured the harbour on Tuesday and met its crew. Officials of the two navies plan to meet again in the second week of May. A drill in the strait had been called routine by the neighbouring government earlier that week.'
const GERMAN =
  'Die erfundene Ministerin von Samplia hat am Dienstag den Hafen besichtigt und die Mannschaft getroffen. Vertreter der beiden Flotten wollen sich in der zweiten Woche im Mai wieder treffen. Die Übung in der Meerenge hatte die Regierung des Nachbarlandes als üblich bezeichnet.'

function article(text: string, language: Article['language'] = unknown('nothing said')): Article {
  return {
    id: 'a',
    file: 'a.txt',
    url: null,
    title: null,
    text,
    language,
    outlet: unknown('none'),
    byline: unknown('none'),
    published: unknown('none'),
    standfirst: null,
    blocks: [{ role: 'body', span: [0, text.length] }],
    sample: false,
    wire: null,
    credit: null,
  }
}

describe('screenLanguage', () => {
  it('reads the language from the body, whatever the page says', () => {
    expect(screenLanguage(article(ENGLISH)).language).toEqual({ value: 'en', from: 'text' })
    expect(screenLanguage(article(GERMAN, known('en', 'html lang'))).language).toEqual({ value: 'de', from: 'text' })
  })

  it('guesses nothing from a headline, and believes the page there', () => {
    expect(screenLanguage(article('NATO chief visits Samplia')).language).toEqual({
      unknown: expect.stringContaining('too short'),
    })
    expect(screenLanguage(article('NATO chief visits Samplia', known('en', 'html lang'))).language).toEqual({
      value: 'en',
      from: 'html lang',
    })
  })
})

describe('rejectUnread', () => {
  it('turns away a text that is surely not English and names its language', () => {
    expect(rejectUnread(screenLanguage(article(GERMAN)))).toMatchObject({
      stage: 'screen',
      reason: 'language',
      detail: expect.stringContaining('German'),
    })
  })

  it('lets English and what is too short pass', () => {
    expect(rejectUnread(screenLanguage(article(ENGLISH)))).toBeNull()
    expect(rejectUnread(screenLanguage(article('Kurzer Text.')))).toBeNull()
    expect(rejectUnread(screenLanguage(article('')))).toBeNull()
  })
})
