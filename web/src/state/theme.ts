import { readStored, writeStored } from './stored.ts'

export type Theme = 'dark' | 'light'

function preferred(): Theme {
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'
}

export function currentTheme(): Theme {
  const set = document.documentElement.dataset['theme']
  return set === 'dark' || set === 'light' ? set : preferred()
}

/** Lays the stored choice on the page; without one the system's preference holds, by the style sheet alone. */
export function applyStoredTheme(): void {
  const stored = readStored('theme')
  if (stored === 'dark' || stored === 'light') document.documentElement.dataset['theme'] = stored
}

export function toggleTheme(): void {
  const next: Theme = currentTheme() === 'dark' ? 'light' : 'dark'
  document.documentElement.dataset['theme'] = next
  writeStored('theme', next)
}
