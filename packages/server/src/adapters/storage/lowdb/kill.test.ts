import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { lowdbWorld } from '../../../testing/storage/lowdb-world.test.kit.js'
import { sampleTicketsIn } from '../../../testing/storage/open-sample-ticket.js'

const ROUNDS = 8
const world = lowdbWorld()
const writer = new URL('../../../testing/storage/lowdb-writer.test.kit.ts', import.meta.url)

/** Lets a process write until it is killed at some moment; what it said was acknowledged. */
async function writeUntilKilled(folder: string, round: number): Promise<Map<string, string>> {
  const args = ['--conditions=@waypost/source', '--import', 'tsx', fileURLToPath(writer)]
  const child = spawn(process.execPath, [...args, folder, '16', String(round)], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    // Counted from the first ticket: before it the process was only starting.
    if (said === '') setTimeout(() => child.kill('SIGKILL'), 20 + Math.random() * 250)
    said += text
  })
  await once(child, 'close')
  expect(child.signalCode).toBe('SIGKILL')
  const lines = said.slice(0, said.lastIndexOf('\n')).split('\n')
  return new Map(lines.map((line) => line.split(' ') as [string, string]))
}

describe('kill -9 in the middle of writing', () => {
  it('loses nothing acknowledged and doubles nothing, round after round', async () => {
    const folder = world.newFolder()
    const acknowledged = new Map<string, string>()
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const [id, reference] of await writeUntilKilled(folder, round)) {
        acknowledged.set(id, reference)
      }
      const storage = await world.open(world.afterCrash(folder))
      const kept = await sampleTicketsIn(storage)
      const referenceOf = new Map(kept.ids.map((id, i) => [id, kept.references[i]]))
      const lost = [...acknowledged].filter(([id, ref]) => referenceOf.get(id) !== ref)
      expect(lost).toEqual([])
      // Every transaction is there whole or not at all.
      expect(new Set(kept.references).size).toBe(kept.ids.length)
      expect(kept.last).toBe(`WP-${1000 + kept.ids.length}`)
      expect(kept.withoutMessage).toEqual([])
      expect(kept.eventNumbers).toEqual(kept.ids.map((_, i) => i + 1))
      await storage.close()
    }
    expect(acknowledged.size).toBeGreaterThan(ROUNDS * 16)
  }, 60_000)
})
