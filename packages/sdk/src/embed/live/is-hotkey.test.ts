import { describe, expect, it } from 'vitest'
import { isHotkey } from './is-hotkey.js'

const none = { metaKey: false, ctrlKey: false, shiftKey: false, altKey: false }
const press = (key: string, rest: Partial<KeyboardEvent> = {}) =>
  ({ ...none, key, code: 'KeyK', ...rest }) as KeyboardEvent
const ctrl = { ctrlKey: true }

describe('isHotkey', () => {
  it('is Ctrl and the letter, or ⌘ on a Mac', () => {
    expect(isHotkey('mod+k', press('k', ctrl), 'Linux')).toBe(true)
    expect(isHotkey('mod+k', press('k', { metaKey: true }), 'MacIntel')).toBe(true)
    expect(isHotkey('mod+k', press('k', ctrl), 'MacIntel')).toBe(false)
    expect(isHotkey('mod+k', press('k', { metaKey: true }), 'Win32')).toBe(false)
  })

  it('is the same with capitals locked, and written in capitals', () => {
    expect(isHotkey('Mod+K', press('K', ctrl), 'Linux')).toBe(true)
  })

  it('is the key in that place on a keyboard without Latin letters', () => {
    expect(isHotkey('mod+k', press('л', ctrl), 'Linux')).toBe(true)
    expect(isHotkey('mod+k', press('о', { ...ctrl, code: 'KeyJ' }), 'Linux')).toBe(false)
  })

  it('is no other combination, and nothing without mod', () => {
    expect(isHotkey('mod+k', press('k'), 'Linux')).toBe(false)
    expect(isHotkey('mod+k', press('j', ctrl), 'Linux')).toBe(false)
    expect(isHotkey('mod+k', press('k', { ...ctrl, shiftKey: true }), 'Linux')).toBe(false)
    expect(isHotkey('mod+shift+k', press('K', { ...ctrl, shiftKey: true }), 'Linux')).toBe(true)
    expect(isHotkey('k', press('k'), 'Linux')).toBe(false)
    expect(isHotkey(true, press('e', ctrl), 'Linux')).toBe(false)
  })
})
