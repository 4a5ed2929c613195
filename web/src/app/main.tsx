import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ProblemError } from '../api/client.ts'
import { applyStoredTheme } from '../state/theme.ts'
import '../theme/tokens.css'
import '../theme/base.css'
import '../theme/shell.css'
import '../theme/rows.css'
import '../theme/evidence.css'
import '../theme/timeline.css'
import '../theme/overlays.css'
import { router } from './router.tsx'

applyStoredTheme()

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // A question that the server refuses is not asked again; one that got lost is.
      retry: (failures, error) => failures < 2 && !(error instanceof ProblemError && error.problem.status >= 400),
    },
  },
})

const place = document.getElementById('app')
if (place === null) throw new Error('index.html lacks #app')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
