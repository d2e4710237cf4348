import { describe, expect, it } from 'vitest'
import { bestOf } from './best-of.js'

describe('bestOf', () => {
  const numbers = Array.from({ length: 500 }, (_, i) => (i * 7919) % 211)

  it.each([0, 1, 2, 7, 50, 499, 500, 501])('gives the first %i as sorting would', (count) => {
    const ascending = (a: number, b: number) => a - b
    expect(bestOf(numbers, count, ascending)).toEqual(numbers.toSorted(ascending).slice(0, count))
  })

  it('leaves the list as it was', () => {
    const list = [3, 1, 2]
    expect([bestOf(list, 2, (a, b) => a - b), list]).toEqual([
      [1, 2],
      [3, 1, 2],
    ])
  })
})
