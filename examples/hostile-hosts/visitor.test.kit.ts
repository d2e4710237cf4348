import type { Frame, Page } from 'playwright-core'
import { vi } from 'vitest'

/** What the visitor looks for, and what they find. */
const QUERY = 'guest'
export const ARTICLE = 'Stay a guest on any page'

/** Everything that the page and the browser objected to. */
export function complaintsOf(page: Page, but?: RegExp): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.stack ?? String(error)))
  page.on('console', (message) => {
    const text = message.text()
    if (!['error', 'warning'].includes(message.type()) || but?.test(text)) return
    complaints.push(text)
  })
  return complaints
}

/** Where everything of the host stands, how it is scrolled, and what its root says of itself. */
export async function layoutOf(frame: Frame): Promise<string[]> {
  await whenScrolled(frame)
  return frame.evaluate(() => {
    const { scrollWidth, scrollHeight, attributes } = document.documentElement
    const own = [...document.querySelectorAll('html, body, body *:not(script)')]
    const boxes = own
      .filter((element) => !element.localName.startsWith('waypost-'))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return `${element.localName} ${[x, y, width, height].join(' ')}`
      })
    const said = [...attributes].flatMap(({ name, value }) => (value ? `${name}=${value}` : []))
    return [`${scrollWidth} × ${scrollHeight}, ${scrollX} ${scrollY}`, ...said, ...boxes]
  })
}

/** A page may scroll by itself, and smoothly: it rests when it has stood still for some frames. */
function whenScrolled(frame: Frame): Promise<void> {
  return frame.evaluate(async () => {
    let place = ''
    for (let still = 0; still < 3; ) {
      await new Promise((next) => requestAnimationFrame(next))
      const now = `${scrollX} ${scrollY}`
      still = now === place ? still + 1 : 0
      place = now
    }
  })
}

/** How far our launcher is from the edges of the window, and what a finger meets in its middle. */
export function cornerOf(frame: Frame) {
  return frame.evaluate(() => {
    const launcher = document.querySelector('waypost-launcher')
    const button = launcher?.shadowRoot?.querySelector('button')
    if (!button) return undefined
    const { left, right, top, bottom } = button.getBoundingClientRect()
    const { clientWidth } = document.documentElement
    return {
      edge: Math.round(Math.min(left, clientWidth - right)),
      lift: Math.round(innerHeight - bottom),
      met: document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.localName,
    }
  })
}

/** Whether all of the panel is in the window, and is what a finger meets at its head and foot. */
export function roomOf(frame: Frame) {
  return frame.evaluate(() => {
    const hosts = [...document.querySelectorAll('*')]
    const panel = hosts.find(({ shadowRoot }) => shadowRoot?.querySelector('dialog[open]'))
    const box = panel?.shadowRoot?.querySelector('dialog')?.getBoundingClientRect()
    if (!panel || !box) return undefined
    const { left, right, top, bottom } = box
    const middle = (left + right) / 2
    return {
      isInside: left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1,
      isMet: [top + 9, bottom - 9].every((y) => document.elementFromPoint(middle, y) === panel),
    }
  })
}

/** What an article in the panel looks like: the first of each kind of element in it. */
export function looksOf(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const first = new Map<string, string>()
    const add = (element: Element) => {
      if (!element.checkVisibility()) return
      const style = getComputedStyle(element)
      const { color, backgroundColor, padding, margin, letterSpacing, textTransform } = style
      const { fontFamily, fontSize, fontStyle, fontWeight, lineHeight, textAlign } = style
      const { writingMode, wordBreak, opacity, webkitTextFillColor } = style
      const text = [fontFamily, fontSize, fontStyle, fontWeight, lineHeight, letterSpacing]
      const flow = [textAlign, textTransform, wordBreak, writingMode]
      const box = [color, webkitTextFillColor, backgroundColor, padding, margin, opacity]
      const { localName } = element
      if (!first.has(localName)) first.set(localName, [...text, ...flow, ...box].join(' '))
      for (const inner of [...(element.shadowRoot?.children ?? []), ...element.children]) add(inner)
    }
    const hosts = [...document.querySelectorAll('*')]
    const panel = hosts.find(({ shadowRoot }) => shadowRoot?.querySelector('dialog[open]'))
    add(panel?.shadowRoot?.querySelector('dialog') as Element)
    return ['dialog', 'h1', 'h2', 'ul', 'li'].map((name) => `${name} ${first.get(name)}`)
  })
}

/** What has the focus, through shadow roots: its text, or its name. */
export function focusOf(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active?.textContent || active?.localName || ''
  })
}

/** Opens help, searches, reads an article; the panel is open afterwards. */
export async function findsHelp(frame: Frame): Promise<void> {
  await frame.getByRole('button', { name: 'Help', exact: true }).click()
  await frame.getByRole('searchbox', { name: 'Search help' }).pressSequentially(QUERY)
  // At home the same article is offered: only what was found counts.
  await frame.getByRole('heading', { name: 'Search help' }).waitFor()
  await frame.getByText('Good to know').waitFor({ state: 'hidden' })
  await frame.getByRole('link', { name: ARTICLE }).filter({ visible: true }).click()
  await frame.getByRole('heading', { name: ARTICLE }).waitFor()
  await frame.getByText('A guest leaves the house as it was.').last().waitFor()
}

/** From the first page to the form; the request is shown then. */
export async function asks(frame: Frame, subject: string): Promise<void> {
  const panel = frame.getByRole('dialog')
  if (!(await panel.isVisible())) await frame.getByRole('button', { name: 'Help' }).click()
  const back = frame.getByRole('button', { name: 'Back', exact: true })
  while (await back.isVisible()) await back.click()
  await panel.getByRole('button', { name: 'Ask us', exact: true }).click()
  await frame.getByRole('textbox', { name: 'In one line' }).fill(subject)
  await frame.getByRole('textbox', { name: 'Your question' }).fill('May I come in?')
  await frame.getByRole('textbox', { name: 'Your email' }).fill('maya@example.com')
  await frame.getByRole('button', { name: 'Send' }).click()
  await frame.getByText('See your request').click()
  await frame.getByText('May I come in?').last().waitFor()
}

/** Comes back to a request and finds the answer. */
export async function isAnswered(frame: Frame, words: string): Promise<void> {
  const look = async () => {
    await leaves(frame)
    // It may say by now that there is a reply.
    await frame.getByRole('button', { name: /^Help\b/ }).click()
    await frame.getByText(words).last().waitFor({ timeout: 3_000 })
  }
  // Help asks for nothing that it has asked for a moment ago.
  await vi.waitFor(look, { timeout: 15_000 })
}

/** Writes into the request that is shown. */
export async function replies(frame: Frame, words: string): Promise<void> {
  await frame.getByRole('textbox', { name: 'Write a reply' }).fill(words)
  await frame.getByRole('button', { name: 'Send' }).click()
  await frame.getByText(words).last().waitFor()
}

/** Leaves by Escape. */
export async function leaves(frame: Frame): Promise<void> {
  await frame.page().keyboard.press('Escape')
  await frame.waitForFunction(() =>
    [...document.querySelectorAll('*')].every(
      ({ shadowRoot }) => !shadowRoot?.querySelector('dialog[open]'),
    ),
  )
}
