import { expect, it } from 'vitest'
import { partOf } from './range.js'

it.each([
  [undefined, undefined],
  ['bytes=0-', { first: 0, last: 99 }],
  ['bytes=0-0', { first: 0, last: 0 }],
  ['bytes=10-19', { first: 10, last: 19 }],
  ['bytes=90-500', { first: 90, last: 99 }],
  ['bytes=-10', { first: 90, last: 99 }],
  ['bytes=-500', { first: 0, last: 99 }],
  ['bytes=100-', 'outside'],
  ['bytes=-0', 'outside'],
  ['bytes=20-10', undefined],
  ['bytes=0-1,5-6', undefined],
  ['bytes=-', undefined],
  ['bytes=a-b', undefined],
  ['lines=0-1', undefined],
])('takes %s of a hundred bytes for %j', (header, part) => {
  expect(partOf(header, 100)).toEqual(part)
})

it('has no part of a file in which there is nothing', () => {
  expect(partOf('bytes=0-', 0)).toBe('outside')
  expect(partOf('bytes=-5', 0)).toBe('outside')
})
