import type { Settings } from '../contract/settings.js'
import type { Call } from './call.js'
import type { LocaleOptions } from './in-locale.js'

export function createSettings(call: Call) {
  /** What the widget needs to start. */
  return (options?: LocaleOptions): Promise<Settings> => call('getSettings', options)
}
