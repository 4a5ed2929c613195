import type { Article } from '../model/article.ts'
import type { Statement } from '../model/reading.ts'

/**
 * Names of outlets and agencies that the article itself names as where its reporting comes from: the agency line, a
 * thanked outlet, and the hops of its statements' chains. They decide whether it is an origin of its own.
 */
export function relaysOf(article: Article, statements: readonly Statement[]): readonly string[] {
  const names = new Set<string>()
  if (article.wire !== null) names.add(article.wire.name)
  if (article.credit !== null) names.add(article.credit.name)
  for (const statement of statements) {
    for (const hop of statement.chain) if (hop.kind === 'outlet' || hop.kind === 'agency') names.add(hop.name)
  }
  return [...names].sort()
}
