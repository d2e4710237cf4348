import { aTimeout, waitUntil } from '@open-wc/testing'
import type { Tip, TipsOptions, Tour, TourOptions, TourStep } from '@waypost/sdk/contract'
import { sendKeys } from '@web/test-runner-commands'
import { activeElement } from '../foundation/active-element.js'
import { createTips } from './create-tips.js'
import { createTour } from './create-tour.js'

export const words = (text: string) =>
  [{ type: 'paragraph', children: [{ type: 'text', text }] }] as const

export const step = (id: string, rest: Partial<TourStep> = {}): TourStep => ({
  id,
  title: `About ${id}`,
  body: words(`What ${id} is for.`),
  anchor: { selector: `#${id}` },
  placement: 'auto',
  page: null,
  advance: null,
  article: null,
  ...rest,
})

const shown = { version: 1, when: null, priority: 0 }

export const tip = (id: string, rest: Partial<Tip> = {}): Tip => ({
  ...shown,
  kind: 'tip',
  id,
  title: `About ${id}`,
  anchor: { selector: `#${id}` },
  placement: 'auto',
  page: null,
  body: words('Three days late, and politely.'),
  actions: [
    { label: 'Turn on', call: 'reminders' },
    { label: 'Read more', article: 'reminders' },
  ],
  ...rest,
})

let leaving: (() => void)[] = []

/** Takes away what the tests have put on the page. */
export function leavePage(): void {
  for (const leave of leaving) leave()
  leaving = []
  document.documentElement.removeAttribute('style')
  document.documentElement.dir = ''
}

/** A page of a host, and what somebody can do there. */
export function hostPage(markup: string) {
  const main = document.createElement('main')
  main.append(...new DOMParser().parseFromString(markup, 'text/html').body.childNodes)
  document.body.append(main)
  leaving.push(() => main.remove())

  const said: string[] = []
  const place = { path: '/invoices' }
  const common = {
    locale: 'en',
    messages: {},
    looks: {},
    zIndex: 1000,
    layer: 'page',
    baseUrl: 'https://help.example',
    patience: 250,
    isOn: (page: string) => page === place.path,
  } as const
  const tell =
    (what: string) =>
    (id = '') =>
      void said.push(`${what} ${id}`.trim())
  const root = (name: string) => document.querySelector(name)?.shadowRoot ?? null
  const find = (selector: string) => main.querySelector(selector) as HTMLElement
  const card = () => root('waypost-tour')?.querySelector<HTMLElement>('.card') ?? null
  const spot = () => root('waypost-tour')?.querySelector('.spot') as HTMLElement
  const marks = () =>
    [...document.querySelectorAll('waypost-tip')].map(
      (each) => each.shadowRoot?.querySelector('.mark') as HTMLElement,
    )
  const open = () =>
    [...document.querySelectorAll('waypost-tip')]
      .map((each) => each.shadowRoot?.querySelector<HTMLElement>('.card'))
      .find(Boolean) ?? null

  /** What the card says, from top to bottom. */
  const text = () =>
    [...(card()?.querySelectorAll('#count, #note:not([hidden]), h2, p:not(#note), .btn') ?? [])]
      .map(({ textContent }) => textContent)
      .join(' ')

  return {
    main,
    find,
    said,
    place,
    card,
    spot,
    marks,
    open,
    begin(steps: readonly TourStep[], rest: Partial<TourOptions> & { next?: Tour['next'] } = {}) {
      const { next = null, ...options } = rest
      const tour: Tour = {
        ...shown,
        kind: 'tour',
        id: 'first-steps',
        title: 'First steps',
        auto: false,
        frequency: {},
        minutes: null,
        steps: [...steps],
        next,
      }
      const player = createTour({
        ...common,
        tour,
        reached: tell('reached'),
        shown: tell('shown'),
        passed: tell('passed'),
        missing: tell('missing'),
        done: tell('done'),
        left: tell('left'),
        act: ({ label }) => tell('act')(label),
        ...options,
      })
      leaving.push(player.stop)
      return player
    },
    showTips(tips: readonly Tip[], rest: Partial<TipsOptions> = {}) {
      const player = createTips({
        ...common,
        tips,
        opened: tell('opened'),
        closed: tell('closed'),
        act: ({ label }, id) => tell('act')(`${label} ${id}`),
        ...rest,
      })
      leaving.push(player.stop)
      return player
    },
    text,
    sees: (what: string) =>
      waitUntil(() => text().includes(what), `should see “${what}”`, {
        interval: 10,
        timeout: 4000,
      }),
    hears: (what: string) =>
      waitUntil(() => said.includes(what), `should hear “${what}”, not ${said.join()}`, {
        interval: 10,
        timeout: 4000,
      }),
    /** The card stands still. */
    async rests() {
      await Promise.all((card()?.getAnimations() ?? []).map(({ finished }) => finished))
    },
    /** What has the focus, in words. */
    focused() {
      const active = activeElement()
      return (active?.ariaLabel || active?.textContent || active?.id || '').trim()
    },
    async presses(...keys: string[]) {
      for (const key of keys) {
        const press = key.replace('Shift+', '')
        if (press !== key) await sendKeys({ down: 'Shift' })
        await sendKeys({ press })
        if (press !== key) await sendKeys({ up: 'Shift' })
      }
      await aTimeout(0)
    },
    taps(label: string) {
      const buttons = [...(card() ?? open() ?? main).querySelectorAll<HTMLElement>('button, a')]
      const button = buttons.find((each) => [each.textContent, each.ariaLabel].includes(label))
      if (!button) throw new Error(`There is nothing to tap called “${label}”`)
      button.click()
    },
  }
}

/** Two boxes share nothing. */
export function areApart(one: Element, other: Element): boolean {
  const a = one.getBoundingClientRect()
  const b = other.getBoundingClientRect()
  return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
}

/** The place of an open panel, over all of the page from there on; with something to press. */
export function openPanel(left = 0): HTMLElement {
  const panel = document.body.appendChild(document.createElement('waypost-window'))
  panel.setAttribute('open', '')
  panel.append(Object.assign(document.createElement('button'), { textContent: 'Close' }))
  panel.style.cssText = `position: fixed; inset: 0 0 0 ${left}px; z-index: 1000; background: #fff`
  const closing = new MutationObserver(() => panel.remove())
  closing.observe(panel, { attributes: true, attributeFilter: ['open'] })
  leaving.push(() => panel.remove())
  return panel
}
