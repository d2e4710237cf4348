import type { Attributes, GroupAccess } from '@waypost/sdk/contract'

/** The port on cryptography. */
export interface Secrets {
  /** SHA-256 as base64url. */
  digest(text: string): string
  /** A new bearer token: the prefix and 256 random bits. */
  newToken(prefix: 'wps' | 'wpa'): string
}

/** The port on ticket tokens (`wpt_…`): made again at will, stored nowhere. */
export interface TicketTokens {
  issue(ticketId: string, accessVersion: number): string
  /** What a token says, if we signed it. */
  read(token: string): { ticketId: string; accessVersion: number } | undefined
}

/** The port on the addresses that open a file for a while: made again at will, stored nowhere. */
export interface FileTokens {
  issue(attachmentId: string, at: Date): string
  /** The attachment that a token opens now, if we signed it. */
  read(token: string, at: Date): { attachmentId: string; expiresAt: Date } | undefined
}

/** Who a host says its visitor is. */
export interface SignedIdentity {
  readonly issuer: string
  readonly subject: string
  readonly name: string | null
  readonly email: string | null
  /** Only an e-mail that the host has verified counts as verified. */
  readonly emailVerified: boolean
  /** BCP 47. */
  readonly locale: string | undefined
  readonly segments: readonly string[]
  readonly attributes: Readonly<Attributes> | undefined
  readonly group: string | undefined
  readonly groupAccess: GroupAccess | undefined
  /** Seconds since 1970 at which the token was signed. */
  readonly issuedAt: number
  /** Seconds since 1970 at which the token ends. */
  readonly expiresAt: number
}

/** The port on identity tokens; throws `identity_token_invalid` with a reason for the host's developer. */
export interface IdentityTokens {
  verify(site: string, token: string): Promise<SignedIdentity>
}
