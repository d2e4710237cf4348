import type { MailMatter } from './mail.js'

/** A mail to be written, as far as the outbox does not say it. */
export interface NewMail {
  /** Made of what it is about, so that work that runs twice writes it once. */
  readonly id: string
  readonly site: string
  /** As `addressOf` has it. */
  readonly to: string
  readonly isProven: boolean
  readonly locale: string | null
  readonly matter: MailMatter
  readonly at: Date
  /** Milliseconds until it goes. */
  readonly delay?: number
  /** Waits for its turn where an address has had its share; otherwise it is not written at all. */
  readonly canWait?: boolean
}
