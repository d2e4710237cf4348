import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type RoundRobin = Awaited<ReturnType<typeof roundRobin>>

/** How often each node is asked whether it is ready: milliseconds. */
const CHECK = 100

/**
 * A proxy in front of nodes, as plain as can be: each call goes to the next node that said on
 * `/readyz` that it takes calls, over connections that are kept, and is never sent a second time.
 */
export async function roundRobin(urls: readonly string[]) {
  const agent = new Agent({ keepAlive: true })
  const nodes = urls.map((url) => ({ url, isReady: false, calls: 0 }))
  const checking = setInterval(() => nodes.forEach(check), CHECK)
  await Promise.all(nodes.map(check))
  let turn = 0

  async function check(node: (typeof nodes)[number]): Promise<void> {
    node.isReady = await fetch(`${node.url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  }

  const server = createServer((incoming, outgoing) => {
    const ready = nodes.filter(({ isReady }) => isReady)
    const node = ready[turn++ % ready.length]
    if (!node) return void outgoing.writeHead(502).end('no node is ready')
    node.calls += 1
    pass(node.url, incoming, outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  function pass(url: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method = 'GET', headers } = incoming
    // Hop by hop: what our client says of its connection says nothing of ours.
    const { connection: _, ...own } = headers
    const onward = request(new URL(incoming.url ?? '/', url), { agent, method, headers: own })
    onward.on('response', (answer) => {
      const { connection: __, ...said } = answer.headers
      outgoing.writeHead(answer.statusCode ?? 502, said)
      answer.pipe(outgoing)
    })
    onward.on('error', ({ message }) => {
      if (!outgoing.headersSent) outgoing.writeHead(502)
      outgoing.end(message)
    })
    incoming.pipe(onward)
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How many calls each node has had. */
    calls: () => nodes.map(({ calls }) => calls),
    isReady: (at: number) => nodes[at]?.isReady ?? false,
    close(): void {
      clearInterval(checking)
      agent.destroy()
      server.close()
      server.closeAllConnections()
    },
  }
}
