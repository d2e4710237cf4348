import { expect, it } from 'vitest'
import { createMemoryStorage } from '../../adapters/storage/memory/memory-storage.js'
import { asWorks, sampleEducation } from '../../testing/education.test.kit.js'
import { createOffered } from './offered.js'
import { createShelf } from './shelf.js'

it('is read once for a state of the content, and each time while that is not known', async () => {
  const clock = { now: () => new Date('2026-11-22T09:00:00Z') }
  const storage = createMemoryStorage({ clock })
  const shelf = createShelf({ storage, clock, digest: (text) => text })
  let version: number | undefined = 1
  const offered = createOffered({ storage, contentVersion: () => version })
  const kinds = async () => (await offered('tidemark')).map(({ kind }) => kind).sort()
  expect(await kinds()).toEqual([])

  await shelf.keep('tidemark', 'folder', asWorks(sampleEducation))
  const all = ['checklist', 'course', 'tip', 'tour']
  expect(await kinds()).toEqual([])
  version = undefined
  expect(await kinds()).toEqual(all)
  version = 2
  expect(await kinds()).toEqual(all)
  expect(await offered('other')).toEqual([])

  await shelf.removeMissing('tidemark', [])
  expect(await kinds()).toEqual(all)
  version = 3
  expect(await kinds()).toEqual([])
})
