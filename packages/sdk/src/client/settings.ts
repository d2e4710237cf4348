import type { Settings } from '../contract/settings.js'
import type { Call } from './call.js'
import type { LocaleOptions } from './in-locale.js'

export function createSettings(call: Call) {
  return (options?: LocaleOptions): Promise<Settings> => call('getSettings', options)
}
