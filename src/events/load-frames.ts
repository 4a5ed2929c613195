import { TheatrumError } from '../model/errors.ts'
import type { PloverType } from '../model/reading.ts'
import type { Frame, Frames, Guard, Need } from './frame.ts'

export type { Frames } from './frame.ts'

const TYPES: ReadonlySet<string> = new Set([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
])
const NEEDS: ReadonlySet<string> = new Set(['any', 'actor', 'both', 'armed', 'crowd', 'state', 'with'])
const HEADER = 'trigger\tpos\ttype\tmode\tcontexts\tpattern\texample'

interface Row {
  readonly where: string
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Reads the text of `knowledge/events/frames.tsv`; its head explains the columns. `file` is for messages. Throws
 * TH_ASSET_DAMAGED with file and line for a row that is not as the head says: a frame that is silently left out would
 * be an event that is never found.
 */
export function parseFrames(tsv: string, file: string): Frames {
  const verbs = new Map<string, Frame[]>()
  const nouns = new Map<string, Frame[]>()
  const guards: Guard[] = []
  for (const row of rowsOf(tsv, file)) {
    const pos = row.cells[1]
    if (pos === 'G') guards.push(guardOf(row))
    else if (pos === 'V') addVerb(verbs, row)
    else if (pos === 'N') addNouns(nouns, row)
    else throw damaged(row, `pos must be V, N or G, got "${pos}"`)
  }
  for (const frames of [...verbs.values(), ...nouns.values()]) frames.sort((a, b) => specificity(b) - specificity(a))
  return { verbs, nouns, guards }
}

/** The more words a frame asks for, the sooner it is tried. */
function specificity(frame: Frame): number {
  return (
    frame.after.length +
    frame.before.length +
    (frame.objects.size > 0 ? 2 : 0) +
    ([...frame.objects].some(object => object.includes(' ')) ? 1 : 0)
  )
}

function rowsOf(tsv: string, file: string): Row[] {
  const rows: Row[] = []
  let headed = false
  tsv.split('\n').forEach((text, index) => {
    const line = index + 1
    if (text.startsWith('#') || text.trim() === '') return
    const row: Row = { where: `${file}:${line}`, line, cells: text.replace(/\r$/, '').split('\t') }
    if (!headed) {
      if (row.cells.join('\t') !== HEADER)
        throw damaged(row, `the first row must be the columns' names, got "${text.slice(0, 60)}"`)
      headed = true
      return
    }
    if (row.cells.length !== 7) throw damaged(row, `7 columns were expected, got ${row.cells.length}`)
    if (!row.cells[0] || !row.cells[6]) throw damaged(row, 'trigger and example must not be empty')
    rows.push(row)
  })
  return rows
}

function damaged(row: Row, message: string): TheatrumError {
  return new TheatrumError('TH_ASSET_DAMAGED', message, {
    where: row.where,
    todo: 'correct the row, or install the package again',
  })
}

function guardOf(row: Row): Guard {
  const words = new Set((row.cells[0] ?? '').split('/'))
  return { domain: row.cells[2] ?? '', words, line: row.line, example: row.cells[6] ?? '' }
}

function addVerb(verbs: Map<string, Frame[]>, row: Row): void {
  const [phrase = '', objects] = (row.cells[0] ?? '').split(' > ')
  const [heads = '', ...after] = phrase.trim().split(' ')
  const frame = frameOf(row, {
    after: after.map(word => word.split('/')),
    objects: new Set(objects?.split('/')),
    before: [],
  })
  for (const head of heads.split('/')) push(verbs, head, frame)
}

function addNouns(nouns: Map<string, Frame[]>, row: Row): void {
  for (const phrase of (row.cells[0] ?? '').split('/')) {
    const words = phrase.split(' ')
    push(nouns, words.at(-1) ?? phrase, frameOf(row, { after: [], objects: new Set(), before: words.slice(0, -1) }))
  }
}

function push(map: Map<string, Frame[]>, key: string, frame: Frame): void {
  const list = map.get(key)
  if (list) list.push(frame)
  else map.set(key, [frame])
}

function frameOf(row: Row, words: Pick<Frame, 'after' | 'objects' | 'before'>): Frame {
  const [, pos, type = '', mode = '', contexts = '', pattern = '', example = ''] = row.cells
  if (!isType(type)) throw damaged(row, `"${type}" is none of PLOVER's sixteen types`)
  const keys = new Map(
    pattern.split(' ').map(part => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  )
  const need = keys.get('need') ?? (pos === 'V' ? 'actor' : 'any')
  if (!keys.has('A') || !keys.has('R')) throw damaged(row, `pattern must say A= and R=, got "${pattern}"`)
  if (!isNeed(need)) throw damaged(row, `need must be one of ${[...NEEDS].join(', ')}, got "${need}"`)
  return {
    ...words,
    type,
    mode: mode === '' ? null : mode,
    contexts: contexts === '' ? [] : contexts.split(';'),
    actor: slots(keys.get('A')),
    recipient: slots(keys.get('R')),
    need,
    line: row.line,
    example,
  }
}

function slots(text: string | undefined): readonly (readonly string[])[] {
  return text === undefined || text === 'none' ? [] : text.split('|').map(group => group.split('+'))
}

function isType(text: string): text is PloverType {
  return TYPES.has(text)
}

function isNeed(text: string): text is Need {
  return NEEDS.has(text)
}
