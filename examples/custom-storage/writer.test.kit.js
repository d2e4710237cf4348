// A process that counts as fast as it can, and says each count only after it was answered:
// writer.test.kit.js <folder>
import { systemClock } from '@waypost/server/storage'
import { openLmdbStorage } from './lmdb-storage.js'

const storage = await openLmdbStorage({ folder: process.argv[2] ?? '', clock: systemClock })

for (let writer = 0; writer < 16; writer += 1) void write(writer)

/** @param {number} writer */
async function write(writer) {
  for (let value = 0; ; value += 1) {
    const id = `${writer}-${value}`
    await storage.transaction(async (tx) => {
      tx.counters.save({ id, createdAt: systemClock.now().toISOString(), value })
      tx.events.add({ kind: 'ticket.opened', site: 'demo', ticketId: id })
    })
    // A pipe is written before `write` returns, so what we said survives our end.
    process.stdout.write(`${id}\n`)
  }
}
