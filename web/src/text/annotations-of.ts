import type { ArticleDetail } from '../../../src/model/api.ts'
import type { Focus } from '../state/evidence-target.ts'
import type { Annotation } from './flatten-spans.ts'

/**
 * Everything to mark in an article: the selected row's words, the other statements' contents, actors, places and times.
 * Pronouns are left out unless they speak: marking every "he" makes a text unreadable.
 */
export function annotationsOf(article: ArticleDetail, focus: Focus): readonly Annotation[] {
  const found: Annotation[] = []
  for (const span of focus.content)
    found.push({ id: 'focus', layer: focus.kind === 'span' ? 'span' : 'content', span, focus: true })
  if (focus.cue !== null) found.push({ id: 'focus-cue', layer: 'cue', span: focus.cue, focus: true })
  if (focus.source !== null) found.push({ id: 'focus-source', layer: 'source', span: focus.source, focus: true })
  if (focus.evidence !== null) found.push({ id: 'focus-event', layer: 'evidence', span: focus.evidence, focus: true })
  if (focus.trigger !== null) found.push({ id: 'focus-trigger', layer: 'trigger', span: focus.trigger, focus: true })
  for (const statement of article.statements)
    if (statement.id !== focus.id)
      for (const span of statement.content) found.push({ id: `st.${statement.id}`, layer: 'other', span, focus: false })
  for (const mention of article.mentions) {
    if (mention.form === 'pronoun' || mention.kind === 'amount') continue
    const layer =
      mention.kind === 'time' ? 'time' : mention.place !== null || mention.kind === 'place' ? 'place' : 'actor'
    found.push({ id: mention.actorId ?? mention.place?.id ?? layer, layer, span: mention.span, focus: false })
  }
  return found
}
