import { expect, it } from 'vitest'
import { faultOf, filterLines } from './filter-lines.ts'
import type { Line } from './read-lines.ts'

const context = { title: 'Minister visits harbour', authors: ['Ana Example'] }
const line = (text: string, linkChars = 0): Line => ({ text, role: 'body', linkChars })

it.each([
  ['Read more: the drill of last week', 33, 'lead-in'],
  ['Minister visits harbour', 0, 'title'],
  ['By Ana Example', 0, 'byline'],
  ['8 April 2025, 10:30', 0, 'date'],
  ['Photo: Sample Agency', 0, 'credit'],
  ['The harbour at night. © Sample Agency', 0, 'credit'],
  ['© 2025 Sample Wire. All rights reserved.', 0, 'copyright'],
  ['Sign up for our newsletter', 0, 'call'],
  ['World, Politics, Opinion', 22, 'links'],
  ['Advertisement', 0, 'label'],
])('takes %j for no part of the text', (text, linkChars, fault) => {
  expect(faultOf(line(text, linkChars), context)).toBe(fault)
})

it.each([
  'More in the party fear a split over the harbour than ever before.',
  'The minister said she would “subscribe to no such plan” in public.',
  'The visit on 8 April 2025 was the first since the drill ended, officials said.',
  'By Tuesday, the harbour was open again.',
])('keeps %j', text => {
  expect(faultOf(line(text), context)).toBeNull()
})

it('cuts what follows a closing label late in the text, and headings left with nothing below', () => {
  const body = Array.from({ length: 10 }, (_, i) =>
    line(`Paragraph ${i} tells of the harbour and of the minister who toured it.`),
  )
  const heading: Line = { text: 'The days after', role: 'heading', linkChars: 0 }
  expect(
    filterLines([...body, heading, line('Related articles'), line('Another harbour was closed today.')], context),
  ).toEqual(body)
})
