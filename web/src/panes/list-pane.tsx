import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { Paged } from '../../../src/model/api.ts'
import { ListBox, type ListBoxProps } from '../parts/list-box.tsx'
import { ProblemNotice, SkeletonRows } from '../parts/notices.tsx'

export type ListResult<Row> = UseInfiniteQueryResult<InfiniteData<Paged<Row>>>

/** The rows read so far. */
export function rowsOf<Row>(result: ListResult<Row>): readonly Row[] {
  return result.data?.pages.flatMap(page => page.rows) ?? []
}

export function totalOf<Row>(result: ListResult<Row>): number | null {
  return result.data?.pages[0]?.total ?? null
}

type Passed<Item> = Omit<ListBoxProps<Item>, 'sections' | 'onNearEnd' | 'stale'>

/** A list that is asked for page by page: skeleton, problem, reason for being empty, or rows. */
export function ListPane<Row, Item>({
  result,
  toItem,
  toItems,
  empty,
  ...list
}: Passed<Item> & {
  readonly result: ListResult<Row>
  readonly toItem: (row: Row) => Item
  /** Rows of the list that one row of the answer makes, when it can make several. */
  readonly toItems?: (row: Row) => readonly Item[]
  readonly empty: ReactNode
}): ReactNode {
  const { data, error, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = result
  const sections = useMemo(
    () => [
      {
        id: 'all',
        label: null,
        rows: (data?.pages ?? []).flatMap(page => page.rows.flatMap(toItems ?? (row => [toItem(row)]))),
      },
    ],
    [data, toItem, toItems],
  )
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  if (error !== null && data === undefined) return <ProblemNotice error={error} retry={() => void refetch()} />
  if (data === undefined) return <SkeletonRows />
  if (sections[0]?.rows.length === 0) return empty
  return <ListBox {...list} sections={sections} onNearEnd={onNearEnd} stale={isPlaceholderData} />
}
