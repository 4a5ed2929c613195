import { normaliseName } from '../text/normalise.ts'

const HOST = /^(?:www\.)?([\p{L}\p{N}-]+)(?:\.[\p{L}\p{N}-]+)+$/u

/**
 * The form in which an outlet's name, its slug and its domain meet: "The Sample Wire", "sample-wire" and
 * "sample-wire.example" are all "samplewire". Of a domain the first label counts.
 */
export function outletKey(name: string): string {
  const host = HOST.exec(name.toLowerCase())
  const plain = normaliseName(host?.[1] ?? name).replaceAll(' ', '')
  return plain.length > 5 && plain.startsWith('the') && host !== null ? plain.slice(3) : plain
}
