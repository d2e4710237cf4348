import { describe, expect, it } from 'vitest'
import { createKeep } from './keep.js'
import { openStorage } from './open-storage.js'

const visitor = { customerId: null }
const ada = { customerId: 'cus_ada' }
const bob = { customerId: 'cus_bob' }

/** A keep in a storage that outlives it. */
const page = (storage = openStorage({ kind: 'none', prefix: 'waypost:t:' })) => ({
  storage,
  ...createKeep(storage, 'waypost:t:'),
})

describe('a keep', () => {
  it('keeps words for one person, who finds them on the next page', () => {
    const { keep, turnTo, storage } = page()
    turnTo(ada)
    keep.set('draft', 'words')
    const next = page(storage)
    next.turnTo(ada)
    expect(next.keep.get('draft')).toBe('words')
    next.turnTo(bob)
    expect(next.keep.get('draft')).toBe(null)
    next.turnTo(visitor)
    expect(next.keep.get('draft')).toBe(null)
  })

  it('shows nothing as long as it is not known who is here, and loses nothing', () => {
    const { keep, turnTo, storage } = page()
    turnTo(ada)
    keep.set('draft', 'older words')
    const next = page(storage)
    expect(next.keep.get('draft')).toBe(null)
    next.keep.set('draft', 'newer words')
    next.keep.set('search', 'fee')
    next.turnTo(ada)
    expect(next.keep.get('draft')).toBe('older words')
    expect(next.keep.get('search')).toBe('fee')
  })

  it('lets a visitor take along what they wrote on this page, and that alone', () => {
    const before = page()
    before.turnTo(visitor)
    before.keep.set('draft', 'of somebody before')
    const { keep, turnTo } = page(before.storage)
    turnTo(visitor)
    keep.set('search', 'fee')
    turnTo(ada)
    expect([keep.get('draft'), keep.get('search')]).toEqual([null, 'fee'])
    turnTo(visitor)
    expect([keep.get('draft'), keep.get('search')]).toEqual(['of somebody before', null])
  })

  it('is still that of before while a view takes its leave', () => {
    const { keep, turnTo } = page()
    turnTo(ada)
    keep.set('draft', 'words of Ada')
    turnTo(bob)
    keep.set('draft', 'words of Bob')
    turnTo(ada, () => keep.set('draft', null))
    expect(keep.get('draft')).toBe('words of Ada')
    turnTo(bob)
    expect(keep.get('draft')).toBe(null)
  })

  it('names nobody in its keys', () => {
    const { keep, turnTo, storage } = page()
    turnTo(ada)
    keep.set('draft', 'words')
    storage.clear()
    expect(keep.get('draft')).toBe(null)
    expect(storage.get('waypost:t:cus_ada:draft')).toBe(null)
  })
})
