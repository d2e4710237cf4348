import type { Settings } from '../contract/settings.js'
import type { Call } from './call.js'
import type { CallOptions } from './transport.js'

export interface LocaleOptions extends CallOptions {
  /** BCP 47; the client's own unless said. */
  locale?: string
}

export function createSettings(call: Call, ownLocale?: string) {
  /** What the widget needs to start. */
  return ({ locale = ownLocale, ...rest }: LocaleOptions = {}): Promise<Settings> =>
    call('getSettings', { query: { locale }, ...rest })
}
