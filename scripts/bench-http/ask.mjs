import { connect } from 'node:net'

const CONNECTIONS = 20

/**
 * Asks a server for paths, one after the other, over connections that stay open, for so many
 * milliseconds: by bare sockets, so that asking costs little. Gives back how many were answered.
 */
export async function askFor(url, paths, milliseconds, { headers = {}, change } = {}) {
  const { hostname, port } = new URL(url)
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const requestOf = (path) =>
    Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${more.join('')}\r\n`)
  const requests = paths.map(requestOf)
  const end = performance.now() + milliseconds
  let [next, answered] = [0, 0]
  await Promise.all(Array.from({ length: CONNECTIONS }, () => keepAsking()))
  return answered

  function keepAsking() {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, ask)
      let pending = Buffer.alloc(0)
      socket.on('error', reject)
      socket.on('data', (bytes) => {
        pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes])
        const length = lengthOf(pending)
        if (length === undefined || pending.length < length) return
        const status = pending.toString('latin1', 9, 12)
        if (status !== '200' && status !== '304') return reject(new Error(`answered ${status}`))
        pending = pending.subarray(length)
        answered += 1
        if (performance.now() < end) return ask()
        socket.destroy()
        resolve()
      })
      function ask() {
        const at = next++ % paths.length
        socket.write(change ? requestOf(change(paths[at])) : requests[at])
      }
    })
  }
}

/** Bytes of the whole answer, once its head is there. */
function lengthOf(bytes) {
  const end = bytes.indexOf('\r\n\r\n')
  if (end === -1) return undefined
  const head = bytes.toString('latin1', 0, end)
  const [, length] = /^content-length: (\d+)/im.exec(head) ?? []
  if (length !== undefined) return end + 4 + Number(length)
  if (head.startsWith('HTTP/1.1 304')) return end + 4
  const last = bytes.indexOf('\r\n0\r\n\r\n', end)
  return last === -1 ? undefined : last + 7
}
