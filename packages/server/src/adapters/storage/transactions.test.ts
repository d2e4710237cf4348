import { describe, expect, it } from 'vitest'
import type { Transaction } from '../../domain/storage.js'
import { queueKey } from '../../domain/tickets/ticket-store.js'
import { sampleMessage, sampleMoment, sampleTicket } from '../../testing/storage/sample-records.js'
import { createKeptTables } from './kept-tables.js'
import { createTransactions, type Keeper } from './transactions.js'

const nothing: Keeper = { admit() {}, keep() {}, whenSafe: () => Promise.resolve() }

function newTransactions(change: { keeper?: Partial<Keeper>; deadline?: number } = {}) {
  let now = 0
  const keeper = { ...nothing, ...change.keeper }
  const clock = { now: () => new Date(sampleMoment(now)) }
  const kept = createKeptTables()
  const { deadline = 1000 } = change
  const { transaction, end } = createTransactions({ kept, clock, keeper, deadline })
  const turnClock = (seconds: number) => {
    now = seconds
  }
  return { transaction, turnClock, end }
}

const opened = { kind: 'ticket.opened', site: 'demo', ticketId: 'tic_1' } as const

describe('transactions', () => {
  it('give up work that never ends, so that others go on', async () => {
    const { transaction } = newTransactions({ deadline: 20 })
    let late: Transaction | undefined
    const stuck = transaction(async (tx) => {
      late = tx
      await new Promise(() => undefined)
    })
    const refusal = expect(stuck).rejects.toThrow(/took over 0\.02 s/)
    await expect(transaction((tx) => tx.tickets.find('tic_1'))).resolves.toBeUndefined()
    await refusal
    expect(() => late?.tickets.save(sampleTicket('tic_1'))).toThrow(/over/)
  })

  it('inside of each other are given up as well, and not for ever', async () => {
    const { transaction } = newTransactions({ deadline: 20 })
    const outer = transaction(async () => {
      await transaction(async (tx) => tx.tickets.save(sampleTicket('tic_1')))
    })
    await expect(outer).rejects.toThrow(/waits? for nothing but its own stores/)
  })

  it('leave tables alone when the keeper takes nothing', async () => {
    let isFull = true
    const keep = () => {
      if (isFull) throw new RangeError('full')
    }
    const { transaction } = newTransactions({ keeper: { keep } })
    const write = () =>
      transaction(async (tx) => {
        tx.tickets.save(sampleTicket('tic_1'))
        tx.events.add(opened)
      })
    await expect(write()).rejects.toThrow('full')
    const state = () =>
      transaction(async (tx) => [
        await tx.tickets.count('requester', 'cus_1'),
        await tx.events.last(),
      ])
    expect(await state()).toEqual([0, 0])
    isFull = false
    await write()
    expect(await state()).toEqual([1, 1])
  })

  it('hand nothing to the keeper where nothing has changed', async () => {
    const commits: unknown[] = []
    const { transaction } = newTransactions({ keeper: { keep: (all) => commits.push(all) } })
    await transaction(async (tx) => tx.tickets.save(sampleTicket('tic_1')))
    await transaction(async (tx) => {
      tx.tickets.save(await tx.tickets.get('tic_1'))
      tx.messages.delete('msg_none')
    })
    expect(commits).toHaveLength(1)
  })

  it('let others write while the first search reads all texts, and find what came meanwhile', async () => {
    const { transaction } = newTransactions()
    await transaction(async (tx) => {
      for (let i = 0; i < 5000; i += 1) {
        tx.tickets.save(sampleTicket(`tic_${i}`, { subject: `A long story, part ${i} of many` }))
      }
    })
    const ended: string[] = []
    let runs = 0
    const search = transaction((tx) => {
      runs += 1
      return tx.tickets.search('queue', queueKey('demo'), 'celadon', { limit: 9 })
    })
    const noted = search.then(() => ended.push('search'))
    await transaction(async (tx) => {
      tx.tickets.save(sampleTicket('tic_late', { subject: 'Celadon' }))
      tx.tickets.save(sampleTicket('tic_1', { subject: 'Celadon as well' }))
      tx.tickets.delete('tic_2')
    })
    ended.push('write')
    await noted
    expect(ended).toEqual(['write', 'search'])
    expect(runs).toBe(2)
    expect((await search).items.map(({ id }) => id)).toEqual(['tic_late', 'tic_1'])
  })

  it('go on finding when most of what was found is gone', async () => {
    const { transaction } = newTransactions()
    const ids = Array.from({ length: 10_500 }, (_, i) => `tic_${i}`)
    const found = async () => {
      const { items } = await transaction((tx) =>
        tx.tickets.search('queue', queueKey('demo'), 'celadon', { limit: 3 }),
      )
      return items.map(({ id }) => id)
    }
    await transaction(async (tx) => {
      for (const id of ids) tx.tickets.save(sampleTicket(id, { subject: 'Celadon' }))
    })
    expect(await found()).toHaveLength(3)
    await transaction(async (tx) => {
      for (const id of ids) if (id !== 'tic_7') tx.tickets.delete(id)
    })
    expect(await found()).toEqual(['tic_7'])
    await transaction(async (tx) => tx.tickets.save(sampleTicket('tic_8', { subject: 'Celadon' })))
    expect(await found()).toEqual(['tic_8', 'tic_7'])
  })

  it('say what went wrong when a text cannot be read, and stay as they are', async () => {
    const { transaction } = newTransactions()
    const broken = transaction(async (tx) => {
      tx.tickets.save(sampleTicket('tic_1', { subject: 'Celadon' }))
      tx.messages.save(
        sampleMessage('msg_1', { body: [{ type: 'strange' } as never, null as never] }),
      )
    })
    await expect(broken).rejects.toThrow(TypeError)
    expect(await transaction((tx) => tx.tickets.find('tic_1'))).toBeUndefined()
  })

  it('give up a search that still reads when the storage is closed', async () => {
    const { transaction, end } = newTransactions()
    await transaction(async (tx) => {
      for (let i = 0; i < 5000; i += 1) tx.tickets.save(sampleTicket(`tic_${i}`))
    })
    const search = transaction((tx) =>
      tx.tickets.search('queue', queueKey('demo'), 'sign', { limit: 9 }),
    )
    const refusal = expect(search).rejects.toMatchObject({ code: 'unavailable' })
    await transaction(async () => undefined)
    await end()
    await refusal
  })

  it('keep events in order of time also when the clock is set back', async () => {
    const { transaction, turnClock } = newTransactions()
    const add = () => transaction(async (tx) => tx.events.add(opened))
    turnClock(7200)
    await add()
    turnClock(0)
    await add()
    const events = await transaction((tx) => tx.events.listAfter(0, 9))
    expect(events.map(({ number, at }) => [number, at])).toEqual([
      [1, sampleMoment(7200)],
      [2, sampleMoment(7200)],
    ])
  })
})
