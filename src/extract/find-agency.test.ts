import { describe, expect, it } from 'vitest'
import { findAgency, findCredit } from './find-agency.ts'

const REST = 'The fictional minister of Samplia toured the harbour. '.repeat(20)

describe('findAgency', () => {
  it.each([
    [`MARLOW (AP) — ${REST}`, null, 'AP'],
    [`Headline of the day.\n\nMARLOW, April 8 (UPI) — ${REST}`, null, 'UPI'],
    [`MARLOW (Reuters) - ${REST}`, 'Ana Example', 'Reuters'],
    [`${REST}(AFP)`, null, 'AFP'],
    [`${REST}(Reporting by Ana Example; Editing by Bela Example.)`, null, 'Reuters'],
    [REST, 'By THE ASSOCIATED PRESS', 'AP'],
    [REST, 'Ana Example, Associated Press', 'AP'],
  ])('names the agency of case %#', (text, byline, agency) => {
    const found = findAgency(text, byline, null)
    expect(found?.value).toBe(agency)
    if (found?.span) expect(text.slice(...found.span)).toMatch(/AP|UPI|Reuters|AFP|Reporting by/)
  })

  it.each([
    [`Samplia told Reuters that the harbour was open. ${REST}`, null],
    [`A photograph by the agency (AP) was shown. ${REST}`, null],
    [REST, 'Ana Example'],
    [`${REST} The minister, asked by AP, declined to comment.`, 'Apollo Example'],
  ])('calls no article a copy for naming an agency: case %#', (text, byline) => {
    expect(findAgency(text, byline, null)).toBeNull()
  })
})

describe('findCredit', () => {
  it('finds the outlet that is thanked, with its span', () => {
    const text = `${REST}\n\n(h/t Sample Wire)`
    const found = findCredit(text)
    expect(found?.value).toBe('Sample Wire')
    expect(text.slice(...found!.span!)).toBe('Sample Wire')
    expect(findCredit(`${REST}This report was first published by The Harbour Post.`)?.value).toBe('The Harbour Post')
  })

  it('takes no words from the middle of a story', () => {
    expect(findCredit(`${REST.repeat(2)}The novel was first published by Sample House.${REST.repeat(2)}`)).toBeNull()
  })
})
