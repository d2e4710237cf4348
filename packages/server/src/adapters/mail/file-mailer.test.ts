import {
  type FileHandle,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { describeMailer } from '../../testing/describe-mailer.js'
import { createFileMailer } from './file-mailer.js'

async function mailFolder() {
  const parent = await mkdtemp(join(tmpdir(), 'waypost-mail-'))
  const folder = join(parent, 'mail')
  const mailer = createFileMailer({ folder, from: 'no-reply@tidemark.test' })
  const names = async () => (await readdir(folder)).toSorted()
  return {
    ...{ folder, mailer, names },
    messages: async () =>
      Promise.all((await names()).map((name) => readFile(join(folder, name), 'utf8'))),
    close: () => rm(parent, { recursive: true, force: true }),
  }
}

describeMailer('the file mailer', { open: mailFolder })

const letter = (id: string) => ({
  ...{ id, to: 'maya@example.com', from: 'Tidemark', subject: 'Hello', locale: 'en' },
  ...{ text: 'Hello\n', html: '<p>Hello</p>\n', at: new Date('2026-11-22T09:00:00Z') },
})

it('leaves whole files that nobody else can read', async () => {
  const { folder, mailer, names, close } = await mailFolder()
  await mailer.send(letter('mai_1'))
  expect(await names()).toEqual(['mai_1.eml'])
  expect((await stat(join(folder, 'mai_1.eml'))).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  await close()
})

/** Writes down what the disk is asked to keep, until it is restored. */
async function listenToDisk(place: string) {
  const synced: number[] = []
  const handle = await open(place)
  const files: FileHandle = Object.getPrototypeOf(handle)
  await handle.close()
  const sync = files.sync
  const spy = vi.spyOn(files, 'sync').mockImplementation(async function (this: FileHandle) {
    const { ino } = await this.stat()
    synced.push(ino)
    return sync.call(this)
  })
  return { synced, restore: () => spy.mockRestore() }
}

// Windows has no folders that could be synced.
it.skipIf(process.platform === 'win32')(
  'has taken a mail over when it would survive a power cut, with the folders made for it',
  async () => {
    const parent = await mkdtemp(join(tmpdir(), 'waypost-mail-'))
    const [out, folder] = [join(parent, 'out'), join(parent, 'out', 'mail')]
    const mailer = createFileMailer({ folder, from: 'no-reply@tidemark.test' })
    const { synced, restore } = await listenToDisk(parent)
    await mailer.send(letter('mai_1'))
    await mailer.send(letter('mai_2'))
    restore()
    const paths = [
      out,
      parent,
      join(folder, 'mai_1.eml'),
      folder,
      join(folder, 'mai_2.eml'),
      folder,
    ]
    expect(synced).toEqual(await Promise.all(paths.map(async (path) => (await stat(path)).ino)))
    await rm(parent, { recursive: true })
  },
)

it('removes mails that are kept no more, and drafts of the dead, and nothing else', async () => {
  const { folder, mailer, names, close } = await mailFolder()
  await mailer.send(letter('mai_kept'))
  await mailer.send(letter('mai_gone'))
  await writeFile(join(folder, '.mai_dead.part'), '')
  await writeFile(join(folder, 'notes.txt'), '')
  await mailer.prune?.(async (ids) => ids.map((id) => id === 'mai_kept'))
  expect(await names()).toEqual(['mai_kept.eml', 'notes.txt'])
  await close()
})

it('removes nothing where there is no folder yet', async () => {
  const { mailer, close } = await mailFolder()
  await expect(mailer.prune?.(async (ids) => ids.map(() => false))).resolves.toBeUndefined()
  await close()
})
