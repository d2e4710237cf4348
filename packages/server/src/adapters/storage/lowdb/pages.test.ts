import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  diskError,
  filesIn,
  lowdbWorld,
  troubledDisk,
} from '../../../testing/storage/lowdb-world.test.kit.js'
import { sampleMoment, sampleSession } from '../../../testing/storage/sample-records.js'
import { createPages } from './pages.js'

const world = lowdbWorld()
const safe = () => Promise.resolve()

async function newPages(whenSafe = safe) {
  const disk = troubledDisk()
  const folder = world.newFolder()
  const pages = createPages({ folder, disk: disk.calls, whenSafe })
  await pages.read(() => undefined)
  const put = (id: string, text = '') => {
    const record = { id, createdAt: sampleMoment(0), text }
    pages.place({ table: 'things', id, record }, text.length + 100)
  }
  return { disk, folder, pages, put, first: join(folder, '1.json') }
}

describe('a page', () => {
  it('says nothing before the journal holds it', async () => {
    let tell: () => void = () => undefined
    const told = new Promise<void>((resolve) => {
      tell = resolve
    })
    const { folder, pages, put, first } = await newPages(() => told)
    put('a')
    const written = pages.writeDirty()
    put('b')
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(filesIn(folder)).toEqual([])
    tell()
    await written
    // As it was when its writing began: what came later waits for its own journal line.
    expect(readFileSync(first, 'utf8')).toMatch(/"a"/)
    expect(readFileSync(first, 'utf8')).not.toMatch(/"b"/)
    await pages.writeDirty()
    expect(readFileSync(first, 'utf8')).toMatch(/"b"/)
  })

  it('stays as it was where the new one cannot be written, and is written next time', async () => {
    const { disk, folder, pages, put, first } = await newPages()
    put('a')
    await pages.writeDirty()
    const before = readFileSync(first, 'utf8')
    put('b')
    for (const step of ['beforeAppend', 'beforeSync'] as const) {
      disk[step] = () => {
        throw diskError('ENOSPC')
      }
      await expect(pages.writeDirty()).rejects.toThrow('ENOSPC')
      disk[step] = undefined
      expect(readFileSync(first, 'utf8')).toBe(before)
      expect(filesIn(folder)).toEqual(['1.json'])
    }
    await pages.writeDirty()
    expect(readFileSync(first, 'utf8')).toMatch(/"b"/)
  })

  it('is closed for births at about 128 kB, but grows with what stands on it', async () => {
    const { folder, pages, put, first } = await newPages()
    for (let i = 0; i < 300; i += 1) put(`thing ${i}`, 'x'.repeat(900))
    await pages.writeDirty()
    expect(filesIn(folder)).toEqual(['1.json', '2.json', '3.json'])
    const { size } = statSync(first)
    expect(size).toBeGreaterThan(120_000)
    expect(size).toBeLessThan(140_000)
    put('thing 0', 'y'.repeat(20_000))
    await pages.writeDirty()
    expect(statSync(first).size).toBeGreaterThan(size + 19_000)
  })

  it('is filled further after a start, each kind its own', async () => {
    const { disk, folder, pages, put } = await newPages()
    put('a')
    const session = sampleSession('ses_1')
    pages.place({ table: 'sessions', id: session.id, record: session }, 300)
    await pages.writeDirty()
    const again = createPages({ folder, disk: disk.calls, whenSafe: safe })
    const found: string[] = []
    await again.read((table, { id }) => found.push(`${table} ${id}`))
    expect(found).toEqual(['things a', 'sessions ses_1'])
    const other = sampleSession('ses_2')
    again.place({ table: 'sessions', id: other.id, record: other }, 300)
    await again.writeDirty()
    expect(filesIn(folder)).toEqual(['1.json', '2.json'])
    expect(readFileSync(join(folder, '2.json'), 'utf8')).toMatch(/ses_1[\s\S]*ses_2/)
  })
})
