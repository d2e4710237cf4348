import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/**
 * The address that budgets are counted by: the socket's, or, behind `trustedProxies` proxies of
 * our own, the entry of X-Forwarded-For that the outermost of them wrote. IPv6 counts by /64,
 * because that is what one customer of a network gets.
 */
export function clientAddress(
  incoming: IncomingMessage | undefined,
  trustedProxies: number,
): string {
  const socket = incoming?.socket?.remoteAddress ?? 'in-process'
  if (trustedProxies === 0) return byNetwork(socket)
  const chain = String(incoming?.headers['x-forwarded-for'] ?? '').split(',')
  return byNetwork(chain.at(-trustedProxies)?.trim() || socket)
}

function byNetwork(written: string): string {
  const address = withoutPort(written)
  if (!isIPv6(address)) return address.slice(0, 64)
  // One writing for each address, in groups of hexadecimal digits without leading zeros.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right]
  return mappedIn(groups) ?? groups.slice(0, 4).join(':')
}

/** Some proxies write down the port, which is another one for each connection. */
function withoutPort(written: string): string {
  const [, inBrackets] = /^\[([^\]]*)\](?::\d+)?$/.exec(written) ?? []
  if (inBrackets !== undefined) return inBrackets
  return written.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/%.*$/, '')
}

/** The IPv4 address that stands in an IPv6 one, as sockets that take both write it. */
function mappedIn(groups: readonly string[]): string | undefined {
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return undefined
  const bytes = groups.slice(6).flatMap((group) => {
    const number = Number.parseInt(group, 16)
    return [number >> 8, number & 255]
  })
  return bytes.join('.')
}
