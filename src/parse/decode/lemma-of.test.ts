import { describe, expect, it } from 'vitest'
import { lemmaOf } from './lemma-of.ts'

describe('lemmaOf', () => {
  it.each([
    // The network's script is wrong, the ending or a list says better.
    ['ties', 'NOUN', 'l|3|y', 'tie'],
    ['gunmen', 'NOUN', 'l|1|', 'gunman'],
    ['welcomed', 'VERB', 'l|2|', 'welcome'],
    ['froze', 'VERB', 'l|3|ake', 'freeze'],
    ['submitted', 'VERB', 'l|2|', 'submit'],
    ['clashes', 'NOUN', 'l|1|', 'clash'],
    ['largest', 'ADJ', 'l|3|', 'large'],
    ['Police', 'NOUN', 'l|1|', 'police'],
    ['i', 'PRON', 'l|0|', 'I'],
    // Slips of the treebanks are in no list.
    ['freed', 'VERB', 'l|2|', 'free'],
    ['ranged', 'VERB', 'l|2|', 'range'],
    ['united', 'VERB', 'u|2|e', 'unite'],
    // The network is believed where its word is a lemma, or nothing is known.
    ['left', 'VERB', '=leave', 'leave'],
    ['blorfed', 'VERB', 'l|2|', 'blorf'],
    ['Rebels', 'NOUN', 'l|1|', 'rebel'],
    // Proper nouns keep what the script says.
    ['Samplians', 'PROPN', 'k|1|', 'Samplian'],
    ['US', 'PROPN', 'k|0|', 'US'],
    ['…', 'PUNCT', 'l|0|', '…'],
  ])('of %s as %s with script %s is %s', (form, upos, script, lemma) => {
    expect(lemmaOf(form, upos, script)).toBe(lemma)
  })

  it('gives something for any word', () => {
    for (const form of ['s', 'es', 'ed', 'ing', 'men', '\ud800s', 'x'.repeat(100_000), 'constructor', '__proto__'])
      for (const upos of ['NOUN', 'VERB', 'ADJ', 'X', 'PROPN', 'constructor'])
        expect(lemmaOf(form, upos, 'l|9|z')).not.toBe('')
  })
})
