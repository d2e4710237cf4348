import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock, Storage } from '@waypost/server/storage'
import { describeStorage } from '@waypost/server/testing'
import { afterAll } from 'vitest'
import { openLmdbStorage } from './lmdb-storage.js'

const root = await mkdtemp(join(tmpdir(), 'waypost-lmdb-'))
const folders = new Map<Storage, string>()
let count = 0

async function openIn(folder: string, clock: Clock): Promise<Storage> {
  const storage = await openLmdbStorage({ folder, clock })
  folders.set(storage, folder)
  return storage
}

describeStorage('lmdb', {
  open: ({ clock }) => openIn(join(root, String((count += 1))), clock),
  reopen: (closed, { clock }) => openIn(folders.get(closed) as string, clock),
})

afterAll(() => rm(root, { recursive: true }))
