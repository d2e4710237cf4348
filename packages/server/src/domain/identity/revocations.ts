import { WaypostError } from '@waypost/sdk/contract'
import { allOf } from '../../foundation/all-of.js'
import type { Clock } from '../../foundation/clock.js'
import type { NewId } from '../../foundation/ids.js'
import type { Actor } from '../actor.js'
import type { AuditLog, Doer } from '../audit-log.js'
import { asAgent } from '../policy.js'
import type { Storage } from '../storage.js'
import { identityKey } from './customer-store.js'
import { type Revocation, revokedAt } from './revocation.js'

export interface RevocationsDeps {
  storage: Storage
  clock: Clock
  newId: NewId
  /** Who signs the identity tokens of a site. */
  issuerOf(site: string): string | undefined
  audit: AuditLog
}

/** A person as their host knows them: the claims `sub` and, unless it is the site's own, `iss`. */
export interface RevokedPerson {
  subject: string
  issuer?: string | undefined
}

/** How the sessions of one person end everywhere, as when a laptop was stolen or somebody has left. */
export function createRevocations({ storage, clock, newId, issuerOf, audit }: RevocationsDeps) {
  /** At once: a session that is asked for at the same moment is either ended or refused. */
  async function end(
    site: string,
    person: RevokedPerson,
    doer: Doer = { site, by: 'operator' },
  ): Promise<{ revocation: Revocation; ended: number }> {
    const { subject, issuer = issuerOf(site) } = person
    if (issuer === undefined) {
      throw new WaypostError('invalid_input', {
        detail: 'This site has no identity in its configuration: name the issuer.',
        errors: [{ path: 'issuer', code: 'required' }],
      })
    }
    const id = newId('rev')
    const at = clock.now()
    const key = identityKey(site, issuer, subject)
    return storage.transaction(async (tx) => {
      const before = await tx.revocations.findBy('identity', key)
      const customer = await tx.customers.findBy('identity', key)
      const sessions = customer
        ? await allOf((after) => tx.sessions.list('customer', customer.id, { limit: 1_000, after }))
        : []
      const revocation = revokedAt(before, { id, site, issuer, subject }, at)
      const noteDeed = await audit.open(tx, doer, at)
      tx.revocations.save(revocation)
      noteDeed('customer.revoked', customer?.id ?? null)
      for (const { id: sessionId } of sessions) {
        tx.sessions.delete(sessionId)
        tx.events.add({ kind: 'session.ended', site, sessionId })
      }
      return { revocation, ended: sessions.length }
    })
  }

  return {
    /** Ends every session of a person; tokens of the host that were signed by now start no other. */
    async revoke(actor: Actor, person: RevokedPerson) {
      const agent = asAgent(actor, 'end-sessions')
      return end(agent.site, person, agent)
    },

    /** The same, for whoever sits at the server. */
    revokeHere: end,
  }
}

export type Revocations = ReturnType<typeof createRevocations>
