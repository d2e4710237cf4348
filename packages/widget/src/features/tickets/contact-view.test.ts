import { expect, waitUntil } from '@open-wc/testing'
import { emulateMedia, sendKeys } from '@web/test-runner-commands'
import { nothing } from 'lit'
import { reminders } from '../../shell/panel.test.kit.js'
import { visitor } from './contact-visitor.test.kit.js'
import type { QueuedTicket } from './form-queue.js'
import { noWords } from './form-words.js'
import { browserKeep, panelContext, problem, supportServer } from './support-server.test.kit.js'
import { later, network } from './view-visitor.test.kit.js'

const tickets = ({ path, method }: { path: string; method: string }) =>
  path === '/tickets' && method === 'POST'

describe('the contact form', () => {
  afterEach(async () => {
    Reflect.deleteProperty(navigator, 'onLine')
    document.adoptedStyleSheets = []
    document.documentElement.removeAttribute('style')
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
  })

  it('opens a request and says where the answer will come', async () => {
    const { writes, sends, sees, server, text, told, focused, destinations, presses, titles } =
      await visitor()
    expect(titles).to.deep.equal(['Ask us'])
    await writes()
    await sends()
    await sees('.arrived')
    expect(text('.arrived')[0]).to.equal('We have your question Your reference is WP-1001.')
    expect(text('.trail')[0]).to.contain('Usually replies within 2 hours')
    expect(text('.trail')[0]).to.contain('Here. We can also reach you at maya@studio.se.')
    expect(focused()?.textContent).to.equal('We have your question')
    expect(told).to.deep.equal([['ticket:opened', { ticketId: 'tic_1001', reference: 'WP-1001' }]])
    const [post] = server.posts('/tickets')
    expect(post?.body).to.deep.include({
      kind: 'question',
      subject: 'Interest abroad',
      email: 'maya@studio.se',
    })
    expect(post?.body.context).to.deep.include({
      url: 'https://app.example/invoices',
      title: 'Invoices',
      locale: 'en-GB',
    })
    await presses('.btn.main')
    await presses('.btn.bare')
    expect(destinations).to.deep.equal([{ view: 'ticket', ticketId: 'tic_1001' }, { view: 'home' }])
  })

  it('says after which search somebody asks', async () => {
    const { writes, sends, sees, server, panel } = await visitor()
    panel.keep.searchId = 'sea_1'
    await writes()
    await sends()
    await sees('.arrived')
    expect(server.posts('/tickets')[0]?.body.context).to.deep.include({ searchId: 'sea_1' })
  })

  it('is empty again for whoever comes to ask once more', async () => {
    const { writes, sends, sees, view, one, server } = await visitor()
    await writes()
    await sends()
    await sees('.arrived')
    view.prefill = undefined
    await sees('#subject')
    expect(one('#subject').value).to.equal('')
    await writes({ subject: 'Another' })
    await sends()
    await sees('.arrived')
    expect(server.tickets.map(({ subject }) => subject)).to.deep.equal([
      'Another',
      'Interest abroad',
    ])
  })

  it('asks neither name nor address of a customer whom the host vouches for', async () => {
    const { all, writes, sends, sees, server } = await visitor({
      customer: async () => ({ id: 'cus_1', name: 'Maya', email: 'maya@studio.se' }),
    })
    expect(all('#email, #name')).to.have.length(0)
    await writes()
    await sends()
    await sees('.arrived')
    expect(server.posts('/tickets')[0]?.body).not.to.have.any.keys('email', 'name')
  })

  it('knows a customer by an earlier request where the host does not say', async () => {
    const server = supportServer()
    server.hasSession = true
    const requester = { name: 'Maya', email: 'maya@studio.se', verification: 'signed' as const }
    server.opens('Before', { requester })
    const { panel } = panelContext(server)
    await panel.client.session.start()
    const { all } = await visitor({ server, client: panel.client, customer: undefined })
    await later(50)
    expect(all('#email, #name')).to.have.length(0)
  })

  it('knows a customer whom the host could not name before', async () => {
    let known: { id: string; name: string; email: string } | null = null
    const { one, writes, sends, sees, server } = await visitor({ customer: async () => known })
    await writes()
    await sees('#email')
    one('#email').value = ''
    one('#email').dispatchEvent(new Event('input', { bubbles: true }))
    known = { id: 'cus_1', name: 'Maya', email: 'maya@studio.se' }
    await sends()
    await sees('.arrived')
    expect(server.posts('/tickets')[0]?.body).not.to.have.any.keys('email', 'name')
  })

  it('starts no session before something is sent', async () => {
    const { writes, server, sees } = await visitor({ customer: undefined })
    await sees('#email')
    await writes()
    await later(20)
    expect(server.posts('/sessions')).to.have.length(0)
  })

  it('takes the kind, and asks for a number where one wants to be called', async () => {
    const { all, text, writes, sends, sees, server, one } = await visitor()
    await sees('.kind span')
    expect(text('.kind')).to.deep.equal(['A question', 'A problem', 'A call back'])
    all('.kind input')[2]?.click()
    await waitUntil(() => one('#message-help'))
    expect(one('#message').getAttribute('aria-describedby')).to.equal('message-help')
    await writes()
    await sends()
    await sees('.arrived')
    expect(server.tickets[0]?.kind).to.equal('callback')
  })

  it('shows no choice where the site has but one kind', async () => {
    const { settings } = panelContext(supportServer()).panel
    const only = settings && {
      ...settings,
      form: { ...settings.form, kinds: ['feedback' as const] },
    }
    const { all, text } = await visitor({ settings: only })
    await waitUntil(() => text('label')[1] !== 'Your question')
    expect(all('.kind')).to.have.length(0)
    expect(text('label')[1]).to.equal('What would you like to tell us?')
  })

  it('keeps every word at once, and has them again after a reload', async () => {
    const keep = browserKeep()
    const before = await visitor({ keep })
    expect(before.text('.kept')).to.deep.equal(['Your draft is kept as you write'])
    await before.writes({ message: 'Half a sent' })
    expect(before.text('.kept')).to.deep.equal(['Draft kept'])
    before.leaves()
    const after = await visitor({ keep })
    expect(after.one('#message').value).to.equal('Half a sent')
    expect(after.one('#email').value).to.equal('maya@studio.se')
    expect(after.text('.strip')[0]).to.contain('We kept what you wrote.')
  })

  it('starts over when asked to, and can take that back', async () => {
    const keep = browserKeep()
    const before = await visitor({ keep })
    await before.writes()
    before.leaves()
    const { presses, one, sees, focused } = await visitor({ keep })
    await sees('.along')
    one('.strip .link').focus()
    await presses('.strip .link')
    expect(one('#subject').value).to.equal('')
    await sees('.strip')
    expect(focused()?.textContent).to.equal('Undo')
    await presses('.strip .link')
    expect(one('#subject').value).to.equal('Interest abroad')
  })

  it('takes the words of the host where the person has written none', async () => {
    const keep = browserKeep()
    const before = await visitor({ keep })
    await before.types('#subject', 'My own')
    before.leaves()
    const { one } = await visitor({ keep, prefill: { subject: 'Theirs', message: 'Invoice 2041' } })
    expect(one('#subject').value).to.equal('My own')
    expect(one('#message').value).to.equal('Invoice 2041')
  })

  it('in a second tab takes over newer words while nothing was typed in it', async () => {
    const keep = browserKeep()
    const here = await visitor({ keep })
    const there = await visitor({ keep })
    await there.types('#subject', 'From the other tab')
    window.dispatchEvent(new Event('focus'))
    await here.view.updateComplete
    expect(here.one('#subject').value).to.equal('From the other tab')
  })

  it('never loses the words of another tab silently', async () => {
    const keep = browserKeep()
    const here = await visitor({ keep })
    const there = await visitor({ keep })
    await there.types('#subject', 'Theirs')
    await here.types('#subject', 'Mine')
    await here.sees('.strip')
    expect(here.text('.strip')[0]).to.contain('You also wrote something else.')
    await here.presses('.strip .link')
    expect(here.one('#subject').value).to.equal('Theirs')
    await here.presses('.strip .link')
    expect(here.one('#subject').value).to.equal('Mine')
  })

  describe('when something is missing', () => {
    it('says all of it, takes the focus there and leads to each field', async () => {
      const { sends, sees, focused, text, all, one, types, server } = await visitor()
      await types('#email', 'maya@')
      await sends()
      await sees('.summary')
      await waitUntil(() => focused()?.matches('.summary'))
      expect(text('.summary strong')).to.deep.equal(['3 things before we can send this'])
      expect(one('.summary').getAttribute('role')).to.equal('alert')
      expect(text('#email-why')).to.deep.equal([
        'The part after @ is missing. Like maya@example.com',
      ])
      expect(one('#email').getAttribute('aria-invalid')).to.equal('true')
      expect(one('#email').getAttribute('aria-describedby')).to.equal('email-why email-help')
      all('.fixes a')[1]?.click()
      expect(focused()?.id).to.equal('message')
      expect(server.posts('/tickets')).to.have.length(0)
    })

    it('takes back what has been mended, once the field is left', async () => {
      const { sends, sees, types, one, text } = await visitor()
      await sends()
      await sees('.summary')
      await types('#subject', 'Interest')
      expect(one('#subject-why')).not.to.equal(undefined)
      one('#subject').dispatchEvent(new Event('change'))
      await waitUntil(() => !one('#subject-why'))
      expect(text('.summary strong')).to.deep.equal(['2 things before we can send this'])
    })

    it('never locks the button that sends', async () => {
      const { one } = await visitor()
      expect(one('.btn.main').disabled).to.equal(false)
    })

    it('shows what the server found, at its field', async () => {
      const server = supportServer()
      server.fault = (one) =>
        tickets(one)
          ? problem(422, 'invalid_input', { errors: [{ path: 'email', code: 'invalid_email' }] })
          : undefined
      const { writes, sends, sees, text, one, focused } = await visitor({ server })
      await writes()
      await sends()
      await sees('.summary')
      expect(text('#email-why')[0]).to.contain('This is not an email address yet.')
      expect(one('#message').value).to.equal('Which rules count?')
      await waitUntil(() => focused()?.matches('.summary'))
    })
  })

  describe('sends once', () => {
    it('whoever presses twice', async () => {
      const { writes, one, sees, server } = await visitor()
      await writes()
      one('.btn.main').click()
      one('.btn.main').click()
      await sees('.arrived')
      expect(server.tickets).to.have.length(1)
      expect(server.posts('/tickets')).to.have.length(1)
    })

    it('whoever presses Enter twice', async () => {
      const { writes, one, sees, server } = await visitor()
      await writes()
      one('#subject').focus()
      await sendKeys({ press: 'Enter' })
      await sendKeys({ press: 'Enter' })
      await sees('.arrived')
      expect(server.tickets).to.have.length(1)
      expect(server.posts('/tickets')).to.have.length(1)
    })

    it('whoever goes back while it is on its way, and sends again', async () => {
      const [keep, server] = [browserKeep(), supportServer()]
      const { fetch } = server
      let answers = () => {}
      const answered = new Promise<void>((resolve) => {
        answers = resolve
      })
      server.fetch = async (input, init) => {
        const answer = await fetch(input, init)
        if (init?.method === 'POST' && input.endsWith('/tickets')) await answered
        return answer
      }
      const before = await visitor({ keep, server })
      await before.writes()
      await before.sends()
      await waitUntil(() => server.tickets.length === 1)
      before.view.remove()
      const again = await visitor({ keep, server, context: () => ({ title: 'Elsewhere' }) })
      await again.sees('.queue')
      expect(again.text('.state')).to.deep.equal(['Sending.'])
      answers()
      await again.sees('.arrived')
      expect(server.tickets).to.have.length(1)
      expect(server.messages.get('tic_1001')).to.have.length(1)
      expect(keep.kept.size).to.equal(0)
    })

    it('and keeps label and width of the button while it does', async () => {
      const server = supportServer()
      server.fault = (one) => (tickets(one) ? 'hang' : undefined)
      const { writes, sends, one, sees, text } = await visitor({ server })
      await writes()
      const { width } = one('.btn.main').getBoundingClientRect()
      await sends()
      await sees('.spin')
      expect(text('.btn.main')).to.deep.equal(['Send'])
      expect(one('.btn.main').getBoundingClientRect().width).to.equal(width)
      expect(one('.btn.main').getAttribute('aria-busy')).to.equal('true')
      await waitUntil(() => text('.kept')[0] === 'This is safe to close')
    })

    it('when the page is reloaded while it was on its way', async () => {
      const [keep, server] = [browserKeep(), supportServer()]
      server.fault = (one) => (tickets(one) ? 'lost' : undefined)
      const before = await visitor({ keep, server })
      await before.writes()
      await before.sends()
      await waitUntil(() => server.tickets.length === 1)
      before.leaves()
      server.fault = () => undefined
      const { sees, text, told } = await visitor({ keep, server })
      await sees('.arrived')
      expect(server.tickets).to.have.length(1)
      expect(text('.arrived')[0]).to.contain('WP-1001')
      expect(told.map(([name]) => name)).to.deep.equal(['ticket:opened'])
      expect(keep.kept.size).to.equal(0)
    })

    it('when the page has gone before anything could take it', async () => {
      const keep = browserKeep()
      const draft = { words: { ...noWords, subject: 'Interest', message: 'Why?' } }
      const unsent = { key: 'a-key-of-this-test', tried: [] }
      keep.set('form', JSON.stringify({ ...draft, unsent }))
      const { sends, sees, text, server, types } = await visitor({ keep })
      expect(text('.strip')[0]).to.contain('Sending was interrupted.')
      await types('#email', 'maya@studio.se')
      await sends()
      await sees('.arrived')
      expect(server.posts('/tickets').map(({ key }) => key)).to.deep.equal([unsent.key])
      expect(keep.kept.size).to.equal(0)
    })

    it('also when the page goes in the moment of the press', async () => {
      const keep = browserKeep()
      const before = await visitor({ keep, outbox: () => new Promise(() => {}) })
      await before.writes()
      before.one('.btn.main').click()
      expect(keep.get('form')).to.contain('"key"')
      before.leaves()
      const { text } = await visitor({ keep })
      expect(text('.strip')[0]).to.contain('Sending was interrupted.')
    })

    it('when the answer got lost, and adds the words that were changed since', async () => {
      const server = supportServer()
      server.fault = (one) => (tickets(one) ? 'lost' : undefined)
      const { writes, sends, sees, types, presses, one } = await visitor({ server })
      await writes()
      await sends()
      await sees('.queue')
      await presses('.queue .bare')
      await sees('#message')
      expect(one('#message').value).to.equal('Which rules count?')
      server.fault = () => undefined
      await types('#message', 'Which rules count, and since when?')
      await sends()
      await sees('.arrived')
      expect(server.tickets).to.have.length(1)
      expect(server.messages.get('tic_1001')).to.have.length(2)
    })

    it('also for who takes it back, gets a name and sends it then', async () => {
      const server = supportServer()
      server.fault = (one) => (tickets(one) ? 'lost' : undefined)
      const { writes, sends, sees, presses, panel } = await visitor({ server })
      const waiting = async () => (await panel.outbox()).list()[0] as QueuedTicket
      await writes()
      await sends()
      await sees('.queue')
      const { key, by } = await waiting()
      expect(by).to.match(/^wps_/)
      await presses('.queue .bare')
      await sees('#message')
      network(false)
      await sends()
      await sees('.queue')
      expect(await waiting()).to.deep.include({ key, by })
    })

    it('and forgets the words only when the server has answered', async () => {
      const [keep, server] = [browserKeep(), supportServer()]
      server.fault = (one) => (tickets(one) ? 'drop' : undefined)
      const { writes, sends, sees, presses } = await visitor({ keep, server })
      await writes()
      await sends()
      await sees('.queue')
      expect([...keep.kept.values()].join()).to.contain('Which rules count?')
      server.fault = () => undefined
      await presses('.queue .btn')
      await sees('.arrived')
      expect(keep.kept.size).to.equal(0)
    })
  })

  describe('in trouble', () => {
    it('keeps every word without a network, says so, and sends by itself when it is back', async () => {
      const server = supportServer()
      server.fault = () => 'drop'
      network(false)
      const { writes, sends, sees, text, focused, told } = await visitor({ server })
      await writes()
      await sends()
      await sees('.queue')
      await waitUntil(() => focused()?.matches('.still'))
      expect(text('.still')).to.deep.equal(['Not sent yet'])
      expect(text('.queue li p')).to.deep.equal([
        'Interest abroad',
        'Which rules count?',
        'Not sent yet. It goes by itself when you’re back online.',
      ])
      expect(told).to.deep.equal([])
      server.fault = () => undefined
      network(true)
      await sees('.arrived')
      expect(server.tickets).to.have.length(1)
      await waitUntil(() => focused()?.matches('.arrived h2'))
    })

    it('takes nothing from what is being written when a question is taken back', async () => {
      network(false)
      const { writes, types, sends, sees, presses, one, text } = await visitor()
      await writes()
      await sends()
      await sees('.queue')
      await presses('.foot .btn')
      await sees('#subject')
      await types('#message', 'Half a second')
      await presses('.strip .link')
      await sees('.queue')
      await presses('.queue .bare')
      await sees('#subject')
      expect(one('#subject').value).to.equal('Interest abroad')
      await waitUntil(() => text('.strip').join().includes('You also wrote something else.'))
      await presses('.strip .link')
      expect([one('#subject').value, one('#message').value]).to.deep.equal(['', 'Half a second'])
    })

    it('sends what was being written under a key of its own, and what was taken back under its own', async () => {
      const server = supportServer()
      // It arrives, and nobody hears that it has.
      server.fault = (one) => (tickets(one) ? 'lost' : undefined)
      const { writes, sends, sees, presses, one } = await visitor({ server })
      await writes()
      await sends()
      await sees('.queue')
      await presses('.foot .btn')
      await sees('#subject')
      await writes({ subject: 'Another', message: 'And this?' })
      await presses('.strip .link')
      await sees('.queue')
      await presses('.queue .bare')
      await sees('.strip .link')
      server.fault = () => undefined
      await presses('.strip .link')
      expect(one('#subject').value).to.equal('Another')
      await sends()
      await sees('.arrived')
      const keys = server.posts('/tickets').map(({ key }) => key)
      expect(new Set(keys).size).to.be.greaterThan(1)
      const subjects = server.tickets.map(({ subject }) => subject)
      expect(subjects.sort()).to.deep.equal(['Another', 'Interest abroad'])
    })

    it('lets somebody ask something else meanwhile, and see again what waits', async () => {
      network(false)
      const { writes, sends, sees, text, presses, one, all } = await visitor()
      await writes()
      await sends()
      await sees('.queue')
      await presses('.foot .btn')
      await sees('#subject')
      expect(one('#subject').value).to.equal('')
      expect(text('.strip')).to.deep.equal(['Not sent yet. Show'])
      await writes({ subject: 'Another' })
      await sends()
      await sees('.queue')
      expect(text('.still')).to.deep.equal(['2 not sent yet'])
      expect(text('.queue .strong')).to.deep.equal(['Interest abroad', 'Another'])
      all('.queue .bare')[1]?.click()
      await sees('#subject')
      expect(one('#subject').value).to.equal('Another')
      await presses('.strip .link')
      expect(text('.queue .strong')).to.deep.equal(['Interest abroad'])
    })

    it('says when, if too much came at once', async () => {
      const server = supportServer()
      server.fault = (one) =>
        tickets(one) ? problem(429, 'rate_limited', {}, { 'retry-after': '120' }) : undefined
      const { writes, sends, sees, text } = await visitor({ server })
      await writes()
      await sends()
      await sees('.queue')
      expect(text('.queue li p')[2]).to.contain('It goes by itself in 2 minutes.')
    })

    it('goes on when the session had ended meanwhile', async () => {
      const server = supportServer()
      let refusals = 1
      server.fault = (one) =>
        tickets(one) && refusals-- > 0 ? problem(401, 'session_expired') : undefined
      const { writes, sends, sees } = await visitor({ server })
      await writes()
      await sends()
      await sees('.arrived')
      expect(server.tickets).to.have.length(1)
    })

    it('says kindly that the server is dead', async () => {
      const server = supportServer()
      server.fault = (one) => (tickets(one) ? problem(500, 'internal_error') : undefined)
      const { writes, sends, sees, text } = await visitor({ server })
      await writes()
      await sends()
      await sees('.queue')
      expect(text('.queue li p')[2]).to.contain('The fault is ours.')
    })

    it('keeps the words in the form where nothing could be fetched that sends them', async () => {
      const outbox = () => Promise.reject(new TypeError('Failed to fetch'))
      const { writes, sends, sees, text, one } = await visitor({ outbox })
      await writes()
      await sends()
      await sees('.unsent')
      expect(text('.unsent')[0]).to.contain('We could not be reached. Every word is kept')
      expect(one('#message').value).to.equal('Which rules count?')
    })

    it('sends them by itself once that can be fetched, unless somebody has gone on writing', async () => {
      const away = () => Promise.reject(new TypeError('Failed to fetch'))
      const server = supportServer()
      const { panel } = panelContext(server)
      const { outbox: there, keep } = panel
      let outbox = away as typeof there
      const rest = { server, keep, outbox: () => outbox() }
      const { writes, sends, sees, types, view } = await visitor(rest)
      await writes()
      await sends()
      await sees('.unsent')
      await types('#message', 'Which rules count, and')
      outbox = there
      await later(3_500)
      expect(server.tickets).to.have.length(0)

      outbox = away
      await sends()
      await waitUntil(() => !view.renderRoot.querySelector('fieldset[disabled]'))
      outbox = there
      await sees('.arrived')
      expect(server.tickets).to.have.length(1)
    })

    it('sends the first of them by itself, too', async () => {
      const server = supportServer()
      const { outbox: there } = panelContext(server).panel
      let outbox = (() => Promise.reject(new TypeError('Failed to fetch'))) as typeof there
      const { writes, sends, sees } = await visitor({ server, outbox: () => outbox() })
      await writes()
      await sends()
      await sees('.unsent')
      outbox = there
      await sees('.arrived')
      expect(server.tickets).to.have.length(1)
    })

    it('sends none of them once somebody else is here', async () => {
      const away = () => Promise.reject(new TypeError('Failed to fetch'))
      const server = supportServer()
      const { panel } = panelContext(server)
      const { outbox: there } = panel
      const keep = browserKeep()
      let outbox = away as typeof there
      const { writes, sends, sees } = await visitor({ server, keep, outbox: () => outbox() })
      await writes()
      await sends()
      await sees('.unsent')
      keep.kept.clear()
      outbox = there
      await later(3_500)
      expect(server.tickets).to.have.length(0)
    })
  })

  describe('suggests', () => {
    it('what may answer it, and has the draft when one comes back', async () => {
      const server = supportServer()
      server.suggestions = ['Late fees', 'Interest abroad', 'Reminders', 'A fourth']
      const { types, sees, text, presses, destinations, one, panel } = await visitor({ server })
      await types('#subject', 'Can I charge interest')
      await sees('.suggestions')
      expect(text('.suggestions h2')).to.deep.equal(['This may answer it'])
      expect(text('.suggestions .row')).to.deep.equal(['Late fees', 'Interest abroad', 'Reminders'])
      await presses('.suggestions .row')
      expect(destinations).to.deep.equal([{ view: 'article', articleId: 'late-fees' }])
      expect(one('#subject').value).to.equal('Can I charge interest')
      expect(panel.keep.get('form')).to.contain('Can I charge interest')
    })

    it('a lesson that may teach it, where no article answers', async () => {
      const server = supportServer()
      server.learning = [reminders]
      const { types, sees, text, presses, destinations } = await visitor({ server })
      await types('#subject', 'How do I ask for the money')
      await sees('.suggestions')
      expect(text('.suggestions .row')).to.deep.equal(['Lesson: Be kind · 6 min'])
      await waitUntil(() => text('[role=status]').includes('Lesson: Be kind · 6 min'))
      await presses('.suggestions .row')
      expect(destinations).to.deep.equal([{ view: 'lesson', id: 'paid/reminders' }])
    })

    it('what has answered it: then the question is taken back, and can be had again', async () => {
      const server = supportServer()
      server.suggestions = ['Late fees', 'Reminders']
      const { types, sees, one, text, presses, panel, focused, view } = await visitor({ server })
      panel.keep.searchId = 'sea_1'
      await types('#subject', 'Can I charge interest')
      await sees('.suggestions')
      expect(one('.answered')).to.equal(undefined)
      await presses('.suggestions .row')
      expect(text('.answered')).to.deep.equal(['My question is answered'])
      await expect(view).to.be.accessible()
      await presses('.answered')
      await sees('.strip')
      expect(text('.strip')).to.deep.equal(['Good to know. Nothing was sent. Undo'])
      await waitUntil(() => focused()?.textContent === 'Undo')
      const said = { articleId: 'late-fees', locale: 'en-GB', searchId: 'sea_1' }
      expect(server.posts('/outcomes').map(({ body }) => body)).to.deep.equal([
        { events: [{ kind: 'ticket.deflected', ...said }] },
      ])
      expect([one('#subject').value, panel.keep.get('form')]).to.deep.equal(['', null])
      expect([one('.suggestions'), server.posts('/tickets').length]).to.deep.equal([undefined, 0])
      await presses('.strip .link')
      expect(one('#subject').value).to.equal('Can I charge interest')
    })

    it('nothing more of an article once the question has been sent', async () => {
      const server = supportServer()
      server.suggestions = ['Late fees']
      const { types, writes, sends, sees, presses, panel } = await visitor({ server })
      await types('#subject', 'Can I charge interest')
      await sees('.suggestions')
      await presses('.suggestions .row')
      expect(panel.keep.asking?.('late-fees', () => {})).not.to.equal(nothing)
      await writes()
      await sends()
      await sees('.arrived')
      expect(panel.keep.asking?.('late-fees', () => {})).to.equal(nothing)
    })

    it('for a pause and not for each letter, and nothing moves above the line being written', async () => {
      const server = supportServer()
      server.suggestions = ['Late fees']
      const { types, sees, one } = await visitor({ server })
      await types('#subject', 'Char')
      await types('#subject', 'Charge interest')
      await sees('.suggestions')
      expect(server.posts('/suggestions')).to.have.length(1)
      server.suggestions = ['Late fees', 'Reminders']
      const { top } = one('#message').getBoundingClientRect()
      await types('#message', 'To a customer abroad')
      await later(800)
      expect(one('#message').getBoundingClientRect().top).to.equal(top)
    })
  })

  it('is used by keyboard alone', async () => {
    const { view, one, focused, sees, server } = await visitor()
    await sees('.kind input')
    one('.kind input').focus()
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ press: 'Tab' })
    expect(focused()?.id).to.equal('subject')
    await sendKeys({ type: 'Cannot send' })
    await sendKeys({ press: 'Tab' })
    await sendKeys({ type: 'It says no' })
    await sendKeys({ press: 'Tab' })
    await sendKeys({ type: 'maya@studio.se' })
    await sendKeys({ press: 'Enter' })
    await sees('.arrived')
    await view.updateComplete
    expect(server.tickets[0]).to.deep.include({ kind: 'problem', subject: 'Cannot send' })
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible in ${scheme}, whatever its state`, async () => {
      await emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      document.documentElement.style.colorScheme = scheme
      const server = supportServer()
      server.suggestions = ['Late fees']
      const { view, sends, sees, types, writes, presses } = await visitor({ server })
      await types('#subject', 'Interest')
      await sees('.suggestions')
      await expect(view).to.be.accessible()
      await sends()
      await sees('.summary')
      await expect(view).to.be.accessible()
      await writes()
      server.fault = (one) => (tickets(one) ? problem(500, 'internal_error') : undefined)
      await sends()
      await sees('.queue')
      await expect(view).to.be.accessible()
      server.fault = () => undefined
      await presses('.queue .btn')
      await sees('.arrived')
      await expect(view).to.be.accessible()
    })
  }

  it('stays within its width from right to left', async () => {
    const { one, sends, sees } = await visitor({ dir: 'rtl' })
    await sends()
    await sees('.summary')
    const { scrollWidth, clientWidth } = one('.body')
    expect(scrollWidth).to.equal(clientWidth)
    expect(getComputedStyle(one('#email')).direction).to.equal('ltr')
  })
})
