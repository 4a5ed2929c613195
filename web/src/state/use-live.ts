import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { Status } from '../../../src/model/api.ts'

/** Live counts from the server, and how many articles came in since the lists were last asked for. */
export interface Live {
  readonly status: Status | null
  readonly connected: boolean
  readonly newArticles: number
  /** Asks for the lists again: new rows come in when the reader wants them, never under the cursor. */
  readonly refresh: () => void
}

export function useLive(): Live {
  const client = useQueryClient()
  const [status, setStatus] = useState<Status | null>(null)
  const [connected, setConnected] = useState(true)
  const [seen, setSeen] = useState<number | null>(null)
  useEffect(() => {
    const source = new EventSource('/api/v1/live')
    source.addEventListener('open', () => setConnected(true))
    // The browser connects again by itself; until then the footer says so.
    source.addEventListener('error', () => setConnected(false))
    source.addEventListener('status', event => {
      const now = JSON.parse(event.data) as Status
      setStatus(now)
      setSeen(old => old ?? now.articles)
      client.setQueryData(['status'], now)
    })
    return () => source.close()
  }, [client])
  const refresh = useCallback(() => {
    setSeen(null)
    setStatus(now => {
      if (now !== null) setSeen(now.articles)
      return now
    })
    void client.invalidateQueries({ predicate: query => query.queryKey[0] !== 'article' })
  }, [client])
  const newArticles = status === null || seen === null ? 0 : Math.max(0, status.articles - seen)
  // An empty picture has no row that could move: its first articles are shown at once.
  useEffect(() => {
    if (seen === 0 && newArticles > 0) refresh()
  }, [seen, newArticles, refresh])
  return { status, connected, newArticles, refresh }
}
