import { describe, expect, it } from 'vitest'
import { isHiddenOn } from './is-hidden-on.js'

describe('hideOn', () => {
  it.each([
    ['/checkout', '/checkout', true],
    ['/checkout', '/checkout/', true],
    ['/checkout', '/checkout/pay', false],
    ['/checkout/*', '/checkout/pay', true],
    ['/checkout/* /login', '/login', true],
    ['/checkout/*, /login', '/login', true],
    ['*/pay', '/shop/42/pay', true],
    ['/a.b', '/axb', false],
    ['*', '/', true],
    ['', '/', false],
    ['(', '/', false],
  ])('“%s” on %s: %s', (hideOn, path, isHidden) => {
    expect(isHiddenOn(hideOn, path)).toBe(isHidden)
  })
})
