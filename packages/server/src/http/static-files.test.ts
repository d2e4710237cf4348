import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStaticFiles } from './static-files.js'

describe('files of the content folder', () => {
  let folder: string
  const files = (path: string, range?: string) =>
    createStaticFiles({
      folder,
      types: { '.mp4': 'video/mp4', '.png': 'image/png' },
      cacheControl: 'public',
    })(path, range)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waypost-files-'))
    await writeFile(join(folder, 'a.mp4'), '0123456789')
    await writeFile(join(folder, 'a.txt'), 'secret')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('hands out a film whole, or the part that somebody has gone to', async () => {
    const whole = await files('a.mp4')
    expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes'])
    expect(await whole.text()).toBe('0123456789')
    const part = await files('a.mp4', 'bytes=3-5')
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 3-5/10'])
    expect(await part.text()).toBe('345')
    expect((await files('a.mp4', 'bytes=10-')).status).toBe(416)
  })

  it('knows nothing of other files', async () => {
    expect((await files('a.txt')).status).toBe(404)
    expect((await files('../a.mp4')).status).toBe(404)
  })
})
