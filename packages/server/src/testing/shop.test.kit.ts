import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { verifyWebhook } from '@waypost/sdk/identity'

export const shopSecret = 'a secret of the shop and its help desk'

export interface Heard {
  data: { site: string; customer: object; locale: string | null; orderId: string | null }
}
export type ShopAnswer = {
  status?: number
  headers?: Record<string, string>
  body?: string | Buffer
}

/** The host's own server: takes only what Waypost has signed, and answers as it is told. */
export async function openShop(
  clock: { now(): Date },
  answer: (heard: Heard) => ShopAnswer,
): Promise<{ heard: Heard[]; asked: string[]; url: string; close(): void }> {
  const heard: Heard[] = []
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`)
    let body = ''
    for await (const chunk of request) body += chunk
    const call = { headers: request.headers, body }
    const said = (await verifyWebhook(call, { secret: shopSecret, clock })) as Heard
    heard.push(said)
    const { status = 200, headers = {}, body: text = '' } = answer(said)
    response.writeHead(status, headers).end(text)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { heard, asked, url: `http://127.0.0.1:${port}/waypost/orders`, close }
}
