import type { IncomingMessage } from 'node:http'

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

function byNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address.slice(0, 64)
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4).join(':')
}
