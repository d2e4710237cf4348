import { describe, expect, it } from 'vitest'
import { pageMatch } from './page-match.js'

const matches = (url: string, ...patterns: string[]) => pageMatch(url, patterns) > 0

describe('the pages of an article', () => {
  it.each([
    ['/invoices', '/invoices'],
    ['/invoices/1', '/invoices/*'],
    ['/invoices/1/edit', '/invoices/*/edit'],
    ['/a/invoices/1', '*/invoices/*'],
    ['/', '/'],
    ['/anything', '*'],
    ['https://app.host.example/invoices', '/invoices'],
    ['https://app.host.example', '/'],
  ])('take in %s by %s', (url, pattern) => {
    expect(matches(url, pattern)).toBe(true)
  })

  it.each([
    ['/invoices', '/invoices/*'],
    ['/invoices/1', '/invoices'],
    ['/my/invoices', '/invoices'],
    ['/invoices/1', '/invoices/*/edit'],
    ['/ab', '/ab*b'],
    ['/', ''],
  ])('leave out %s by %s', (url, pattern) => {
    expect(matches(url, pattern)).toBe(false)
  })

  it('are compared without query and fragment, and with or without a slash at the end', () => {
    for (const url of [
      '/pay',
      '/pay/',
      '/pay?card=4111',
      '/pay/#now',
      'https://h.example/pay/?a',
    ]) {
      expect([url, matches(url, '/pay'), matches(url, '/pay/')]).toEqual([url, true, true])
    }
  })

  it('are written as people read them, however the browser writes the address', () => {
    const pattern = '/fakturor/ändra *'
    expect(matches('https://h.example/fakturor/ändra 1', pattern)).toBe(true)
    expect(matches('/fakturor/%C3%A4ndra%201', pattern)).toBe(true)
    expect(matches('/fakturor/ändra 1', '/fakturor/%C3%A4ndra%20*')).toBe(true)
    expect(matches('/100%', '/100%')).toBe(true)
  })

  it('fit better the more of the address they name', () => {
    const best = (...patterns: string[]) => pageMatch('/invoices/1', patterns)
    expect(best('/invoices/1')).toBeGreaterThan(best('/invoices/*'))
    expect(best('/invoices/*')).toBeGreaterThan(best('*'))
    expect(best('*', '/invoices/*')).toBe(best('/invoices/*'))
    expect(best('*')).toBeGreaterThan(best('/other'))
  })

  it('take no time, whatever is asked', () => {
    const started = process.cpuUsage()
    expect(matches(`/${'a'.repeat(2_000)}`, `/${'a*'.repeat(200)}b`)).toBe(false)
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(50)
  })
})
