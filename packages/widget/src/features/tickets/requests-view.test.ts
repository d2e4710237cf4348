import { expect, waitUntil } from '@open-wc/testing'
import { emulateMedia } from '@web/test-runner-commands'
import { defineElement } from '../../foundation/define-element.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { realtimeOf } from './realtime.test.kit.js'
import { RequestsView } from './requests-view.js'
import { panelContext, problem, supportServer } from './support-server.test.kit.js'
import { later, network, visits } from './view-visitor.test.kit.js'

defineElement('waypost-requests-view', RequestsView)

/** Somebody in front of their requests. */
async function visitor({
  server = supportServer(),
  dir = 'ltr',
  isKnown = true,
  ...rest
}: Partial<PanelContext> & {
  server?: ReturnType<typeof supportServer>
  dir?: string
  isKnown?: boolean
} = {}) {
  const { panel } = panelContext(server, rest)
  if (isKnown) await panel.client.session.start()
  const person = await visits<RequestsView>('waypost-requests-view', { panel }, dir)
  return { ...person, server, panel }
}

function withRequests() {
  const server = supportServer()
  server.opens('Change the VAT number', { status: 'solved' })
  server.opens('Import customers', { status: 'pending' })
  server.opens('Late interest', {
    status: 'open',
    updatedAt: new Date(Date.now() - 7.2e6).toJSON(),
  })
  return server
}

describe('your requests', () => {
  afterEach(async () => {
    Reflect.deleteProperty(navigator, 'onLine')
    document.adoptedStyleSheets = []
    document.documentElement.removeAttribute('style')
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
  })

  it('stand newest first, those under way before those that are solved', async () => {
    const { sees, text, titles } = await visitor({ server: withRequests() })
    await sees('.row')
    expect(titles).to.deep.equal(['Your requests'])
    expect(text('h2')).to.deep.equal(['Under way', 'Solved'])
    expect(text('.subject')).to.deep.equal([
      'Late interest',
      'Import customers',
      'Change the VAT number',
    ])
    expect(text('.chip')).to.deep.equal(['With us', 'Waiting for you', 'Solved'])
    expect(text('bdi')).to.deep.equal(['WP-1003', 'WP-1002', 'WP-1001'])
    expect(text('time')[0]).to.match(/^2 hrs? ago$/)
  })

  it('say which have a reply that was not read, in words and with how many', async () => {
    const server = withRequests()
    server.says('tic_1003', 'Which country is it?')
    server.says('tic_1003', 'And since when?')
    server.says('tic_1001', 'It is changed', undefined, 'solved')
    const { sees, text, all } = await visitor({ server })
    await sees('.row')
    expect(text('.chip')).to.deep.equal(['Reply for you', 'Waiting for you', 'Reply for you'])
    expect(text('h2')).to.deep.equal(['Under way', 'Solved'])
    expect(all('.unread').map((dot) => dot.ariaLabel)).to.deep.equal([
      '2 unread replies',
      '1 unread reply',
    ])
    expect(all('.row').filter((row) => row.querySelector('.unread'))).to.have.length(2)
  })

  it('are also those of the company, with who asked, where the host says so', async () => {
    const server = withRequests()
    const requester = { name: 'Jonas Berg', email: null, verification: 'signed' as const }
    server.opens('Our invoice', { isOwn: false, requester })
    const customer = async () => ({ id: 'cus_1', name: null, email: null, group: 'Fjord AS' })
    const { sees, view, text, all, panel } = await visitor({ server, customer })
    await sees('waypost-scopes')
    await sees('.row')
    expect(text('.subject')).to.not.include('Our invoice')
    const choices = () => [
      ...(view.renderRoot.querySelector('waypost-scopes')?.shadowRoot?.querySelectorAll('button') ??
        []),
    ]
    await waitUntil(() => choices().length === 2)
    const states = () => choices().map((one) => [one.textContent?.trim(), one.ariaPressed])
    expect(states()).to.deep.equal([
      ['Mine', 'true'],
      ['Fjord AS', 'false'],
    ])
    await expect(view).to.be.accessible()
    choices()[1]?.click()
    await waitUntil(() => text('.subject').includes('Our invoice'))
    await waitUntil(() => states()[1]?.[1] === 'true')
    const row = all('.row').find((one) => one.textContent?.includes('Our invoice'))
    expect(row?.textContent).to.contain('Jonas Berg')
    await expect(view).to.be.accessible()
    // Whoever comes back from one of them sees the same.
    const { sees: seesAgain, text: textAgain } = await visitor({
      ...{ server, customer, keep: panel.keep },
    })
    await seesAgain('.row')
    expect(textAgain('.subject')).to.include('Our invoice')
    choices()[0]?.click()
    await waitUntil(() => text('.subject').length === 3)
  })

  it('are those of the choice that is pressed, whatever was on its way for the other', async () => {
    const server = supportServer()
    const requester = { name: 'Jonas Berg', email: null, verification: 'signed' as const }
    for (let n = 1; n <= 25; n++) server.opens(`Mine ${n}`)
    for (let n = 1; n <= 3; n++) server.opens(`Ours ${n}`, { isOwn: false, requester })
    const { fetch } = server
    let late: Promise<void> | undefined
    server.fetch = async (input, init) => {
      const answer = await fetch(input, init)
      if (new URL(input).searchParams.has('cursor')) await late
      return answer
    }
    const customer = async () => ({ id: 'cus_1', name: null, email: null, group: 'Fjord AS' })
    const { sees, view, presses, text } = await visitor({ server, customer })
    await sees('waypost-scopes')
    await sees('.next .btn')
    let arrives = () => {}
    late = new Promise((resolve) => {
      arrives = resolve
    })
    await presses('.next .btn')
    const scopes = view.renderRoot.querySelector('waypost-scopes')?.shadowRoot
    scopes?.querySelectorAll('button')[1]?.click()
    await waitUntil(() => text('.subject').includes('Ours 3'))
    arrives()
    await later(50)
    expect(text('.subject').slice(0, 4)).to.deep.equal(['Ours 3', 'Ours 2', 'Ours 1', 'Mine 25'])
    expect(text('.subject')).to.have.length(20)
  })

  it('are one’s own alone where the host shows nothing of the company', async () => {
    const one = { id: 'cus_1', name: null, email: null }
    for (const more of [{}, { group: null }, { group: 'Fjord AS', groupAccess: 'none' as const }]) {
      const { sees, all, leaves } = await visitor({
        server: withRequests(),
        customer: async () => ({ ...one, ...more }),
      })
      await sees('.row')
      await later(0)
      expect(all('waypost-scopes')).to.have.length(0)
      leaves()
    }
  })

  it('lead to the conversation', async () => {
    const { sees, presses, destinations } = await visitor({ server: withRequests() })
    await sees('.row')
    await presses('.row')
    expect(destinations).to.deep.equal([{ view: 'ticket', ticketId: 'tic_1003' }])
  })

  it('come page by page, and the focus goes on with the first new one', async () => {
    const server = supportServer()
    for (let n = 1; n <= 25; n++) server.opens(`Request ${n}`)
    const { sees, presses, all, focused, one } = await visitor({ server })
    await sees('.row')
    expect(all('.row')).to.have.length(20)
    await presses('.next .btn')
    await waitUntil(() => all('.row').length === 25)
    expect(one('.next .btn')).to.equal(undefined)
    await waitUntil(() => focused()?.textContent?.includes('Request 5'))
  })

  it('of somebody who never asked are none, and looking starts no session', async () => {
    const { sees, text, server, presses, destinations } = await visitor({ isKnown: false })
    await sees('.empty')
    expect(text('.empty h2')).to.deep.equal(['Nothing under way'])
    expect(server.posts('/sessions')).to.have.length(0)
    await presses('.empty .btn')
    expect(destinations).to.deep.equal([{ view: 'form' }])
  })

  it('are drawn as bones only after 300 ms of waiting', async () => {
    const server = supportServer()
    server.fault = ({ path }) => (path === '/tickets' ? 'hang' : undefined)
    const { sees, all, text } = await visitor({ server })
    await later(120)
    expect(all('.bones')).to.have.length(0)
    await sees('.bones')
    expect(text('[role=status]')).to.deep.equal(['Fetching your requests'])
  })

  it('say what is wrong, and come when tried again', async () => {
    const server = withRequests()
    server.fault = ({ path }) => (path === '/tickets' ? problem(500, 'internal_error') : undefined)
    const { sees, presses, text } = await visitor({ server })
    await sees('[role=alert]')
    expect(text('[role=alert]')[0]).to.contain('The fault is ours.')
    server.fault = () => undefined
    await presses('.notice .btn')
    await sees('.row')
    expect(text('[role=alert]')).to.deep.equal([])
  })

  it('come by themselves when the network is back', async () => {
    const server = withRequests()
    const { panel } = panelContext(server)
    await panel.client.session.start()
    server.fault = () => 'drop'
    network(false)
    const { sees } = await visitor({ server, isKnown: false, client: panel.client })
    await sees('.notice')
    server.fault = () => undefined
    network(true)
    await sees('.row')
  })

  for (const code of ['session_expired', 'identity_token_invalid']) {
    it(`say that one has to sign in again: ${code}`, async () => {
      const server = supportServer()
      server.fault = ({ path }) => (path === '/tickets' ? problem(401, code) : undefined)
      const { sees, text } = await visitor({ server })
      await sees('.notice')
      expect(text('.notice')[0]).to.contain('Your session has ended.')
    })
  }

  it('are looked at again when one comes back to them', async () => {
    const server = withRequests()
    const { sees, view, text } = await visitor({ server })
    await sees('.row')
    view.hidden = true
    await later(2200)
    server.says('tic_1003', 'Here you are')
    view.hidden = false
    await waitUntil(() => text('.chip')[0] === 'Reply for you', 'looked again')
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`are accessible in ${scheme}, whatever their state`, async () => {
      await emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      document.documentElement.style.colorScheme = scheme
      const requests = withRequests()
      requests.says('tic_1003', 'Here you are')
      const some = await visitor({ server: requests })
      await some.sees('.row')
      await expect(some.view).to.be.accessible()
      const none = await visitor({ isKnown: false })
      await none.sees('.empty')
      await expect(none.view).to.be.accessible()
      const server = supportServer()
      server.fault = ({ path }) =>
        path === '/tickets' ? problem(500, 'internal_error') : undefined
      const failed = await visitor({ server })
      await failed.sees('.notice')
      await expect(failed.view).to.be.accessible()
    })
  }

  it('show what happens as it happens', async () => {
    const server = withRequests()
    const { realtime, tells } = realtimeOf()
    const { sees, text, all } = await visitor({ server, realtime })
    await sees('.row')
    await waitUntil(() => tells.listeners() === 1)
    server.says('tic_1003', 'Which country is it?')
    tells({ kind: 'ticket.typing', ticketId: 'tic_1003', author: 'agent' })
    tells({ kind: 'ticket.replied', ticketId: 'tic_1003', messageId: 'msg', author: 'agent' })
    await waitUntil(() => all('.unread').length === 1)
    expect(text('.chip')[0]).to.equal('Reply for you')
    expect(server.asked.filter(({ path }) => path === '/tickets')).to.have.length(2)
  })

  it('stay within their width from right to left', async () => {
    const server = supportServer()
    server.opens('x'.repeat(200))
    const { sees, one } = await visitor({ server, dir: 'rtl' })
    await sees('.row')
    expect(one('.body').scrollWidth).to.equal(one('.body').clientWidth)
  })
})
