import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  diskError,
  lowdbWorld,
  troubledDisk,
} from '../../../testing/storage/lowdb-world.test.kit.js'
import { openSampleTicket, sampleTicketsIn } from '../../../testing/storage/open-sample-ticket.js'
import { sampleTicket } from '../../../testing/storage/sample-records.js'

const world = lowdbWorld()

/** A gate before each sync of the journal: nothing is safe until it is opened. */
function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const later = new Promise((resolve) => setTimeout(resolve, 30, 'pending'))
  return (await Promise.race([promise, later])) === 'pending'
}

describe('an answer', () => {
  it('waits until the journal is synced, for the writer and for whoever saw the write', async () => {
    const disk = troubledDisk()
    const storage = await world.open(world.newFolder(), { disk: disk.calls })
    const { opened, open } = gate()
    disk.beforeSync = () => opened
    const written = storage.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_1')))
    const read = storage.transaction((tx) => tx.tickets.find('tic_1'))
    const refused = storage.transaction((tx) => tx.tickets.get('tic_none'))
    const refusal = expect(refused).rejects.toMatchObject({ code: 'not_found' })
    expect(await Promise.all([written, read, refused].map(isPending))).toEqual([true, true, true])
    open()
    await written
    await expect(read).resolves.toMatchObject({ id: 'tic_1' })
    await refusal
  })

  it('to a reader touches no disk where everything is safe', async () => {
    const disk = troubledDisk()
    const storage = await world.open(world.newFolder(), { disk: disk.calls })
    await openSampleTicket(storage, 'tic_1')
    const { syncs } = disk
    await storage.transaction((tx) => tx.tickets.get('tic_1'))
    await storage.transaction(async () => 'nothing')
    expect(disk.syncs).toBe(syncs)
  })

  it('to the first reader after a crash waits until what was found is synced', async () => {
    const folder = world.newFolder()
    await openSampleTicket(await world.open(folder), 'tic_1')
    const disk = troubledDisk()
    const { opened, open } = gate()
    disk.beforeSync = () => opened
    const storage = world.open(world.afterCrash(folder), { disk: disk.calls })
    expect(await isPending(storage)).toBe(true)
    open()
    expect((await sampleTicketsIn(await storage)).ids).toEqual(['tic_1'])
  })

  it('comes before the event is told to anybody', async () => {
    const disk = troubledDisk()
    const storage = await world.open(world.newFolder(), { disk: disk.calls })
    const { opened, open } = gate()
    disk.beforeSync = () => opened
    let woken = 0
    storage.onEvents(() => {
      woken += 1
    })
    const written = openSampleTicket(storage, 'tic_1')
    expect(await isPending(written)).toBe(true)
    expect(woken).toBe(0)
    open()
    await written
    await expect.poll(() => woken).toBe(1)
  })

  it('to many writers at once costs few appends and syncs', async () => {
    const disk = troubledDisk()
    const storage = await world.open(world.newFolder(), { disk: disk.calls })
    await openSampleTicket(storage, 'tic_first')
    const before = { ...disk }
    const ids = Array.from({ length: 64 }, (_, i) => `tic_${i}`)
    await Promise.all(ids.map((id) => openSampleTicket(storage, id)))
    expect(disk.appends - before.appends).toBeLessThanOrEqual(3)
    expect(disk.syncs - before.syncs).toBe(disk.appends - before.appends)
  })
})

describe('a journal that cannot be written', () => {
  it.each(['append', 'sync'] as const)('is fatal once, and never tried again: %s', async (step) => {
    const disk = troubledDisk()
    const fatal: Error[] = []
    const folder = world.newFolder()
    const options = { disk: disk.calls, onFatal: (error: Error) => fatal.push(error) }
    const storage = await world.open(folder, options)
    await openSampleTicket(storage, 'tic_1')
    const fault = () => {
      throw diskError('EIO')
    }
    Object.assign(disk, step === 'append' ? { beforeAppend: fault } : { beforeSync: fault })
    const ids = ['tic_2', 'tic_3', 'tic_4']
    const lost = await Promise.allSettled(ids.map((id) => openSampleTicket(storage, id)))
    expect(lost).toMatchObject(
      ids.map(() => ({ status: 'rejected', reason: { code: 'unavailable' } })),
    )
    const calls = { appends: disk.appends, syncs: disk.syncs }
    await expect(openSampleTicket(storage, 'tic_5')).rejects.toMatchObject({ code: 'unavailable' })
    await expect(sampleTicketsIn(storage)).rejects.toMatchObject({ code: 'unavailable' })
    await storage.close()
    expect({ appends: disk.appends, syncs: disk.syncs }).toEqual(calls)
    expect(fatal.map(({ message }) => message)).toEqual([
      expect.stringMatching(/journal-1\.ndjson.*EIO/),
    ])
    const again = await world.open(folder)
    expect((await sampleTicketsIn(again)).ids).toContain('tic_1')
  })

  it('since the disk is full loses nothing acknowledged', async () => {
    const disk = troubledDisk()
    const folder = world.newFolder()
    const storage = await world.open(folder, { disk: disk.calls, onFatal: () => undefined })
    await openSampleTicket(storage, 'tic_1')
    const path = join(folder, 'journal-1.ndjson')
    disk.beforeAppend = (_, bytes) => {
      // What a full disk does: some bytes still fit, then it says no.
      writeFileSync(path, bytes.subarray(0, 99), { flag: 'a' })
      throw diskError('ENOSPC')
    }
    await expect(openSampleTicket(storage, 'tic_2')).rejects.toMatchObject({ code: 'unavailable' })
    await storage.close()
    expect(readFileSync(path, 'utf8')).not.toMatch(/\n$/)
    const again = await world.open(folder)
    expect((await sampleTicketsIn(again)).ids).toEqual(['tic_1'])
    await openSampleTicket(again, 'tic_2')
    await again.close()
    expect((await sampleTicketsIn(await world.open(folder))).ids).toEqual(['tic_1', 'tic_2'])
  })
})

describe('a disk that is nearly full', () => {
  it('refuses what is new before the journal fails, and nothing else', async () => {
    const disk = troubledDisk()
    const folder = world.newFolder()
    disk.free = 3999
    const storage = await world.open(folder, { disk: disk.calls, minFreeBytes: 1000 })
    disk.free = 1000
    await openSampleTicket(storage, 'tic_1')
    disk.free = 999
    await expect(openSampleTicket(storage, 'tic_2')).rejects.toMatchObject({ code: 'storage_full' })
    await expect(storage.transaction((tx) => tx.tickets.get('tic_1'))).resolves.toBeDefined()
    disk.free = 1000
    await expect(openSampleTicket(storage, 'tic_3')).resolves.toBe('WP-1002')
    await storage.close()
    const kept = await sampleTicketsIn(await world.open(folder))
    expect(kept).toMatchObject({ ids: ['tic_1', 'tic_3'], eventNumbers: [1, 2] })
  })
})
