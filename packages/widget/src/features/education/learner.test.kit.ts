import { fixtureCleanup, fixtureSync, html, waitUntil } from '@open-wc/testing'
import { emulateMedia, sendKeys } from '@web/test-runner-commands'
import { adoptStyles, type LitElement } from 'lit'
import { defineElement } from '../../foundation/define-element.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { theme } from '../../foundation/theme.js'
import type { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import type { educationWorld } from './education-world.test.kit.js'

interface Page {
  View: CustomElementConstructor
  tag: string
  contentId?: string
  anchor?: string
}

/** Somebody with one page of education before them, and what they do there. */
export async function learner(
  world: ReturnType<typeof educationWorld>,
  { View, tag, ...target }: Page,
  {
    width = 400,
    dir = 'ltr',
    ...rest
  }: Partial<PanelContext> & { width?: number; dir?: string } = {},
) {
  defineElement(tag, View)
  // As in the panel, whose shadow root has the tokens.
  const frame = fixtureSync<HTMLElement>(html`<div lang="en"></div>`)
  frame.dir = dir
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `:host { display: flex; flex-direction: column; inline-size: ${width}px; block-size: 584px;
      background: var(--wp-surface); }`,
  )
  const root = frame.attachShadow({ mode: 'open' })
  adoptStyles(root, [...theme, sheet])
  const titles: string[] = []
  const destinations: NavigateEvent['destination'][] = []
  frame.addEventListener('waypost-titled', ({ title, subtitle }: TitledEvent) => {
    titles.push([title, subtitle].filter(Boolean).join(' | '))
  })
  frame.addEventListener('waypost-navigate', ({ destination }: NavigateEvent) => {
    destinations.push(destination)
  })
  const panel = world.panel(rest)
  const view = Object.assign(new View(), { panel, ...target }) as unknown as LitElement
  root.append(view)
  await view.updateComplete
  const all = (selector: string) => deepAll(view.renderRoot, selector)
  const textOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  const called = (words: string) =>
    all('button, a, label').find((one) => [textOf(one), one.ariaLabel].includes(words))
  return {
    view,
    panel,
    titles,
    destinations,
    all,
    text: (selector: string) => all(selector).map(textOf),
    focused: () => {
      let active = (view.renderRoot as ShadowRoot).activeElement
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
      return active as HTMLElement | null
    },
    sees: (words: string) =>
      waitUntil(
        () => all('*').some((one) => textOf(one).includes(words)),
        `should see “${words}”`,
        { timeout: 4000 },
      ),
    async taps(words: string) {
      await waitUntil(() => called(words), `should find “${words}”`)
      called(words)?.click()
      await view.updateComplete
    },
    /** Keys of a real keyboard. */
    async presses(...keys: string[]) {
      for (const press of keys) await sendKeys({ press })
      await view.updateComplete
    },
    /** Tab until what has the focus is called so. */
    async tabsTo(words: string) {
      for (let turn = 0; turn < 40; turn++) {
        const active = (view.renderRoot as ShadowRoot).activeElement
        const label = active?.closest('label') ?? active
        if (label && [textOf(label), label.ariaLabel].includes(words)) return
        await sendKeys({ press: 'Tab' })
      }
      throw new Error(`Tab does not lead to “${words}”`)
    },
    leaves: () => fixtureCleanup(),
  }
}

function deepAll(root: ParentNode, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches(selector) && element.checkVisibility() ? [element] : []),
    ...(element.shadowRoot ? deepAll(element.shadowRoot, selector) : []),
  ])
}

/** How the page looks to whoever asks for it so. */
export async function looks(scheme: 'light' | 'dark'): Promise<void> {
  await emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  document.documentElement.style.colorScheme = scheme
}

export async function clearLooks(): Promise<void> {
  document.documentElement.removeAttribute('style')
  await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
}
