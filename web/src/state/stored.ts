const PREFIX = 'theatrum.'

/** A setting of this browser; null when there is none or the browser keeps nothing (private windows may refuse). */
export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

export function writeStored(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value)
  } catch {
    // Nothing is lost but the memory of a setting.
  }
}
