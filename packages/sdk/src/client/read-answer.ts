import { type ErrorCode, errorCodes, type FieldError, WaypostError } from '../contract/errors.js'

/** Statuses that mean the same whoever answers: often it is the proxy in front of the server. */
const proxyStatuses = [408, 413, 429, 502, 503, 504]

/** The body of an answer; throws what a problem says, `unexpected_answer` where nobody of ours spoke. */
export async function readAnswer(response: Response, now: () => number): Promise<unknown> {
  const { status, headers } = response
  const text = await response.text()
  if (status === 204) return undefined
  const type = headers.get('content-type') ?? 'no content type'
  const body = type.includes('json') ? parsed(text) : undefined
  if (response.ok && body) return body

  const { code, title, detail, errors } = (body ?? {}) as Record<string, unknown>
  const ours = !response.ok && typeof code === 'string'
  throw new WaypostError(
    ours
      ? known(code, status)
      : proxyStatuses.includes(status)
        ? codeOf(status)
        : 'unexpected_answer',
    {
      title: title as string | undefined,
      detail: ours ? (detail as string | undefined) : `HTTP ${status} with ${type}`,
      errors: Array.isArray(errors) ? (errors as FieldError[]) : [],
      retryAfter: secondsUntil(headers.get('retry-after'), now),
    },
  )
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value ? value : undefined
  } catch {
    return undefined
  }
}

/** Servers may be newer than we are: a code that we do not know reads as its status does. */
function known(code: string, status: number): ErrorCode {
  return Object.hasOwn(errorCodes, code) ? (code as ErrorCode) : codeOf(status)
}

function codeOf(status: number): ErrorCode {
  if (status > 501 && status < 505) return 'unavailable'
  const codes = Object.keys(errorCodes) as ErrorCode[]
  // The first of a status is its general code; 409 has none, each of its codes names one cause.
  return (
    (status !== 409 && codes.find((code) => errorCodes[code] === status)) ||
    (status < 500 ? 'malformed_request' : 'internal_error')
  )
}

/** RFC 9110 §10.2.3: whole seconds or a date. */
function secondsUntil(retryAfter: string | null, now: () => number): number | undefined {
  if (!retryAfter) return undefined
  const seconds = Number(retryAfter)
  const wait = Number.isNaN(seconds) ? (Date.parse(retryAfter) - now()) / 1000 : seconds
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}
