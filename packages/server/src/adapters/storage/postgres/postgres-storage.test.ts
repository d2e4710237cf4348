import { afterAll } from 'vitest'
import type { Storage } from '../../../domain/storage.js'
import type { Clock } from '../../../foundation/clock.js'
import { describeStorage } from '../../../testing/describe-storage.js'
import { postgresWorld } from '../../../testing/storage/postgres-world.test.kit.js'
import { openPostgresStorage } from './postgres-storage.js'

const postgres = await postgresWorld()
const urls = new Map<Storage, string>()

async function openAt(url: string, clock: Clock): Promise<Storage> {
  const storage = await openPostgresStorage({ url, clock })
  urls.set(storage, url)
  return storage
}

describeStorage('PostgreSQL', {
  open: async ({ clock }) => openAt(await postgres.database(), clock),
  reopen: (closed, { clock }) => openAt(urls.get(closed) as string, clock),
})

afterAll(() => postgres.end())
