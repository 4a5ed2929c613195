import { describe, expect, it } from 'vitest'
import { openAtQuote } from './text-fragment.ts'

describe('the address of a page at a quote', () => {
  it('names a short quote whole, without its quotation marks', () => {
    expect(openAtQuote('https://a.example/x#top', '“We agree,”')).toBe('https://a.example/x#:~:text=We%20agree')
  })

  it('names a long quote by its first and last words', () => {
    const quote = Array.from({ length: 40 }, (_, i) => `w${i}`).join(' ')
    expect(openAtQuote('https://a.example/', quote)).toBe(
      'https://a.example/#:~:text=w0%20w1%20w2%20w3%20w4,w35%20w36%20w37%20w38%20w39',
    )
  })

  it('encodes what a text directive reads as its own signs', () => {
    expect(openAtQuote('https://a.example/', 'co-operation, really & truly')).toBe(
      'https://a.example/#:~:text=co%2Doperation%2C%20really%20%26%20truly',
    )
  })

  it('stays inside one paragraph', () => {
    expect(openAtQuote('https://a.example/', 'one\n\ntwo')).toBe('https://a.example/#:~:text=one')
  })

  it.each([null, 'javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x'])('opens nothing for %s', url => {
    expect(openAtQuote(url, 'words')).toBeNull()
  })

  it('opens the page itself where there are no words', () => {
    expect(openAtQuote('https://a.example/x#y', ' “” ')).toBe('https://a.example/x')
  })
})
