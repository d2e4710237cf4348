import { expect, waitUntil } from '@open-wc/testing'
import { createWaypost, type Waypost } from '@waypost/sdk/embed'
// What the element fetches, at hand before the clock of a test runs.
import '../../features/education/checklist-view.js'
import '../../entries/waypost-checklist.js'
import { tidemark } from '../../features/education/tidemark.test.kit.js'
import { problem, settings } from '../panel.test.kit.js'
import type { WaypostChecklist } from './waypost-checklist.js'

const realFetch = window.fetch
let waypost: Waypost | undefined
let said: string[] = []

/** The network's edge: a server that teaches what Tidemark does, or nothing. */
function serve(checklists = tidemark.checklists): void {
  said = []
  window.fetch = async (input, init) => {
    const { pathname } = new URL(String(input), location.href)
    const method = init?.method ?? 'GET'
    if (method === 'PUT') {
      const { state } = JSON.parse(`${init?.body}`) as { state: string }
      said.push(`${pathname.replace('/v1/progress/', '')} ${state}`)
      return problem(503, 'unavailable')
    }
    if (method === 'POST') {
      const session = { token: 'wps_1', expiresAt: '2027-01-01T00:00:00Z', customer: null }
      return Response.json(session, { status: 201 })
    }
    if (pathname === '/v1/settings') return Response.json({ ...settings, education: true })
    if (pathname === '/v1/education') return Response.json({ ...tidemark, checklists })
    return Response.json({ items: [], nextCursor: null })
  }
}

function place(html: string): WaypostChecklist {
  const box = document.body.appendChild(document.createElement('div'))
  box.className = 'box'
  box.insertAdjacentHTML('beforeend', html)
  return box.firstElementChild as WaypostChecklist
}

const viewOf = (element: HTMLElement) =>
  [...(element.shadowRoot?.querySelectorAll('.page > *') ?? [])].at(-1)?.shadowRoot
const sees = (element: HTMLElement, words: string) =>
  waitUntil(() => viewOf(element)?.textContent?.includes(words), `should see “${words}”`, {
    timeout: 9_000,
  })
const press = (element: HTMLElement, words: string) =>
  [...(viewOf(element)?.querySelectorAll('button') ?? [])]
    .find((one) => one.textContent?.trim() === words)
    ?.click()

describe('a checklist in a page', () => {
  beforeEach(() => {
    serve()
    waypost = createWaypost({ launcher: 'none', baseUrl: location.origin })
  })
  afterEach(() => {
    for (const box of document.querySelectorAll('.box')) box.remove()
    waypost?.destroy()
    window.fetch = realFetch
    localStorage.clear()
  })

  it('is the one under way; what is skipped in it is known at once, and waits for the server', async () => {
    const element = place('<waypost-checklist></waypost-checklist>')
    await sees(element, 'Add your company')
    expect(element.getAttribute('standing')).to.equal('running')
    expect(element.shadowRoot?.querySelector('[part=title]')?.textContent?.trim()).to.equal(
      'Get set up',
    )
    press(element, 'Skip')
    await sees(element, 'Skipped')
    await waitUntil(() => said.includes('get-set-up/steps/company skipped'))
    await expect(element).to.be.accessible()
  })

  it('goes when it is put away, but not from under the hand', async () => {
    const element = place('<waypost-checklist checklist-id="get-set-up"></waypost-checklist>')
    await sees(element, 'Add your company')
    press(element, 'Put this away')
    await sees(element, 'It’s put away.')
    expect(element.checkVisibility()).to.equal(true)
    element.remove()
    const again = place('<waypost-checklist checklist-id="get-set-up"></waypost-checklist>')
    await waitUntil(() => again.getAttribute('standing') === 'gone')
    expect(again.checkVisibility()).to.equal(false)
  })

  it('takes no room where there is none for this person', async () => {
    serve([])
    const element = place('<waypost-checklist></waypost-checklist>')
    await waitUntil(() => element.getAttribute('standing') === 'gone', 'is gone', {
      timeout: 9_000,
    })
    expect(element.checkVisibility()).to.equal(false)
  })
})
