import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../test/growth.ts'
// The parser makes the Docs of these tests: forty sentences by hand would say less and err more.
import { loadReaderFiles } from '../assets/load-reader-files.ts'
import { loadEncoder } from '../encode/load-encoder.ts'
import type { Doc } from '../model/doc.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Statement } from '../model/reading.ts'
import { parseText } from '../parse/parse-article.ts'
import { findStatements } from './find-statements.ts'

const knowledge: Knowledge = {
  version: 'test',
  actors: new Map(),
  places: new Map(),
  towns: { named: () => [], byId: () => null },
  byForm: new Map(),
  longestForm: 1,
  rolesOf: new Map(),
  rolesBy: new Map(),
  members: new Map(),
  givenNames: new Map(),
  outlets: new Map(),
}
// The real weights: what follows a parse cannot be tested on trees that no parser gives.
const encoder = await loadEncoder(loadReaderFiles())
const parse = (text: string): Promise<Doc> => parseText(text, { knowledge, encoder })
const find = async (text: string): Promise<Statement[]> => findStatements(await parse(text))

/** One line a statement: source -> cue -> content, as words. */
async function told(text: string): Promise<string[]> {
  const words = (span: readonly [number, number] | null | undefined): string => (span ? text.slice(...span) : '–')
  return (await find(text)).map(
    s => `${words(s.source?.span)} -> ${words(s.cue)} -> ${s.content.map(words).join(' … ')}`,
  )
}

describe('quotations', () => {
  it.each([
    ['“We will grow,” Ana Example said.', 'Ana Example -> said -> “We will grow,”'],
    [
      '“We will grow,” said Ana Example, the chief of the fictional pact.',
      'Ana Example, the chief of the fictional pact -> said -> “We will grow,”',
    ],
    ['"We will grow," she told reporters on Tuesday.', 'she -> told -> "We will grow,"'],
    ["''We will grow,'' Ana Example said.", "Ana Example -> said -> ''We will grow,''"],
    ['Ana Example said: “We will grow.”', 'Ana Example -> said: -> “We will grow.”'],
    ['“We will,” Ana Example said, “grow fast.”', 'Ana Example -> said -> “We will,” … “grow fast.”'],
    [
      '“We will grow,” Ana Example said. “We must do so now.”',
      'Ana Example -> said -> “We will grow,” … “We must do so now.”',
    ],
    ['“It grew. It will grow again,” Ana Example said.', 'Ana Example -> said -> “It grew. It will grow again,”'],
    ['“Will it ever grow again?” she asked.', 'she -> asked -> “Will it ever grow again?”'],
  ])('%s', async (text, expected) => {
    expect(await told(text)).toContain(expected)
  })

  it.each([
    ['re-opens it', '“The pact has grown,” Ana Example said. “We saw it.\n\n“And we will see it grow again.”', 3],
    [
      'goes on right behind him',
      '“The pact has grown,” Ana Example said at a fair.\n\n“And we will see it grow again.”',
      2,
    ],
  ])('is one statement with what the next paragraph says when that %s', async (_, text, pieces) => {
    const statements = await find(text)
    expect(statements).toHaveLength(1)
    expect(text.slice(...statements[0]!.source!.span)).toBe('Ana Example')
    expect(statements[0]!.content).toHaveLength(pieces)
  })

  it('keeps the speaker of a paragraph further on, in a statement of its own', async () => {
    const text =
      '“The pact has grown a lot,” Ana Example said. The hall fell silent.\n\n“And we will see it grow again soon.”'
    const statements = await find(text)
    expect(statements.map(s => s.source && text.slice(...s.source.span))).toEqual(['Ana Example', 'Ana Example'])
    expect(statements[1]!.cue).toBeNull()
  })

  it('gives a quotation that the next paragraph opens again to who closes it, not to who spoke before', async () => {
    expect(await told('“No,” the sailor said.\n\n“It begins here.\n\n“It ends here,” the minister said.')).toEqual([
      'the sailor -> said -> “No,”',
      'the minister -> said -> “It begins here. … “It ends here,”',
    ])
  })

  it('takes no line in single marks for what the speaker says next', async () => {
    const statements = await told(
      '“The pact has grown a lot,” Ana Example said.\n\n‘A Harbour in the Rain.’\n\nThe ships were late.',
    )
    expect(statements).toContain('Ana Example -> said -> “The pact has grown a lot,”')
  })

  it.each([
    [
      'a few words behind him',
      '“It has grown a lot,” Ana Example said. “By half.”',
      '“It has grown a lot,” … “By half.”',
    ],
    [
      'what leads into it',
      '“He was a leader of this town,” Ana Example said. Instead, “he acts like a guest in it.”',
      '“He was a leader of this town,” … Instead, “he acts like a guest in it.”',
    ],
    [
      'what goes on behind what he did meanwhile',
      '“Here comes the mayor,” Ana Example said, clapping. “The old mayor.”',
      '“Here comes the mayor,” … “The old mayor.”',
    ],
    [
      'no title',
      '“It has grown a lot,” Ana Example said on Sample TV’s “The Late Town Hour.”',
      '“It has grown a lot,”',
    ],
    [
      'no sentence of the writer’s',
      'The pact has grown, Ana Example said. Workers painted a fence.',
      'The pact has grown',
    ],
  ])('takes %s', async (_, text, content) => {
    expect(await told(text)).toContain(`Ana Example -> said -> ${content}`)
  })

  it('gives a quotation behind circumstances to the verb of saying in its sentence', async () => {
    const text =
      '“Why did he pay?” a narrator asks. The film ends with Ana Example saying at a rally, “That makes me smart,” to cheers.'
    expect(await told(text)).toContain('Ana Example -> saying -> “That makes me smart,”')
  })

  it('takes a source to its last noun', async () => {
    expect(await told('Olt, who met the envoys on Friday, accused the army of shelling the port.')).toContain(
      'Olt, who met the envoys on Friday -> accused -> the army of shelling the port',
    )
  })

  it('says why a quotation has no speaker instead of guessing one', async () => {
    const [statement] = await find('The hall was full.\n\n“Nobody knew what would happen next.”')
    expect(statement?.source).toBeNull()
    expect(statement?.sourceWhy).toMatch(/without a speaker/)
  })

  it('takes no title or nickname for speech', async () => {
    expect(
      (await find('The ship called “The Sample” sank near the “Old Town” pier.')).filter(
        s => s.kind === 'direct' && s.verb === 'quote',
      ),
    ).toEqual([])
  })
})

describe('clauses and stances', () => {
  it.each([
    ['Ana Example said that the pact would grow.', 'Ana Example -> said -> that the pact would grow'],
    ['Ana Example said the pact would grow.', 'Ana Example -> said -> the pact would grow'],
    ['Ana Example on Tuesday said the pact would grow.', 'Ana Example -> said -> the pact would grow'],
    ['The pact would grow, Ana Example said.', 'Ana Example -> said -> The pact would grow'],
    ['The pact would grow, according to Ana Example.', 'Ana Example -> according to -> The pact would grow'],
    ['According to Ana Example, the pact would grow.', 'Ana Example -> According to -> the pact would grow'],
    ['Ana Example welcomed the plan.', 'Ana Example -> welcomed -> the plan'],
    [
      'Ana Example raised concern about the drills and called on members to work together.',
      'Ana Example -> raised concern about -> the drills',
    ],
    [
      'Ana Example raised concern about the drills and called on members to work together.',
      'Ana Example -> called on -> members to work together',
    ],
    ['The plan was criticised by Samplia.', 'Samplia -> was criticised -> The plan'],
    [
      'Ana Example left the talks, stressing that the pact would grow.',
      'Ana Example -> stressing -> that the pact would grow',
    ],
    ['Example vowed to defend the pact.', 'Example -> vowed -> to defend the pact'],
    ['Example is worried about the drills.', 'Example -> is worried about -> the drills'],
    ['Ana Example, who said that the pact would grow, left.', 'who -> said -> that the pact would grow'],
    ['Ana Example: Pact will grow', 'Ana Example -> : -> Pact will grow'],
  ])('%s', async (text, expected) => {
    expect(await told(text)).toContain(expected)
  })

  it('marks what holds quoted words as mixed, never as direct', async () => {
    expect((await find('Example said the pact was worried, and “we follow it closely.”'))[0]?.kind).toBe('mixed')
  })

  it('marks a saying that is denied', async () => {
    expect((await find('Ana Example did not say whether the pact would grow.'))[0]?.denied).toBe(true)
    expect((await find('Ana Example said the pact would not grow.'))[0]?.denied).toBe(false)
    expect((await find('Ana Example denied that the pact would grow.'))[0]?.denied).toBe(false)
  })
})

describe('sayings that were not', () => {
  it.each([
    ['The envoy refused to confirm that the jet had crashed.', 'The envoy -> refused to confirm'],
    ['Officials have yet to say what caused the fire.', 'Officials -> have yet to say'],
    ['Ilse Darnov withdrew her claim that the vote had been rigged.', 'her -> claim'],
    ['Ivo Strand walked back his claim that the talks were dead.', 'his -> claim'],
    ['The envoy later retracted the statement that all passengers had been found.', 'null -> statement'],
    ['Bo Trastvik denied having told the Samplo Herald that the army was weak.', 'Bo Trastvik -> having told'],
  ])('%s', async (text, expected) => {
    const denied = (await find(text)).filter(s => s.denied)
    expect(denied.map(s => `${s.source && text.slice(...s.source.span)} -> ${s.cue && text.slice(...s.cue)}`)).toEqual([
      expected,
    ])
  })

  it('is no denial to keep silent of something else, or to deny a fact', async () => {
    for (const text of ['Lena Orst declined an offer of help.', 'The bank denied that it was insolvent.'])
      expect((await find(text)).filter(s => s.denied)).toEqual([])
  })

  it('brings its content once where a cue was heard twice', async () => {
    expect(await find('Officials would neither confirm nor deny that the ship had sunk.')).toHaveLength(1)
  })
})

describe('chains, addressees, occasions', () => {
  const text =
    'In an exclusive interview with The Sample Times, Ana Example outlined the plan, per Example.Az.\n\nExample told The Sample Times: “We will grow a lot.” She added that the pact was large.\n\nBob Other said the pact was small.'

  it('lists the outlets from the speaker outwards, and lets an interview hold for its speaker alone', async () => {
    const chains = (await find(text)).map(s => `${s.verb}: ${s.chain.map(hop => hop.name).join(' > ')}`)
    expect(chains).toEqual([
      'outline: The Sample Times > Example.Az',
      'tell: The Sample Times > Example.Az',
      'add: The Sample Times > Example.Az',
      'say: ',
    ])
  })

  it('gives addressee and occasion as spans', async () => {
    const visit = '“We will grow,” Ana Example told reporters during her first visit to Samplia.'
    const [statement] = await find(visit)
    expect(visit.slice(...statement!.addressee!.span)).toBe('reporters')
    expect(visit.slice(...statement!.occasion!)).toBe('during her first visit to Samplia')
  })

  it.each([
    'LONDON, May 1 (Example Wire) - The pact would grow, Ana Example said.',
    'LONDON, Oct. 8 (Example Wire) - Ana Example said the pact would grow.',
    'LONDON - According to Ana Example, the pact would grow.',
  ])('leaves the dateline out: %s', async text => {
    const [first] = await told(text)
    expect(first).toMatch(/^Ana Example -> .* -> [tT]he pact would grow$/)
  })

  it('takes an outlet alone as the source', async () => {
    expect(await told('The pact would grow, The Sample Times reported.')).toEqual([
      'The Sample Times -> reported -> The pact would grow',
    ])
  })
})

describe('relays', () => {
  const chains = async (text: string): Promise<string[]> =>
    (await find(text)).map(s => `${s.verb}: ${s.chain.map(hop => `${hop.name} (${hop.kind})`).join(' > ')}`)

  it.each([
    [
      'Ana Example told The Sample Times that the pact would grow, Sample Wire reported on Monday.',
      ['tell: The Sample Times (outlet) > Sample Wire (agency)'],
    ],
    [
      'Ana Example spoke to The Sample Times.\n\n"The pact will grow a lot," Example told the newspaper in an interview in May, as reported by Sample Wire.',
      ['tell: The Sample Times (outlet) > Sample Wire (agency)'],
    ],
    ['"The pact will grow a lot," Ana Example told the newspaper.', ['tell: ']],
    ['Ana Example told the Samplo Herald in an interview that it would grow.', ['tell: Samplo Herald (outlet)']],
    ['Ana Example told Samplo that the pact would grow.', ['tell: ']],
    ['The pact grew, Sample Wire reported.', ['report: Sample Wire (agency)']],
    ['The Sample Times criticised the pact.', ['criticise: ']],
    ['The Sample Times said it would appeal the verdict.', ['say: ']],
    ['According to Samplian state media, the pact grew.', ['according to: Samplian state media (outlet)']],
    ['LONDON (Sample Wire) - Ana Example told Sample Wire that the pact would grow.', ['tell: ']],
    [
      'The pact grew, Sample Wire reported. According to the report, Ana Example said that it would go on.',
      ['report: Sample Wire (agency)', 'say: Sample Wire (agency)'],
    ],
    [
      'The pact grew, Sample Wire reported. A report by the court is due. According to the report, Ana Example left.',
      ['report: Sample Wire (agency)', 'according to: the report (document)'],
    ],
  ])('%s', async (text, expected) => {
    expect(await chains(text)).toEqual(expected)
  })

  it('finds the words of a speaker inside what an outlet reports', async () => {
    const text = 'Sample Wire reported on Monday that Ana Example said the pact would grow.'
    expect(await told(text)).toContain('Ana Example -> said -> the pact would grow')
    expect(await chains(text)).toContain('say: Sample Wire (agency)')
  })

  it('puts whom the outlet cites before the outlet', async () => {
    const text = 'The pact grew, Sample Wire reported, citing the court in Samplia.'
    expect((await chains(text))[0]).toBe('report: the court in Samplia (official) > Sample Wire (agency)')
  })

  it('gives the words that point back, not the name, as the span of a hop', async () => {
    const text = 'Ana Example spoke to The Sample Times. "We will grow a lot," she told the newspaper in an interview.'
    const [statement] = await find(text)
    expect(text.slice(...statement!.chain[0]!.span)).toBe('the newspaper')
    expect(text.slice(...statement!.addressee!.span)).toBe('the newspaper')
  })
})

describe('any input', () => {
  it.each([
    ['said', 'said ', 1600],
    ['opening marks', '“ ', 1600],
    ['speakers', 'Ana Example said, ', 400],
    ['colons', 'Ana Example: yes\n', 400],
  ])('%s without end: in linear time, valid, with ids of their own', async (_, part, size) => {
    const text = part.repeat(size)
    const doc = await parse(text)
    await expectLinear({ size, make: count => (count === size ? doc : parse(part.repeat(count))), run: findStatements })
    const statements = findStatements(doc)
    expect(new Set(statements.map(s => s.id)).size).toBe(statements.length)
    for (const s of statements)
      for (const [start, end] of s.content) expect(start < end && end <= text.length).toBe(true)
  })

  it('nothing: nothing', async () => {
    expect(await find('')).toEqual([])
  })

  it('gives the same ids for the same text', async () => {
    const text = 'Ana Example said that the pact would grow.'
    expect(await find(text)).toEqual(await find(text))
  })
})
