import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { hostPage, indexPage } from './host-page.js'
import { hosts } from './hosts.js'
import { sendSdk } from './send-sdk.js'

/**
 * Serves every host, and at `/` a list of them. `?without` is the same page without us, `?tour` has a
 * tour begin. The SDK stands below `/sdk/`; whatever a browser reports to `/reports` is kept in `reports`.
 *
 * @param {{ waypost: string, reports?: string[] }} options address of a server of Waypost
 */
export function createHostServer(options) {
  return createServer(async (request, response) => {
    const { waypost, reports } = options
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host')
    if (pathname === '/reports') {
      reports?.push(await text(request))
      response.writeHead(204).end()
      return
    }
    if (pathname.startsWith('/sdk/')) return sendSdk(pathname, response)
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
    const without = searchParams.has('without')
    const tour = searchParams.has('tour')
    response.end(hostPage(host, { waypost, nonce, without, tour }))
  })
}
