import type { Live } from '../contract/live.js'
import type { AccessOptions, Call } from './call.js'

export function createLive(call: Call) {
  return (options?: AccessOptions): Promise<Live> => call('getLive', options)
}
