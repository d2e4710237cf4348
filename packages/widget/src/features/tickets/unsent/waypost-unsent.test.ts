import { expect, waitUntil } from '@open-wc/testing'
import { emulateMedia } from '@web/test-runner-commands'
import { defineElement } from '../../../foundation/define-element.js'
import { clearHost, hostPage, network, ticket } from '../../../shell/panel.test.kit.js'
import { RequestsView } from '../requests-view.js'
import { panelContext, supportServer } from '../support-server.test.kit.js'
import { visits } from '../view-visitor.test.kit.js'
import { showUnsent } from './unsent.js'

defineElement('waypost-requests-view', RequestsView)

const waiting = (key: string, subject: string) =>
  ({ kind: 'ticket', key, body: { subject, message: 'Since today' } }) as const

describe('a request that waits to be sent', () => {
  afterEach(() => {
    clearHost()
    document.adoptedStyleSheets = []
  })

  it('stands at home, leads to where it can be taken back, and becomes the real one', async () => {
    await emulateMedia({ reducedMotion: 'reduce' })
    const created = { ...ticket, subject: 'Fees abroad', status: 'new' }
    const tickets: object[] = []
    const { panel, kept, sees, taps, types, all, text, events } = hostPage(
      {},
      {
        'POST /v1/tickets': () => {
          tickets.push(created)
          return { ticket: created, accessToken: 'wpt_1' }
        },
        'GET /v1/tickets': () => ({ items: tickets, nextCursor: null }),
      },
    )
    kept.set('token', 'wps_1')
    await panel.open({ view: 'form' })
    await waitUntil(() => all('#message').length)
    all('#subject')[0]?.focus()
    await types('Fees abroad')
    all('#message')[0]?.focus()
    await types('Which rules count?')
    if (all('#email').length) {
      all('#email')[0]?.focus()
      await types('maya@studio.se')
    }
    // What the form fetches while somebody writes has come before the network goes.
    await import('../once-writing.js')
    network(false)
    await taps('Send')
    await sees('It goes by itself when you’re back online.')
    await panel.open({ view: 'home' })
    await waitUntil(() => text('.row .strong').includes('Fees abroad'))
    expect(text('#unsent')).to.deep.equal(['Not sent yet'])
    await taps('Fees abroad It goes by itself when you’re back online.')
    await sees('Take it back')
    await panel.open({ view: 'home' })
    network(true)
    await waitUntil(() => text('.row .strong').includes('Fees abroad') && !all('#unsent').length)
    await waitUntil(() => text('.chip').length === 1)
    expect(events.filter(([name]) => name === 'ticket:opened')).to.have.length(1)
  })

  it('stands above those that have gone, until it has', async () => {
    const server = supportServer()
    server.opens('Import customers')
    const { panel } = panelContext(server)
    showUnsent()
    const outbox = await panel.outbox()
    server.fault = ({ method }) => (method === 'POST' ? 'drop' : undefined)
    await outbox.add(waiting('a-key-of-this-test', 'Late interest'))
    await waitUntil(() => outbox.list()[0]?.tries === 1)
    const { view, one, text, destinations } = await visits<RequestsView>('waypost-requests-view', {
      panel,
    })
    const shadow = () => one('waypost-unsent').shadowRoot as ShadowRoot
    await waitUntil(() => shadow()?.querySelector('.row'))
    await expect(view).to.be.accessible()
    expect(shadow().querySelector('.strong')?.textContent).to.equal('Late interest')
    shadow().querySelector<HTMLElement>('.row')?.click()
    expect(destinations).to.deep.equal([{ view: 'form' }])
    server.fault = () => undefined
    network(true)
    await waitUntil(() => text('.subject').includes('Late interest'))
    expect(shadow().querySelector('.row')).to.equal(null)
  })
})
