import type { Client } from '../../client/client.js'
import type { TokenStore } from '../../client/token-store.js'
import { WaypostError } from '../../contract/errors.js'
import type { Customer } from '../../contract/sessions.js'
import type { IdentityToken, WaypostState } from '../waypost.js'
import { createHostToken } from './host-token.js'
import type { createKeep } from './keep.js'
import type { createSessionRecord, KeptSession } from './kept-session.js'

export interface IdentityDeps {
  record: ReturnType<typeof createSessionRecord>
  keep: Pick<ReturnType<typeof createKeep>, 'turnTo' | 'forget'>
  session(): Client['session']
  /** What the panel shows is this person's no longer. */
  clearView(): void
  /** Somebody else may be here. */
  changed(): void
  /** The host was asked who is here, and gave no answer. */
  failed(error: WaypostError): void
}

/**
 * Who is here: one person at a time, by the session that this browser keeps and by what the host
 * says. While the host is being asked, calls wait; none is made for the person before.
 */
export function createIdentity({
  record,
  keep,
  session,
  clearView,
  changed,
  failed,
}: IdentityDeps) {
  const host = createHostToken()
  let kept = record.read()
  let customer: Customer | null = null
  /** Kept, and not to be used: the server refused it, or the host may mean somebody else. */
  let spent: string | undefined
  let own = new Set<string>()
  let settling: Promise<void> | undefined
  /** Why the server did not believe the host, for as long as nobody else has come. */
  let refusal: WaypostError | undefined
  let turn = 0
  let ends = 0
  /** This page may show what is theirs. */
  let isShown = false

  function leave(): void {
    kept = customer = null
    spent = undefined
    own = new Set()
    keep.turnTo(undefined, isShown ? clearView : undefined)
    isShown = false
  }

  function arrive(next: KeptSession | null): void {
    const customerId = next?.customerId ?? null
    // A visitor who gets a name goes on as the same person, with other tickets to see.
    const wasVisitor = kept?.customerId === null && own.has(kept.token)
    kept = next
    spent = undefined
    isShown = true
    if (next) own.add(next.token)
    keep.turnTo({ customerId }, wasVisitor && customerId ? clearView : undefined)
    changed()
  }

  /** What another tab has decided holds here too. */
  function follow(): void {
    const there = record.read()
    if (settling || (there?.token ?? null) === (kept?.token ?? spent ?? null)) return
    if (!there || (kept?.customerId && there.customerId !== kept.customerId)) {
      host.forget()
      leave()
    }
    arrive(there)
  }

  function live(): string | null {
    follow()
    if (!kept || kept.token === spent) return null
    own.add(kept.token)
    return kept.token
  }

  /** What was asked for somebody who has gone is not done for the next one. */
  async function whenSettled(): Promise<string | null> {
    const before = ends
    await settling?.catch(() => {})
    if (before !== ends) throw new WaypostError('aborted')
    return live()
  }

  const tokens: TokenStore = {
    get: () => (settling ? whenSettled() : live()),
    set(token, session) {
      if (token === null) {
        if (kept) spent = kept.token
        // Where the host can be asked, another comes at once and nothing has changed.
        if (!host.isThere) changed()
        return
      }
      refusal = undefined
      const next = session?.customer ?? null
      if (next && kept?.customerId && kept.customerId !== next.id) leave()
      customer = next
      const subject = next ? host.subject : (record.read()?.subject ?? null)
      const found = { token, customerId: next?.id ?? null, subject }
      record.write(found)
      arrive(found)
    },
  }

  async function settle(mine: number): Promise<void> {
    let identityToken: string | undefined
    try {
      identityToken = await host.ask()
      if (mine !== turn) throw new WaypostError('aborted')
      if (kept?.customerId && kept.subject !== host.subject) {
        record.write(null)
        leave()
      }
      // What they learnt here without a name is theirs.
      const visitorToken = kept && !kept.customerId ? kept.token : undefined
      await session().start({ identityToken, visitorToken })
    } catch (error) {
      if (mine === turn) doubt(identityToken !== undefined, error as WaypostError)
      throw error
    } finally {
      if (mine === turn) settling = undefined
    }
  }

  /** The host has spoken of somebody, and it led to nothing. */
  function doubt(wasTold: boolean, error: WaypostError): void {
    const { status } = error
    if (!wasTold) failed(error)
    if (wasTold && status >= 400 && status < 500 && status !== 429) {
      refusal = error
      host.forget()
    } else if (wasTold && kept?.customerId) {
      arrive(kept)
      return
    }
    if (kept?.customerId) {
      spent = kept.token
      kept = customer = null
    }
    keep.turnTo({ customerId: null })
    changed()
  }

  /** Whoever the calls are made for, as far as is known. */
  const here = () => (kept && (host.isThere || kept.token !== spent) ? kept : null)

  return {
    tokens,
    follow,
    /** Their tokens. A ticket token is one of them as soon as they call with it. */
    own: () => own,
    isHostThere: () => host.isThere,
    refusal: () => refusal,
    getToken: () => (host.isThere ? host.ask() : null),

    /** Call it when the host has had its first say: until then it may mean somebody else. */
    begin(): void {
      if (!settling) arrive(kept)
    },

    identify(source: IdentityToken): Promise<void> {
      refusal = undefined
      host.from(source)
      settling = settle(++turn)
      return settling
    },

    /** Forgets the person at once. Resolves when the server has heard of it, if it `isTold`. */
    forget({ isTold }: { isTold: boolean }): Promise<void> {
      turn++
      ends++
      settling = refusal = undefined
      // The end reads the token before it is gone; afterwards it only stops what is on its way.
      const ended = isTold && session().end()
      host.forget()
      record.write(null)
      isShown = true
      leave()
      keep.forget()
      arrive(null)
      return ended || session().end()
    },

    state(): Required<Pick<WaypostState, 'identity' | 'customerId'>> {
      const customerId = here()?.customerId ?? null
      return { identity: customerId ? 'signed' : here() ? 'anonymous' : 'none', customerId }
    },

    /** Whom the host vouches for. Waits while the host is being asked. */
    async customer(): Promise<Customer | null> {
      await settling?.catch(() => {})
      const id = here()?.customerId
      return id ? (customer ?? { id, name: null, email: null }) : null
    },
  }
}
