import { describe, expect, it } from 'vitest'
import { tokenise } from './tokenise.ts'

const words = (text: string): string[] => {
  const { start, end } = tokenise(text)
  return start.map((from, i) => text.slice(from, end[i]))
}

/** Words with a space between tokens and a bar between the words of one token. */
const shown = (text: string): string => {
  const { start, multiword } = tokenise(text)
  const within = new Set(
    multiword.flatMap(([first, end]) => Array.from({ length: end - first - 1 }, (_, i) => first + i)),
  )
  return words(text)
    .map((word, i) => word + (i + 1 === start.length ? '' : within.has(i) ? '|' : ' '))
    .join('')
}

describe('tokenise', () => {
  it.each([
    ["I don't know", "I do|n't know"],
    ['She DIDN’T go', 'She DID|N’T go'],
    ['Samplia’s plan', 'Samplia|’s plan'],
    ["the ministers' plan", "the ministers|' plan"],
    ["'No,' they said.", "' No , ' they said ."],
    ['they cannot', 'they can|not'],
    ['I dont know and im late, you cant stay', 'I do|nt know and i|m late , you ca|nt stay'],
    ["O'Brien and d'Ivoire", "O'Brien and d'Ivoire"],
    ['the U.S. Navy', 'the U.S. Navy'],
    ['Mr. Example left.', 'Mr. Example left .'],
    ['Ana F. Example left at 5 p.m. on Jan. 3.', 'Ana F. Example left at 5 p.m. on Jan. 3 .'],
    ['a well-known co-founder', 'a well - known co-founder'],
    ['and/or', 'and / or'],
    ['$36 billion, 3.5%', '$ 36 billion , 3.5 %'],
    ['at 10pm or 7:30PM, 5km away', 'at 10 pm or 7:30 PM , 5 km away'],
    ['12,000 people (1,250.75 tons)', '12,000 people ( 1,250.75 tons )'],
    ['on 11/29/2001 or 2001-11-29', 'on 11/29/2001 or 2001-11-29'],
    ['from 1999-2004', 'from 1999 - 2004'],
    ['call 713-555-0123 or 555-0123.', 'call 713-555-0123 or 555-0123 .'],
    ['the 1990s and the 21st', 'the 1990s and the 21st'],
    ['"Yes," she said', '" Yes , " she said'],
    ['“Yes,” she said', '“ Yes , ” she said'],
    ["''Yes,'' she said", "'' Yes , '' she said"],
    ['so ... no... yes…', 'so ... no ... yes …'],
    ['fine :-) and :)', 'fine :-) and :)'],
    ['see https://example.org/a?b=c.', 'see https://example.org/a?b=c .'],
    ['(www.example.org/a_b)', '( www.example.org/a_b )'],
    ['to <ana.example@example.org>,', 'to < ana.example@example.org > ,'],
    ['at Example.Az.', 'at Example.Az .'],
    ['report_final-2.docx', 'report_final-2.docx'],
    ['@ana_example on #samplia', '@ana_example on #samplia'],
    ['AT&T', 'AT&T'],
    ['-----', '-----'],
    ['go 👩🏽‍🚀!', 'go 👩🏽‍🚀 !'],
    ['Kraków, Škoda, e\u0301té', 'Kraków , Škoda , e\u0301té'],
  ])('splits %j as UD English does', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it('does not split what a limit cuts off', () => {
    const { start, end } = tokenise('Ana Example left.', 14)
    expect([start, end]).toEqual([
      [0, 4, 12],
      [3, 11, 14],
    ])
    expect(tokenise('don’t', 4).end.at(-1)).toBe(4)
    expect(tokenise('see www.example.org', 9).end.at(-1)).toBe(9)
  })

  it('lists tokens written as one and read as several', () => {
    expect(tokenise("it can't").multiword).toEqual([[1, 3]])
    expect(tokenise('it is what it is').multiword).toEqual([])
  })

  it('gives the same words whatever was read before', () => {
    const text = 'Mr. Example didn’t go to St. Sample (see p. 3).'
    const fresh = tokenise(text)
    tokenise("'open quote and a. b. c.")
    expect(tokenise(text)).toEqual(fresh)
  })
})

const HOSTILE = [
  '',
  '  \n',
  '\ud800 a \udc00',
  'a\udc00\ud800b',
  '😀😀',
  '👩‍🚀',
  '🇳🇱🇳🇱',
  'a\u202eb',
  'a\u200bb',
  'a\u00adb',
  '\u0301a',
  '\u0000\u0001',
  "'''",
  "n't",
  'https://',
  'www.',
  '@',
  '漢字かな交じり文。',
  '١٢٣٫٤',
  'ﷺ',
]
const PIECES = [
  ...HOSTILE.filter(text => text.trim() !== ''),
  ...[
    'a',
    'a.',
    'a@',
    'co-',
    "a'",
    '"',
    'U.S.',
    'http://a',
    'a.com',
    'a_',
    '1,',
    '1-',
    '1:1',
    '!?',
    '((',
    "n't",
    'e\u0301',
  ],
]

describe('tokenise on hostile text', () => {
  it('puts every character that is no white space into exactly one word, in order', () => {
    for (const text of [...HOSTILE, ...PIECES.map(piece => piece.repeat(700)), PIECES.join('')]) {
      const { start, end } = tokenise(text)
      for (let i = 0; i < start.length; i++) {
        expect(end[i]!).toBeGreaterThan(start[i]!)
        if (i > 0) expect(start[i]!).toBeGreaterThanOrEqual(end[i - 1]!)
      }
      const covered = start.map((from, i) => text.slice(from, end[i])).join('')
      expect(covered).toBe(text.replace(/\s/g, ''))
    }
  })

  it('cuts no character in two', () => {
    for (const text of ['😀😀a😀', '𝔸𝔹𝔸1𝟙', '🇳🇱'.repeat(300), '👍🏽'.repeat(300)]) {
      const { start, end } = tokenise(text)
      for (const at of [...start, ...end]) expect(/[\udc00-\udfff]/.test(text.charAt(at))).toBe(false)
    }
  })

  it('looks at each character of any text a bounded number of times', () => {
    for (const piece of PIECES) {
      const looks = (length: number): number => {
        const text = piece.repeat(Math.ceil(length / piece.length))
        return looksIn(() => tokenise(text))
      }
      expect(growth(looks), JSON.stringify(piece)).toBeLessThan(5)
    }
  })

  it('would notice a reader that looks at what follows each word again (canary)', () => {
    const rescanning = (length: number): number => {
      const text = 'a '.repeat(length / 2)
      return looksIn(() => {
        for (let i = 0; i < length; i += 50) for (let j = i; j < length; j++) text.charCodeAt(j)
      })
    }
    expect(growth(rescanning)).toBeGreaterThan(10)
  })
})

/** How much more work four times the text makes: 4 where work is linear, 16 where it is quadratic. */
function growth(looks: (length: number) => number): number {
  return looks(16_000) / looks(4_000)
}

/** Characters looked at while `work` runs, a match of a pattern (all of them bounded) counted as one look. */
function looksIn(work: () => void): number {
  const charCodeAt = String.prototype.charCodeAt
  const test = RegExp.prototype.test
  let looks = 0
  const replace = (owner: object, name: string, value: unknown): void => {
    Object.defineProperty(owner, name, { value, configurable: true, writable: true })
  }
  replace(String.prototype, 'charCodeAt', function (this: string, at: number): number {
    looks++
    return charCodeAt.call(this, at)
  })
  replace(RegExp.prototype, 'test', function (this: RegExp, text: string): boolean {
    looks++
    return test.call(this, text)
  })
  try {
    work()
  } finally {
    replace(String.prototype, 'charCodeAt', charCodeAt)
    replace(RegExp.prototype, 'test', test)
  }
  return looks
}
