import { describe, expect, it } from 'vitest'
import type { Storage } from '../../domain/storage.js'
import { sampleMoment, sampleSession, sampleTicket } from './sample-records.js'
import type { StorageWorld } from './storage-world.js'

export function describeExpiry(world: StorageWorld): void {
  describe('what has an end', () => {
    it('stays until then, and is swept after it', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        tx.sessions.save(sampleSession('ses_short', { expiresAt: sampleMoment(3600) }))
        tx.sessions.save(sampleSession('ses_long', { expiresAt: sampleMoment(50 * 3600) }))
        tx.tickets.save(sampleTicket('tic_1'))
      })
      expect(await sessionsOf(storage)).toEqual(['ses_short', 'ses_long'])
      world.hoursPass(2)
      // Sweeping may take its time: it is not what ends a session.
      await expect.poll(() => sessionsOf(storage)).toEqual(['ses_long'])
      expect(await storage.transaction((tx) => tx.tickets.find('tic_1'))).toBeDefined()
    })

    it('stays longer when it is saved with a later end', async () => {
      const storage = await world.open()
      const session = sampleSession('ses_short')
      await storage.transaction(async (tx) => tx.sessions.save(session))
      await storage.transaction(async (tx) => {
        tx.sessions.save({ ...session, expiresAt: sampleMoment(9 * 3600) })
        tx.sessions.save(sampleSession('ses_long'))
      })
      world.hoursPass(2)
      await expect.poll(() => sessionsOf(storage)).toEqual(['ses_short'])
    })

    it('is swept however much of it there is', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        for (let i = 0; i < 1500; i += 1) tx.sessions.save(sampleSession(`ses_${i}`))
        tx.sessions.save(sampleSession('ses_long', { expiresAt: sampleMoment(50 * 3600) }))
      })
      world.hoursPass(2)
      const left = () => storage.transaction((tx) => tx.sessions.find('ses_1499'))
      await expect.poll(left, { timeout: 5000 }).toBeUndefined()
      await expect.poll(() => sessionsOf(storage)).toEqual(['ses_long'])
    })

    it('includes events: kept 24 hours, and their numbers never come again', async () => {
      const storage = await world.open()
      await addEvent(storage, 'tic_1')
      world.hoursPass(12)
      await addEvent(storage, 'tic_2')
      world.hoursPass(11)
      expect(await boundsOf(storage)).toEqual([1, 2])
      world.hoursPass(2)
      await expect.poll(() => boundsOf(storage)).toEqual([2, 2])
      world.hoursPass(24)
      await expect.poll(() => boundsOf(storage)).toEqual([0, 2])
      expect(await storage.transaction((tx) => tx.events.listAfter(0, 10))).toEqual([])
      await addEvent(storage, 'tic_3')
      expect(await boundsOf(storage)).toEqual([3, 3])
    })
  })
}

async function sessionsOf(storage: Storage): Promise<string[]> {
  const ids = ['ses_short', 'ses_long']
  const found = await storage.transaction((tx) =>
    Promise.all(ids.map((id) => tx.sessions.find(id))),
  )
  return found.flatMap((session) => session?.id ?? [])
}

async function addEvent(storage: Storage, ticketId: string): Promise<void> {
  await storage.transaction(async (tx) => {
    tx.events.add({ kind: 'ticket.opened', site: 'demo', ticketId })
  })
}

function boundsOf(storage: Storage): Promise<[first: number, last: number]> {
  return storage.transaction(async (tx) => [await tx.events.first(), await tx.events.last()])
}
