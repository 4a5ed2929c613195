import type { PictureWriter } from '../model/picture.ts'
import type { Story, StoryInput } from '../model/story.ts'
import { addArticle, createStories, type StoryState } from '../stories/cluster-stories.ts'
import { groupTellings } from './group-tellings.ts'
import { groupWordings } from './group-wordings.ts'

/**
 * The reducer over articles in order of arrival, kept in step with the store: before it adds what this process read, it
 * catches up with what others stored meanwhile. Used inside one transaction; when that fails, throw the keeper away.
 */
export class StoryKeeper {
  #state: StoryState = createStories()
  #arrival = 0

  /** Takes in everything stored since the last call, and saves the stories that changed for articles in `fresh`. */
  async keepUp(writer: PictureWriter, fresh: ReadonlySet<string>): Promise<void> {
    const changed = new Map<string, Story>()
    const removed = new Set<string>()
    for (const { arrival, input } of await writer.storyInputsAfter(this.#arrival)) {
      const changes = this.#add(input)
      this.#arrival = arrival
      if (!fresh.has(input.articleId)) continue
      for (const id of changes.removed) {
        changed.delete(id)
        removed.add(id)
      }
      for (const story of changes.changed) {
        changed.set(story.id, story)
        removed.delete(story.id)
      }
    }
    if (changed.size > 0 || removed.size > 0) {
      await writer.saveStories({ changed: [...changed.values()], removed: [...removed] })
      await groupTellings(writer, [...changed.keys()])
    }
    const inStories = [...changed.values()].flatMap(story => story.articles)
    await groupWordings(writer, [...new Set([...fresh, ...inStories])])
  }

  #add(input: StoryInput): { readonly changed: readonly Story[]; readonly removed: readonly string[] } {
    const { state, changes } = addArticle(this.#state, input)
    this.#state = state
    return changes
  }
}
