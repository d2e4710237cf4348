import { describe, expect, it } from 'vitest'
import { sampleArticle, sampleMessage, sampleSession, sampleTicket } from './sample-records.js'
import type { StorageWorld } from './storage-world.js'

export function describeRecords(world: StorageWorld): void {
  describe('records', () => {
    it('gives back what was saved, character for character', async () => {
      const storage = await world.open()
      const saved = [sampleTicket('tic_1'), sampleMessage('msg_1'), sampleArticle('a/b:c')] as const
      await storage.transaction(async (tx) => {
        tx.tickets.save(saved[0])
        tx.messages.save(saved[1])
        tx.articles.save(saved[2])
      })
      const found = await storage.transaction(async (tx) => [
        await tx.tickets.get('tic_1'),
        await tx.messages.get('msg_1'),
        await tx.articles.get('a/b:c'),
      ])
      expect(found).toEqual(saved)
    })

    it('finds nothing where nothing is, and says so where it was demanded', async () => {
      const storage = await world.open()
      const found = storage.transaction(async (tx) => [
        await tx.tickets.find('tic_none'),
        await tx.tickets.findBy('requester', 'cus_none'),
        await tx.tickets.count('requester', 'cus_none'),
        await tx.tickets.list('requester', 'cus_none', { limit: 5 }),
      ])
      await expect(found).resolves.toEqual([undefined, undefined, 0, { items: [], next: null }])
      const demanded = storage.transaction((tx) => tx.tickets.get('tic_none'))
      await expect(demanded).rejects.toMatchObject({ code: 'not_found' })
    })

    it('replaces a record whole', async () => {
      const storage = await world.open()
      const first = sampleTicket('tic_1', { fields: { plan: 'team' }, assigneeId: 'agt_1' })
      const second = sampleTicket('tic_1', { fields: {}, subject: 'Changed' })
      await storage.transaction(async (tx) => tx.tickets.save(first))
      await storage.transaction(async (tx) => tx.tickets.save(second))
      expect(await storage.transaction((tx) => tx.tickets.get('tic_1'))).toEqual(second)
    })

    it('deletes a record; to delete it again changes nothing', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_1')))
      await storage.transaction(async (tx) => tx.tickets.delete('tic_1'))
      await storage.transaction(async (tx) => tx.tickets.delete('tic_1'))
      expect(await storage.transaction((tx) => tx.tickets.find('tic_1'))).toBeUndefined()
      expect(await storage.transaction((tx) => tx.tickets.count('requester', 'cus_1'))).toBe(0)
    })

    it('keeps the last word of a transaction about a record', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        tx.tickets.save(sampleTicket('tic_1'))
        tx.tickets.delete('tic_1')
        tx.tickets.delete('tic_2')
        tx.tickets.save(sampleTicket('tic_2'))
        tx.tickets.save(sampleTicket('tic_2', { subject: 'Last' }))
      })
      const [one, two] = await storage.transaction(async (tx) => [
        await tx.tickets.find('tic_1'),
        await tx.tickets.find('tic_2'),
      ])
      expect(one).toBeUndefined()
      expect(two?.subject).toBe('Last')
    })

    it('cannot be changed through what was saved or read', async () => {
      const storage = await world.open()
      const saved = sampleTicket('tic_1')
      await storage.transaction(async (tx) => tx.tickets.save(saved))
      const read = await storage.transaction((tx) => tx.tickets.get('tic_1'))
      for (const record of [saved, read]) {
        const fields = record.fields as Record<string, unknown>
        // Either it throws, or it changes a copy.
        try {
          fields.plan = 'stolen'
        } catch {}
      }
      const again = await storage.transaction((tx) => tx.tickets.get('tic_1'))
      expect(again.fields.plan).toBe('team')
    })

    it('finds a record by a key, the first where there are several', async () => {
      const storage = await world.open()
      await storage.transaction(async (tx) => {
        tx.sessions.save(sampleSession('ses_1', { tokenHash: 'one' }))
        tx.sessions.save(sampleSession('ses_2', { tokenHash: 'two' }))
        tx.articles.save(sampleArticle('b', { position: 2 }))
        tx.articles.save(sampleArticle('a', { position: 1 }))
        tx.articles.save(sampleArticle('c', { position: -1 }))
      })
      const [session, article] = await storage.transaction(async (tx) => [
        await tx.sessions.findBy('token', 'two'),
        await tx.articles.findBy('locale', 'demo|en|'),
      ])
      expect(session?.id).toBe('ses_2')
      expect(article?.id).toBe('c')
    })
  })
}
