import type { StoredRecord } from '../../foundation/records.js'

/** What a mail is about. Ids alone: its words are made when it goes, of what is true by then. */
export type MailMatter =
  | { readonly kind: 'ticket-opened'; readonly ticketId: string }
  | { readonly kind: 'ticket-replied'; readonly ticketId: string }
  | { readonly kind: 'sign-in-code'; readonly codeId: string }
  | { readonly kind: 'request-links' }

/** A mail to be sent, or sent within the last month. */
export interface Mail extends StoredRecord {
  readonly site: string
  /** The address, as `addressOf` has it. */
  readonly to: string
  /** Whether its owner had proved it when the mail was written, so that more may go there. */
  readonly isProven: boolean
  /** In which the reader asked; `null` for the language of the site. */
  readonly locale: string | null
  readonly matter: MailMatter
  /** When it goes, or is tried again; once it has gone, when it went. */
  readonly dueAt: string
  readonly tries: number
  readonly isSent: boolean
  readonly expiresAt: string
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Days for which the links of a mail open anything. */
export const LINK_DAYS = 30
/** How long a code opens, and how long a mail with it is worth sending. */
export const CODE_LIFE = 10 * MINUTE
/** Nobody waits longer for a notice, and no server of theirs is away for longer. */
const NOTICE_LIFE = 3 * DAY

/**
 * Mails in an hour, over all sites, to an address of which nobody knows whose it is, and to others. The
 * last of them is for what its owner asks for: nobody else's tickets keep somebody from signing in.
 */
const MOST = { unasked: 2, unproven: 3, proven: 20 } as const

export function mostOf({ isProven, matter }: Pick<Mail, 'isProven' | 'matter'>): number {
  if (isProven) return MOST.proven
  return matter.kind === 'ticket-opened' ? MOST.unasked : MOST.unproven
}

/**
 * When one more mail may go to an address. `latest` are the last that went or will go, the latest
 * first, as many as may go in an hour.
 */
export function nextTurn(latest: readonly Mail[], most: number, now: Date): Date {
  const last = latest[most - 1]
  const free = last ? Date.parse(last.dueAt) + HOUR : 0
  return new Date(Math.max(free, now.getTime()))
}

export function endOf({ kind }: MailMatter, dueAt: Date): string {
  const life = kind === 'sign-in-code' ? CODE_LIFE : NOTICE_LIFE
  return new Date(dueAt.getTime() + life).toISOString()
}

/** The mail after it has gone: kept while its links work, as it counts for what else may go. */
export function sent(mail: Mail, at: Date): Mail {
  const expiresAt = new Date(at.getTime() + LINK_DAYS * DAY).toISOString()
  return { ...mail, isSent: true, dueAt: at.toISOString(), expiresAt }
}

/** The mail after a try that failed: half a minute later, then twice as long each time, to 4 hours. */
export function retried(mail: Mail, at: Date): Mail {
  const wait = Math.min((MINUTE / 2) * 2 ** mail.tries, 4 * HOUR)
  return { ...mail, tries: mail.tries + 1, dueAt: new Date(at.getTime() + wait).toISOString() }
}
