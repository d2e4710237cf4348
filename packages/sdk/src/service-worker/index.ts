/** For the service worker of a host: what was read of the help stays readable without a connection. */
export { type FetchEventLike, type KeepHelpOptions, type KeptHelp, keepHelp } from './keep-help.js'
