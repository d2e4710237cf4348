import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What has been said over one connection, from the client to the server. */
type Said = (text: string, before: string) => boolean

/**
 * A line to a database that can be cut at a chosen word: before the server has heard it, or after, so
 * that only the answer is lost. It is cut once; what is connected later goes through.
 */
export async function cutLine(url: string) {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let isHeld = false
  let plan: { said: Said; isHeard: boolean; cut(): void } | undefined

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    let before = ''
    let isMute = false
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
      if (isHeld) socket.pause()
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    upstream.on('data', (bytes) => {
      if (isMute) client.destroy()
      else client.write(bytes)
    })
    client.on('data', (bytes) => {
      const text = bytes.toString('latin1')
      if (plan?.said(text, before)) {
        plan.cut()
        if (!plan.isHeard) client.destroy()
        isMute = true
        plan = undefined
      }
      before += text
      if (!client.destroyed) upstream.write(bytes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const through = new URL(url)
  through.port = String((server.address() as AddressInfo).port)

  return {
    url: through.href,

    /** Cuts where this is said for the first time; resolves when it has been. */
    cutAt(said: Said, { isHeard }: { isHeard: boolean }): Promise<void> {
      return new Promise((cut) => {
        plan = { said, isHeard, cut }
      })
    },

    /** From now on nothing comes through, and nobody is told, until it is let go. */
    hold(): void {
      isHeld = true
      for (const socket of sockets) socket.pause()
    },

    letGo(): void {
      isHeld = false
      for (const socket of sockets) socket.resume()
    },

    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
