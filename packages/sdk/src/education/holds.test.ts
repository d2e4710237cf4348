import { describe, expect, it } from 'vitest'
import type { Rule } from '../contract/targeting.js'
import { type Decision, decisions, people } from './decision-table.test.kit.js'
import type { Facts } from './facts.js'
import { holds } from './holds.js'
import { holdsOnPage } from './holds-on-page.js'
import { narrowRule } from './narrow-rule.js'

const casesOf = (table: readonly Decision[]) =>
  table.flatMap(({ rule, yes = [], no = [] }) => [
    ...yes.map((who) => ({ rule, text: JSON.stringify(rule), who, is: true })),
    ...no.map((who) => ({ rule, text: JSON.stringify(rule), who, is: false })),
  ])
const all = Object.values(decisions).flatMap(casesOf)
const facts = (who: string): Facts => {
  const found = people[who]
  if (!found) throw new Error(`The table does not say who “${who}” is`)
  return found
}

describe.each(Object.entries(decisions))('a rule %s', (_name, table) => {
  it.each(casesOf(table))('$text for $who: $is', ({ rule, who, is }) => {
    expect(holds(rule, facts(who))).toBe(is)
  })
})

describe('the decision table', () => {
  it('decides each case once, and enough of them', () => {
    expect(new Set(all.map(({ text, who }) => `${text} ${who}`)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(150)
  })

  it('asks of every kind of condition, with both answers', () => {
    const kinds = 'url locale site segment attribute signedIn event content element device from'
    for (const kind of [...kinds.split(' '), 'all', 'any', 'not']) {
      const answers = all.filter(({ rule }) => kind in rule).map(({ is }) => is)
      expect([kind, ...new Set(answers)].sort()).toEqual([false, kind, true].sort())
    }
  })
})

describe('a rule that the server has answered its part of', () => {
  const [anna, server, page] = [
    facts('anna'),
    facts('anna, by the server'),
    facts('anna, by her page'),
  ]
  const rules = [...new Set(all.map(({ rule }) => rule))]

  it('says on the page what the whole rule says', () => {
    for (const rule of rules) {
      const left = narrowRule(rule, server)
      const there = typeof left === 'boolean' ? left : holdsOnPage(left, page)
      expect([JSON.stringify(rule), there]).toEqual([JSON.stringify(rule), holds(rule, anna)])
    }
  })

  it('names nothing that only the server knows', () => {
    const told = JSON.stringify(rules.map((rule) => narrowRule(rule, server)))
    expect(told).not.toMatch(/segment|attribute|signedIn|site|beta|owners|plan|tidemark/)
    expect(JSON.stringify(rules)).toMatch(/segment.*attribute.*signedIn/)
  })

  it.each<[string, Rule, Rule | boolean]>([
    ['what is true of all', { all: [{ segment: 'beta' }, { url: '/' }] }, { url: '/' }],
    ['what is false of any', { any: [{ segment: 'trial' }, { url: '/' }] }, { url: '/' }],
    ['one false among all', { all: [{ url: '/' }, { segment: 'trial' }] }, false],
    ['one true among any', { any: [{ url: '/' }, { segment: 'beta' }] }, true],
    ['the opposite of what is answered', { not: { signedIn: true } }, false],
    ['the opposite of what is left', { not: { url: '/' } }, { not: { url: '/' } }],
    [
      'all that is left',
      { all: [{ url: '/' }, { signedIn: true }, { locale: 'sv' }] },
      { all: [{ url: '/' }, { locale: 'sv' }] },
    ],
    [
      'what is deep inside',
      { not: { any: [{ all: [{ site: 'tidemark' }, { element: '#a' }] }, { segment: 'trial' }] } },
      { not: { element: '#a' } },
    ],
  ])('leaves of %s', (_what, rule, left) => {
    expect(narrowRule(rule, server)).toEqual(left)
  })
})

describe('no rule at all', () => {
  it('holds for everybody', () => {
    expect(holds(null, {})).toBe(true)
  })
})

describe('what is looked for on a page', () => {
  it('is asked last, and only where it decides', () => {
    const asked: string[] = []
    const page = {
      ...facts('anna, by her page'),
      hasElement: (selector: string) => asked.push(selector) > 0,
    }
    const element = { element: '#send' }
    expect(holdsOnPage({ all: [element, { locale: 'da' }] }, page)).toBe(false)
    expect(holdsOnPage({ any: [element, { locale: 'sv' }] }, page)).toBe(true)
    expect(asked).toEqual([])
    expect(holdsOnPage({ not: { all: [element, { locale: 'sv' }] } }, page)).toBe(false)
    expect(asked).toEqual(['#send'])
  })
})
