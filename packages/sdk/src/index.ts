/** The widget on a page of yours: `createWaypost({ baseUrl, site })`. */

export type { Diagnosis, Finding, FindingCode } from './contract/diagnosis.js'
/** The one error that calls reject with. */
export { type ErrorCode, isWaypostError, type WaypostError } from './contract/errors.js'
export type { OrderCard, OrdersOfPage } from './contract/orders.js'
/** Where the panel opens, how it looks and speaks, and what is known of the person beforehand. */
export type {
  Looks,
  Messages,
  MessageText,
  PageSuggestions,
  PanelTarget,
  TicketContextInput,
  TicketPrefill,
} from './contract/panel.js'
/** What can be listened to with `on`, and changed or stopped with `before`. */
export type { SdkEventName, SdkEvents, SdkHookName, SdkHooks } from './contract/sdk-events.js'
export type { WidgetOptions } from './contract/widget-options.js'
export {
  createEducationStore,
  type EducationSnapshot,
  type EducationStore,
} from './embed/create-education-store.js'
export { createWaypost } from './embed/create-waypost.js'
export type { Hook, IdentityToken, Waypost, WaypostState } from './embed/waypost.js'
