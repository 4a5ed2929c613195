const LOCAL_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a `Host` header names this server: the machine itself, the address it listens on, or a name from the
 * configuration. A page elsewhere that points its own name at 127.0.0.1 (DNS rebinding) is turned away by this.
 * @param header the header's value, `name` or `name:port`; undefined when there is none
 */
export function isOwnHost(header: string | undefined, allowed: readonly string[]): boolean {
  if (header === undefined || header.length > 255) return false
  const name = nameOf(header.toLowerCase())
  return name !== null && (LOCAL_NAMES.has(name) || allowed.some(own => nameOf(own.toLowerCase()) === name))
}

/** The name without its port; IPv6 addresses keep their brackets. */
function nameOf(host: string): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]\s/@]+)(?::\d{1,5})?$/.exec(host)
  return match?.[1] ?? null
}
