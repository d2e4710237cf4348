/// <reference types="node" />
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface SeenRequest {
  method: string
  /** As it travelled, still encoded. */
  path: string
  query: Record<string, string>
  headers: IncomingHttpHeaders
  body: unknown
}

export interface ScriptedAnswer {
  status?: number
  headers?: Record<string, string>
  /** Text is sent as it is, anything else as JSON. */
  body?: unknown
}

/** `hang` never answers, `drop` closes the connection. */
export type Script = (request: SeenRequest, count: number) => ScriptedAnswer | 'hang' | 'drop'

/** A real server on this machine that answers by a script and remembers what it was asked. */
export async function scriptedServer(script: Script) {
  const requests: SeenRequest[] = []
  const server = createServer(async (incoming, outgoing) => {
    let text = ''
    for await (const chunk of incoming) text += chunk
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost')
    const request: SeenRequest = {
      method: incoming.method ?? '',
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: incoming.headers,
      body: text ? JSON.parse(text) : undefined,
    }
    requests.push(request)
    const answer = script(request, requests.length)
    if (answer === 'drop') incoming.socket.destroy()
    else if (answer !== 'hang') send(outgoing, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { baseUrl: `http://127.0.0.1:${port}`, requests }
}

function send(outgoing: ServerResponse, { status = 200, headers, body = {} }: ScriptedAnswer) {
  const type = typeof body === 'string' ? 'text/html' : 'application/json'
  outgoing.writeHead(status, { 'content-type': type, ...headers })
  outgoing.end(status === 204 ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
}

/** A problem as our server tells it. */
export function problem(
  status: number,
  code: string,
  more: object = {},
  headers: Record<string, string> = {},
): ScriptedAnswer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: { type: `urn:waypost:problem:${code}`, title: code, status, code, ...more },
  }
}
