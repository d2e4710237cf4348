import { expect, it, vi } from 'vitest'
import type { WaitingCall } from '../embed-side.js'
import { hasConsent } from './has-consent.js'
import { tellWaiting } from './tell-waiting.js'

it('tells those who listen, not those who stopped, and once who asked for once', () => {
  const [always, once, gone, other] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()]
  const waiting: WaitingCall[] = [
    ['.on', ['unread:changed', always]],
    ['.once', ['unread:changed', once]],
    ['.on', ['unread:changed', gone]],
    ['.off', ['unread:changed', gone]],
    ['.on', ['panel:opened', other]],
  ]
  tellWaiting(waiting, 2)
  tellWaiting(waiting, 3)
  expect(always.mock.calls).toEqual([[{ count: 2 }], [{ count: 3 }]])
  expect(once.mock.calls).toEqual([[{ count: 2 }]])
  expect(gone.mock.calls.length + other.mock.calls.length).toBe(0)
})

it('takes the last word of the visitor for their consent', () => {
  const said = (...words: unknown[]) => words.map((word): WaitingCall => ['.setConsent', [word]])
  expect(hasConsent(false, [])).toBe(true)
  expect(hasConsent(true, [])).toBe(false)
  expect(hasConsent(true, said(true))).toBe(true)
  expect(hasConsent(true, said(true, false))).toBe(false)
  expect(hasConsent(false, said(false))).toBe(false)
})
