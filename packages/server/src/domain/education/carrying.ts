import { WaypostError } from '@waypost/sdk/contract'
import type { Actor } from '../actor.js'
import type { Carried, CarriedCard } from '../carried.js'
import type { Storage, Transaction } from '../storage.js'
import type { EducationContent } from './content.js'
import type { EducationRoom } from './education.js'

export interface CarryingDeps {
  storage: Storage
  findContent: EducationRoom['find']
}

/** Who asked, as much as says what they may see. */
export interface Asked {
  readonly site: string
  readonly requesterId: string
}

export interface Carrier {
  readonly id: string
  readonly contents?: readonly Carried[] | undefined
}

/** Knows what a reply may carry, and what its reader sees of it; see the port in the tickets room. */
export function createCarrying({ storage, findContent }: CarryingDeps) {
  return {
    async check(
      tx: Transaction,
      ticket: Asked,
      contents: readonly Carried[],
    ): Promise<readonly Carried[]> {
      if (contents.length === 0) return []
      const requester = await asRequester(tx, ticket)
      const found = await Promise.all(contents.map((one) => see(tx, requester, one, undefined)))
      const errors = found.flatMap((card, at) =>
        card ? [] : [{ path: `contents.${at}.id`, code: 'not_an_option' as const }],
      )
      if (errors.length > 0) throw new WaypostError('invalid_input', { detail: WHAT_TO_DO, errors })
      const once = new Map(contents.map(({ kind, id }) => [`${kind} ${id}`, { kind, id }]))
      return [...once.values()]
    },

    cards,

    /** What messages carry, by their ids, as whoever reads them may see it by now. */
    async seenBy(
      reader: Actor | Asked,
      messages: readonly Carrier[],
      locale: string | undefined,
    ): Promise<ReadonlyMap<string, readonly CarriedCard[]>> {
      const carriers = messages.filter(({ contents }) => contents)
      if (carriers.length === 0) return new Map()
      return storage.transaction(async (tx) => {
        const actor = 'kind' in reader ? reader : await asRequester(tx, reader)
        const seen = carriers.map(
          async ({ id, contents = [] }) => [id, await cards(tx, actor, contents, locale)] as const,
        )
        return new Map(await Promise.all(seen))
      })
    },
  }

  /** What of it a reader may see by now. */
  async function cards(
    tx: Transaction,
    reader: Actor,
    contents: readonly Carried[],
    locale: string | undefined,
  ): Promise<readonly CarriedCard[]> {
    const found = await Promise.all(contents.map((one) => see(tx, reader, one, locale)))
    return found.flatMap((card) => card ?? [])
  }

  async function see(
    tx: Transaction,
    reader: Actor,
    { kind, id }: Carried,
    wanted: string | undefined,
  ): Promise<CarriedCard | undefined> {
    const { content } = (await findContent(tx, reader, id, wanted)) ?? {}
    if (content?.kind !== kind) return undefined
    const { locale, title } = content
    const courseId = content.kind === 'lesson' ? content.courseId : null
    return { kind, id, locale, title, courseId, minutes: minutesOf(content) }
  }
}

export type CarryingRoom = ReturnType<typeof createCarrying>

const WHAT_TO_DO =
  'The requester can see no such content: correct kind and id, or whom the content is for.'

/** The requester as if they called: what they may see can be sent to them. */
async function asRequester(tx: Transaction, { site, requesterId }: Asked): Promise<Actor> {
  const customer = await tx.customers.find(requesterId)
  return {
    kind: 'session',
    site,
    sessionId: '',
    customerId: requesterId,
    signed: customer?.verification === 'signed',
    segments: customer?.segments ?? [],
    group: null,
    groupAccess: 'none',
  }
}

function minutesOf(content: EducationContent): number | null {
  if (content.kind === 'lesson' || content.kind === 'tour') return content.minutes
  if (content.kind === 'tip') return null
  const parts = content.kind === 'course' ? content.lessons : content.tasks
  return parts.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) || null
}
