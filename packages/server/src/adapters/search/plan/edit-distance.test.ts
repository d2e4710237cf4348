import { describe, expect, it } from 'vitest'
import { editDistance } from './edit-distance.js'

describe('editDistance', () => {
  it.each([
    ['invoice', 'invoice', 0],
    ['invioce', 'invoice', 1],
    ['invoce', 'invoice', 1],
    ['innvoice', 'invoice', 1],
    ['inboice', 'invoice', 1],
    ['nvoic', 'invoice', 2],
    ['ab', 'ba', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['', '', 0],
  ])('takes %j to %j in %i edits', (a, b, edits) => {
    expect(editDistance(a, b, 3)).toBe(edits)
    expect(editDistance(b, a, 3)).toBe(edits)
  })

  it('says no more than that it is beyond the limit', () => {
    expect(editDistance('harbour', 'invoice', 2)).toBe(3)
    expect(editDistance('a', 'abcdef', 2)).toBe(3)
  })

  it('measures to the nearest beginning', () => {
    expect(editDistance('notifoc', 'notification', 1, { prefix: true })).toBe(1)
    expect(editDistance('notif', 'notification', 1, { prefix: true })).toBe(0)
    expect(editDistance('ontif', 'notification', 1, { prefix: true })).toBe(1)
    expect(editDistance('notificationsx', 'notification', 1, { prefix: true })).toBe(2)
  })
})
