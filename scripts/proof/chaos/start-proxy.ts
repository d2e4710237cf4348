import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { type Absence, CLEAR, type Weather } from './draw-plan.js'

/** Stands before the server and lets through what the weather lets through. */
export async function startProxy(target: string) {
  let weather = CLEAR
  let [absence, cuts]: [Absence, number] = ['refused', 0]
  const felt: Record<string, number> = {}

  const server = createServer((asked, answer) => {
    // The pages of the host and their scripts come as they would; calls are what the weather takes.
    const isCall = asked.url?.startsWith('/v1/')
    const isMeant = isCall && (weather.to === 'all' || asked.method === 'POST')
    void pass(isMeant ? weather : CLEAR, asked, answer).catch(() => answer.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  async function pass(now: Weather, asked: IncomingMessage, answer: ServerResponse) {
    const body = Buffer.concat(await asked.toArray())
    const cut = now.is === 'cut' && cuts > 0 ? now.where : undefined
    if (cut) cuts -= 1
    const isFelt = now.is !== 'clear' && (now.is !== 'cut' || cut)
    const name = now.is === 'busy' ? String(now.status) : now.is
    if (isFelt && asked.method === 'POST') felt[name] = (felt[name] ?? 0) + 1
    if (now.is === 'busy') return refuse(answer, now.status, now.retryAfter)
    if (cut === 'there') return answer.destroy()
    if (now.is === 'slow') await setTimeout(now.there)

    const { host: _host, connection: _connection, ...headers } = asked.headers
    const onward = request(new URL(asked.url ?? '/', target), {
      ...{ method: asked.method, agent: false },
      // The server is to take the address of the proxy for its own.
      headers: { ...headers, host: asked.headers.host },
    })
    onward.on('error', () => {
      if (answer.headersSent || absence === 'refused') answer.destroy()
      else refuse(answer, 502)
    })
    onward.on('response', async (got) => {
      got.on('error', () => answer.destroy())
      if (now.is === 'slow') await setTimeout(now.back)
      // By now the server has done what it was asked for.
      if (cut === 'back') return answer.destroy()
      answer.writeHead(got.statusCode ?? 500, got.headers)
      if (cut === 'half') {
        got.once('data', (bytes: Buffer) => {
          answer.write(bytes.subarray(0, bytes.length / 2), () => answer.destroy())
        })
        got.once('end', () => answer.destroy())
      } else got.pipe(answer)
    })
    // A change that has left the browser arrives, whoever waits for it.
    if (asked.method === 'GET') answer.on('close', () => onward.destroy())
    onward.end(body)
  }

  return {
    url: `http://127.0.0.1:${port}`,
    /** How many changes each weather has touched. */
    felt,

    turnTo(next: Weather): void {
      weather = next
      cuts = next.is === 'cut' ? next.calls : 0
    },

    /** How it looks when there is no server. */
    showAbsence(next: Absence): void {
      absence = next
    },

    async end(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type FaultyProxy = Awaited<ReturnType<typeof startProxy>>

function refuse(answer: ServerResponse, status: number, retryAfter?: number): void {
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  answer.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end('<h1>Not now')
}
