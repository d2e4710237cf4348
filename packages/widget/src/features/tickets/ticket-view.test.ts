import { expect, waitUntil } from '@open-wc/testing'
import type { CarriedContent, EducationSide, Message } from '@waypost/sdk/contract'
import { emulateMedia, resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands'
import { defineElement } from '../../foundation/define-element.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { ArticleLinkEvent } from '../../ui/article-link-event.js'
import type { WaypostCarried } from './carried/waypost-carried.js'
import { realtimeOf } from './realtime.test.kit.js'
import { browserKeep, panelContext, problem, supportServer } from './support-server.test.kit.js'
import { TicketView } from './ticket-view.js'
import { later, network, visits } from './view-visitor.test.kit.js'

defineElement('waypost-ticket-view', TicketView)

/** A request about interest: asked, answered once. */
function withConversation() {
  const server = supportServer()
  const { id } = server.opens('Interest abroad')
  server.says(id, 'Which rules count?', { kind: 'requester', name: 'Maya Lindqvist' })
  server.says(id, 'Those of your customer’s country.')
  return server
}

/** Somebody in front of a conversation. */
async function visitor({
  server = withConversation(),
  dir = 'ltr',
  accessToken,
  ...rest
}: Partial<PanelContext> & {
  server?: ReturnType<typeof supportServer>
  dir?: string
  accessToken?: string
} = {}) {
  const { panel, told } = panelContext(server, rest)
  server.hasSession = true
  const properties = { panel, ticketId: 'tic_1001', accessToken }
  const person = await visits<TicketView>('waypost-ticket-view', properties, dir)
  await waitUntil(() => person.one('.trail, .notice, .bones'), 'the conversation', {
    timeout: 4000,
  })
  const said = () =>
    person
      .all('.said')
      .map(
        (box) =>
          box.querySelector('waypost-rich-text')?.shadowRoot?.textContent?.trim() ??
          box.textContent?.trim(),
      )
  return {
    ...person,
    server,
    panel,
    told,
    said,
    async replies(words: string) {
      await person.types('#reply', words)
      await person.presses('.sendbtn')
    },
    hears: (count: number) =>
      waitUntil(() => said().length === count && person.all('.sending').length === 0, 'heard'),
    /** Time passes for somebody who comes back to the window. */
    async comesBack() {
      await later(2100)
      window.dispatchEvent(new Event('focus'))
    },
  }
}

const isReply = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path.endsWith('/messages')

describe('a conversation', () => {
  afterEach(async () => {
    Reflect.deleteProperty(navigator, 'onLine')
    document.adoptedStyleSheets = []
    document.documentElement.removeAttribute('style')
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
  })

  it('shows as cards what a reply carries, and opens it in the panel or on the page', async () => {
    const server = withConversation()
    const card = { locale: 'en', minutes: 4, url: '/help/en/courses/pay/terms' }
    const contents: CarriedContent[] = [
      { ...card, kind: 'lesson', id: 'pay/terms', title: 'Terms that work' },
      { ...card, kind: 'tour', id: 'send', title: 'Your first invoice', minutes: null, url: null },
    ]
    Object.assign(server.messages.get('tic_1001')?.[1] ?? {}, { contents })
    const asked: string[][] = []
    const started: string[][] = []
    let isAway = true
    const side = {
      async start(...what: string[]) {
        asked.push(what)
        await later(20)
        if (isAway) throw new Error('away')
        started.push(what)
      },
    }
    const education = async () => side as unknown as EducationSide
    const { sees, one, destinations, leaves } = await visitor({ server, education })
    await sees('waypost-carried')
    const shown = one('waypost-carried') as unknown as WaypostCarried
    await waitUntil(() => shown.renderRoot.querySelector('button'))
    const [lesson, tour] = shown.renderRoot.querySelectorAll('button')
    expect(lesson?.textContent?.trim()).to.equal('Terms that workLesson · 4 min')
    lesson?.click()
    expect(destinations).to.deep.equal([{ view: 'lesson', id: 'pay/terms' }])
    tour?.click()
    await waitUntil(() => shown.renderRoot.querySelector('.notice'), 'says that it did not')
    const again = () => shown.renderRoot.querySelector<HTMLElement>('.notice button')
    again()?.focus()
    again()?.click()
    await waitUntil(() => asked.length === 2)
    await later(40)
    await shown.updateComplete
    const { activeElement } = shown.renderRoot as ShadowRoot
    expect(activeElement?.textContent?.trim()).to.equal('Try again')
    isAway = false
    again()?.click()
    await waitUntil(() => started.length)
    await waitUntil(() => again() === null)
    expect(started).to.deep.equal([['tour', 'send']])
    leaves()

    const elsewhere = await visitor({ server })
    await elsewhere.sees('waypost-carried')
    const links = elsewhere.one('waypost-carried') as unknown as WaypostCarried
    await waitUntil(() => links.renderRoot.querySelector('a'))
    const hrefs = [...links.renderRoot.querySelectorAll('a')].map((a) => a.getAttribute('href'))
    expect(hrefs).to.deep.equal([card.url])
  })

  it('says what a reply carries in another language, as soon as the panel speaks it', async () => {
    const server = withConversation()
    const carried = server.messages.get('tic_1001')?.[1] ?? {}
    const lesson = { kind: 'lesson', id: 'pay/terms', locale: 'en', minutes: 4, url: '' } as const
    Object.assign(carried, { contents: [{ ...lesson, title: 'Terms that work' }] })
    const { view, panel, sees, one, types, focused, said } = await visitor({ server })
    await sees('waypost-carried')
    await types('#reply', 'I shall read that')
    const titles = () =>
      (one('waypost-carried') as unknown as WaypostCarried).contents.map(({ title }) => title)
    expect(titles()).to.deep.equal(['Terms that work'])
    const inSwedish = [{ ...lesson, locale: 'sv', title: 'Villkor som håller' }]
    server.messages.set('tic_1001', [
      ...(server.messages.get('tic_1001') ?? []).slice(0, 1),
      { ...(carried as Message), contents: inSwedish },
    ])
    view.panel = { ...panel, locale: 'sv' }
    await waitUntil(() => titles()[0] === 'Villkor som håller')
    expect(said()).to.have.length(2)
    expect([focused()?.id, one('#reply').value]).to.deep.equal(['reply', 'I shall read that'])
  })

  it('is one trail, with everybody on the same side and own words marked', async () => {
    const { said, text, titles, one, all } = await visitor()
    expect(titles).to.deep.equal(['Interest abroad | \u2068WP-1001\u2069 · Waiting for you'])
    expect(said()).to.deep.equal(['Which rules count?', 'Those of your customer’s country.'])
    expect(text('.who strong')).to.deep.equal(['You', 'Noor Bakker, Tidemark'])
    expect(all('.mine')).to.have.length(1)
    expect(one('.body').getAttribute('role')).to.equal('log')
    expect(one('.body').tabIndex).to.equal(0)
  })

  it('shows what happened between the messages', async () => {
    const server = withConversation()
    server.says('tic_1001', 'Noor took your request', { kind: 'system', name: null })
    const { all } = await visitor({ server })
    const event = all('.event waypost-rich-text')[0]
    await waitUntil(() => event?.shadowRoot?.textContent?.includes('Noor took your request'))
  })

  it('is whole, however many pages it has', async () => {
    const server = withConversation()
    for (let n = 0; n < 5; n++) server.says('tic_1001', `Reply ${n}`)
    server.pageSize = 3
    const { said } = await visitor({ server })
    expect(said()).to.have.length(7)
  })

  it('is read by an access token alone', async () => {
    const server = withConversation()
    const { said } = await visitor({ server, accessToken: 'wpt_1' })
    expect(said()).to.have.length(2)
    expect(server.posts('/sessions')).to.have.length(0)
  })

  it('of a colleague takes a reply, and is theirs to call settled', async () => {
    const server = supportServer()
    const { id } = server.opens('Interest abroad', { isOwn: false, canReply: true })
    server.says(id, 'Which rules count?', { kind: 'requester', name: 'Jonas Berg' })
    Object.assign(server.messages.get(id)?.[0] ?? {}, { isOwn: false })
    const { one, text, replies, hears } = await visitor({ server })
    expect(text('.who strong')).to.deep.equal(['Jonas Berg'])
    expect(one('.settle')).to.equal(undefined)
    await replies('I can help')
    await hears(2)
    expect(text('.who strong')).to.deep.equal(['Jonas Berg', 'You'])
    const solved = supportServer()
    solved.opens('Interest abroad', { isOwn: false, canReply: true, status: 'solved' })
    const other = await visitor({ server: solved })
    expect([other.one('.reopen'), other.one('.settle')]).to.deep.equal([undefined, undefined])
  })

  it('takes a reply: at once in sight, then sent', async () => {
    const { replies, hears, told, text, said, one, focused, server } = await visitor()
    await replies('Thank you')
    expect(said().at(-1)).to.equal('Thank you')
    expect(text('.state')).to.deep.equal(['Sending'])
    expect(one('#reply').value).to.equal('')
    expect(focused()?.id).to.equal('reply')
    await hears(3)
    expect(told).to.deep.equal([
      [
        'ticket:replied',
        { ticketId: 'tic_1001', messageId: 'msg_tic_1001_2', author: 'requester' },
      ],
    ])
    expect(server.messages.get('tic_1001')).to.have.length(3)
  })

  it('sends by Ctrl and Enter; Enter alone begins a line', async () => {
    const { one, hears, server } = await visitor()
    one('#reply').focus()
    await sendKeys({ type: 'One' })
    await sendKeys({ press: 'Enter' })
    await sendKeys({ type: 'two' })
    expect(one('#reply').value).to.equal('One\ntwo')
    await sendKeys({ down: 'Control' })
    await sendKeys({ press: 'Enter' })
    await sendKeys({ up: 'Control' })
    await hears(3)
    expect(server.posts('/messages')[0]?.body.message).to.equal('One\ntwo')
  })

  it('cannot send nothing, and says when it is too much', async () => {
    const { one, types, presses, text, server } = await visitor()
    const send = one('.sendbtn')
    expect(send.disabled).to.equal(true)
    const { backgroundColor } = getComputedStyle(send)
    const { x, y } = send.getBoundingClientRect()
    await sendMouse({ type: 'move', position: [Math.round(x) + 9, Math.round(y) + 9] })
    expect(send.matches(':hover')).to.equal(true)
    await Promise.all(send.getAnimations().map(({ finished }) => finished))
    expect(getComputedStyle(send).backgroundColor).to.equal(backgroundColor)
    await resetMouse()
    await types('#reply', 'x'.repeat(10_001))
    expect(text('.why')).to.deep.equal(['This is too long. The most is 10,000 characters.'])
    await presses('.sendbtn')
    expect(server.posts('/messages')).to.have.length(0)
    expect(one('#reply').value).to.have.length(10_001)
  })

  it('keeps what could not be sent, and sends it once when asked again', async () => {
    const [keep, server] = [browserKeep(), withConversation()]
    server.fault = (one) => (isReply(one) ? 'lost' : undefined)
    const before = await visitor({ keep, server })
    await before.replies('Thank you')
    await before.sees('.unsent')
    expect(before.text('.state')).to.deep.equal(['Not sent yet'])
    expect(before.text('.unsent p')[0]).to.contain('It goes by itself as soon as we can be.')
    before.leaves()
    server.fault = (one) => (isReply(one) ? 'drop' : undefined)
    const { sees, presses, server: same, hears, focused } = await visitor({ keep, server })
    await sees('.unsent')
    server.fault = () => undefined
    await presses('.unsent .link')
    expect(focused()?.id, 'the button is gone').to.equal('reply')
    await later(50)
    expect(same.messages.get('tic_1001')).to.have.length(3)
    await hears(3)
    expect(keep.kept.size).to.equal(0)
  })

  it('shows a reply until it has gone, where its outbox came only then', async () => {
    const server = withConversation()
    const { panel } = panelContext(server)
    const { outbox: there, keep } = panel
    let outbox = () => Promise.reject(new TypeError('Failed to fetch')) as ReturnType<typeof there>
    const { replies, said, sees, hears } = await visitor({ server, keep, outbox: () => outbox() })
    outbox = there
    server.fault = (one) => (isReply(one) ? problem(503, 'unavailable') : undefined)
    await replies('Thank you')
    await sees('.unsent')
    expect(said().at(-1)).to.equal('Thank you')
    server.fault = () => undefined
    const box = await there()
    for (const { key } of box.list()) box.again(key)
    await hears(3)
  })

  it('takes back what could not be sent', async () => {
    const [keep, server] = [browserKeep(), withConversation()]
    server.fault = (one) => (isReply(one) ? problem(500, 'internal_error') : undefined)
    const { replies, sees, all, said, focused } = await visitor({ keep, server })
    await replies('Thank you')
    await sees('.unsent')
    all('.unsent .link')[1]?.focus()
    all('.unsent .link')[1]?.click()
    await waitUntil(() => said().length === 2)
    expect(focused()?.id).to.equal('reply')
    expect(keep.kept.size).to.equal(0)
  })

  it('has the words again that were refused, and says so', async () => {
    const [keep, server] = [browserKeep(), withConversation()]
    const errors = [{ path: 'message', code: 'too_complex' }]
    server.fault = (one) => (isReply(one) ? problem(422, 'invalid_input', { errors }) : undefined)
    const { replies, sees, text, one, types, all } = await visitor({ keep, server })
    await replies('Thank you')
    await sees('#reply-why')
    expect(text('#reply-why')).to.deep.equal([
      'We could not take this. Change it, then send it again.',
    ])
    expect([one('#reply').value, all('.unsent').length]).to.deep.equal(['Thank you', 0])
    await types('#reply', 'Thank')
    expect(all('#reply-why')).to.have.length(0)
  })

  it('lets what stands behind another reply wait for the same', async () => {
    const server = withConversation()
    server.fault = (one) => (isReply(one) ? problem(503, 'unavailable') : undefined)
    const { replies, sees, text } = await visitor({ server })
    await replies('One')
    await sees('.unsent')
    await replies('Two')
    await waitUntil(() => text('.unsent .state').length === 2)
    expect(text('.sending')).to.deep.equal([])
  })

  it('sends by itself when the network is back', async () => {
    const server = withConversation()
    const { replies, sees, hears } = await visitor({ server })
    server.fault = () => 'drop'
    network(false)
    await replies('Thank you')
    await sees('.unsent')
    server.fault = () => undefined
    network(true)
    await hears(3)
  })

  it('keeps a draft for each request, through a reload', async () => {
    const keep = browserKeep()
    const before = await visitor({ keep })
    await before.types('#reply', 'Half a sent')
    expect(before.text('.tools .tiny')).to.deep.equal(['Draft kept'])
    before.leaves()
    const { one } = await visitor({ keep })
    expect(one('#reply').value).to.equal('Half a sent')
    expect([...keep.kept.keys()]).to.deep.equal(['reply:tic_1001'])
  })

  it('in a second tab takes over the draft, and forgets no reply of the first', async () => {
    const [keep, server] = [browserKeep(), withConversation()]
    const here = await visitor({ keep, server })
    const there = await visitor({ keep, server })
    server.fault = (one) => (isReply(one) ? 'hang' : undefined)
    await there.replies('On its way')
    await there.types('#reply', 'And another')
    window.dispatchEvent(new Event('focus'))
    await here.view.updateComplete
    expect(here.one('#reply').value).to.equal('And another')
    await here.types('#reply', 'And another thing')
    expect(keep.get('reply:tic_1001')).to.equal('{"words":"And another thing"}')
    expect([...keep.kept.values()].join()).to.contain('On its way')
    expect(here.text('.sending .said')).to.deep.equal(['On its way'])
  })

  it('keeps its replies in the order in which they were written', async () => {
    const { replies, hears, server } = await visitor()
    await replies('First')
    await replies('Second')
    await hears(4)
    expect(server.posts('/messages').map(({ body }) => body.message)).to.deep.equal([
      'First',
      'Second',
    ])
  })

  it('is solved by who asked, and opened again', async () => {
    const { presses, sees, told, titles, focused, text } = await visitor()
    await presses('.settle')
    await sees('.reopen')
    await waitUntil(() => focused()?.matches('.reopen'))
    expect(text('.event')[0]).to.match(/^Solved, /)
    await presses('.reopen')
    await sees('.settle')
    await waitUntil(() => focused()?.id === 'reply')
    expect(text('.event')).to.deep.equal(['It is open again, and with us.'])
    expect(told).to.deep.equal([
      ['ticket:solved', { ticketId: 'tic_1001' }],
      ['ticket:reopened', { ticketId: 'tic_1001' }],
    ])
    expect(titles.map((title) => title.split(' · ')[1])).to.deep.equal([
      'Waiting for you',
      'Solved',
      'With us',
    ])
  })

  for (const [what, path] of [
    ['request', '/tic_1001'],
    ['conversation', '/messages'],
  ] as const) {
    it(`stays solved when an older answer of the ${what} comes late`, async () => {
      const server = withConversation()
      const { fetch } = server
      let late: Promise<void> | undefined
      server.fetch = async (input, init) => {
        const answer = await fetch(input, init)
        if ((init?.method ?? 'GET') === 'GET' && new URL(input).pathname.endsWith(path)) await late
        return answer
      }
      const { replies, hears, presses, sees, focused } = await visitor({ server })
      let arrives = () => {}
      late = new Promise((resolve) => {
        arrives = resolve
      })
      await replies('And in Norway?')
      await hears(3)
      await presses('.settle')
      await sees('.reopen')
      arrives()
      await later(50)
      expect(focused()?.matches('.reopen')).to.equal(true)
    })
  }

  it('says when that did not work', async () => {
    const server = withConversation()
    const { presses, sees, text } = await visitor({ server })
    server.fault = ({ path }) =>
      path.endsWith('/solve') ? problem(500, 'internal_error') : undefined
    await presses('.settle')
    await sees('.foot [role=alert]')
    expect(text('.foot [role=alert]')).to.deep.equal(['That didn’t work. Try again.'])
  })

  it('that is solved opens again by a reply, and says so', async () => {
    const { presses, sees, replies, hears, text, told, one } = await visitor()
    await presses('.settle')
    await sees('.reopen')
    expect(one('#reply').placeholder).to.equal('Write, and it opens again')
    await replies('It is back')
    await hears(3)
    await waitUntil(() => text('.event').includes('It is open again, and with us.'))
    expect(told.map(([name]) => name)).to.deep.equal([
      'ticket:solved',
      'ticket:replied',
      'ticket:reopened',
    ])
  })

  it('that is closed says so, and takes the words along into a new request', async () => {
    const server = withConversation()
    const { replies, sees, presses, text, destinations } = await visitor({ server })
    Object.assign(server.tickets[0] as object, { status: 'closed', updatedAt: 'later' })
    await replies('One more thing')
    await sees('.over')
    expect(text('.over p')[0]).to.contain('This request is closed.')
    await presses('.over .btn')
    expect(destinations).to.deep.equal([
      {
        view: 'form',
        prefill: { subject: 'Interest abroad', kind: 'question', message: 'One more thing' },
      },
    ])
  })

  it('brings new answers, and goes to the newest where the reader is at the end', async () => {
    const server = withConversation()
    for (let n = 0; n < 12; n++) server.says('tic_1001', `Reply ${n}`)
    Object.assign(server.tickets[0] ?? {}, { unread: 0 })
    const { one, hears, comesBack } = await visitor({ server })
    const room = () => one('.body').scrollHeight - one('.body').clientHeight
    await waitUntil(() => room() > 200 && Math.abs(one('.body').scrollTop - room()) < 2)
    server.says('tic_1001', 'The newest')
    await comesBack()
    await hears(15)
    await waitUntil(() => Math.abs(one('.body').scrollTop - room()) < 2, 'is at the end')
  })

  it('leaves a reader who has scrolled back where they are, and names who answered', async () => {
    const server = withConversation()
    for (let n = 0; n < 12; n++) server.says('tic_1001', `Reply ${n}`)
    Object.assign(server.tickets[0] ?? {}, { unread: 0 })
    const { one, hears, comesBack, sees, text, presses } = await visitor({ server })
    await waitUntil(() => one('.body').scrollTop > 200)
    one('.body').scrollTop = 100
    server.says('tic_1001', 'The newest')
    await comesBack()
    await hears(15)
    await sees('.missed')
    expect(one('.body').scrollTop).to.equal(100)
    expect(text('.missed')).to.deep.equal(['New reply from Noor Bakker'])
    await presses('.missed')
    await waitUntil(() => !one('.missed'))
  })

  it('draws a line before what is new, once, which stays while it is read', async () => {
    const server = withConversation()
    server.says('tic_1001', 'It is there by Friday.')
    Object.assign(server.tickets[0] ?? {}, { unread: 1 })
    const { hears, comesBack, text } = await visitor({ server })
    const stops = () => text('.trail > li').map((stop) => stop.slice(0, 4))
    expect(stops()).to.deep.equal(['ML Y', 'NB N', 'New', 'NB N'])
    await waitUntil(() => server.tickets[0]?.unread === 0)
    server.says('tic_1001', 'Or on Monday.')
    await comesBack()
    await hears(4)
    expect(stops()).to.deep.equal(['ML Y', 'NB N', 'New', 'NB N', 'NB N'])
  })

  it('begins where the new begins, if that is more than there is room for', async () => {
    const server = withConversation()
    for (let n = 0; n < 12; n++) server.says('tic_1001', `Reply ${n}`)
    const { one } = await visitor({ server })
    const top = () =>
      one('.since').getBoundingClientRect().top - one('.body').getBoundingClientRect().top
    await waitUntil(() => Math.abs(top() - 12) < 2)
    expect(server.posts('/read')).to.deep.equal([])
  })

  it('asks for no more than what is new', async () => {
    const server = withConversation()
    const { comesBack } = await visitor({ server })
    await waitUntil(() => server.tickets[0]?.unread === 0)
    const before = server.asked.length
    await comesBack()
    await waitUntil(() => server.asked.length > before)
    await later(50)
    expect(server.asked.slice(before).map(({ path }) => path)).to.deep.equal(['/tickets/tic_1001'])
  })

  describe('is read', () => {
    const reads = (server: ReturnType<typeof supportServer>) =>
      server.asked.filter(({ path }) => path.endsWith('/read')).map(({ body }) => body.messageId)
    const hide = (isHidden: boolean) => {
      const visibilityState = isHidden ? 'hidden' : 'visible'
      Object.defineProperty(document, 'visibilityState', {
        configurable: true,
        get: () => visibilityState,
      })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    }
    afterEach(() => {
      Reflect.deleteProperty(document, 'visibilityState')
    })

    it('up to the last message, once somebody sees it', async () => {
      const { server } = await visitor()
      await waitUntil(() => reads(server).length > 0)
      expect(reads(server)).to.deep.equal(['msg_tic_1001_1'])
      await waitUntil(() => server.tickets[0]?.unread === 0)
      await later(100)
      expect(reads(server)).to.have.length(1)
    })

    it('again when a reply comes while one looks', async () => {
      const { server, comesBack } = await visitor()
      await waitUntil(() => reads(server).length > 0)
      server.says('tic_1001', 'One more thing')
      await comesBack()
      await waitUntil(() => reads(server).length > 1)
      expect(reads(server)).to.deep.equal(['msg_tic_1001_1', 'msg_tic_1001_2'])
    })

    it('not in a tab that nobody sees, but as soon as somebody does', async () => {
      hide(true)
      const { server } = await visitor()
      await later(100)
      expect(reads(server)).to.deep.equal([])
      hide(false)
      await waitUntil(() => reads(server).length > 0)
    })

    it('not in a panel that is closed, but as soon as it opens', async () => {
      const server = withConversation()
      const { panel } = panelContext(server)
      server.hasSession = true
      const properties = { panel, ticketId: 'tic_1001', hidden: true }
      const { view, sees } = await visits<TicketView>('waypost-ticket-view', properties)
      await sees('.trail')
      await later(100)
      expect(reads(server)).to.deep.equal([])
      view.hidden = false
      await waitUntil(() => reads(server).length > 0)
    })

    it('as far as the reader has come: what is further down stays unread', async () => {
      const server = withConversation()
      for (let n = 0; n < 12; n++) server.says('tic_1001', `Reply ${n}`)
      const { one, comesBack, sees } = await visitor({ server })
      await waitUntil(() => one('.body').scrollHeight > 1_000)
      one('.body').scrollTop = one('.body').scrollHeight
      await waitUntil(() => reads(server).length === 1)
      one('.body').scrollTop = 100
      server.says('tic_1001', 'The newest')
      await comesBack()
      await sees('.missed')
      await later(100)
      expect(reads(server)).to.have.length(1)
      one('.body').scrollTop = one('.body').scrollHeight
      await waitUntil(() => reads(server).length > 1)
      expect(reads(server).at(-1)).to.equal('msg_tic_1001_14')
    })

    it('says so again when that was not heard, and troubles nobody with it', async () => {
      const server = withConversation()
      server.fault = ({ path }) => (path.endsWith('/read') ? 'drop' : undefined)
      const { comesBack, all } = await visitor({ server })
      await waitUntil(() => reads(server).length > 0)
      await later(100)
      expect(all('.notice')).to.deep.equal([])
      server.fault = () => undefined
      await comesBack()
      await waitUntil(() => server.tickets[0]?.unread === 0)
    })
  })

  it('leads to an article that is named in it', async () => {
    const { one, destinations } = await visitor()
    const link = new ArticleLinkEvent('late-fees', 'abroad')
    one('.said waypost-rich-text').dispatchEvent(link)
    expect(link.defaultPrevented).to.equal(true)
    expect(destinations).to.deep.equal([
      { view: 'article', articleId: 'late-fees', anchor: 'abroad' },
    ])
  })

  it('of somebody else cannot be shown, and leads back', async () => {
    const server = supportServer()
    const { text, presses, destinations, titles } = await visitor({ server })
    expect(text('.notice')[0]).to.contain('This request can’t be shown.')
    expect(titles).to.deep.equal(['Your requests'])
    await presses('.notice .btn')
    expect(destinations).to.deep.equal([{ view: 'requests' }])
  })

  it('says that one has to sign in again where the host vouches for nobody any more', async () => {
    const server = supportServer()
    server.fault = () => problem(401, 'identity_token_invalid')
    const { text } = await visitor({ server })
    expect(text('.notice')[0]).to.contain('Your session has ended.')
  })

  it('stays in sight without a network', async () => {
    const server = withConversation()
    const { comesBack, sees, said, text } = await visitor({ server })
    server.fault = () => 'drop'
    network(false)
    await comesBack()
    await sees('.strip')
    expect(text('.strip')[0]).to.contain('You’re offline.')
    expect(said()).to.have.length(2)
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible in ${scheme}, whatever its state`, async () => {
      await emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      document.documentElement.style.colorScheme = scheme
      const server = withConversation()
      const { view, replies, sees, presses } = await visitor({ server })
      await expect(view).to.be.accessible()
      server.fault = (one) => (isReply(one) ? problem(500, 'internal_error') : undefined)
      await replies('Thank you')
      await sees('.unsent')
      await expect(view).to.be.accessible()
      await presses('.settle')
      await sees('.reopen')
      await expect(view).to.be.accessible()
      const missing = await visitor({ server: supportServer() })
      await expect(missing.view).to.be.accessible()
    })
  }

  it('is mirrored from right to left', async () => {
    const { one } = await visitor({ dir: 'rtl' })
    const [face, said] = [one('.face'), one('.said')].map((part) => part.getBoundingClientRect())
    expect(face?.left).to.be.above(said?.right ?? Number.POSITIVE_INFINITY)
    expect(one('.body').scrollWidth).to.equal(one('.body').clientWidth)
  })
})

describe('a conversation that hears of things as they happen', () => {
  it('shows an answer at once, and looks no more by the clock while it is told', async () => {
    const { realtime, tells } = realtimeOf()
    const { server, hears } = await visitor({ realtime })
    await hears(2)
    await waitUntil(() => tells.listeners() === 1)
    expect(tells.tickets().map((ticket) => ticket?.ticketId)).to.deep.equal(['tic_1001'])
    server.says('tic_1001', 'It is there by Friday.')
    tells({ kind: 'ticket.replied', ticketId: 'tic_other', messageId: 'msg', author: 'agent' })
    expect(server.asked.filter(({ path }) => path === '/tickets/tic_1001')).to.have.length(1)
    tells({ kind: 'ticket.replied', ticketId: 'tic_1001', messageId: 'msg', author: 'agent' })
    await hears(3)
    server.says('tic_1001', 'Or on Monday.')
    tells({ kind: 'reset' })
    await hears(4)
  })

  it('says who is writing, once, until the answer has come', async () => {
    const { realtime, tells } = realtimeOf()
    const { server, hears, one, all, view } = await visitor({ realtime })
    await hears(2)
    await waitUntil(() => tells.listeners() === 1)
    tells({ kind: 'ticket.typing', ticketId: 'tic_1001', author: 'agent', name: 'Noor Bakker' })
    await waitUntil(() => one('waypost-writing')?.shadowRoot?.querySelector('.sr'))
    const said = () => one('waypost-writing')?.shadowRoot?.querySelector('.sr')?.textContent
    expect(said()).to.equal('Noor Bakker is writing')
    await expect(view).to.be.accessible()
    server.says('tic_1001', 'It is there by Friday.')
    tells({ kind: 'ticket.replied', ticketId: 'tic_1001', messageId: 'msg', author: 'agent' })
    await hears(3)
    await waitUntil(() => all('waypost-writing').length === 0)
  })

  it('offers to tell whoever waits of the answer, and no more in the same place', async () => {
    const { realtime, tells } = realtimeOf()
    const server = supportServer()
    server.says(server.opens('Interest abroad').id, 'Which rules?', {
      kind: 'requester',
      name: 'Maya',
    })
    const { one, hears, view } = await visitor({ server, realtime })
    const offer = () => one('waypost-notices')?.shadowRoot
    const press = () => offer()?.querySelector('button')?.click()
    const text = () => offer()?.textContent?.replace(/\s+/g, ' ').trim()
    await waitUntil(() => text() === 'Tell me when you answer')
    await expect(view).to.be.accessible()
    press()
    await waitUntil(() => text() === 'This browser tells you when we answer. Turn off')
    await waitUntil(() => offer()?.activeElement?.textContent?.trim() === 'Turn off')
    press()
    await waitUntil(() => text() === 'Tell me when you answer')
    tells.notices.answer = 'refused'
    press()
    await waitUntil(() => text()?.startsWith('Your browser doesn’t let this site tell you.'))
    server.says('tic_1001', 'It is there by Friday.')
    tells({ kind: 'ticket.replied', ticketId: 'tic_1001', messageId: 'msg', author: 'agent' })
    await hears(2)
    expect(one('waypost-notices')).to.equal(undefined)
  })

  it('tells that the person writes, and hears no more when it is out of sight', async () => {
    const { realtime, tells } = realtimeOf()
    const { hears, types, view } = await visitor({ realtime })
    await hears(2)
    await types('#reply', 'Thank')
    await waitUntil(() => tells.written().length === 1)
    expect(tells.written()).to.deep.equal(['tic_1001'])
    await waitUntil(() => tells.listeners() === 1)
    view.style.display = 'none'
    await waitUntil(() => tells.listeners() === 0)
  })
})
