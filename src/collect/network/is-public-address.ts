import { BlockList, isIPv4, isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

/** IANA special-purpose registries for IPv4, and 168.63.129.16, which one cloud uses for its host agent. */
const BLOCKED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** IPv6: the first 96 bits zero (unspecified, loopback, IPv4-compatible), mapped, translated, Teredo, 6to4 and the rest. */
const BLOCKED_V6: readonly (readonly [string, number])[] = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

const v4 = new BlockList()
for (const [network, prefix] of BLOCKED_V4) v4.addSubnet(network, prefix, 'ipv4')
const v6 = new BlockList()
for (const [network, prefix] of BLOCKED_V6) v6.addSubnet(network, prefix, 'ipv6')

/**
 * True when an address in text form may be connected to: public unicast by two independent judges, node's `BlockList`
 * over the tables above and the ranges of ipaddr.js. IPv4 inside IPv6 counts as what it is inside: NAT64 (RFC 6052)
 * with a public address passes, because on networks with IPv6 alone every IPv4 host is reached so; ISATAP with a
 * private one does not. Anything that is no address is not public.
 */
export function isPublicAddress(given: string): boolean {
  const address = given.replace(/^\[|\]$/g, '')
  if (isIPv4(address)) return isPublicV4(address)
  // A zone ("fe80::1%eth0") only makes sense on a local link.
  if (!isIPv6(address) || address.includes('%')) return false
  if (v6.check(address, 'ipv6')) return false
  const parsed = ipaddr.IPv6.parse(address)
  const parts = parsed.parts
  if (parsed.range() === 'rfc6052') return isPublicV4(embedded(parts))
  if (parsed.range() !== 'unicast') return false
  const isatap = parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200)
  return !isatap || isPublicV4(embedded(parts))
}

function isPublicV4(address: string): boolean {
  return !v4.check(address, 'ipv4') && ipaddr.IPv4.parse(address).range() === 'unicast'
}

/** The IPv4 address in the last 32 bits. */
function embedded(parts: readonly number[]): string {
  const high = parts[6] ?? 0
  const low = parts[7] ?? 0
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
}
