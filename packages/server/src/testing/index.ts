/** Suites that every adapter passes, and a whole server for tests. */
export { describeFileStore, type FileStoreUnderTest } from './describe-file-store.js'
export { describeMailer, type MailerUnderTest } from './describe-mailer.js'
export { describeStorage } from './describe-storage.js'
export { type SupportWorldOptions, supportWorld } from './support-world.js'
