import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Storage } from '../../../domain/storage.js'
import { describeStorage } from '../../../testing/describe-storage.js'
import { openLowdbStorage } from './lowdb-storage.js'

const root = await mkdtemp(join(tmpdir(), 'waypost-lowdb-'))
const folders = new Map<Storage, string>()
let count = 0

async function openIn(folder: string, clock: { now(): Date }): Promise<Storage> {
  const onFatal = (error: Error) => {
    throw error
  }
  const storage = await openLowdbStorage({ folder, clock, onFatal })
  folders.set(storage, folder)
  return storage
}

describeStorage('lowdb', {
  open: ({ clock }) => openIn(join(root, String((count += 1))), clock),
  reopen: (closed, { clock }) => openIn(folders.get(closed) as string, clock),
})

afterAll(() => rm(root, { recursive: true }))
