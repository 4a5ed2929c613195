import type { Article } from '../model/article.ts'
import type { Statement } from '../model/reading.ts'

/**
 * Names of outlets and agencies that the article itself names as where its reporting comes from, the one nearest to the
 * speakers first: the agency whose copy it is, the hops of its statements' chains in their order, a thanked outlet. They
 * decide whether it is an origin of its own.
 */
export function relaysOf(article: Article, statements: readonly Statement[]): readonly string[] {
  const names = new Set<string>()
  if (article.wire !== null) names.add(article.wire.value)
  for (const statement of statements) {
    for (const hop of statement.chain) if (hop.kind === 'outlet' || hop.kind === 'agency') names.add(hop.name)
  }
  if (article.credit !== null) names.add(article.credit.value)
  return [...names]
}
