import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { filesIn, lowdbWorld } from '../../testing/storage/lowdb-world.test.kit.js'
import { openSampleTicket, sampleTicketsIn } from '../../testing/storage/open-sample-ticket.js'
import { sampleMessage, sampleTicket } from '../../testing/storage/sample-records.js'
import { createArchive } from './archive/create-archive.js'
import { openArchive } from './archive/read-archive.js'
import { copyWhole } from './copy-whole.js'
import { openFolderCopy } from './lowdb/folder-copy.js'
import type { Migration } from './lowdb/migrations.js'
import { openWholeFolder, schema } from './lowdb/whole-folder.js'
import type { Sums, WholeSource, WholeTarget } from './whole-storage.js'

const world = lowdbWorld()
const options = { schema, migrations: [] as readonly Migration[] }
const takenAt = new Date('2026-01-06T08:00:00.000Z')

/** Tickets in pages and in the journal, one of them gone again, as a crash left it. */
async function filledFolder(): Promise<string> {
  const folder = world.newFolder()
  const storage = await world.open(folder)
  for (const id of ['tic_1', 'tic_2']) await openSampleTicket(storage, id)
  await storage.checkpoint()
  await storage.transaction(async (tx) => tx.tickets.delete('tic_2'))
  await openSampleTicket(storage, 'tic_3')
  writeFileSync(join(folder, 'keys.json'), '{ "ticketTokens": [] }\n')
  return world.afterCrash(folder)
}

/** As many tickets as fill some pages. */
async function largeFolder(): Promise<string> {
  const folder = world.newFolder()
  const storage = await world.open(folder)
  await storage.transaction(async (tx) => {
    for (let i = 0; i < 600; i += 1) {
      tx.tickets.save(sampleTicket(`tic_${i}`, { reference: `WP-${i}` }))
      tx.messages.save(sampleMessage(`msg_${i}`, { ticketId: `tic_${i}` }))
    }
    tx.events.add({ kind: 'ticket.opened', site: 'demo', ticketId: 'tic_599' })
  })
  await storage.close()
  return folder
}

async function copy(
  openSource: () => Promise<WholeSource>,
  openTarget: () => Promise<WholeTarget>,
  signal?: AbortSignal,
): Promise<Sums> {
  const source = await openSource()
  try {
    const target = await openTarget()
    try {
      return await copyWhole(source, target, { signal })
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

const move = (from: string, to: string, how: { restart?: boolean } = {}) =>
  copy(
    () => openWholeFolder(from),
    () => openFolderCopy(to, how),
  )

const back = (from: string, file: string, signal?: AbortSignal) =>
  copy(
    () => openWholeFolder(from),
    () => createArchive(file, { ...options, takenAt }),
    signal,
  )

const restore = (file: string, to: string, how = options) =>
  copy(
    () => openArchive(file, how),
    () => openFolderCopy(to),
  )

/** Copies until a first page stands in the target, and stops there. */
async function interrupted(from: string, to: string): Promise<void> {
  const stop = new AbortController()
  const target = await openFolderCopy(to)
  const source = await openWholeFolder(from)
  const write: WholeTarget['write'] = async (batch) => {
    await target.write(batch)
    if (readdirSync(join(to, 'pages')).length > 0) stop.abort(new Error('the power went'))
  }
  const copying = copyWhole(source, { ...target, write }, { signal: stop.signal })
  await expect(copying).rejects.toThrow('the power went')
  await target.close()
  await source.close()
}

describe('a copy of a storage', () => {
  it('has the same records, keys and numbers, and goes on from there', async () => {
    const [from, to] = [await filledFolder(), world.newFolder()]
    const sums = await move(from, to)
    expect(sums.get('tickets')?.records).toBe(2)
    expect(readFileSync(join(to, 'keys.json'))).toEqual(readFileSync(join(from, 'keys.json')))
    const [source, target] = [await world.open(from), await world.open(to)]
    expect(await sampleTicketsIn(target)).toEqual(await sampleTicketsIn(source))
    await openSampleTicket(target, 'tic_4')
    const { last, eventNumbers } = await sampleTicketsIn(target)
    expect([last, eventNumbers]).toEqual(['WP-1004', [1, 2, 3, 4]])
  })

  it('counts events on where the last of them has ended', async () => {
    const [from, to] = [await filledFolder(), world.newFolder()]
    const later = { now: () => new Date('2026-01-09T08:00:00.000Z') }
    const source = await world.open(from, { clock: later })
    expect((await sampleTicketsIn(source)).eventNumbers).toEqual([])
    await source.close()
    await move(from, to)
    const target = await world.open(to, { clock: later })
    await openSampleTicket(target, 'tic_4')
    expect((await sampleTicketsIn(target)).eventNumbers).toEqual([4])
  })

  it('adds up to the same when it is copied back, in whatever order', async () => {
    const folders = [await filledFolder(), world.newFolder(), world.newFolder()] as const
    const there = await move(folders[0], folders[1])
    expect(await move(folders[1], folders[2])).toEqual(there)
  })

  it('goes on where it was interrupted, and is no storage before it is whole', async () => {
    const [from, to] = [await largeFolder(), world.newFolder()]
    await interrupted(from, to)
    const first = join(to, 'pages/1.json')
    const written = statSync(first).mtimeMs
    await expect(world.open(to)).rejects.toThrow(`${to} holds only a part of ${from}`)
    await expect(openWholeFolder(to)).rejects.toThrow(`${to} holds only a part of ${from}`)
    await move(from, to)
    expect(statSync(first).mtimeMs).toBe(written)
    const storage = await world.open(to)
    expect((await sampleTicketsIn(storage)).ids).toHaveLength(600)
  })

  it('is found wrong where its source has changed since it was begun, and begins anew', async () => {
    const [from, to] = [await largeFolder(), world.newFolder()]
    await interrupted(from, to)
    const storage = await world.open(from)
    await storage.transaction(async (tx) => tx.tickets.delete('tic_0'))
    await storage.close()
    await expect(move(from, to)).rejects.toThrow(/"tickets" of .* Begin again with --restart/)
    expect(existsSync(join(to, 'manifest.json'))).toBe(false)
    expect((await move(from, to, { restart: true })).get('tickets')?.records).toBe(599)
  })

  it('is refused where the target holds anything else', async () => {
    const [one, two, half] = [await filledFolder(), await filledFolder(), world.newFolder()]
    const before = filesIn(two)
    for (const restart of [false, true]) {
      await expect(move(one, two, { restart })).rejects.toThrow(`${two} holds data already`)
    }
    expect(filesIn(two)).toEqual(before)
    const large = await largeFolder()
    await interrupted(large, half)
    await expect(move(one, half)).rejects.toThrow(`${half} holds a part of ${large}`)
    expect((await move(one, half, { restart: true })).get('tickets')?.records).toBe(2)
  })

  it('leaves other keys alone, which tokens may rest on', async () => {
    const [from, to] = [await filledFolder(), world.newFolder()]
    mkdirSync(to)
    writeFileSync(join(to, 'keys.json'), '{ "ticketTokens": [1] }\n')
    await expect(move(from, to)).rejects.toThrow(/keys\.json holds other keys than the source/)
    expect(readFileSync(join(to, 'keys.json'), 'utf8')).toContain('[1]')
  })

  it('is refused while somebody uses either', async () => {
    const [from, to] = [await filledFolder(), world.newFolder()]
    const server = await world.open(from)
    await expect(move(from, to)).rejects.toThrow(`${from} is in use by process ${process.pid}`)
    await server.close()
    await world.open(to)
    await expect(move(from, to)).rejects.toThrow(`${to} is in use by process ${process.pid}`)
  })

  it('is never made of a folder that holds no storage', async () => {
    const nothing = world.newFolder()
    await expect(openWholeFolder(nothing)).rejects.toThrow('is no data folder of a server')
    expect(existsSync(nothing)).toBe(false)
  })
})

describe('an archive', () => {
  it('holds what a folder holds, for its owner alone, and fills an empty one', async () => {
    const [from, to] = [await filledFolder(), world.newFolder()]
    const file = `${world.newFolder()}.gz`
    const sums = await back(from, file)
    expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
    expect(await restore(file, to)).toEqual(sums)
    expect(readFileSync(join(to, 'keys.json'))).toEqual(readFileSync(join(from, 'keys.json')))
    const [source, target] = [await world.open(from), await world.open(to)]
    expect(await sampleTicketsIn(target)).toEqual(await sampleTicketsIn(source))
  })

  it('takes its name when it is whole, and never that of another file', async () => {
    const from = await filledFolder()
    const file = `${world.newFolder()}.gz`
    const stop = AbortSignal.abort(new Error('stopped'))
    await expect(back(from, file, stop)).rejects.toThrow('stopped')
    expect(readdirSync(join(file, '..')).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, 'somebody else’s')
    await expect(back(from, file)).rejects.toThrow('is there already')
    expect(readFileSync(file, 'utf8')).toBe('somebody else’s')
  })

  it('that was cut or changed anywhere fills no storage', async () => {
    const file = `${world.newFolder()}.gz`
    await back(await filledFolder(), file)
    const [zipped, text] = [readFileSync(file), gunzipSync(readFileSync(file))]
    const changed = Buffer.from(text)
    changed.write('Cannot', text.indexOf('Cannot') + 1)
    const lines = text.toString().split('\n')
    const wrong: Record<string, Buffer> = {
      'it ends too early': zipped.subarray(0, -20),
      '"tickets" does not add up': gzipSync(changed),
      'a line of it is no record': gzipSync(text.toString().replace('["messages",', '["messages"')),
      'it is no archive of Waypost': gzipSync(text.subarray(5)),
      'it is no archive, or has changed': Buffer.from('PK\u0003\u0004'),
    }
    wrong['it ends too early: at a line'] = gzipSync(lines.slice(0, -2).join('\n').concat('\n'))
    for (const [reason, bytes] of Object.entries(wrong)) {
      const [bad, to] = [`${world.newFolder()}.gz`, world.newFolder()]
      writeFileSync(bad, bytes)
      await expect(restore(bad, to), reason).rejects.toThrow(reason.split(': ')[0])
      expect(existsSync(join(to, 'manifest.json'))).toBe(false)
    }
  })

  it('that has changed in a record is told without a word of the record', async () => {
    const records = ['{"id":"tic_1","subject" "of nobody’s business"}']
    const source: WholeSource = {
      ...{ name: 'backup.gz', schema, counts: new Map(), keys: undefined },
      async *read() {
        yield { collection: 'tickets', records }
      },
      close: async () => {},
    }
    const target = await openFolderCopy(world.newFolder())
    const line = 'backup.gz has changed: a record in "tickets" cannot be read'
    await expect(copyWhole(source, target)).rejects.toThrow(new RegExp(`${line}$`))
    await target.close()
  })

  it('of an older schema is led through the missing steps; a newer one is refused', async () => {
    const [file, to] = [`${world.newFolder()}.gz`, world.newFolder()]
    await back(await filledFolder(), file)
    const withoutCounters: Migration = (put) => (put.table === 'counters' ? null : put)
    const sums = await restore(file, to, { schema: schema + 1, migrations: [withoutCounters] })
    expect([sums.has('counters'), sums.get('tickets')?.records]).toEqual([false, 2])
    const older = restore(file, world.newFolder(), { schema: schema - 1, migrations: [] })
    await expect(older).rejects.toThrow('it was written by a newer Waypost')
  })

  it('of a storage that goes on has what was there at the moment it was asked for', async () => {
    const storage = await world.open(world.newFolder())
    await openSampleTicket(storage, 'tic_1')
    const whole = storage.whole()
    await openSampleTicket(storage, 'tic_2')
    await storage.transaction(async (tx) => {
      const ticket = await tx.tickets.get('tic_1')
      tx.tickets.save({ ...ticket, subject: 'Changed' })
    })
    const [file, to] = [`${world.newFolder()}.gz`, world.newFolder()]
    const archive = () => createArchive(file, { ...options, takenAt })
    await copy(async () => whole, archive)
    await restore(file, to)
    const restored = await world.open(to)
    expect(await sampleTicketsIn(restored)).toMatchObject({ ids: ['tic_1'], eventNumbers: [1] })
    const ticket = await restored.transaction((tx) => tx.tickets.get('tic_1'))
    expect(ticket.subject).toContain('Cannot sign in')
  })
})
