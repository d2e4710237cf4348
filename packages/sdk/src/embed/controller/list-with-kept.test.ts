import { describe, expect, it } from 'vitest'
import type { Ticket } from '../../contract/tickets.js'
import type { KeptTicket } from './kept-tickets.js'
import { listWithKept } from './list-with-kept.js'

/** A ticket of some day of a month; its number is its day. */
const ticketOf = (day: number) => {
  const createdAt = `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`
  return { id: `tic_${day}`, createdAt } as Ticket
}

/** A session with some tickets, newest first, and tokens for others. */
function person({ session = [] as number[], kept = [] as number[], dead = [] as number[] }) {
  const opened: string[] = []
  const deps = {
    kept: kept.map((day): KeptTicket => ({ ...ticketOf(day), accessToken: `wpt_${day}` })),
    async list({ limit = 20, cursor = '' }) {
      const start = Number(cursor)
      const end = start + limit
      const items = session.slice(start, end).map(ticketOf)
      return { items, nextCursor: end < session.length ? String(end) : null }
    },
    async open({ id }: KeptTicket) {
      opened.push(id)
      const day = Number(id.slice(4))
      return dead.includes(day) ? undefined : ticketOf(day)
    },
  }
  /** Every page, as the days that stand on it. */
  async function pages(limit: number): Promise<number[][]> {
    const all: number[][] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listWithKept(deps, { limit, ...(cursor && { cursor }) })
      all.push(page.items.map(({ id }) => Number(id.slice(4))))
      cursor = page.nextCursor
    }
    return all
  }
  return { deps, opened, pages }
}

describe('tickets of a session and by token', () => {
  it('stand in one list, newest first, each once', async () => {
    const { pages, opened } = person({ session: [9, 6, 2], kept: [1, 2, 6, 7] })
    expect(await pages(20)).toEqual([[9, 7, 6, 2, 1]])
    expect(opened).toEqual(['tic_7', 'tic_1'])
  })

  it('keep their order over pages, and no page is longer than was asked for', async () => {
    const { pages, opened } = person({
      session: [20, 18, 16, 14, 12, 10],
      kept: [1, 3, 11, 12, 13, 15, 17, 19, 21],
    })
    expect(await pages(3)).toEqual([
      [21, 20, 19],
      [18, 17, 16],
      [15, 14, 13],
      [12, 11, 10],
      [3, 1],
    ])
    expect(opened).toHaveLength(8)
  })

  it('are the tokens alone where there is no session, as many requests as are shown', async () => {
    const { deps, opened } = person({ kept: [1, 2, 3, 4, 5] })
    const { items, nextCursor } = await listWithKept(deps, { limit: 2 })
    expect(items.map(({ id }) => id)).toEqual(['tic_5', 'tic_4'])
    expect([opened.length, nextCursor !== null]).toEqual([2, true])
  })

  it('leave out what a token opens no more, and go on behind it', async () => {
    const { pages } = person({ session: [8], kept: [9, 7, 6, 5], dead: [9, 6] })
    expect(await pages(2)).toEqual([[8], [7], [5]])
  })

  it('go on from a cursor that was given before there was any token', async () => {
    const { deps } = person({ session: [9, 8, 7, 6], kept: [10] })
    const { items } = await listWithKept(deps, { limit: 2, cursor: '2' })
    expect(items.map(({ id }) => id)).toEqual(['tic_7', 'tic_6'])
  })
})
