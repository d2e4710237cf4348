// A process that opens tickets as fast as it can, and says each one only after it was acknowledged:
// lowdb-writer.test.kit.ts <folder> <writers> <prefix>
import { openLowdbStorage } from '../../adapters/storage/lowdb/lowdb-storage.js'
import { systemClock } from '../../foundation/clock.js'
import { openSampleTicket } from './open-sample-ticket.js'

const [folder = '', writers = '16', prefix = ''] = process.argv.slice(2)

const storage = await openLowdbStorage({
  folder,
  clock: systemClock,
  // Small, so that many a kill meets a checkpoint.
  journalBytes: 50_000,
  onFatal(error) {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  },
})

for (let writer = 0; writer < Number(writers); writer += 1) void write(writer)

async function write(writer: number): Promise<never> {
  for (let i = 0; ; i += 1) {
    const id = `tic_${prefix}_${writer}_${i}`
    const reference = await openSampleTicket(storage, id)
    // A pipe is written before `write` returns, so what we said survives our end.
    process.stdout.write(`${id} ${reference}\n`)
  }
}
