/**
 * Every error code with its HTTP status. Codes are added, never renamed. Status 0 marks what only a
 * client meets: no answer came from a server.
 */
export const errorCodes = {
  malformed_request: 400,
  malformed_json: 400,
  unauthenticated: 401,
  session_expired: 401,
  identity_token_invalid: 401,
  forbidden: 403,
  origin_not_allowed: 403,
  not_found: 404,
  method_not_allowed: 405,
  request_timeout: 408,
  ticket_changed: 409,
  content_changed: 409,
  ticket_closed: 409,
  payload_too_large: 413,
  uri_too_long: 414,
  unsupported_media_type: 415,
  expectation_failed: 417,
  invalid_input: 422,
  idempotency_key_reused: 422,
  proof_required: 428,
  rate_limited: 429,
  headers_too_large: 431,
  internal_error: 500,
  unavailable: 503,
  storage_full: 409,

  offline: 0,
  aborted: 0,
  reload_needed: 0,
  unexpected_answer: 0,
} as const satisfies Record<string, number>

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
  /** One sentence for its author, where what is wrong is what the team has written. */
  message?: string | undefined
}

export interface WaypostErrorOptions {
  /** What the code means, where the server has said it; browsers carry no titles along. */
  title?: string | undefined
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
    super(options.detail ?? options.title ?? code, { cause: options.cause })
    this.code = code
    this.status = errorCodes[code]
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
