import {
  errorTitles,
  type FieldError,
  isWaypostError,
  type Problem,
  WaypostError,
} from '@waypost/sdk/contract'

/** The problem document of an error (RFC 9457). */
export function problemOf(error: WaypostError): Problem {
  const { code, errors } = error
  // A program shows the sentence and seldom the list: the sentence names what is in it.
  const detail =
    error.detail ??
    (errors.length > 0
      ? `${errorTitles[code]}: ${errors.map(nameOf).slice(0, 20).join(', ')}`
      : undefined)
  return {
    type: `urn:waypost:problem:${code}`,
    title: errorTitles[code],
    status: error.status,
    code,
    ...(detail !== undefined && { detail }),
    ...(errors.length > 0 && { errors: errors.slice(0, 20) }),
  }
}

const nameOf = ({ path, code }: FieldError) => `${path || 'the whole'} (${code})`

/** Seconds after which something that is away may be back, where nobody knows better. */
const SOON = 2

/** Seconds to wait before another try; `undefined` where another one would end the same. */
export function retryAfterOf(error: unknown): number | undefined {
  if (!isWaypostError(error)) return undefined
  return error.retryAfter ?? (error.code === 'unavailable' ? SOON : undefined)
}

/** Any error as an answer. What we did not foresee says nothing about itself. */
export function errorResponse(error: unknown, headers: Record<string, string> = {}): Response {
  const known =
    isWaypostError(error) && error.status > 0 ? error : new WaypostError('internal_error')
  const retryAfter = retryAfterOf(known)
  return new Response(JSON.stringify(problemOf(known)), {
    status: known.status,
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
      ...(known.status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    },
  })
}
