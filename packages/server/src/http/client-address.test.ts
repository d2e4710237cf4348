import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { clientAddress } from './client-address.js'

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: { 'x-forwarded-for': forwarded },
  }) as never as IncomingMessage

it('believes nobody but the configured proxies, and of what they passed on the last entries', () => {
  expect(clientAddress(from('192.0.2.1', '203.0.113.9'), 0)).toBe('192.0.2.1')
  expect(clientAddress(from('192.0.2.1', '198.51.100.7, 203.0.113.9'), 1)).toBe('203.0.113.9')
  expect(clientAddress(from('192.0.2.1', '8.8.8.8, 203.0.113.9, 192.0.2.2'), 2)).toBe('203.0.113.9')
  expect(clientAddress(from('192.0.2.1', '203.0.113.9'), 2)).toBe('192.0.2.1')
  expect(clientAddress(from('192.0.2.1'), 1)).toBe('192.0.2.1')
})

it.each([
  ['192.0.2.1', '192.0.2.1:49152'],
  ['192.0.2.1', '::ffff:192.0.2.1'],
  ['192.0.2.1', '::FFFF:c000:0201'],
  ['192.0.2.1', '[::ffff:192.0.2.1]:49152'],
  ['2001:db8:1:2', '2001:db8:1:2::7'],
  ['2001:db8:1:2', '2001:0DB8:0001:0002:aaaa:bbbb:cccc:dddd'],
  ['2001:db8:1:2', '[2001:db8:1:2::9]:443'],
  ['fe80:0:0:0', 'fe80::1%eth0'],
  ['0:0:0:0', '::1'],
  ['unknown', 'unknown'],
])('counts as %s what is written %s', (network, written) => {
  expect(clientAddress(from('192.0.2.200', written), 1)).toBe(network)
})
