import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../../foundation/ids.js'
import { describeFileStore } from '../../../testing/describe-file-store.js'
import { openDiskFiles } from './disk-files.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-files-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describeFileStore('files in a folder', {
  open: async () => openDiskFiles({ folder: join(folder, 'suite') }),
})

async function* oneByte(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('1')
}

it('lets nobody but its owner read a file, and leaves nothing beside it', async () => {
  const files = openDiskFiles({ folder: join(folder, 'rights') })
  const id = newId('att')
  await files.write(id, oneByte())
  const shelf = join(folder, 'rights', id.slice(-2))
  expect((await stat(join(shelf, id))).mode & 0o077).toBe(0)
  expect((await stat(shelf)).mode & 0o077).toBe(0)
  expect(await readdir(shelf)).toEqual([id])
})

it('takes no name that could lead out of the folder', async () => {
  const files = openDiskFiles({ folder: join(folder, 'names') })
  for (const name of ['../x', '/etc/passwd', '', `att_${'.'.repeat(26)}`]) {
    await expect(files.write(name, oneByte())).rejects.toThrow('No name of a file')
    await expect(files.read(name)).rejects.toThrow('No name of a file')
  }
})

it('takes away what an interrupted upload has left', async () => {
  const files = openDiskFiles({ folder: join(folder, 'left') })
  const id = newId('att')
  await files.write(id, oneByte())
  const shelf = join(folder, 'left', id.slice(-2))
  await writeFile(join(shelf, `${id}.part`), 'half')
  await files.delete(id)
  expect(await readdir(shelf)).toEqual([])
})

it('refuses files while the disk is nearly full', async () => {
  const files = openDiskFiles({ folder: join(folder, 'full'), floor: Number.MAX_SAFE_INTEGER })
  await expect(files.write(newId('att'), oneByte())).rejects.toMatchObject({ code: 'storage_full' })
})
