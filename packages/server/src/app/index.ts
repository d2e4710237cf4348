/** The Waypost server as a library: put together by `compose`, configured by `loadConfig`. */
export { type ComposeDeps, compose, type World } from './compose.js'
export type { Config, ConfigInput } from './config-schema.js'
export { loadConfig } from './load-config.js'
