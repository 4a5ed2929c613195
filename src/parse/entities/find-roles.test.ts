import { expect, it } from 'vitest'
import { findEntities } from './find-entities.ts'
import { docOf } from './testdata/doc-of.ts'
import { knowledgeOf } from './testdata/knowledge-of.ts'

const KNOWN = knowledgeOf(
  'country: Samplia',
  'nationality: Samplian',
  'person: Ana Example',
  'organisation: Sample Union',
)

function described(line: string): readonly string[] {
  const doc = docOf(line)
  return findEntities(doc, [], KNOWN)
    .filter(ent => ent.kind === 'role' || ent.kind === 'group')
    .map(ent => `${ent.kind}: ${doc.text.slice(...ent.span)}`)
}

const CASES: readonly (readonly [name: string, line: string, found: readonly string[]])[] = [
  [
    'runs from the determiner over the head to what completes it',
    'the/DET/5/det former/ADJ/5/amod Samplian/ADJ/5/amod foreign/ADJ/5/amod minister/NOUN/0/root',
    ['role: the former Samplian foreign minister'],
  ],
  [
    'takes in "of" and "for" with their nouns, and stops before a clause',
    'the/DET/2/det minister/NOUN/8/nsubj for/ADP/5/case foreign/ADJ/5/amod affairs/NOUN/2/nmod of/ADP/7/case Samplia/PROPN/2/nmod left/VERB/0/root',
    ['role: the minister for foreign affairs of Samplia'],
  ],
  [
    'before a name is a role of its own, with the determiner that hangs from the name',
    'the/DET/4/det Samplian/ADJ/3/amod minister/NOUN/4/nmod:desc Ana/PROPN/6/nsubj Example/PROPN/4/flat left/VERB/0/root',
    ['role: the Samplian minister'],
  ],
  [
    'of an owner is inside the role of what he owns',
    "the/DET/2/det president+/NOUN/4/nmod:poss 's/PART/2/case spokesman/NOUN/5/nsubj left/VERB/0/root",
    ["role: the president's spokesman", 'role: the president'],
  ],
  ['that only modifies is none', 'the/DET/3/det minister/NOUN/3/compound talks/NOUN/0/root', []],
  [
    'of two titles is one',
    'the/DET/3/det Secretary/PROPN/3/compound General/PROPN/4/nsubj left/VERB/0/root',
    ['role: the Secretary General'],
  ],
  ['counted is a group', 'both/DET/2/det countries/NOUN/3/nsubj left/VERB/0/root', ['group: both countries']],
  [
    'with its place is a group',
    'troops/NOUN/4/nsubj in/ADP/3/case Samplia/PROPN/1/nmod left/VERB/0/root',
    ['group: troops in Samplia'],
  ],
  ['bare and plural is no group', 'countries/NOUN/2/nsubj left/VERB/0/root', []],
  [
    'for a state is a group',
    'officials/NOUN/4/nsubj in/ADP/3/case Samplia/PROPN/1/nmod left/VERB/0/root',
    ['group: officials in Samplia'],
  ],
  [
    'by kin needs its owner',
    'his/PRON/2/nmod:poss wife/NOUN/3/nsubj helps/VERB/0/root women/NOUN/3/obj',
    ['role: his wife'],
  ],
  ['of a body is a group when definite', 'the/DET/2/det alliance/NOUN/0/root', ['group: the alliance']],
  ['of a body is none when indefinite', 'an/DET/2/det alliance/NOUN/0/root', []],
  [
    'of two joined by "and" are two',
    'the/DET/2/det president/NOUN/6/nsubj and/CCONJ/5/cc his/PRON/5/nmod:poss minister/NOUN/2/conj left/VERB/0/root',
    ['role: the president', 'role: his minister'],
  ],
]

for (const [name, line, found] of CASES) {
  it(`a description ${name}`, () => {
    expect(described(line)).toEqual(found)
  })
}

it('a broken tree, in which words hang from each other, ends', () => {
  expect(described('the/DET/2/amod minister/NOUN/1/amod of/ADP/4/case rebels/NOUN/3/nmod')).toHaveLength(1)
})
