import type { Attributes, GroupAccess, Verification } from '@waypost/sdk/contract'
import type { StoredRecord } from '../../foundation/records.js'

/** A person who asked, or whom the host has signed in. */
export interface Customer extends StoredRecord {
  readonly site: string
  /** The host's own name for the person: issuer and subject of its identity token. */
  readonly identity: { readonly issuer: string; readonly subject: string } | null
  readonly name: string | null
  readonly email: string | null
  /** Other addresses that they have given, or went by before: what was mailed there is theirs. */
  readonly otherEmails?: readonly string[] | undefined
  readonly verification: Verification
  /** Whether the host, or a code that was mailed there, has proven that the address is theirs. */
  readonly emailVerified?: boolean | undefined
  /** What else the host knows of them, for the team to read. */
  readonly attributes?: Readonly<Attributes> | undefined
  /** BCP 47, as the host has it. */
  readonly locale?: string | undefined
  /** Segments that the host signed; they open audiences. */
  readonly segments: readonly string[]
  /** The company that the host says they belong to; absent where it names none. */
  readonly group?: string | undefined
  /** What they may do with its tickets: `read` where the host has said nothing. */
  readonly groupAccess?: GroupAccess | undefined
}

/** The memory of one browser. The token itself is never kept, only its hash. */
export interface Session extends StoredRecord {
  readonly site: string
  readonly tokenHash: string
  /** Anonymous sessions get theirs with the first ticket. */
  readonly customerId: string | null
  readonly signed: boolean
  /** The address that its holder has proved by a code, as `addressOf` has it. */
  readonly address?: string | undefined
  readonly expiresAt: string
}
