import { describe, expect, it } from 'vitest'
import { decodePosition, encodePosition } from './position.js'

describe('position', () => {
  it.each([
    ['2026-11-21T10:00:00.000Z', 'tic_1'],
    ['', ''],
    ['0000000001000 Überblick 概要 🧭', 'a/b:c'],
    ['half a pair \ud83d', 'x'],
  ])('comes back from its text: %s', (order, id) => {
    const text = encodePosition({ order, id })
    expect(text).toMatch(/^[\w-]+$/)
    expect(decodePosition(text)).toEqual({ order, id })
  })

  it.each([
    '',
    'x',
    '====',
    'bnVsbA',
    'WzEsMl0',
    'W10',
    `${encodePosition({ order: 'a', id: 'b' })}=`,
    `${encodePosition({ order: 'a', id: 'b' })}x`,
    'ключ',
  ])('is refused where it was never given out: %j', (text) => {
    expect(() => decodePosition(text)).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        errors: [{ path: 'cursor', code: 'invalid_cursor' }],
      }),
    )
  })
})
