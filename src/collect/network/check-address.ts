import { accept, type Outcome, reject } from '../../model/rejection.ts'
import { LIMITS } from '../limits.ts'
import { isPublicAddress } from './is-public-address.ts'

/** Names that mean this machine or this network wherever they are asked for (RFC 6761, 6762, 8375; ICANN's .internal). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|home\.arpa)\.?$/

/** What a fetcher may reach beyond public hosts on the usual ports. */
export interface Exceptions {
  /** Ports beside 80 and 443. */
  readonly ports: readonly number[]
  /** `host:port` pairs that may be private; for tests and the operator's own configuration. */
  readonly allowPrivate: readonly string[]
}

/**
 * The address as it may be asked for, without its fragment, or a rejection that says what is wrong with it: another
 * scheme than http and https, credentials, a port nobody listed, a host that is an address of this machine or a private
 * network. Whether a name resolves to such an address is checked when connecting, not here.
 */
export function checkAddress(given: string, exceptions: Exceptions): Outcome<URL> {
  const refuse = (detail: string) => reject<URL>('collect', 'address-refused', detail)
  const text = given.trim()
  if (text.length > LIMITS.addressChars)
    return refuse(`The address has ${text.length} characters, more than ${LIMITS.addressChars}.`)
  const shown = showAddress(text)
  if (!URL.canParse(text)) return refuse(`"${shown}" is no complete web address (expected https://host/path).`)
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refuse(`"${shown}" has the scheme ${url.protocol.slice(0, -1)}; only http and https are fetched.`)
  if (url.username !== '' || url.password !== '')
    return refuse(
      `The address of ${url.hostname} carries a user name or password; addresses with credentials are not fetched.`,
    )
  const port = portOf(url)
  url.hash = ''
  if (isAllowedPrivate(url.hostname, port, exceptions)) return accept(url)
  if (isAddressLiteral(url.hostname) ? !isPublicAddress(url.hostname) : LOCAL_NAME.test(url.hostname))
    return reject(
      'collect',
      'private-address',
      `"${shown}" leads to ${url.hostname}, which is this machine or a private network.`,
    )
  if (port !== 80 && port !== 443 && !exceptions.ports.includes(port))
    return refuse(`"${shown}" names port ${port}; only 80 and 443 are open to pages.`)
  return accept(url)
}

/** Port of an http(s) address, the scheme's own where none is written. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' ? 443 : 80
}

/** True when the pair is on the operator's list. Hosts compare as the URL parser writes them. */
export function isAllowedPrivate(hostname: string, port: number, exceptions: Exceptions): boolean {
  return exceptions.allowPrivate.includes(`${hostname}:${port}`)
}

/** True for the host part of a URL that is an IPv4 or IPv6 address; the URL parser has already unified their spellings. */
export function isAddressLiteral(hostname: string): boolean {
  return hostname.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(hostname)
}

/** An address fit for a message: credentials hidden, control characters gone, at most 200 characters. */
export function showAddress(address: string): string {
  const plain = address.replace(/\/\/[^/?#\\]*@/, '//…@').replace(/[\p{Cc}\u2028\u2029]/gu, '')
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain
}
