import { TheatrumError } from '../../model/errors.ts'
import { AMOUNT_CLASSES } from '../../model/expressions.ts'
import { CAPABILITY_KINDS } from '../../model/reading.ts'
import type { CapabilityFrame, CapabilityFrames } from './capability-frames.ts'

const HEADER = 'trigger\tpos\tkind\tslot\tobjects\texample'

/**
 * Reads the text of `knowledge/events/capabilities.tsv`; its head explains the columns. `file` is for messages. Throws
 * TH_ASSET_DAMAGED with file and line for a row that is not as the head says.
 */
export function parseCapabilities(tsv: string, file: string): CapabilityFrames {
  const verbs = new Map<string, CapabilityFrame[]>()
  const nouns = new Map<string, CapabilityFrame[]>()
  const sets = new Map<string, readonly string[]>(AMOUNT_CLASSES.map(name => [`@${name}`, [`@${name}`]]))
  let headed = false
  tsv.split('\n').forEach((line, index) => {
    if (line.startsWith('#') || line.trim() === '') return
    const where = `${file}:${index + 1}`
    const text = line.replace(/\r$/, '')
    if (!headed) {
      if (text !== HEADER) throw damaged(where, `the first row must be the columns' names, got "${text.slice(0, 60)}"`)
      headed = true
      return
    }
    const cells = text.split('\t')
    const [trigger = '', pos = '', , , objects = '', example = ''] = cells
    if (cells.length !== 6) throw damaged(where, `6 columns were expected, got ${cells.length}`)
    if (trigger === '' || objects === '') throw damaged(where, 'trigger and objects must not be empty')
    if (pos === 'S') sets.set(trigger, expand(sets, objects, where))
    else if (example === '') throw damaged(where, 'example must not be empty')
    else if (pos === 'V' || pos === 'N') addRow(pos === 'V' ? verbs : nouns, sets, cells, where)
    else throw damaged(where, `pos must be V, N or S, got "${pos}"`)
  })
  return { verbs, nouns }
}

function addRow(
  map: Map<string, CapabilityFrame[]>,
  sets: ReadonlyMap<string, readonly string[]>,
  cells: readonly string[],
  where: string,
): void {
  const [trigger = '', pos, kindName, slot = '', objects = ''] = cells
  const kind = CAPABILITY_KINDS.find(one => one === kindName)
  if (kind === undefined) throw damaged(where, `"${kindName}" is no kind of capability`)
  const members = expand(sets, objects, where)
  const said = {
    kind,
    slot: slot === '' ? (pos === 'V' ? 'obj' : 'of') : slot,
    objects: new Set(members.filter(word => !word.startsWith('@'))),
    classes: new Set(members.filter(word => word.startsWith('@')).map(word => word.slice(1))),
  }
  for (const phrase of trigger.split('/')) {
    const [lemma = '', particle = null] = pos === 'V' ? phrase.split(' ') : [phrase]
    map.set(lemma, [...(map.get(lemma) ?? []), { ...said, particle }])
  }
}

/** Words with the sets among them written out. */
function expand(sets: ReadonlyMap<string, readonly string[]>, objects: string, where: string): readonly string[] {
  return objects.split('/').flatMap(word => {
    if (!word.startsWith('@')) return [word]
    const set = sets.get(word)
    if (set === undefined) throw damaged(where, `"${word}" is neither a class of amounts nor a set above`)
    return set
  })
}

function damaged(where: string, message: string): TheatrumError {
  return new TheatrumError('TH_ASSET_DAMAGED', message, {
    where,
    todo: 'correct the row, or install the package again',
  })
}
