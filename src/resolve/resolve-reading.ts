import type { Article } from '../model/article.ts'
import type { Doc } from '../model/doc.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { valueOf } from '../model/known.ts'
import type { Capability, EventMention, Mention, Statement } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import { bySpan, contains } from '../text/spans.ts'
import { placeOfEvent } from './event-places.ts'
import { isOwn, resolveHop } from './hops.ts'
import { type Resolved, type Scene, wordsOf } from './meaning.ts'
import { resolveEventActor } from './participants.ts'
import { mentionOf, resolveMentions } from './resolve-mentions.ts'
import { indexSpans, type SpanIndex } from './span-index.ts'
import { meaningOfSpeaker, resolveParticipant } from './speakers.ts'

/** What the resolve stage reads: an article with what the earlier stages found in it. */
export interface ResolveInput {
  readonly article: Article
  readonly doc: Doc
  readonly statements: readonly Statement[]
  readonly events: readonly EventMention[]
  readonly capabilities?: readonly Capability[]
}

/** What the resolve stage writes. */
export interface Resolution {
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly events: readonly EventMention[]
  readonly capabilities: readonly Capability[]
}

/**
 * Says whom and what the article's names, descriptions and pronouns mean as of the day it was published, and fills in
 * the speakers, sides and places of its statements and events. Nothing is guessed: what stays open carries `why`. An
 * article without a date is read against the offices that are open at the end of what is known. Time grows with the
 * length of the article: everything that asks what stands where asks an index.
 */
export function resolveReading(input: ResolveInput, tools: { readonly knowledge: Knowledge }): Resolution {
  const { article, doc } = input
  const day = valueOf(article.published)?.slice(0, 10) ?? null
  const scene: Scene = { doc, knowledge: tools.knowledge, day }
  const resolved = withSpeakers(resolveMentions(article, scene), input.statements, scene)
  const index = indexSpans(resolved, m => m.ent.span)
  return {
    mentions: resolved.map(mentionOf),
    statements: input.statements.map(statement => resolveStatement(statement, index, scene, article)),
    events: input.events.map(event => resolveEvent(event, index, scene)),
    capabilities: (input.capabilities ?? []).map(one => ({
      ...one,
      who: one.who === null ? null : resolveEventActor(one.who, one.evidence, index, scene),
    })),
  }
}

/** "I" and "my" inside a quotation are the one who is quoted. */
function withSpeakers(
  mentions: readonly Resolved[],
  statements: readonly Statement[],
  scene: Scene,
): readonly Resolved[] {
  const index = indexSpans(mentions, m => m.ent.span)
  const quoted = indexSpans(quotedSpans(statements), quote => quote.span)
  return mentions.map(m => {
    if (m.ent.kind !== 'pronoun' || !/^(?:I|me|my|mine|myself)$/i.test(wordsOf(scene.doc, m.ent.span))) return m
    const quote = quoted.overlapping(m.ent.span).find(({ span }) => contains(span, m.ent.span))
    if (quote === undefined) return m
    const meaning = meaningOfSpeaker(quote.source, index, scene)
    return meaning.actor === null ? m : { ...m, meaning: { ...meaning, place: null } }
  })
}

/** What is quoted, with the words for who said it, in order of the statements. */
function quotedSpans(statements: readonly Statement[]): readonly { readonly span: Span; readonly source: Span }[] {
  return statements.flatMap(({ source, kind, content }) =>
    source === null || kind === 'indirect' ? [] : content.map(span => ({ span, source: source.span })),
  )
}

function resolveStatement(
  statement: Statement,
  mentions: SpanIndex<Resolved>,
  scene: Scene,
  article: Article,
): Statement {
  const { source, addressee, chain, content } = statement
  return {
    ...statement,
    source: source === null ? null : resolveParticipant(source, mentions, scene),
    addressee: addressee === null ? null : resolveParticipant(addressee, mentions, scene),
    chain: chain.map(hop => resolveHop(hop, scene.knowledge)).filter(hop => !isOwn(hop, article)),
    about: aboutOf(content, mentions),
  }
}

/** Ids of the actors and places that the content mentions, each once, in order of text. */
function aboutOf(content: Statement['content'], mentions: SpanIndex<Resolved>): readonly string[] {
  const ids = content
    .flatMap(span => mentions.overlapping(span).filter(m => contains(span, m.ent.span)))
    .sort((a, b) => bySpan(a.ent.span, b.ent.span))
    // A capital that stands for its state is about the state, and a country's place is the country.
    .map(({ meaning }) => meaning.actorId ?? meaning.place?.id ?? null)
  return [...new Set(ids.flatMap(id => (id === null ? [] : [id])))]
}

function resolveEvent(event: EventMention, mentions: SpanIndex<Resolved>, scene: Scene): EventMention {
  const placed = placeOfEvent(event, mentions, scene)
  const actors = event.actors.map(side => resolveEventActor(side, event.evidence, mentions, scene))
  const recipients = event.recipients.map(side => resolveEventActor(side, event.evidence, mentions, scene))
  // "The country met its targets" has one side, twice: nobody does a thing to himself here.
  const own = new Set(actors.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])))
  return { ...placed, actors, recipients: recipients.filter(({ actorId }) => actorId === null || !own.has(actorId)) }
}
