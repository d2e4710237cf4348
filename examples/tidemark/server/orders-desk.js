import { once } from 'node:events'
import { createServer } from 'node:http'
import { verifyWebhook } from '@waypost/sdk/identity'
import { ordersOf } from './orders.js'

/** @typedef {import('@waypost/sdk/contract').OrderLookup} OrderLookup */

const MOST_BYTES = 10_000

/**
 * Tidemark's own server, as far as it tells orders: an address that answers nobody but Waypost, which
 * signs each call. A real shop has it among its other routes.
 *
 * @param {string} secret what both sides know
 */
export async function startOrdersDesk(secret) {
  const server = createServer(async (request, response) => {
    try {
      let body = ''
      for await (const chunk of request.setEncoding('utf8')) {
        body += chunk
        if (body.length > MOST_BYTES) throw new Error('That is no question for orders.')
      }
      const said = await verifyWebhook({ headers: request.headers, body }, { secret })
      const { customer, locale, orderId } = /** @type {OrderLookup} */ (said).data
      const all = ordersOf(customer.subject, locale)
      const orders = orderId === null ? all : all.filter(({ id }) => id === orderId)
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify({ orders }))
    } catch {
      response.writeHead(401).end('Only Waypost is told of orders.')
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://127.0.0.1:${port}/orders`,
    close() {
      server.closeAllConnections()
      return new Promise((closed) => server.close(closed))
    },
  }
}
