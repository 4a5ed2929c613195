import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { TIMES } from '../limits.ts'
import { type Exceptions, isAddressLiteral, isAllowedPrivate } from './check-address.ts'
import { isPublicAddress } from './is-public-address.ts'

/** Thrown where a connection would leave the public web; never reaches a user as it is. */
export class ForbiddenConnection extends Error {
  readonly host: string
  readonly address: string

  constructor(host: string, address: string) {
    super(`${host} resolves to ${address}`)
    this.name = 'ForbiddenConnection'
    this.host = host
    this.address = address
  }
}

/**
 * Names are resolved when the connection is made and the answer that was checked is the one connected to, so a name that
 * changes its answer between two questions gains nothing. One private address among several refuses the name: no
 * honest outlet publishes one.
 */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0)
    const bad = addresses.find(found => !isPublicAddress(found.address))
    if (bad !== undefined) return callback(new ForbiddenConnection(hostname, bad.address), '', 0)
    const first = addresses[0]
    if (first === undefined) return callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0)
    if (options.all) return callback(null, addresses)
    return callback(null, first.address, first.family)
  })
}

/**
 * An undici agent whose sockets reach public addresses only: literals are checked before connecting, names by the lookup
 * above, and the address reached once more afterwards.
 */
export function guardedAgent(exceptions: Exceptions): Agent {
  const open = buildConnector({ timeout: TIMES.connectMs })
  const guarded = buildConnector({ timeout: TIMES.connectMs, lookup: guardedLookup })
  const connect: buildConnector.connector = (options, callback) => {
    const host = options.hostname
    const bare = host.replace(/^\[|\]$/g, '')
    const port = options.port === '' ? defaultPort(options.protocol) : Number(options.port)
    if (isAllowedPrivate(host, port, exceptions)) return open(options, callback)
    const literal = isAddressLiteral(host) || bare.includes(':')
    if (literal && !isPublicAddress(bare)) return callback(new ForbiddenConnection(bare, bare), null)
    return guarded(options, (...result) => {
      const socket = result[1]
      const reached = socket?.remoteAddress
      if (socket && reached !== undefined && !isPublicAddress(reached)) {
        socket.destroy()
        return callback(new ForbiddenConnection(bare, reached), null)
      }
      return callback(...result)
    })
  }
  return new Agent({
    connect,
    connections: 2,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    headersTimeout: TIMES.headersMs,
    bodyTimeout: TIMES.bodyIdleMs,
    maxHeaderSize: 32_768,
  })
}

function defaultPort(protocol: string): number {
  return protocol === 'https:' ? 443 : 80
}
