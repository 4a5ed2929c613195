import type { Store } from '../store/store.ts'
import type { Answers } from './answers.ts'

/** Placeholder until views land. */
export function storeAnswers(_store: Store): Answers {
  throw new Error('not built yet')
}
