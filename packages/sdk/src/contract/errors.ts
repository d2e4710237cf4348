/**
 * Every error code with its HTTP status and English title. Codes are added, never renamed.
 * Status 0 marks what only a client meets: no answer came from a server.
 */
export const errorCodes = {
  malformed_request: { status: 400, title: 'The request could not be read' },
  malformed_json: { status: 400, title: 'The body is not valid JSON' },
  unauthenticated: { status: 401, title: 'A valid token is needed' },
  session_expired: { status: 401, title: 'The session has ended' },
  identity_token_invalid: { status: 401, title: 'The identity token was not accepted' },
  forbidden: { status: 403, title: 'This is not allowed' },
  origin_not_allowed: { status: 403, title: 'This site may not be used from this origin' },
  not_found: { status: 404, title: 'There is nothing here' },
  method_not_allowed: { status: 405, title: 'This address does not take this method' },
  request_timeout: { status: 408, title: 'The request took too long to arrive' },
  ticket_changed: { status: 409, title: 'The ticket has changed since it was read' },
  ticket_closed: { status: 409, title: 'The ticket is closed' },
  payload_too_large: { status: 413, title: 'The request is too large' },
  uri_too_long: { status: 414, title: 'The address is too long' },
  unsupported_media_type: { status: 415, title: 'The body must be JSON in UTF-8' },
  expectation_failed: { status: 417, title: 'This expectation cannot be met' },
  invalid_input: { status: 422, title: 'Some of the input is not valid' },
  idempotency_key_reused: {
    status: 422,
    title: 'This idempotency key was used with another request',
  },
  rate_limited: { status: 429, title: 'Too many requests' },
  headers_too_large: { status: 431, title: 'The headers are too large' },
  internal_error: { status: 500, title: 'Something failed on the server' },
  unavailable: { status: 503, title: 'The server cannot answer now' },
  storage_full: { status: 409, title: 'There is no room left to keep this' },

  offline: { status: 0, title: 'The server could not be reached' },
  aborted: { status: 0, title: 'The call was stopped' },
  reload_needed: { status: 0, title: 'The page has to be loaded again' },
  unexpected_answer: { status: 0, title: 'The answer did not come from Waypost' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof errorCodes

/** What can be wrong with one field. */
export const fieldCodes = [
  'required',
  'wrong_type',
  'too_short',
  'too_long',
  'too_small',
  'too_large',
  'not_an_option',
  'invalid_email',
  'invalid_locale',
  'invalid_url',
  'invalid_cursor',
  'too_complex',
  'invalid',
] as const

export type FieldCode = (typeof fieldCodes)[number]

/** One field that is wrong: a dotted path into the input, never the value itself. */
export interface FieldError {
  path: string
  code: FieldCode
}

export interface WaypostErrorOptions {
  /** One sentence for the person who reads logs or calls the API. */
  detail?: string
  errors?: readonly FieldError[]
  /** Seconds to wait before another try. */
  retryAfter?: number
  cause?: unknown
}

/** The one error of Waypost: thrown where something is known to be wrong, caught at the door. */
export class WaypostError extends Error {
  // A field, and not set in the constructor: where a page has frozen `Error`, that would throw.
  override readonly name: string = 'WaypostError'
  readonly code: ErrorCode
  readonly status: number
  readonly detail: string | undefined
  readonly errors: readonly FieldError[]
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, options: WaypostErrorOptions = {}) {
    super(options.detail ?? errorCodes[code].title, { cause: options.cause })
    this.code = code
    this.status = errorCodes[code].status
    this.detail = options.detail
    this.errors = options.errors ?? []
    this.retryAfter = options.retryAfter
  }
}

/** True for a `WaypostError`, of this or another copy of the package, with the given code if any. */
export function isWaypostError(error: unknown, code?: ErrorCode): error is WaypostError {
  return (
    error instanceof Error &&
    error.name === 'WaypostError' &&
    (code === undefined || (error as WaypostError).code === code)
  )
}
