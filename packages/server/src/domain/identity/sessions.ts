import { isWaypostError, WaypostError } from '@waypost/sdk/contract'
import type { Clock } from '../../foundation/clock.js'
import type { NewId } from '../../foundation/ids.js'
import type { Actor } from '../actor.js'
import type { IdentityTokens, Secrets, SignedIdentity } from '../secrets.js'
import type { Storage } from '../storage.js'
import type { Customer, Session } from './customer.js'
import { identityKey } from './customer-store.js'
import { isRevoked } from './revocation.js'
import type { WaitingUploads } from './waiting-uploads.js'

export interface SessionsDeps {
  storage: Storage
  clock: Clock
  newId: NewId
  secrets: Secrets
  identityTokens: IdentityTokens
  uploads: WaitingUploads
}

const DAY = 86_400_000
const ANONYMOUS_LIFE = 30 * DAY
const SIGNED_LIFE = DAY / 2

export interface StartedSession {
  /** `wps_…`: known to the caller alone. */
  token: string
  session: Session
  customer: Customer | null
}

/** Our memory of browsers. */
export function createSessions(deps: SessionsDeps) {
  const { storage, clock, newId, secrets, identityTokens, uploads } = deps
  return {
    /** Starts an anonymous session, or one for the person the host's token names. */
    async start(site: string, identityToken: string | undefined): Promise<StartedSession> {
      const identity =
        identityToken === undefined ? null : await identityTokens.verify(site, identityToken)
      const token = secrets.newToken('wps')
      const at = clock.now()
      const createdAt = at.toISOString()
      const life = identity ? SIGNED_LIFE : ANONYMOUS_LIFE
      const [id, customerId] = [newId('ses'), newId('cus')]
      return storage.transaction(async (tx) => {
        const key = identity && identityKey(site, identity.issuer, identity.subject)
        const [known, revocation] =
          key === null
            ? []
            : await Promise.all([
                tx.customers.findBy('identity', key),
                tx.revocations.findBy('identity', key),
              ])
        if (identity && isRevoked(revocation, identity.issuedAt)) {
          const detail = 'It was signed before the sessions of this person were ended.'
          throw new WaypostError('identity_token_invalid', { detail })
        }
        const customer =
          identity && withIdentity(known, identity, { id: customerId, site, createdAt })
        const session: Session = {
          id,
          site,
          tokenHash: secrets.digest(token),
          customerId: customer?.id ?? null,
          signed: identity !== null,
          createdAt,
          expiresAt: new Date(at.getTime() + life).toISOString(),
        }
        if (customer && customer !== known) tx.customers.save(customer)
        tx.sessions.save(session)
        tx.events.add({ kind: 'session.started', site, sessionId: id })
        return { token, session, customer }
      })
    },

    /** Who holds this token; `undefined` when nobody does, or no longer. */
    async find(token: string): Promise<Extract<Actor, { kind: 'session' }> | undefined> {
      const hash = secrets.digest(token)
      const at = clock.now()
      const { session, customer } = await storage.transaction(async (tx) => {
        const session = await tx.sessions.findBy('token', hash)
        const customerId = session?.customerId
        return { session, customer: customerId ? await tx.customers.find(customerId) : undefined }
      })
      if (session === undefined || session.expiresAt <= at.toISOString()) return undefined
      if (slid(session, at) !== session) await slide(session.id, at)
      return {
        kind: 'session',
        site: session.site,
        sessionId: session.id,
        customerId: session.customerId,
        signed: session.signed,
        address: session.address,
        segments: customer?.segments ?? [],
        group: (session.signed && customer?.group) || null,
        groupAccess: customer?.groupAccess ?? 'read',
      }
    },

    /** Ends a session; its token opens nothing any more, and nobody can name what it has uploaded. */
    end(site: string, sessionId: string): Promise<void> {
      return storage.transaction(async (tx) => {
        const letGo = await uploads.letGo(tx, sessionId, clock.now())
        tx.sessions.delete(sessionId)
        letGo()
        tx.events.add({ kind: 'session.ended', site, sessionId })
      })
    },
  }

  /** Apart from the read that it comes with: where there is no room to keep it, one can still read. */
  async function slide(sessionId: string, at: Date): Promise<void> {
    try {
      await storage.transaction(async (tx) => {
        const session = await tx.sessions.find(sessionId)
        const renewed = session && slid(session, at)
        if (renewed && renewed !== session) tx.sessions.save(renewed)
      })
    } catch (error) {
      if (!isWaypostError(error, 'storage_full')) throw error
    }
  }
}

export type Sessions = ReturnType<typeof createSessions>

/** An anonymous session lives on while it is used: written at most once a day. */
function slid(session: Session, at: Date): Session {
  const life = at.getTime() + ANONYMOUS_LIFE
  const ends = session.signed || session.address !== undefined
  if (ends || life - Date.parse(session.expiresAt) < DAY) return session
  return { ...session, expiresAt: new Date(life).toISOString() }
}

/** The customer as the host describes them now. */
function withIdentity(
  known: Customer | undefined,
  identity: SignedIdentity,
  fresh: { id: string; site: string; createdAt: string },
): Customer {
  const { issuer, subject, name, email, emailVerified, locale, segments } = identity
  const customer: Customer = {
    ...(known ?? fresh),
    identity: { issuer, subject },
    name,
    email,
    verification: 'signed',
    segments,
    emailVerified,
    locale,
    attributes: identity.attributes,
    group: identity.group,
    groupAccess: identity.groupAccess,
  }
  return known && JSON.stringify(known) === JSON.stringify(customer) ? known : customer
}
