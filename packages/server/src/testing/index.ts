/** Suites that every adapter passes, and a whole server for tests. */
export { describeStorage } from './describe-storage.js'
export { type SupportWorldOptions, supportWorld } from './support-world.js'
