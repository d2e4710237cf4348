import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  diskError,
  filesIn,
  lowdbWorld,
  troubledDisk,
} from '../../../testing/storage/lowdb-world.test.kit.js'
import { openSampleTicket, sampleTicketsIn } from '../../../testing/storage/open-sample-ticket.js'
import { sampleSession, sampleTicket } from '../../../testing/storage/sample-records.js'

const world = lowdbWorld()

describe('a checkpoint', () => {
  it('at a clean stop leaves pages and an empty journal', async () => {
    const folder = world.newFolder()
    const storage = await world.open(folder)
    await openSampleTicket(storage, 'tic_1')
    await storage.close()
    const files = filesIn(folder)
    expect(files).toEqual(['journal-2.ndjson', 'manifest.json', 'pages/1.json', 'pages/2.json'])
    expect(readFileSync(join(folder, 'journal-2.ndjson'), 'utf8')).toBe('')
    expect(readFileSync(join(folder, 'pages/1.json'), 'utf8')).toContain('Cannot sign in')
  })

  it('writes real files also where NODE_ENV is test, as it is here', async () => {
    expect(process.env.NODE_ENV).toBe('test')
    const folder = world.newFolder()
    const storage = await world.open(folder)
    await openSampleTicket(storage, 'tic_1')
    await storage.checkpoint()
    expect(() => JSON.parse(readFileSync(join(folder, 'pages/1.json'), 'utf8'))).not.toThrow()
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toEqual({ schema: 1 })
  })

  it('after an erasure leaves no file that remembers', async () => {
    const folder = world.newFolder()
    const storage = await world.open(folder)
    await storage.transaction(async (tx) => {
      tx.tickets.save(sampleTicket('tic_1', { subject: 'A secret' }))
      tx.tickets.save(sampleTicket('tic_2'))
    })
    await storage.checkpoint()
    await storage.transaction(async (tx) => {
      tx.tickets.save(sampleTicket('tic_1', { subject: 'A secret, again' }))
    })
    await storage.transaction(async (tx) => tx.tickets.delete('tic_1'))
    await storage.checkpoint()
    const texts = filesIn(folder).map((path) => readFileSync(join(folder, path), 'utf8'))
    expect(texts.join('')).not.toContain('secret')
    expect(texts.join('')).toContain('tic_2')
  })

  it('comes by itself when the journal has grown, and keeps it short', async () => {
    const folder = world.newFolder()
    const storage = await world.open(folder, { journalBytes: 20_000 })
    for (let i = 0; i < 200; i += 1) await openSampleTicket(storage, `tic_${i}`)
    const segments = filesIn(folder).filter((path) => path.startsWith('journal'))
    expect(segments).not.toContain('journal-1.ndjson')
    expect(segments.length).toBeLessThanOrEqual(2)
    const crashed = await world.open(world.afterCrash(folder))
    const kept = await sampleTicketsIn(crashed)
    expect(kept).toMatchObject({ last: 'WP-1200', withoutMessage: [] })
    expect(kept.ids).toHaveLength(200)
  })

  it('costs what has changed: other pages stay as they are', async () => {
    const folder = world.newFolder()
    const storage = await world.open(folder)
    const ids = Array.from({ length: 1000 }, (_, i) => `tic_${i}`)
    await Promise.all(ids.map((id) => openSampleTicket(storage, id)))
    await storage.checkpoint()
    const before = pagesIn(folder)
    expect(Object.keys(before).length).toBeGreaterThan(5)
    await storage.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_500')))
    await storage.checkpoint()
    const after = pagesIn(folder)
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toHaveLength(1)
  })

  it('removes the file of an empty page; what will expire has pages of its own', async () => {
    const folder = world.newFolder()
    const storage = await world.open(folder)
    const ids = Array.from({ length: 1500 }, (_, i) => `ses_${i}`)
    await storage.transaction(async (tx) => {
      tx.tickets.save(sampleTicket('tic_1'))
      for (const id of ids) tx.sessions.save(sampleSession(id))
    })
    await storage.checkpoint()
    expect(Object.keys(pagesIn(folder)).length).toBeGreaterThan(2)
    await storage.transaction(async (tx) => {
      for (const id of ids) tx.sessions.delete(id)
    })
    await storage.checkpoint()
    expect(Object.keys(pagesIn(folder))).toEqual(['pages/1.json'])
    await storage.transaction(async (tx) => tx.sessions.save(sampleSession('ses_new')))
    await storage.close()
    const again = await world.open(folder)
    expect(await again.transaction((tx) => tx.sessions.find('ses_new'))).toBeDefined()
    expect(await again.transaction((tx) => tx.sessions.find('ses_1'))).toBeUndefined()
  })

  it('that stopped between two pages may leave a record on both: one alone keeps it', async () => {
    const folder = world.newFolder()
    const storage = await world.open(folder)
    await openSampleTicket(storage, 'tic_1')
    await storage.close()
    copyFileSync(join(folder, 'pages/1.json'), join(folder, 'pages/9.json'))
    const again = await world.open(folder)
    expect((await sampleTicketsIn(again)).ids).toEqual(['tic_1'])
    await again.transaction(async (tx) => tx.tickets.delete('tic_1'))
    await again.close()
    expect((await sampleTicketsIn(await world.open(folder))).ids).toEqual([])
  })

  it('that finds the disk full is put off; nothing is lost', async () => {
    const disk = troubledDisk()
    const folder = world.newFolder()
    const storage = await world.open(folder, { disk: disk.calls })
    await openSampleTicket(storage, 'tic_1')
    disk.beforeAppend = () => {
      throw diskError('ENOSPC')
    }
    await expect(storage.checkpoint()).rejects.toThrow('ENOSPC')
    disk.beforeAppend = undefined
    await openSampleTicket(storage, 'tic_2')
    const crashed = await world.open(world.afterCrash(folder))
    expect((await sampleTicketsIn(crashed)).ids).toEqual(['tic_1', 'tic_2'])
    await storage.close()
    const again = await world.open(folder)
    expect((await sampleTicketsIn(again)).ids).toEqual(['tic_1', 'tic_2'])
  })

  it('may stop at any call to the disk', async () => {
    for (let last = 1; ; last += 1) {
      const disk = troubledDisk()
      const folder = world.newFolder()
      let calls = 0
      const stop = () => {
        calls += 1
        if (calls > last) throw diskError('EIO')
      }
      const options = { disk: disk.calls, onFatal: () => undefined, journalBytes: 3000 }
      const storage = await world.open(folder, options)
      disk.beforeAppend = stop
      disk.beforeSync = stop
      const kept: string[] = []
      try {
        for (let i = 0; i < 12; i += 1) {
          await openSampleTicket(storage, `tic_${i}`)
          kept.push(`tic_${i}`)
        }
      } catch {}
      await storage.close()
      const found = await sampleTicketsIn(await world.open(folder))
      // What was on its way may have arrived; what was acknowledged must have.
      expect(found.ids.filter((id) => kept.includes(id)).sort()).toEqual(kept.toSorted())
      expect(found.ids.length - kept.length).toBeLessThanOrEqual(1)
      expect(found.last).toBe(`WP-${1000 + found.ids.length}`)
      expect(found.withoutMessage).toEqual([])
      expect(found.eventNumbers).toEqual(found.ids.map((_, i) => i + 1))
      if (calls <= last) break
    }
  })
})

function pagesIn(folder: string): Record<string, string> {
  const paths = filesIn(folder).filter((path) => path.startsWith('pages'))
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}
