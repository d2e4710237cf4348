import type { WidgetOptions } from '../../contract/widget-options.js'
import type { OutboxDeps } from '../outbox/create-outbox.js'
import type { RealtimeDeps } from '../realtime/create-realtime.js'
import { isOn } from './is-on.js'
import { createLazyPart } from './lazy-part.js'

export interface LatePartsDeps
  extends Omit<OutboxDeps, 'tell'>,
    Omit<RealtimeDeps, 'isWanted' | 'hasSound' | 'opened'> {
  options: WidgetOptions
}

/** What hears as things happen, and what keeps words until they have gone: fetched when wanted first. */
export function createLateParts(deps: LatePartsDeps) {
  const { options, tell, storage } = deps
  const realtime = createLazyPart(async () =>
    (await import('../realtime/create-realtime.js')).createRealtime({
      ...deps,
      isWanted: isOn(options.live),
      hasSound: isOn(options.sound),
      opened: () => outbox.say((part) => part.reached()),
    }),
  )
  const outbox = createLazyPart(async () =>
    (await import('../outbox/create-outbox.js')).createOutbox({
      ...deps,
      tell: (sent) => tell({ sent }),
    }),
  )
  return {
    realtime,
    outbox,
    hasUnsent: () => storage.all().some(([key]) => key.includes(':outbox:')),
  }
}
