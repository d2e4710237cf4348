import type { SdkEventName, SdkHookName } from '../../contract/sdk-events.js'

// Written as objects, so that the compiler misses a name that was added to the contract.
const events: Record<SdkEventName, true> = {
  ready: true,
  error: true,
  'panel:opened': true,
  'panel:closed': true,
  'search:performed': true,
  'article:viewed': true,
  'article:voted': true,
  'ticket:opened': true,
  'ticket:replied': true,
  'ticket:solved': true,
  'ticket:reopened': true,
  'identity:changed': true,
  'identity:failed': true,
  'locale:changed': true,
  'unread:changed': true,
  'consent:changed': true,
  'tour:started': true,
  'tour:completed': true,
  'tour:skipped': true,
  'tour:target-missing': true,
  'task:completed': true,
  'checklist:completed': true,
  'lesson:completed': true,
  'course:completed': true,
  'quiz:answered': true,
  'progress:changed': true,
  'tip:opened': true,
  'content:action': true,
}
const hooks: Record<SdkHookName, true> = {
  'search:perform': true,
  'ticket:create': true,
  'message:send': true,
}

export const eventNames = Object.keys(events)
export const hookNames = Object.keys(hooks)
