import type { Frame, Page } from 'playwright-core'

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
export function layoutOf(frame: Frame): Promise<string[]> {
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
}

/** Leaves by Escape. */
export async function leaves(frame: Frame): Promise<void> {
  await frame.page().keyboard.press('Escape')
  await frame.getByRole('heading', { name: ARTICLE }).waitFor({ state: 'hidden' })
}
