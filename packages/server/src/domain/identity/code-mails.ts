import type { Transaction } from '../storage.js'

export interface MailTo {
  readonly site: string
  /** As `addressOf` has it. */
  readonly to: string
  readonly isProven: boolean
  readonly locale: string | null
  readonly at: Date
}

/**
 * What the identity room asks of whoever sends mails, in the same transaction. It reads first and
 * returns what writes the mail; `undefined` where the address has had its share.
 */
export interface CodeMails {
  code(tx: Transaction, to: MailTo, codeId: string): Promise<(() => void) | undefined>
  links(tx: Transaction, to: MailTo, id: string): Promise<(() => void) | undefined>
}
