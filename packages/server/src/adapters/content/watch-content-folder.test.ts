import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type ContentWatcher, watchContentFolder } from './watch-content-folder.js'

let above: string
let folder: string
let watcher: ContentWatcher | undefined
const onChange = vi.fn<() => void | Promise<void>>()

beforeEach(async () => {
  above = await mkdtemp(join(tmpdir(), 'waypost-watch-'))
  folder = join(above, 'content')
  onChange.mockReset()
})
afterEach(async () => {
  await watcher?.close()
  await rm(above, { recursive: true, force: true })
})

async function watching(options: { quiet?: number } = {}) {
  watcher = watchContentFolder({ folder, onChange, ...options })
  await pause(400)
  onChange.mockClear()
}
const told = () => vi.waitFor(() => expect(onChange).toHaveBeenCalled(), { timeout: 5_000 })
const edit = (text: string) => writeFile(join(folder, 'en/articles/a.md'), text)

it('tells of an edit, of a save by rename and of a deletion', async () => {
  await mkdir(join(folder, 'en/articles'), { recursive: true })
  await edit('one')
  await watching()

  await edit('two')
  await told()
  onChange.mockClear()

  await writeFile(join(folder, 'en/articles/.a.md.tmp'), 'three')
  await rename(join(folder, 'en/articles/.a.md.tmp'), join(folder, 'en/articles/a.md'))
  await told()
  await pause(300)
  onChange.mockClear()

  await edit('four')
  await told()
  await pause(300)
  onChange.mockClear()

  await rm(join(folder, 'en/articles/a.md'))
  await told()
})

it('tells a burst of edits once', async () => {
  await mkdir(join(folder, 'en/articles'), { recursive: true })
  await watching({ quiet: 250 })
  for (let at = 0; at < 5; at += 1) await edit(String(at))
  await told()
  await pause(600)
  expect(onChange).toHaveBeenCalledTimes(1)
})

it('goes on when the folder is deleted and made anew, and when it comes late', async () => {
  await watching()
  await mkdir(join(folder, 'en/articles'), { recursive: true })
  await told()
  await pause(500)
  onChange.mockClear()

  await rm(folder, { recursive: true })
  await told()
  await pause(500)
  await mkdir(join(folder, 'en/articles'), { recursive: true })
  await told()
  await pause(700)
  onChange.mockClear()

  await edit('again')
  await told()
})

it('never calls twice at a time, and catches up on what came meanwhile', async () => {
  await mkdir(join(folder, 'en/articles'), { recursive: true })
  await watching({ quiet: 20 })
  let running = 0
  let most = 0
  onChange.mockImplementation(async () => {
    running += 1
    most = Math.max(most, running)
    await pause(300)
    running -= 1
  })
  await edit('one')
  await told()
  await edit('two')
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2), { timeout: 5_000 })
  expect(most).toBe(1)
})

it('is silent after it was closed, and survives what onChange throws', async () => {
  await mkdir(join(folder, 'en/articles'), { recursive: true })
  const onError = vi.fn()
  onChange.mockRejectedValue(new Error('broken'))
  watcher = watchContentFolder({ folder, onChange, onError })
  await vi.waitFor(() => expect(onError).toHaveBeenCalled(), { timeout: 5_000 })
  await watcher.close()
  onChange.mockClear()
  await edit('one')
  await pause(700)
  expect(onChange).not.toHaveBeenCalled()
})
