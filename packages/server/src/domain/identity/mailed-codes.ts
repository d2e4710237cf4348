/** The port on the digits of sign-in codes: made again at will, stored nowhere. */
export interface MailedCodes {
  /** Six digits. */
  codeOf(id: string): string
  isCodeOf(id: string, code: string): boolean
}
