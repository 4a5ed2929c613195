import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { patchUrlState, readUrlState, type UrlState } from './url-state.ts'

export type UrlPatch = Readonly<Record<string, string | undefined>>

/** The state in the address, and a way to change a part of it. `replace` leaves no step for the Back key. */
export function useUrlState(): [UrlState, (patch: UrlPatch, options?: { readonly replace?: boolean }) => void] {
  const state = useSearch({ strict: false, select: readUrlState })
  const navigate = useNavigate()
  const change = useCallback(
    (patch: UrlPatch, { replace = false }: { readonly replace?: boolean } = {}) => {
      void navigate({ to: '.', search: old => patchUrlState(readUrlState(old), patch), replace })
    },
    [navigate],
  )
  return [state, change]
}
