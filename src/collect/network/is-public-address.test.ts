import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAddress } from './check-address.ts'
import { isPublicAddress } from './is-public-address.ts'

const ADDRESSES = new URL('../../../../shared/data/hostile/addresses.tsv', import.meta.url)
const NOTHING_ELSE = { ports: [], allowPrivate: [] }

describe('isPublicAddress', () => {
  it.each([
    '93.184.215.14',
    '9.255.255.255',
    '172.32.0.0',
    '223.255.255.254',
    '2606:2800:21f::1',
    '2003::1',
    '64:ff9b::5db8:d70e',
  ])('lets %s through', address => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '168.63.129.16',
    '172.20.0.5',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.251',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::1',
    '2001:0:7f00:1::1',
    '2001:db8::1',
    '3fff::1',
    '5f00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fe80::5efe:7f00:1',
    '2a00:1::5efe:10.0.0.1',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
  ])('stops %s', address => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it('stops every spelling of a private IPv4 address inside IPv6', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(fc.constantFrom('::', '::ffff:', '::ffff:0:', '64:ff9b::'), byte, byte, byte, (prefix, b, c, d) => {
        expect(isPublicAddress(`${prefix}10.${b}.${c}.${d}`)).toBe(false)
      }),
    )
  })
})

describe.skipIf(!existsSync(ADDRESSES))('checkAddress on the hostile list', () => {
  const rows = existsSync(ADDRESSES) ? readFileSync(ADDRESSES, 'utf8').trimEnd().split('\n').slice(1) : []
  const unescape = (text: string) =>
    text.replace(/\\(.)/g, (_, c: string) => ({ t: '\t', n: '\n', r: '\r', 0: '\0', '\\': '\\' })[c] ?? c)

  it('has rows', () => {
    expect(rows.length).toBeGreaterThan(200)
  })

  it('refuses every forbidden spelling that needs no name lookup, and no allowed one', () => {
    for (const row of rows) {
      const [raw = '', , kind = '', verdict = '', , note = ''] = row.split('\t')
      const isName = kind === 'name' || /resolves to nothing/.test(note)
      const outcome = checkAddress(unescape(raw), NOTHING_ELSE)
      if (verdict === 'forbidden' && !isName) expect(outcome.ok, raw).toBe(false)
      if (verdict === 'allowed') expect(outcome.ok, raw).toBe(true)
      if (!outcome.ok) expect(outcome.rejection.detail.length).toBeGreaterThan(20)
    }
  })
})

describe('checkAddress', () => {
  it('never repeats a password', () => {
    const outcome = checkAddress('http://user:hunter2@desk.example/', NOTHING_ELSE)
    expect(JSON.stringify(outcome)).not.toContain('hunter2')
  })

  it('opens a port and a private host only where they are listed', () => {
    expect(checkAddress('http://desk.example:8080/', NOTHING_ELSE).ok).toBe(false)
    expect(checkAddress('http://desk.example:8080/', { ports: [8080], allowPrivate: [] }).ok).toBe(true)
    expect(checkAddress('http://127.0.0.1:8080/', { ports: [8080], allowPrivate: [] }).ok).toBe(false)
    expect(checkAddress('http://127.0.0.1:8080/', { ports: [], allowPrivate: ['127.0.0.1:8080'] }).ok).toBe(true)
    expect(checkAddress('http://127.0.0.1:8081/', { ports: [], allowPrivate: ['127.0.0.1:8080'] }).ok).toBe(false)
  })
})
