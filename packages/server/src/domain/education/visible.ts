import type { Rule } from '@waypost/sdk/contract'
import { type CallerFacts, narrowRule } from '@waypost/sdk/education'
import type { Actor, CustomerActor } from '../actor.js'
import { can } from '../policy.js'
import type { Transaction } from '../storage.js'
import type { EducationContent } from './content.js'

/** Somebody who asks for contents, with what their host has said of them. */
export interface Reader {
  readonly actor: Actor
  readonly facts: CallerFacts
}

/** Reads what rules may ask of whoever calls; a visitor is in no segment and has no attribute. */
export async function readerOf(tx: Transaction, actor: Actor): Promise<Reader> {
  if (!isCustomer(actor)) return strangerOf(actor)
  const customer = await tx.customers.find(actor.customerId)
  const attributes = customer?.attributes ?? {}
  return {
    actor,
    facts: { site: actor.site, signedIn: true, segments: actor.segments, attributes },
  }
}

/** Whether their host has said who calls, so that something may be kept of them. */
export function isCustomer(actor: Actor): actor is CustomerActor {
  return actor.kind === 'session' && actor.signed && actor.customerId !== null
}

/** The reader, where nothing is kept of whoever calls: nobody need wait for storage then. */
export function strangerOf(actor: Actor): Reader {
  const signedIn = actor.kind === 'agent' || (actor.kind === 'session' && actor.signed)
  return { actor, facts: { site: actor.site, signedIn, segments: [], attributes: {} } }
}

/** A content that a reader may see, with what of its rule only their page can answer. */
export interface Seen<T extends EducationContent = EducationContent> {
  readonly content: T
  readonly when: Rule | null
}

/** `undefined` for whom it is not meant: then it does not exist. */
export function seenBy<T extends EducationContent>(
  reader: Reader,
  content: T,
): Seen<T> | undefined {
  if (!can(reader.actor, { action: 'read', article: content })) return undefined
  const rule = content.when === null ? true : narrowRule(content.when, reader.facts)
  return rule === false ? undefined : { content, when: rule === true ? null : rule }
}
