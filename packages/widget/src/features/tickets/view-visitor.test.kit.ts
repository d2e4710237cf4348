import { fixtureCleanup, fixtureSync, html, waitUntil } from '@open-wc/testing'
import { adoptStyles, type LitElement } from 'lit'
import { theme } from '../../foundation/theme.js'
import type { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import { closeTabs } from './outbox.test.kit.js'

/** Tells the browser there is a network, or none. */
export function network(there: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => there })
  if (there) window.dispatchEvent(new Event('online'))
}

export const later = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** A view in a window of the panel's size, and what a person does with it. */
export async function visits<View extends LitElement>(
  tag: string,
  properties: object,
  dir = 'ltr',
) {
  const frame = fixtureSync<HTMLElement>(html`<div class="wp" dir=${dir} lang="en"></div>`)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `.wp { display: flex; flex-direction: column; inline-size: 400px; block-size: 584px;
      background: var(--wp-surface); }`,
  )
  // Where sheets are adopted, a document is as good as a shadow root.
  adoptStyles(document as Node as ShadowRoot, [...theme, sheet])
  const titles: string[] = []
  const destinations: NavigateEvent['destination'][] = []
  frame.addEventListener('waypost-titled', ({ title, subtitle }: TitledEvent) => {
    titles.push([title, subtitle].filter(Boolean).join(' | '))
  })
  frame.addEventListener('waypost-navigate', ({ destination }: NavigateEvent) => {
    destinations.push(destination)
  })
  const view = Object.assign(document.createElement(tag), properties) as unknown as View
  frame.append(view)
  await view.updateComplete
  const all = (selector: string) => [...view.renderRoot.querySelectorAll<HTMLElement>(selector)]
  const one = (selector: string) => all(selector)[0] as HTMLInputElement
  return {
    view,
    titles,
    destinations,
    all,
    one,
    text: (selector: string) =>
      all(selector).map((node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim()),
    focused: () => (view.renderRoot as ShadowRoot).activeElement as HTMLElement | null,
    async types(selector: string, words: string) {
      const field = one(selector)
      field.focus()
      field.value = words
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await view.updateComplete
    },
    async presses(selector: string) {
      one(selector).click()
      await view.updateComplete
    },
    sees: (selector: string) =>
      waitUntil(() => one(selector), `should see ${selector}`, { timeout: 4000 }),
    /** What a reload leaves of it: nothing but what was kept. */
    leaves() {
      fixtureCleanup()
      closeTabs()
    },
  }
}
