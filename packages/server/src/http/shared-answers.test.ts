import { describe, expect, it } from 'vitest'
import { createSharedAnswers } from './shared-answers.js'

const MOST = 16_000_000

function answers() {
  const shared = createSharedAnswers({ version: () => 1, isKnown: () => true, now: () => 0 })
  const keep = (key: string, text = '{}') =>
    shared.keep(key, { text, etag: '"tag"', headers: {} }, shared.begin())
  const kept = (keys: readonly string[]) => keys.filter((key) => shared.find(key) !== undefined)
  return { ...shared, keep, kept }
}

const addresses = (count: number, length: number) =>
  Array.from({ length: count }, (_, at) => `default /v1/settings?x=${at}&`.padEnd(length, 'x'))

describe('what is kept of answers', () => {
  it('stays below its ceiling when somebody makes up one long address after another', () => {
    const { keep, kept } = answers()
    const all = addresses(8_000, 2_400)
    for (const key of all) keep(key)
    const left = kept(all)
    expect(left.length * 2 * 2_400).toBeLessThan(MOST)
    expect(left).toEqual(all.slice(-left.length))
    expect(left.length).toBeGreaterThan(2_000)
  })

  it('stays below its ceiling when they are short, and answered with next to nothing', () => {
    const { keep, kept } = answers()
    const all = addresses(40_000, 40)
    for (const key of all) keep(key)
    expect(kept(all).length).toBeLessThan(MOST / 1_000)
  })

  it('is not an answer to an address longer than any that our pages ask for', () => {
    const { keep, kept, isAskedAgain } = answers()
    const [key = ''] = addresses(1, 2_501)
    expect(keep(key, 'words')).toMatchObject({ text: 'words' })
    expect(kept([key])).toEqual([])
    expect([isAskedAgain(key), isAskedAgain(key)]).toEqual([false, false])
  })

  it('counts the compressed forms, and takes them off again with the answer', async () => {
    const { keep, kept, send } = answers()
    const all = addresses(60, 100)
    // Compresses to about three quarters.
    const text = Buffer.from(crypto.getRandomValues(new Uint8Array(60_000))).toString('base64')
    for (const key of all) {
      await send(keep(key, text.repeat(4)), { tags: undefined, encodings: 'gzip' }, {})
    }
    const left = kept(all)
    expect(left.length).toBeLessThan(MOST / 500_000)
    expect(left.length).toBeGreaterThan((0.9 * MOST) / 600_000)
  })
})
