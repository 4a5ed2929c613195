import { expect, it } from 'vitest'
import type { Doc, EntKind } from '../../model/doc.ts'
import { docOf } from '../entities/testdata/doc-of.ts'
import { knowledgeOf } from '../entities/testdata/knowledge-of.ts'
import { AT, FEATURES, type Feature } from './antecedent-features.ts'
import { type Antecedent, Antecedents } from './antecedents.ts'
import { Clusters } from './clusters.ts'
import { type CorefMention, mentionsOf } from './mention.ts'
import { treeOf } from './tree.ts'

/** The antecedents of the last pronoun of that form, and their mentions; entities are kind, first word, words. */
function antecedentsOf(
  form: string,
  bare: Doc,
  ...rows: readonly (readonly [EntKind, number, number])[]
): { readonly found: readonly Antecedent[]; readonly mentions: readonly CorefMention[] } {
  const { start, end } = bare.tokens
  const ents = rows.map(([kind, first, size]) => ({
    kind,
    span: [start[first]!, end[first + size - 1]!] as const,
    tokens: [first, first + size] as const,
  }))
  const doc = { ...bare, ents }
  const tree = treeOf(doc.tokens)
  const mentions = mentionsOf(doc, knowledgeOf(), tree, null)
  const none = new Int32Array(mentions.length).fill(-1)
  const antecedents = new Antecedents(doc, tree, mentions, new Clusters(mentions), null, none)
  return { found: antecedents.of(mentions.findLastIndex(mention => mention.words[0] === form)), mentions }
}

function named(feature: Feature, { found, mentions }: ReturnType<typeof antecedentsOf>): string[] {
  return found
    .filter(one => one.features[AT[feature]] === 1)
    .map(one => (one.mention === -1 ? '–' : mentions[one.mention]!.words.join(' ')))
}

const SAW = antecedentsOf(
  'her',
  docOf(
    'Ana/PROPN/2/nsubj sang/VERB/0/root',
    'Eva/PROPN/2/nsubj saw/VERB/0/root her/PRON/2/obj before/SCONJ/6/mark Ben/PROPN/6/nsubj left/VERB/2/advcl',
  ),
  ['person', 0, 1],
  ['person', 2, 1],
  ['pronoun', 4, 1],
  ['person', 6, 1],
)

it('come nearest first, then those after the pronoun in its sentence, then none', () => {
  expect(SAW.found.map(one => (one.mention === -1 ? '–' : SAW.mentions[one.mention]!.words[0]))).toEqual([
    'eva',
    'ana',
    'ben',
    '–',
  ])
  expect(named('after', SAW)).toEqual(['ben'])
  expect(named('none', SAW)).toEqual(['–'])
  expect(SAW.found.every(one => one.features.length === FEATURES.length)).toBe(true)
})

it('that hang on the verb of the pronoun cannot be it', () => {
  expect(named('coArgument', SAW)).toEqual(['eva'])
  expect(named('subjectAbove', SAW)).toEqual(['eva'])
})

it('are counted in sentences', () => {
  expect(named('same', SAW)).toEqual(['eva', 'ben'])
  expect(named('ago1', SAW)).toEqual(['ana'])
})

it('tell the owner by the subject of its clause, and never by what is owned', () => {
  const own = antecedentsOf(
    'his',
    docOf('Ben/PROPN/2/nsubj met/VERB/0/root his/PRON/4/nmod:poss brother/NOUN/2/obj'),
    ['person', 0, 1],
    ['pronoun', 2, 1],
  )
  expect(named('ownerIsSubject', own)).toEqual(['ben'])
  expect(named('coArgument', own)).toEqual([])
})

it('of a reflexive are the subject of its clause', () => {
  const self = antecedentsOf(
    'himself',
    docOf('Max/PROPN/2/nsubj came/VERB/0/root', 'Ben/PROPN/2/nsubj saw/VERB/0/root himself/PRON/2/obj'),
    ['person', 0, 1],
    ['person', 2, 1],
    ['pronoun', 4, 1],
  )
  expect(named('reflexiveIsSubject', self)).toEqual(['ben'])
  expect(named('coArgument', self)).toEqual([])
})

it('that say "I" in a quotation are the speaker of what else stands in it', () => {
  const quoted = antecedentsOf(
    'he',
    docOf(
      '"+/PUNCT/3/punct I/PRON/3/nsubj left/VERB/0/root and/CCONJ/6/cc he/PRON/6/nsubj stayed+/VERB/3/conj "/PUNCT/3/punct',
    ),
    ['pronoun', 1, 1],
    ['pronoun', 4, 1],
  )
  expect(named('speaker', quoted)).toEqual(['i'])
  expect(named('quoteSame', quoted)).toEqual(['i'])
})

it('of "they" are both of "Ana and Ben" where the place in the tree is that of the first', () => {
  const both = antecedentsOf(
    'their',
    docOf(
      'Ana/PROPN/4/nsubj and/CCONJ/3/cc Ben/PROPN/1/conj met/VERB/0/root their/PRON/6/nmod:poss friends/NOUN/4/obj',
    ),
    ['person', 0, 1],
    ['person', 2, 1],
    ['pronoun', 4, 1],
  )
  const pair = both.found.find(one => one.features[AT.pair] === 1)
  expect(pair?.features[AT.ownerIsSubject]).toBe(1)
  expect(both.found.filter(one => one.features[AT.ownerIsSubject] === 1)).toEqual([pair])
})

it('of he and she are never a country, which "they" may be', () => {
  const doc = (pronoun: string): Doc =>
    docOf('Samplia/PROPN/2/nsubj agreed/VERB/0/root', `${pronoun}/PRON/2/nsubj signed/VERB/0/root`)
  const of = (pronoun: string): readonly Antecedent[] =>
    antecedentsOf(pronoun, doc(pronoun), ['country', 0, 1], ['pronoun', 2, 1]).found
  expect(of('she')).toHaveLength(1)
  expect(of('they')).toHaveLength(2)
})

it('are bounded in number however long the text', () => {
  const names = Array.from({ length: 3000 }, (_, i) => `Name${i}`).join(' ')
  const doc = docOf(`${names} he/PRON/1/nsubj`)
  const ents = Array.from({ length: 3000 }, (_, i) => ['person', i, 1] as const)
  const { found } = antecedentsOf('he', doc, ...ents, ['pronoun', 3000, 1])
  expect(found.length).toBeLessThan(300)
})
