import { expect, it } from 'vitest'
import { createFileTokens } from './file-tokens.js'

const old = { id: 'k1', secret: 'A'.repeat(43) }
const fresh = { id: 'k2', secret: 'B'.repeat(43) }
const id = `att_${'0'.repeat(26)}`
const at = (time: string) => new Date(`2026-11-22T${time}Z`)

it('opens for ten to fifteen minutes, and is the same for five', () => {
  const tokens = createFileTokens(() => [old])
  const token = tokens.issue(id, at('09:01:00'))
  expect(tokens.issue(id, at('09:04:59'))).toBe(token)
  expect(tokens.issue(id, at('09:05:00'))).not.toBe(token)
  expect(tokens.read(token, at('09:14:59'))?.attachmentId).toBe(id)
  expect(tokens.read(token, at('09:15:00'))).toBeUndefined()
})

it('opens with the key before the newest, and with no older one', () => {
  const token = createFileTokens(() => [old]).issue(id, at('09:00:00'))
  expect(createFileTokens(() => [fresh, old]).read(token, at('09:00:01'))).toBeDefined()
  expect(createFileTokens(() => [fresh]).read(token, at('09:00:01'))).toBeUndefined()
})

it('opens nothing when a single letter of it is another', () => {
  const tokens = createFileTokens(() => [old])
  const token = tokens.issue(id, at('09:00:00'))
  for (let place = 0; place < token.length; place++) {
    const other = token[place] === '1' ? '2' : '1'
    const forged = token.slice(0, place) + other + token.slice(place + 1)
    expect(tokens.read(forged, at('09:00:01')), forged).toBeUndefined()
  }
  for (let length = 0; length < token.length; length++) {
    expect(tokens.read(token.slice(0, length), at('09:00:01'))).toBeUndefined()
  }
})
