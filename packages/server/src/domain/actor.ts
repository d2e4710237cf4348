import type { AgentRole, GroupAccess } from '@waypost/sdk/contract'

/** Who is calling, as the door found out. Every actor stands on one site. */
export type Actor =
  | { readonly kind: 'none'; readonly site: string }
  | {
      readonly kind: 'session'
      readonly site: string
      readonly sessionId: string
      /** `null` until an anonymous session opens its first ticket. */
      readonly customerId: string | null
      readonly signed: boolean
      /** The address that they have proved by a code that was mailed to it. */
      readonly address?: string | undefined
      readonly segments: readonly string[]
      /** The company that a host says the customer belongs to, and what they may do with its tickets. */
      readonly group: string | null
      readonly groupAccess: GroupAccess
    }
  | { readonly kind: 'ticket'; readonly site: string; readonly ticketId: string }
  | {
      readonly kind: 'agent'
      readonly site: string
      readonly agentId: string
      readonly name: string | null
      readonly role: AgentRole
    }

type SessionActor = Extract<Actor, { kind: 'session' }>
export type CustomerActor = SessionActor & { readonly customerId: string }
export type AgentActor = Extract<Actor, { kind: 'agent' }>

/** The actor's name in idempotency records: the same person, browser or ticket has the same one. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'none':
      return 'none'
    case 'session':
      return actor.customerId !== null && actor.signed ? actor.customerId : actor.sessionId
    case 'ticket':
      return actor.ticketId
    case 'agent':
      return actor.agentId
  }
}

/**
 * Whose an upload is until a message names it: of a person whom the host names, in every session of
 * theirs; otherwise of whoever comes with the same token.
 */
export const holderId = (actor: Actor): string | undefined =>
  actor.kind === 'none' ? undefined : actorId(actor)
