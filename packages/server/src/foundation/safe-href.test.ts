import { describe, expect, it } from 'vitest'
import { isSafeHref, isSafeImageSrc } from './safe-href.js'

describe('isSafeHref', () => {
  it.each([
    'https://tidemark.example/a?b=c#d',
    'HTTP://TIDEMARK.EXAMPLE',
    'mailto:help@tidemark.example',
    'tel:+46-8-123456',
    '#refunds',
    '/help/en',
    '/',
  ])('lets %s through', (href) => expect(isSafeHref(href)).toBe(true))

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'https://a.example/\n',
    'vbscript:x',
    'data:text/html,x',
    'blob:https://a.example/1',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/a\\..\\\\evil.example',
    '/\t/evil.example',
    'https:evil.example',
    'https:/evil.example',
    'https:///evil.example',
    'https:\\\\evil.example',
    'https://',
    'payouts.md',
    '?q=1',
    '',
  ])('refuses %j', (href) => expect(isSafeHref(href)).toBe(false))
})

describe('isSafeImageSrc', () => {
  it('takes the web and our own origin, no other scheme', () => {
    expect(isSafeImageSrc('https://a.example/a.png')).toBe(true)
    expect(isSafeImageSrc('/content/en/a.png')).toBe(true)
    for (const src of ['mailto:a@b.example', 'data:image/png;base64,x', '#a', '//a.example/a']) {
      expect(isSafeImageSrc(src)).toBe(false)
    }
  })
})
