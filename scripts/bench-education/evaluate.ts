import type { Rule } from '../../packages/sdk/src/contract/targeting.js'
import { holdsOnPage } from '../../packages/sdk/src/education/holds-on-page.js'
import { createHasElement, deviceKind } from '../../packages/sdk/src/embed/education/page-facts.js'

const PAGES = ['/invoices/*', '/settings', '/reports/*/export', '*', '/customers/*']

/**
 * Rules as authors write them: a page, somebody, something that has happened; one in fifty looks for an
 * element that is not there, and says so first.
 */
function ruleOf(at: number): Rule {
  const page: Rule = { url: [PAGES[at % 5] as string, `/section-${at}/*`] }
  const somebody: Rule = {
    any: [{ locale: ['sv', 'da', 'nb'] }, { device: 'desktop' }, { from: '2026-11-01' }],
  }
  const done: Rule = { event: `event.${at % 40}`, atLeast: at % 3, days: 30 }
  const seen: Rule = { not: { content: `content-${at % 60}`, is: ['completed', 'dismissed'] } }
  const there: Rule[] =
    at % 50 === 0 ? [{ element: `#part-${at} .target, [data-part="${at}"]` }] : []
  return at % 2 === 0
    ? { all: [...there, page, somebody, done, seen] }
    : { any: [{ all: [...there, page, done] }, { all: [seen, somebody, { not: page }] }] }
}

/** A page of 1,500 elements, with twenty components that have a shadow root. */
function fillPage(): void {
  document.body.innerHTML = '<p class="row"><b>Row</b></p>'.repeat(700)
  for (let at = 0; at < 20; at++) {
    const host = document.body.appendChild(document.createElement('div'))
    host.attachShadow({ mode: 'open' }).innerHTML = '<i>Part</i>'.repeat(5)
  }
}

/** Milliseconds of each round; the first is what a page pays that has just fetched the code. */
export function evaluate(count: number, rounds: number) {
  fillPage()
  // What the page itself costs is not ours.
  if (document.body.offsetHeight === 0 || !matchMedia('all').matches) throw new Error('No page')
  const rules = Array.from({ length: count }, (_, at) => ruleOf(at))
  let held = 0
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now()
    const facts = {
      url: 'https://app.tidemark.example/invoices/42?tab=lines',
      locale: 'sv-SE',
      device: deviceKind(),
      now: new Date(),
      events: (name: string) => name.length % 4,
      state: (id: string) => (id.endsWith('7') ? ('completed' as const) : ('unseen' as const)),
      hasElement: createHasElement(),
    }
    held = rules.filter((rule) => holdsOnPage(rule, facts)).length
    return performance.now() - begun
  })
  return { times, held, elements: document.querySelectorAll('*').length }
}
