import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { type ErrorCode, errorCodes, errorTitles, WaypostError } from '@waypost/sdk/contract'
import { errorResponse, problemOf } from './error-response.js'

type Fetch = Parameters<typeof getRequestListener>[0]

/**
 * A Node server whose every answer is ours, also to what Hono never sees: `serve()` of
 * @hono/node-server answers a bad Host or path with an empty 400, and Node's parser answers bad
 * bytes with one of its own. While the server is leaving, each answer ends its connection, so that
 * the next call goes to another one.
 */
export function createListener(fetch: Fetch, isLeaving = () => false): Server {
  const listener = getRequestListener(fetch, {
    overrideGlobalObjects: false,
    errorHandler: () => errorResponse(new WaypostError('malformed_request')),
  })
  const server = createServer(
    // A missing Host is a problem document of ours, made by the listener; not Node's empty 400.
    {
      requestTimeout: UPLOAD_PATIENCE,
      headersTimeout: 15_000,
      keepAliveTimeout: 65_000,
      requireHostHeader: false,
    },
    (request, response) => {
      if (isLeaving()) response.shouldKeepAlive = false
      if (!isForm(request)) endLate(request)
      return listener(request, response)
    },
  )
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
    return socket.end(rawProblem(CODE_BY_ERROR[error.code ?? ''] ?? 'malformed_request'))
  })
  server.on('checkExpectation', (_request, response) => {
    const status = errorCodes.expectation_failed
    response.writeHead(status, { 'Content-Type': 'application/problem+json' })
    response.end(JSON.stringify(problemOf(new WaypostError('expectation_failed'))))
  })
  return server
}

/** Milliseconds in which a request has to come; a form may bring a file over a thin line. */
const PATIENCE = 60_000
const UPLOAD_PATIENCE = 600_000

function isForm({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.startsWith('multipart/form-data') ?? false
}

/** Answers a request whose body takes too long, as Node does for all of them alike. */
function endLate(request: IncomingMessage): void {
  const { headers, socket } = request
  if (headers['transfer-encoding'] === undefined && !Number(headers['content-length'])) return
  const timer = setTimeout(() => {
    if (socket.writable) socket.end(rawProblem('request_timeout'))
    socket.destroySoon()
  }, PATIENCE).unref()
  const clear = () => clearTimeout(timer)
  request.once('end', clear).once('close', clear)
}

const CODE_BY_ERROR: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

function rawProblem(code: ErrorCode): string {
  const body = JSON.stringify(problemOf(new WaypostError(code)))
  return [
    `HTTP/1.1 ${errorCodes[code]} ${errorTitles[code]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}
