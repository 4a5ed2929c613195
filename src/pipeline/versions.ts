/**
 * Version of each stage of reading, in order. Raised when the output for some input can change, so that older readings
 * are found and read again (`theatrum redo`). Apart from `stages.ts`, so that asking costs no loading of stages.
 */
export const VERSIONS: {
  readonly [Name in 'extract' | 'screen' | 'parse' | 'statements' | 'events' | 'resolve']: number
} = {
  extract: 1,
  screen: 1,
  parse: 5,
  statements: 5,
  events: 5,
  resolve: 5,
}

/** Version of the whole reader: changes when any stage's does. */
export const READER_VERSION: string = Object.entries(VERSIONS)
  .map(([name, version]) => `${name}-${version}`)
  .join(' ')
