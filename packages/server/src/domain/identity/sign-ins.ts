import { WaypostError } from '@waypost/sdk/contract'
import { addressOf } from '../../foundation/address-of.js'
import type { Clock } from '../../foundation/clock.js'
import type { NewId } from '../../foundation/ids.js'
import { addressKey } from '../answered-at.js'
import type { Secrets } from '../secrets.js'
import type { Storage, Transaction } from '../storage.js'
import type { CodeMails, MailTo } from './code-mails.js'
import type { Customer, Session } from './customer.js'
import type { MailedCodes } from './mailed-codes.js'
import type { StartedSession } from './sessions.js'
import type { SignInCode } from './sign-in-code-store.js'

export interface SignInsDeps {
  storage: Storage
  clock: Clock
  newId: NewId
  secrets: Secrets
  codes: MailedCodes
  mails: CodeMails
  /** A hash that nobody can make who has the storage alone. */
  digest(text: string): string
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const CODE_LIFE = 10 * MINUTE
/** Not prolonged: by then the address may be another's. */
const SESSION_LIFE = 30 * DAY
/** Wrong digits that a code survives. */
const TRIES = 5
/** Wrong digits for an address in a day, over all its codes: a link in the mail still signs in. */
const WRONG_A_DAY = 15
/** More codes than an address is sent while one lives. */
const LIVE = 25

/** How somebody proves that a mail address is theirs: the same answers for a known and an unknown one. */
export function createSignIns(deps: SignInsDeps) {
  const { storage, clock, newId, secrets, codes, mails, digest } = deps

  return {
    /** Mails a code. Says nothing of whether it did: an address has its share of mails. */
    async mailCode(site: string, email: string, locale: string | null): Promise<void> {
      const address = addressOf(email)
      const id = newId('cod')
      const at = clock.now()
      await storage.transaction(async (tx) => {
        const post = await mails.code(tx, await readerOf(tx, { site, address, locale, at }), id)
        if (!post) return
        const expiresAt = new Date(at.getTime() + CODE_LIFE).toISOString()
        tx.signInCodes.save({
          ...{ id, site, address, tries: 0, expiresAt },
          createdAt: at.toISOString(),
        })
        post()
      })
    },

    /** Mails the links of the requests that are answered at an address; says nothing of whether. */
    async mailLinks(site: string, email: string, locale: string | null): Promise<void> {
      const address = addressOf(email)
      const id = newId('mai')
      const at = clock.now()
      await storage.transaction(async (tx) => {
        const post = await mails.links(tx, await readerOf(tx, { site, address, locale, at }), id)
        post?.()
      })
    },

    /** Starts the session of whoever has the digits. A code opens once. */
    enterByCode(site: string, email: string, code: string): Promise<StartedSession> {
      const fresh = freshSession(site, addressOf(email))
      return prove({ site, email, code }, async (tx) => {
        const customer = await tx.customers.findBy('address', addressKey(site, fresh.address))
        return () => begin(tx, customer, fresh)
      })
    },

    prove,

    /** Starts the session of whoever has the link of a code's mail. It opens once. */
    async enterByLink(site: string, codeId: string): Promise<StartedSession> {
      const started = await storage.transaction(async (tx) => {
        const code = await tx.signInCodes.find(codeId)
        const fresh = freshSession(site, code?.address ?? '')
        if (code?.site !== site || code.expiresAt <= fresh.now) return undefined
        const key = addressKey(site, code.address)
        const { items } = await tx.signInCodes.list('address', key, { limit: LIVE })
        const customer = await tx.customers.findBy('address', key)
        useUp(tx, items)
        return begin(tx, customer, fresh)
      })
      return started ?? refuse('link')
    },

    /** The address that a link of a code's mail proves, while it does. */
    async addressOfLink(site: string, codeId: string): Promise<string | undefined> {
      const now = clock.now().toISOString()
      const code = await storage.transaction((tx) => tx.signInCodes.find(codeId))
      return code?.site === site && code.expiresAt > now ? code.address : undefined
    },
  }

  async function readerOf(
    tx: Transaction,
    to: { site: string; address: string; locale: string | null; at: Date },
  ): Promise<MailTo> {
    const { site, address, locale, at } = to
    const known = await tx.customers.findBy('address', addressKey(site, address))
    return { site, to: address, isProven: known !== undefined, locale, at }
  }

  /**
   * Takes the digits that were mailed to an address, once. `whenRight` reads what it needs in the same
   * transaction, and returns what the proof is good for.
   */
  async function prove<T>(
    { site, email, code }: { site: string; email: string; code: string },
    whenRight: (tx: Transaction) => Promise<() => T>,
  ): Promise<T> {
    const address = addressOf(email)
    const at = clock.now()
    const now = at.toISOString()
    const wrongId = digest(`wrong codes|${site}|${address}`)
    const proven = await storage.transaction(async (tx) => {
      const key = addressKey(site, address)
      const { items } = await tx.signInCodes.list('address', key, { limit: LIVE })
      const live = items.filter(({ tries, expiresAt }) => tries < TRIES && expiresAt > now)
      const found = await tx.spendings.find(wrongId)
      const wrong = found && found.expiresAt > now ? found : undefined
      // Read for right and wrong digits alike, so that neither is told by its time.
      const proof = await whenRight(tx)
      const isShut = (wrong?.points ?? 0) >= WRONG_A_DAY
      if (!isShut && live.some(({ id }) => codes.isCodeOf(id, code))) {
        useUp(tx, items)
        return { value: proof() }
      }
      for (const one of live) tx.signInCodes.save({ ...one, tries: one.tries + 1 })
      tx.spendings.save({
        id: wrongId,
        createdAt: wrong?.createdAt ?? now,
        expiresAt: wrong?.expiresAt ?? new Date(at.getTime() + DAY).toISOString(),
        points: (wrong?.points ?? 0) + 1,
      })
      return undefined
    })
    // After the commit, as a try that is thrown away would not have been counted.
    return proven ? proven.value : refuse('code')
  }

  function freshSession(site: string, address: string) {
    const at = clock.now()
    const ids = {
      sessionId: newId('ses'),
      customerId: newId('cus'),
      token: secrets.newToken('wps'),
    }
    return { ...ids, site, address, at, now: at.toISOString() }
  }

  function begin(
    tx: Transaction,
    known: Customer | undefined,
    fresh: ReturnType<typeof freshSession>,
  ): StartedSession {
    const { site, address, at, now: createdAt, token } = fresh
    const customer: Customer = known ?? {
      ...{ id: fresh.customerId, createdAt, site, identity: null, name: null, email: address },
      verification: 'email',
      segments: [],
    }
    const session: Session = {
      ...{ id: fresh.sessionId, site, createdAt, customerId: customer.id, signed: false },
      address,
      tokenHash: secrets.digest(token),
      expiresAt: new Date(at.getTime() + SESSION_LIFE).toISOString(),
    }
    if (!known) tx.customers.save(customer)
    tx.sessions.save(session)
    tx.events.add({ kind: 'session.started', site, sessionId: session.id })
    return { token, session, customer }
  }
}

export type SignIns = ReturnType<typeof createSignIns>

/** Every code of the address is used up with the one that opened. */
function useUp(tx: Transaction, codes: readonly SignInCode[]): void {
  for (const { id } of codes) tx.signInCodes.delete(id)
}

/** The same for a wrong one, a used one, one that is over and one that never was. */
function refuse(path: 'code' | 'link'): never {
  throw new WaypostError('invalid_input', { errors: [{ path, code: 'invalid' }] })
}
