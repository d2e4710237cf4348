import type { Rule } from '@waypost/sdk/contract'
import { expect, it } from 'vitest'
import { fitsPage } from './fits-page.js'

it.each<[rule: Rule, fits: boolean]>([
  [{ url: '/invoices*' }, true],
  [{ url: ['/quotes', '/invoices/*'] }, true],
  [{ all: [{ segment: 'new' }, { url: '/invoices/*' }] }, true],
  [{ any: [{ url: '/quotes' }, { url: '/invoices/7' }] }, true],
  [{ url: '/quotes' }, false],
  // Neither rules the page out, and neither speaks of it.
  [{ not: { url: '/quotes' } }, false],
  [{ segment: 'new' }, false],
  [{ all: [{ url: '/invoices/*' }, { not: { url: '*/7' } }] }, false],
])('%j is about an invoice: %s', (rule, fits) => {
  expect(fitsPage(rule, 'https://app.tidemark.test/invoices/7?tab=1')).toBe(fits)
})
