import type { Encoder, ReaderLabels, WindowScores, WordSpans } from '../../model/encoding.ts'

/** What a fake reader is to say of one word, as CoNLL-U has it; `head` is absolute, -1 for a root. */
export interface FakeWord {
  readonly upos: string
  readonly xpos: string
  readonly feats: string
  readonly lemma: string
  readonly head: number
  readonly deprel: string
  readonly begins: boolean
  /** BIOES tag of a name. */
  readonly name: string
  /** 1 to 7 for heads of mentions that refer to the same, 0 for other words. */
  readonly cluster: number
}

/** An encoder that says what it was told, and which windows it was asked for. */
export interface FakeEncoder extends Encoder {
  readonly windows: (readonly [first: number, end: number])[]
}

const NAME_TAGS = ['O', ...['PER', 'ORG', 'LOC'].flatMap(type => ['B', 'I', 'E', 'S'].map(place => `${place}-${type}`))]
const LINK_WIDTH = 8

/** Words out of the rows of one CoNLL-U document; MISC may hold `Name=S-PER` and `Cluster=1`. */
export function fakeWords(conllu: string): readonly FakeWord[] {
  const words: FakeWord[] = []
  let base = 0
  for (const line of conllu.split('\n')) {
    if (line.trim() === '') base = words.length
    const [id = '', , lemma = '', upos = '', xpos = '', feats = '', head = '', deprel = '', , misc = ''] = line.split('\t')
    if (!/^\d+$/.test(id)) continue
    words.push({
      upos,
      xpos,
      feats,
      lemma,
      head: head === '0' ? -1 : base + Number(head) - 1,
      deprel,
      begins: words.length === base,
      name: /Name=([A-Z-]+)/.exec(misc)?.[1] ?? 'O',
      cluster: Number(/Cluster=(\d)/.exec(misc)?.[1] ?? 0),
    })
  }
  return words
}

/** Words of any text as a simple rule would have them: a sentence after a stop, each word hanging on the one before. */
export function plainWords(text: string, words: WordSpans): readonly FakeWord[] {
  let root = 0
  let begins = true
  return Array.from({ length: words.start.length }, (_, i) => {
    const form = text.slice(words.start[i], words.end[i])
    const upper = /^\p{Lu}/u.test(form)
    const upos = /^[\p{L}\p{N}]/u.test(form) ? (upper ? 'PROPN' : 'NOUN') : 'PUNCT'
    if (begins) root = i
    const word: FakeWord = {
      upos,
      xpos: upper ? 'NNP' : 'NN',
      feats: '_',
      lemma: '',
      head: begins ? -1 : Math.max(root, i - 1),
      deprel: begins ? 'root' : upos === 'PUNCT' ? 'punct' : 'dep',
      begins,
      name: upper ? 'S-PER' : 'O',
      cluster: upper ? 1 : 0,
    }
    begins = /^[.!?]+$/.test(form)
    return word
  })
}

/**
 * A reader of one text. It knows no more than a window shows: of a word whose head lies outside it says that it hangs on
 * the window's first word. Windows hold `most` words.
 */
export function fakeEncoder(words: readonly FakeWord[], most: number = 40): FakeEncoder {
  const labels = labelsOf(words)
  const pairWidth = labels.deprel.length
  const relation = new Float32Array(pairWidth * pairWidth)
  for (let r = 0; r < pairWidth; r++) relation[r * pairWidth + r] = 1
  const windows: (readonly [number, number])[] = []
  return {
    made: 'fake-reader-1',
    labels,
    weights: {
      relation,
      relationBias: new Float32Array(pairWidth),
      pairWidth,
      pairs: new Float32Array(13 * 13 * 10),
      same: new Float32Array(13 * 3),
      place: new Float32Array(20 * ROLES.length),
      role: new Float32Array(ROLES.length ** 2),
      roleBias: new Float32Array(ROLES.length),
    },
    windows,
    reach: (_, spans, first, wide) => Math.min(spans.start.length, first + (wide ? 2 * most : most)),
    read: async (_text, _spans, first, end) => {
      windows.push([first, end])
      return scoresOf(words.slice(first, end), first, labels)
    },
  }
}

const PARTS = ['O', ...['S', 'T', 'R'].flatMap(side => ['B', 'I', 'E', 'S'].map(place => `${place}-${side}`))]
const ROLES = ['O', 'cue', 'B-source', 'I-source', 'B-content', 'I-content']

function labelsOf(words: readonly FakeWord[]): ReaderLabels {
  const all = (of: (word: FakeWord) => string): string[] => [...new Set(words.map(of))].sort()
  return {
    upos: all(word => word.upos),
    xpos: all(word => word.xpos),
    feats: all(word => word.feats),
    script: all(scriptOf),
    deprel: [...new Set(['root', 'punct', ...words.map(word => word.deprel)])],
    name: NAME_TAGS,
    role: ROLES,
    part: PARTS,
  }
}

function scriptOf(word: FakeWord): string {
  return `=${word.lemma}`
}

function scoresOf(words: readonly FakeWord[], first: number, labels: ReaderLabels): WindowScores {
  const size = words.length
  const pairWidth = labels.deprel.length
  const index = (names: readonly string[], of: (word: FakeWord) => string): Int32Array =>
    Int32Array.from(words, word => names.indexOf(of(word)))
  const rows = (width: number, fill: (word: FakeWord, row: Float32Array) => void): Float32Array => {
    const out = new Float32Array(size * width)
    words.forEach((word, w) => {
      fill(word, out.subarray(w * width, (w + 1) * width))
    })
    return out
  }
  return {
    first,
    size,
    upos: index(labels.upos, word => word.upos),
    xpos: index(labels.xpos, word => word.xpos),
    feats: index(labels.feats, word => word.feats),
    script: index(labels.script, scriptOf),
    begins: Float32Array.from(words, word => (word.begins ? 5 : -5)),
    name: rows(NAME_TAGS.length, (word, row) => {
      row[NAME_TAGS.indexOf(word.name)] = 6
    }),
    arcs: rows(1 + size, (word, row) => {
      row.fill(-6)
      const head = word.head - first
      row[word.head < 0 ? 0 : head >= 0 && head < size ? 1 + head : 1] = 6
    }),
    relDep: rows(pairWidth, (word, row) => {
      row[labels.deprel.indexOf(word.deprel)] = 6
    }),
    relHead: new Float32Array((1 + size) * pairWidth),
    anchor: new Float32Array(size).fill(-5),
    roleWord: new Float32Array(size * ROLES.length),
    roleAnchor: new Float32Array(size * ROLES.length),
    part: rows(PARTS.length, (_, row) => {
      row[0] = 6
    }),
    mention: Float32Array.from(words, word => (word.cluster > 0 ? 3 : -3)),
    // The last place takes from every link what a shared cluster more than gives.
    late: rows(LINK_WIDTH, (word, row) => {
      row[word.cluster - 1] = 10
      row[LINK_WIDTH - 1] = -5
    }),
    early: rows(LINK_WIDTH, (word, row) => {
      row[word.cluster - 1] = 10
      row[LINK_WIDTH - 1] = 10
    }),
    linkWidth: LINK_WIDTH,
  }
}
