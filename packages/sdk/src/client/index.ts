/** The HTTP API of Waypost, typed: for browsers, Node and workers. */

export {
  type ErrorCode,
  type FieldCode,
  type FieldError,
  isWaypostError,
  WaypostError,
} from '../contract/errors.js'
/** For the support team: `createAgentClient({ baseUrl, token })`. */
export {
  type AgentClient,
  type AgentClientOptions,
  createAgentClient,
  type ListAgentTicketsOptions,
  type PagedOptions,
} from './agent.js'
export type { ListArticlesOptions, VoteOptions } from './articles.js'
/** Files of tickets: `createAttachments(client)`. */
export {
  type AttachmentOptions,
  createAttachments,
  type UploadOptions,
} from './attachments.js'
export type { AccessOptions, Call } from './call.js'
/** For visitors and customers: `createClient({ baseUrl })`. */
export { type Client, type ClientOptions, createClient } from './client.js'
export type { ListCollectionsOptions } from './collections.js'
/** Who somebody is, as they are known: `createCustomers(client).update({ name })`. */
export { createCustomers } from './customers.js'
/** Courses, checklists, tours, tips and how far one is: `createEducation(client)`. */
export {
  type CompleteOptions,
  createEducation,
  type EducationChangeOptions,
  type EducationOptions,
} from './education.js'
/** What happens, as it happens: `listenToEvents(client, { onEvent })`. */
export {
  type EventsOptions,
  type EventsState,
  type HeardEvent,
  listenToEvents,
} from './events/events.js'
export type { LocaleOptions } from './in-locale.js'
/** What a customer has ordered: `createOrders(client)`. */
export { createOrders } from './orders.js'
/** Walks a list to its end. */
export { paginate } from './paginate.js'
export { prove } from './prove.js'
export type { SearchOptions, SuggestionsOptions } from './search.js'
export type { StartSessionOptions } from './session.js'
export type { Sleep } from './sleep.js'
export type {
  CreateTicketOptions,
  ListTicketsOptions,
  TicketChangeOptions,
} from './tickets.js'
/** Where the session token is kept: in memory, or wherever the host says. */
export { createMemoryTokens, type TokenStore } from './token-store.js'
export type { CallOptions, ChangeOptions, TransportOptions } from './transport.js'
