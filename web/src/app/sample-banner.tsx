import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { statusQuery } from '../api/queries.ts'
import { SampleTag } from '../parts/small-parts.tsx'
import { count } from '../text/show-date.ts'

/** Says so as long as anything on screen may be of the bundled sample. */
export function SampleBanner(): ReactNode {
  const { data } = useQuery(statusQuery())
  if (data === undefined || data.sampleArticles === 0) return null
  const all = data.sampleArticles === data.articles
  return (
    <div className="banner" role="note">
      <SampleTag sample />
      <span>
        {all ? 'All that is shown was read from' : 'Among what is shown are'}{' '}
        {count(data.sampleArticles, 'sample article')} of made-up outlets
        <span className="long">, bundled with Theatrum</span>.
      </span>
    </div>
  )
}
