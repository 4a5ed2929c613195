import { expressionMentions } from '../events/expression-mentions.ts'
import { findEvents } from '../events/find-events.ts'
import { extractArticle } from '../extract/extract-article.ts'
import { valueOf } from '../model/known.ts'
import { accept } from '../model/rejection.ts'
import { parseText } from '../parse/parse-article.ts'
import { resolveReading } from '../resolve/resolve-reading.ts'
import { fingerprint } from '../screen/fingerprint.ts'
import { rejectUnread, screenLanguage } from '../screen/screen-language.ts'
import { termVector } from '../screen/term-vector.ts'
import { findStatements } from '../statements/find-statements.ts'
import { relaysOf } from './relays.ts'
import { type AnyStage, stage } from './stage.ts'
import { VERSIONS } from './versions.ts'

/**
 * How one article is read, top to bottom. Everything here is a pure function of one page, dated knowledge and weights;
 * what needs other articles (stories, origins) comes after, in `pipeline/ingest.ts`.
 */
export const STAGES: readonly AnyStage[] = [
  stage({
    name: 'extract',
    version: VERSIONS.extract,
    reads: ['page'],
    writes: ['article'],
    run: ({ page }) => {
      const outcome = extractArticle(page)
      return outcome.ok ? accept({ article: outcome.value }) : outcome
    },
  }),
  stage({
    name: 'screen',
    version: VERSIONS.screen,
    reads: ['article'],
    writes: ['article'],
    run: work => {
      const article = screenLanguage(work.article)
      const rejection = rejectUnread(article)
      return rejection === null ? accept({ article }) : { ok: false, rejection }
    },
  }),
  stage({
    name: 'parse',
    version: VERSIONS.parse,
    reads: ['article'],
    writes: ['doc'],
    // The one stage that awaits: see `Soon`.
    run: async ({ article }, tools) => accept({ doc: await parseText(article.text, tools) }),
  }),
  stage({
    name: 'statements',
    version: VERSIONS.statements,
    reads: ['doc'],
    writes: ['foundStatements'],
    run: ({ doc }) => accept({ foundStatements: findStatements(doc) }),
  }),
  stage({
    name: 'events',
    version: VERSIONS.events,
    reads: ['article', 'doc', 'foundStatements'],
    writes: ['foundEvents', 'foundCapabilities', 'predicates', 'expressions'],
    run: ({ article, doc, foundStatements }, tools) => {
      const found = findEvents(doc, foundStatements, valueOf(article.published), tools)
      return accept({
        foundEvents: found.events,
        foundCapabilities: found.capabilities,
        predicates: found.predicates,
        expressions: expressionMentions(found.times, found.amounts),
      })
    },
  }),
  stage({
    name: 'resolve',
    version: VERSIONS.resolve,
    reads: ['article', 'doc', 'foundStatements', 'foundEvents', 'foundCapabilities', 'expressions'],
    writes: ['mentions', 'statements', 'events', 'capabilities', 'story'],
    run: ({ article, doc, foundStatements, foundEvents, foundCapabilities, expressions }, tools) => {
      const input = { article, doc, statements: foundStatements, events: foundEvents, capabilities: foundCapabilities }
      const { mentions, statements, events, capabilities } = resolveReading(input, tools)
      const story = {
        articleId: article.id,
        outletId: valueOf(article.outlet)?.id ?? null,
        outletName: valueOf(article.outlet)?.name ?? null,
        title: article.title,
        published: valueOf(article.published),
        terms: termVector(article),
        prints: fingerprint(article.text),
        relays: relaysOf(article, statements),
      }
      return accept({ mentions: [...mentions, ...expressions], statements, events, capabilities, story })
    },
  }),
]
