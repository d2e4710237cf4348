import type { Call } from './call.js'
import type { CallOptions } from './transport.js'

export interface LocaleOptions extends CallOptions {
  /** BCP 47; the client's own unless said. */
  locale?: string
}

/** The same calls, in the client's own locale where they name none. */
export function inLocale(call: Call, own: LocaleOptions): Call {
  return (name, options?: LocaleOptions, request?) =>
    call(name, { ...options, locale: options?.locale ?? own.locale }, request)
}
