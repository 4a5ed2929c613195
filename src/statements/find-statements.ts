import type { Doc } from '../model/doc.ts'
import type { Statement } from '../model/reading.ts'

export function findStatements(_doc: Doc): Statement[] {
  return []
}
