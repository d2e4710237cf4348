/** A mail in words, ready to go. */
export interface Letter {
  /** The same for every try, so that a mail that came twice can be known as one. */
  readonly id: string
  readonly to: string
  /** The name of the site, which stands beside the address of the sender. */
  readonly from: string
  readonly subject: string
  readonly locale: string
  readonly text: string
  /** A whole document. */
  readonly html: string
  readonly at: Date
}

/** The port on whatever takes mails to their readers. All adapters pass `describeMailer`. */
export interface Mailer {
  /** Resolves when somebody else has taken it over for good; rejects to be asked again later. */
  send(letter: Letter): Promise<void>
  /** Removes what this still keeps of mails that are kept no more, as their reader was erased. */
  prune?(isKept: (ids: readonly string[]) => Promise<readonly boolean[]>): Promise<void>
}
