import type { PictureWriter, StoredEvent, StoredTelling } from '../model/picture.ts'
import { groupEvents } from '../stories/group-events.ts'

/**
 * Groups the event mentions of these stories by happening again and stores the outcome. Costs a look at every telling of
 * each story, so it is called for stories that changed, once a batch.
 */
export async function groupTellings(writer: PictureWriter, storyIds: readonly string[]): Promise<void> {
  if (storyIds.length === 0) return
  const byStory = new Map<string, StoredTelling[]>()
  for (const telling of await writer.tellingsOf(storyIds)) {
    byStory.set(telling.storyId, [...(byStory.get(telling.storyId) ?? []), telling])
  }
  await writer.saveEvents([...byStory].flatMap(([storyId, tellings]) => eventsOf(storyId, tellings)))
}

function eventsOf(storyId: string, tellings: readonly StoredTelling[]): StoredEvent[] {
  const told = tellings.map(telling => ({ ...telling, trigger: telling.trigger.toLowerCase() }))
  return groupEvents(told).map(({ id, mentions }) => ({ id, storyId, tellings: mentions }))
}
