import { describe, expect, it } from 'vitest'
import { keptQuery } from './kept-query.js'

describe('a query is kept', () => {
  it.each([
    ['  Late   FEE\n', 'late fee'],
    ['Ändra ＭＯＭＳ', 'ändra moms'],
    ['ПДВ у рахунку', 'пдв у рахунку'],
    ['如何更改发票上的地址', '如何更改发票上的地址'],
    ['invoice 2026, § 404', 'invoice 2026, § 404'],
    ['5 000 kr', '5 000 kr'],
    ['iPhone 15 and 16', 'iphone 15 and 16'],
  ])('in lower case on one line: %j', (text, kept) => {
    expect(keptQuery(text)).toBe(kept)
  })

  it.each([
    ['cannot sign in as ada@example.com please', 'cannot sign in as please'],
    ['ada@example', ''],
    ['call +46 (0)70-123 45 67 back', 'call back'],
    ['070 123 45 67', ''],
    ['refund of order 20260012', 'refund of order'],
    ['order WP-2026001A gone', 'order gone'],
    ['iban DE89 3704 0044 0532 0130 00', 'iban'],
    ['kort 4111-1111-1111-1111', 'kort'],
    ['рахунок ١٢٣٤٥٦', 'рахунок'],
    ['see https://example.com/u/ada?x=1 why', 'see why'],
    ['token eyJhbGciOiJIUzI1NiJ9.abcdefgh', 'token'],
    ['4f2a9c01-77de-4b1c-9e55-0a1b2c3d4e5f', ''],
  ])('without what could say who asked: %j', (text, kept) => {
    expect(keptQuery(text)).toBe(kept)
  })

  it('cut to a hundred characters, and never through one', () => {
    expect([...keptQuery('ä🔑'.repeat(300))]).toHaveLength(100)
    expect(keptQuery('🔑'.repeat(300)).isWellFormed()).toBe(true)
    expect(keptQuery('\ud800')).toBe('\ufffd')
  })

  it('within a moment, however it is made', () => {
    for (const text of [
      '1 '.repeat(5_000),
      '@'.repeat(10_000),
      '1-'.repeat(5_000),
      'a1'.repeat(5_000),
    ]) {
      const started = process.cpuUsage()
      keptQuery(text)
      expect(process.cpuUsage(started).user / 1_000, text.slice(0, 4)).toBeLessThan(100)
    }
  })
})
