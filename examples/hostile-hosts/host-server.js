import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { hostPage, indexPage } from './host-page.js'
import { hosts } from './hosts.js'

/**
 * Serves every host, and at `/` a list of them. `?without` is the same page without us.
 *
 * @param {{ waypost: string }} options address of a server of Waypost
 */
export function createHostServer({ waypost }) {
  return createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host')
    const name = pathname.slice(1)
    const host = hosts.find((host) => host.name === name)
    const nonce = randomBytes(16).toString('base64')
    const type = host?.type ?? 'text/html'
    response.setHeader('Content-Type', `${type}; charset=utf-8`)
    if (!host) {
      response.statusCode = name === 'favicon.ico' ? 204 : name ? 404 : 200
      response.end(indexPage(hosts))
      return
    }
    const headers = host.headers?.({ nonce, waypost }) ?? {}
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.end(hostPage(host, { waypost, nonce, without: searchParams.has('without') }))
  })
}
