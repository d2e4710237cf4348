/**
 * The Waypost server as a library: `startServer({ config: await loadConfig(…) })` is what
 * `waypost serve` does.
 */
export type { Letter, Mailer } from '../domain/notifications/mailer.js'
export { CliError } from './cli-error.js'
export { type ComposeDeps, compose, type World } from './compose.js'
export type { Config, ConfigInput } from './config-schema.js'
export { loadConfig } from './load-config.js'
export { type RunningServer, type StartServerOptions, startServer } from './start-server.js'
export { stopSignal } from './stop-signal.js'
