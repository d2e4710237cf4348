/** What a mailed link opens. */
export type LinkTarget =
  | { readonly kind: 'ticket'; readonly ticketId: string; readonly accessVersion: number }
  | { readonly kind: 'sign-in'; readonly codeId: string }

/** The port on links of mails (`wpl_…`): made again at will, stored nowhere, and over at a time. */
export interface MailLinks {
  issue(target: LinkTarget, expiresAt: Date): string
  /** What a link opens, if we signed it and its time is not over. */
  read(token: string, now: Date): LinkTarget | undefined
}
