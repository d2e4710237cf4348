import { addressOf } from '../../foundation/address-of.js'
import type { Clock } from '../../foundation/clock.js'
import type { Actor } from '../actor.js'
import { addressKey } from '../answered-at.js'
import type { Carried, CarriedCard } from '../carried.js'
import type { Storage, Transaction } from '../storage.js'
import { DAY, LINK_DAYS, type Mail } from './mail.js'
import type { MailLinks } from './mail-links.js'
import type { MailedRequest, Occasion } from './occasion.js'
import { isOfItsReader } from './requester-proof.js'
import { lastUnread } from './unread-reply.js'

export interface OccasionsDeps {
  storage: Storage
  clock: Clock
  links: MailLinks
  /** The six digits of a code. */
  codeOf(codeId: string): string
  /** What of it a reader may see by now. */
  cards(
    tx: Transaction,
    reader: Actor,
    contents: readonly Carried[],
    locale: string | undefined,
  ): Promise<readonly CarriedCard[]>
}

/** Requests that one mail lists, the newest first. */
const MOST_REQUESTS = 20

interface Asked {
  readonly requester: { readonly email: string | null }
}

interface Linked {
  readonly id: string
  readonly accessVersion: number
}

/** What a mail says, read when it goes: what is gone or read by then needs no mail. */
export function createOccasions({ storage, clock, links, codeOf, cards }: OccasionsDeps) {
  return {
    /** `undefined` where there is nothing to say any more. */
    async of(mail: Mail): Promise<Occasion | undefined> {
      const { matter } = mail
      if (matter.kind === 'sign-in-code') {
        const token = links.issue(
          { kind: 'sign-in', codeId: matter.codeId },
          new Date(mail.expiresAt),
        )
        return { kind: matter.kind, code: codeOf(matter.codeId), token }
      }
      return storage.transaction(async (tx) => {
        if (matter.kind === 'request-links') return listOf(tx, mail)
        const ticket = await tx.tickets.find(matter.ticketId)
        // A link lets in whoever reads it: it goes to no address that the ticket names no more.
        if (!ticket || !isAnsweredAt(ticket, mail.to)) return undefined
        const { reference } = ticket
        const token = linkTo(ticket)
        if (matter.kind === 'ticket-opened') return { kind: matter.kind, reference, token }
        const last = await lastUnread(tx, ticket)
        if (!last) return undefined
        const { number, message: reply } = last
        const author = reply?.author.name ?? null
        const isQuoted = reply !== undefined && (await isOfItsReader(tx, ticket))
        const said = isQuoted && {
          ...{ subject: ticket.subject, body: reply.body },
          contents: await cards(
            tx,
            holderOf(ticket),
            reply.contents ?? [],
            mail.locale ?? undefined,
          ),
        }
        return { kind: matter.kind, number, reference, token, author, said: said || null }
      })
    },
  }

  async function listOf(tx: Transaction, { site, to }: Mail): Promise<Occasion | undefined> {
    const { items } = await tx.tickets.list('address', addressKey(site, to), {
      limit: MOST_REQUESTS,
      direction: 'descending',
    })
    const requests: MailedRequest[] = items.map((ticket) => ({
      reference: ticket.reference,
      status: ticket.status,
      createdAt: ticket.createdAt,
      token: linkTo(ticket),
    }))
    return requests.length > 0 ? { kind: 'request-links', requests } : undefined
  }

  function linkTo({ id, accessVersion }: Linked): string {
    const end = new Date(clock.now().getTime() + LINK_DAYS * DAY)
    return links.issue({ kind: 'ticket', ticketId: id, accessVersion }, end)
  }
}

export type Occasions = ReturnType<typeof createOccasions>

const isAnsweredAt = ({ requester }: Asked, to: string): boolean =>
  requester.email !== null && addressOf(requester.email) === to

/** Whoever has the link of the mail: they see what everybody may. */
const holderOf = ({ id, site }: { id: string; site: string }): Actor => ({
  ...{ kind: 'ticket', site, ticketId: id },
})
