import { expect, it } from 'vitest'
import { newId } from './ids.js'

it('makes ids of the same shape, each once', () => {
  const ids = Array.from({ length: 2_000 }, () => newId('tic'))
  expect(new Set(ids).size).toBe(2_000)
  expect(ids.filter((id) => !/^tic_[0-9a-hjkmnp-tv-z]{26}$/.test(id))).toEqual([])
  // Every letter comes about as often as any other: 2,000 times 26 drawn from 32.
  const letters = [...ids.map((id) => id.slice(4)).join('')]
  const alphabet = [...new Set(letters)]
  expect(alphabet).toHaveLength(32)
  for (const letter of alphabet) {
    const count = letters.filter((one) => one === letter).length
    expect(Math.abs(count - 1_625), letter).toBeLessThan(300)
  }
})
