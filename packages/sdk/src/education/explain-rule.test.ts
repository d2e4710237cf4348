import { describe, expect, it } from 'vitest'
import type { Rule } from '../contract/targeting.js'
import { decisions, people } from './decision-table.test.kit.js'
import { explainRule, type RuleExplanation } from './explain-rule.js'
import { narrowRule } from './narrow-rule.js'

const { anna = {}, 'a visitor': visitor = {} } = people
const told = ({ condition, holds, because, parts }: RuleExplanation, depth = 0): string[] => [
  `${'  '.repeat(depth)}${holds} ${condition}${because && `: ${because}`}`,
  ...parts.flatMap((part) => told(part, depth + 1)),
]

describe('why a rule holds', () => {
  it('is said of every branch', () => {
    const rule: Rule = {
      all: [
        { url: ['/', '/invoices/*'] },
        { not: { content: 'welcome', is: ['unseen', 'started'] } },
        { any: [{ segment: 'trial' }, { attribute: 'seats', above: 20 }] },
      ],
    }
    expect(told(explainRule(rule, anna))).toEqual([
      'false all of',
      '  true page is / or /invoices/*: the page is https://app.tidemark.example/invoices/42?tab=lines#total',
      '  true not',
      '    false welcome is unseen or started: it is completed',
      '  false any of',
      '    false segment is trial: of beta, owners',
      '    false seats is above 20: it is 12',
    ])
  })

  it.each<[Rule, string]>([
    [{ locale: 'sv' }, 'false language is sv: it is en'],
    [{ site: 'tidemark' }, 'true site is tidemark: it is tidemark'],
    [{ segment: 'beta' }, 'false segment is beta: of none'],
    [{ attribute: 'plan' }, 'false plan is said: it is not said'],
    [{ signedIn: true }, 'false signed in: nobody says who it is'],
    [
      { event: 'invoice.sent', atLeast: 2, days: 7 },
      'false invoice.sent was tracked at least 2 times within 7 days: it was 0 times',
    ],
    [{ element: '#send' }, 'false the page has #send: it is not there'],
    [{ device: ['phone', 'tablet'] }, 'true device is phone or tablet: it is phone'],
    [{ from: '2026-12-01' }, 'false from 2026-12-01: it is Sun Nov 22 2026'],
  ])('%o', (rule, text) => {
    expect(told(explainRule(rule, visitor))).toEqual([text])
  })

  it('is left open where nothing says so, and where this version knows no such condition', () => {
    expect(told(explainRule({ not: { segment: 'beta' } }, {}))).toEqual([
      'undefined not',
      '  undefined segment is beta: nothing says',
    ])
    const newer = { weekday: 'friday' } as unknown as Rule
    expect(explainRule(newer, anna)).toMatchObject({ because: 'this version does not know it' })
  })

  it('agrees with the decision in every case of the table', () => {
    for (const { rule } of Object.values(decisions).flat()) {
      for (const facts of Object.values(people)) {
        const left = narrowRule(rule, facts)
        const { holds } = explainRule(rule, facts)
        expect(holds).toBe(typeof left === 'boolean' ? left : undefined)
      }
    }
  })
})
