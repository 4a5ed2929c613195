import type { PictureWriter, StoredWording } from '../model/picture.ts'
import { groupStatements, linkedStatements } from '../stories/group-statements.ts'
import { WORDING_DAYS } from '../stories/link-wordings.ts'

/**
 * Groups the statements of these articles into utterances, with what that changes elsewhere: statements of other articles
 * are looked at as far as links lead to them, and no further. The ledger is then as if everything had been grouped at
 * once, whatever came in first. Called for articles that are new, were read anew, or came into another story.
 */
export async function groupWordings(writer: PictureWriter, articleIds: readonly string[]): Promise<void> {
  const stirred = await writer.stirWordings(articleIds)
  if (stirred.length === 0) return
  const known = new Map<string, StoredWording>()
  const asked = new Set<string>()
  let reached = stirred
  // A sentence that is said day after day leads on and on: twice as far each time, so that a year takes seven steps.
  for (let days = WORDING_DAYS; reached.some(one => !asked.has(keyOf(one))); days *= 2) {
    const open = reached.filter(one => !asked.has(keyOf(one)))
    for (const one of open) asked.add(keyOf(one))
    for (const one of [...open, ...(await writer.wordingsNear(open, days))]) known.set(keyOf(one), one)
    reached = linkedStatements(stirred, [...known.values()])
  }
  await writer.saveEntries(groupStatements(reached))
}

function keyOf({ articleId, statementId }: StoredWording): string {
  return `${articleId} ${statementId}`
}
