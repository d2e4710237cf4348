import { type AddressInfo, createServer } from 'node:net'

/**
 * A port of `host` that is free now. Addresses are composed before anything listens, so that a port
 * left to the system must be known early; another process may take it in between, and the start
 * then says that it is taken.
 */
export function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, host, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
