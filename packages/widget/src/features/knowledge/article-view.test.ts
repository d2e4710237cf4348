import { aTimeout, expect, waitUntil } from '@open-wc/testing'
import type { EducationSide } from '@waypost/sdk/contract'
import { emulateMedia } from '@web/test-runner-commands'
import {
  clearHost,
  hit,
  hostPage,
  lateFees,
  network,
  never,
  problem,
  reminders,
} from '../../shell/panel.test.kit.js'
import type { NavigateEvent } from '../../ui/view-events.js'

const target = { view: 'article', articleId: 'late-fees' } as const

describe('an article', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }))
  afterEach(clearHost)

  it('is shown with its summary, its date and its shelf, and told to the host once', async () => {
    const { panel, sees, text, events, focused } = hostPage()
    await panel.open(target)
    await sees('Turn it on')
    await waitUntil(() => focused().textContent === 'Late fees')
    expect(text('.lead')).to.deep.equal(['What happens when an invoice is overdue.'])
    expect(text('.meta').join()).to.contain('January 4')
    await waitUntil(() => text('.alone').includes('Invoices'))
    const viewed = events.filter(([name]) => name === 'article:viewed')
    expect(viewed).to.deep.equal([['article:viewed', { articleId: 'late-fees', locale: 'en' }]])
  })

  it('says its date as the reader writes one', async () => {
    const { panel, sees, text } = hostPage({ locale: 'en-GB' })
    await panel.open(target)
    await sees('Turn it on')
    expect(text('.meta').join()).to.contain('4 January')
  })

  it('has contents that lead to its headings, and a table that scrolls alone', async () => {
    const { panel, sees, taps, focused, all } = hostPage()
    await panel.open(target)
    await sees('On this page')
    await taps('On this page')
    await taps('What each country allows')
    expect(focused().id).to.equal('limits')
    expect(all('.scroll table')).to.have.length(1)
  })

  it('names itself in the head once its title is out of sight', async () => {
    const { panel, sees, all, text } = hostPage()
    await panel.open(target)
    await sees('Read next')
    ;(all('article')[0] as HTMLElement).scrollTop = 2000
    await waitUntil(() => text('.name').includes('Late fees'))
  })

  it('begins at a heading when it is asked to', async () => {
    const { panel, focused, all } = hostPage()
    await panel.open({ ...target, anchor: 'limits' })
    await waitUntil(() => focused().id === 'limits')
    expect(all('article')[0]?.scrollTop).to.be.greaterThan(0)
  })

  it('opens the articles that it links to inside, and finds the way back', async () => {
    const { panel, sees, taps, text } = hostPage()
    await panel.open(target)
    await sees('Reminders')
    await taps('Reminders')
    await waitUntil(() => text('h1').includes('Send a reminder'))
    await taps('Back')
    expect(text('h1')).to.deep.equal(['Late fees'])
  })

  it('offers what stands on the same shelf, without itself', async () => {
    const { panel, sees, text } = hostPage()
    await panel.open(target)
    await sees('Read next')
    expect(text('.end a.row')).to.deep.equal(['Send a reminder'])
  })

  it('offers the lesson that goes with it below them', async () => {
    const taught = { ...lateFees, learning: [reminders] }
    const page = hostPage({}, { 'GET /v1/articles/late-fees': () => taught })
    const { panel, sees, text, all } = page
    await panel.open(target)
    await sees('Read next')
    expect(text('.end a.row')).to.deep.equal(['Send a reminder', 'Lesson: Be kind · 6 min'])
    let went: NavigateEvent['destination'] | undefined
    all('waypost-article-view')[0]?.addEventListener('waypost-navigate', (event) => {
      went = (event as NavigateEvent).destination
    })
    all('.end a.row')[1]?.click()
    expect(went).to.deep.equal({ view: 'lesson', id: 'paid/reminders' })
  })

  describe('that a tour shows', () => {
    const tour = { id: 'fees', title: 'Turn on late fees', minutes: 2 }
    const replies = { 'GET /v1/articles/late-fees': () => ({ ...lateFees, tour }) }
    const sideWith = (start: (kind: string, id: string) => Promise<void>) => ({
      education: async () => ({ start }) as unknown as EducationSide,
    })

    it('has a button that starts it, and says so where it did not', async () => {
      const started: string[][] = []
      let isAway = true
      const side = sideWith(async (...asked) => {
        if (isAway) throw new Error('away')
        started.push(asked)
      })
      const { panel, sees, presses, focused, taps, text } = hostPage(side, replies)
      await panel.open(target)
      await sees('Turn on late fees')
      await waitUntil(() => focused().textContent === 'Late fees')
      await presses('Tab', 'Enter')
      await sees('This didn’t load.')
      isAway = false
      await taps('Try again')
      expect(started).to.deep.equal([['tour', 'fees']])
      await waitUntil(() => !text('.notice').length)
    })

    it('has none where the page has no education', async () => {
      const { panel, sees, text } = hostPage({}, replies)
      await panel.open(target)
      await sees('Turn it on')
      expect(text('button')).not.to.include('Show me')
    })
  })

  describe('that is read', () => {
    const realInterval = window.setInterval
    let ticks: (() => void)[]
    beforeEach(() => {
      ticks = []
      window.setInterval = ((tick: () => void) => ticks.push(tick)) as never
    })
    afterEach(() => {
      window.setInterval = realInterval
    })
    const passes = (seconds: number) => {
      for (let second = 0; second < seconds; second++) ticks.at(-1)?.()
    }
    const told = (asked: ReturnType<typeof hostPage>['asked']) =>
      asked.filter(({ name }) => name === 'POST /v1/outcomes').map(({ body }) => body)
    const read = { events: [{ kind: 'article.read', articleId: 'late-fees', locale: 'en' }] }

    it('is told once it has been in sight for ten seconds, and while it is in sight alone', async () => {
      const { panel, sees, asked } = hostPage()
      await panel.open(target)
      await sees('Turn it on')
      await waitUntil(() => ticks.length)
      passes(9)
      panel.close()
      await waitUntil(() => !document.querySelector('waypost-window[open]'))
      passes(5)
      await panel.open()
      expect(told(asked)).to.deep.equal([])
      passes(1)
      await waitUntil(() => told(asked).length)
      expect(told(asked)).to.deep.equal([read])
    })

    it('is told sooner where somebody has come to its end', async () => {
      const { panel, sees, asked, all } = hostPage()
      await panel.open(target)
      await sees('Read next')
      await waitUntil(() => ticks.length)
      passes(2)
      ;(all('article')[0] as HTMLElement).scrollTop = 20_000
      passes(1)
      await waitUntil(() => told(asked).length)
      expect(told(asked)).to.deep.equal([read])
    })
  })

  it('lets whoever came from a question say that it is answered', async () => {
    const { panel, sees, taps, types, all, asked, text, focused } = hostPage(
      {},
      { 'POST /v1/suggestions': () => ({ items: [hit('Late fees')] }) },
    )
    await panel.open({ view: 'form' })
    await waitUntil(() => all('#subject').length)
    all('#subject')[0]?.focus()
    await types('late fees')
    await sees('This may answer it')
    await taps('Late fees')
    await sees('Did this help?')
    await taps('Yes')
    await sees('My question is answered')
    await taps('My question is answered')
    await sees('Nothing was sent.')
    expect(focused().className).to.equal('notice good')
    const outcome = { kind: 'ticket.deflected', articleId: 'late-fees', locale: 'en' }
    const told = asked.filter(({ name }) => name === 'POST /v1/outcomes')
    expect(told.map(({ body }) => body)).to.deep.equal([{ events: [outcome] }])
    await taps('Back')
    await sees('Undo')
    expect(text('.suggestions')).to.deep.equal([])
  })

  it('says nothing of a question to whoever has none', async () => {
    const { panel, sees, taps, text } = hostPage()
    await panel.open(target)
    await sees('Did this help?')
    await taps('Yes')
    await sees('Thank you.')
    expect(text('.answered')).to.deep.equal([])
  })

  it('counts a Yes at once, and offers a person', async () => {
    const { panel, sees, taps, asked, events, text } = hostPage()
    await panel.open(target)
    await sees('Did this help?')
    await taps('Yes')
    await sees('Thank you.')
    await waitUntil(() => events.some(([name]) => name === 'article:voted'))
    const votes = asked.filter(({ name }) => name.startsWith('PUT'))
    expect(votes.map(({ body }) => body)).to.deep.equal([{ helpful: true }])
    expect(text('.foot .btn')).to.deep.equal(['Ask us'])
  })

  it('asks why after a No, and adds the reason to the same vote', async () => {
    const { panel, sees, taps, asked, all, focused, types, events, kept } = hostPage()
    await panel.open(target)
    await sees('Did this help?')
    await taps('No')
    await waitUntil(() => (focused() as HTMLInputElement).type === 'radio')
    await taps('It’s out of date')
    all('textarea')[0]?.focus()
    await types('Fees have risen')
    expect(kept.get('vote:late-fees')).to.equal('Fees have risen')
    await taps('Send')
    await sees('will read your answer')
    expect(kept.get('vote:late-fees')).to.equal(undefined)
    const votes = asked.filter(({ name }) => name.startsWith('PUT')).map(({ body }) => body)
    expect(votes).to.deep.equal([
      { helpful: false },
      { helpful: false, reason: 'outdated', comment: 'Fees have risen', voteId: 'vot_1' },
    ])
    const told = { articleId: 'late-fees', locale: 'en', helpful: false }
    const voted = events.filter(([name]) => name === 'article:voted')
    expect(voted).to.deep.equal([['article:voted', told]])
  })

  it('keeps what is written about it until it is sent, and takes it along to a question', async () => {
    const { panel, sees, taps, all, types, kept } = hostPage()
    const field = () => all('textarea')[0] as HTMLTextAreaElement
    await panel.open(target)
    await sees('Did this help?')
    await taps('No')
    await sees('What was wrong?')
    field().focus()
    await types('Fees have risen')
    expect(kept.get('vote:late-fees')).to.equal('Fees have risen')
    panel.destroy()

    const get = (key: string) => kept.get(key) ?? null
    const set = (key: string, value: string | null) =>
      void (value === null ? kept.delete(key) : kept.set(key, value))
    const again = hostPage({ keep: { get, set } })
    await again.panel.open(target)
    await again.sees('Did this help?')
    await again.taps('No')
    await again.sees('What was wrong?')
    expect((again.all('textarea')[0] as HTMLTextAreaElement).value).to.equal('Fees have risen')
    await again.taps('Ask us instead')
    await waitUntil(() => again.all('#message').length)
    expect((again.all('#message')[0] as HTMLTextAreaElement).value).to.equal('Fees have risen')
    again.panel.reset()
    expect(kept.get('vote:late-fees'), 'it goes with the person').to.equal(undefined)
  })

  it('keeps an answer that cannot go, says so, and sends it with its reason by itself', async () => {
    const { panel, sees, taps, asked, events } = hostPage()
    await panel.open(target)
    await sees('Did this help?')
    network(false)
    await taps('No')
    await taps('It’s out of date')
    await taps('Send')
    await sees('Your answer goes by itself as soon as it can.')
    const votes = () => asked.filter(({ name }) => name.startsWith('PUT')).map(({ body }) => body)
    expect(votes()).to.deep.equal([])
    panel.close()
    network(true)
    await waitUntil(() => votes().length === 2)
    expect(votes()).to.deep.equal([
      { helpful: false },
      { helpful: false, reason: 'outdated', voteId: 'vot_1' },
    ])
    expect(events.filter(([name]) => name === 'article:voted')).to.have.length(1)
  })

  it('says that an answer was refused, and takes it again', async () => {
    const replies: Record<string, (url: URL, body: object) => object> = {
      'PUT /v1/articles/late-fees/vote': () => problem(422, 'invalid_input'),
    }
    const { panel, sees, taps, focused } = hostPage({}, replies)
    await panel.open(target)
    await sees('Did this help?')
    await taps('Yes')
    await sees('Your answer didn’t arrive.')
    await waitUntil(() => focused().textContent?.trim() === 'Try again')
    const { top, bottom } = focused().getBoundingClientRect()
    expect(top).to.be.greaterThan(0)
    expect(bottom).to.be.lessThan(window.innerHeight)
    replies['PUT /v1/articles/late-fees/vote'] = (_, body) => ({ id: 'vot_1', ...body })
    await taps('Try again')
    await sees('Thank you.')
  })

  it('says which language it is in, when that is not the reader’s', async () => {
    const swedish = { ...lateFees, locale: 'sv-x-easy', title: 'Förseningsavgift' }
    const { panel, sees, all } = hostPage({}, { 'GET /v1/articles/late-fees': () => swedish })
    await panel.open(target)
    await sees('This article isn’t in your language yet. You’re reading it in Swedish.')
    expect(all('h1')[0]?.lang).to.equal('sv-x-easy')
    expect(all('.text')[0]?.lang).to.equal('sv-x-easy')
  })

  it('has a way on where there is no such article', async () => {
    const { panel, sees, taps, focused, all } = hostPage()
    await panel.open({ view: 'article', articleId: 'gone' })
    await sees('This article isn’t here any more')
    await taps('Search help')
    await waitUntil(() => focused().localName === 'input')
    await panel.open({ view: 'article', articleId: 'gone' })
    await sees('This article isn’t here any more')
    await taps('Ask us')
    await sees('Your question')
    expect((all('#message')[0] as HTMLTextAreaElement).value).to.equal('')
  })

  it('that was read before can be read without a network, and says that it is from before', async () => {
    const { panel, sees, taps, text, asked } = hostPage()
    await panel.open(target)
    await sees('Reminders')
    await taps('Reminders')
    await waitUntil(() => text('h1').includes('Send a reminder'))
    network(false)
    await panel.open(target)
    await waitUntil(() => text('h1').includes('Late fees'))
    await sees('This is from when you were last online.')
    const reads = () => asked.filter(({ name }) => name === 'GET /v1/articles/late-fees').length
    const before = reads()
    network(true)
    await waitUntil(() => reads() === before + 1)
    await waitUntil(() => !text('.notice').join().includes('last online'))
  })

  it('shows bones only when one has waited, and comes by itself after being offline', async () => {
    const replies: Record<string, () => object> = { 'GET /v1/articles/late-fees': never }
    const { panel, sees, all } = hostPage({}, replies)
    await panel.open(target)
    expect(all('.bone')).to.deep.equal([])
    await waitUntil(() => all('.bone').length > 3)
    replies['GET /v1/articles/late-fees'] = () => Promise.reject(new TypeError('Failed to fetch'))
    network(false)
    panel.update({ locale: 'en-GB' })
    await sees('You’re offline.')
    replies['GET /v1/articles/late-fees'] = () => lateFees
    network(true)
    await sees('Turn it on')
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible in ${scheme}: read, voted on, gone, in trouble`, async () => {
      document.documentElement.style.colorScheme = scheme
      const replies: Record<string, () => object> = {}
      const { panel, dialog, sees, taps } = hostPage({}, replies)
      await panel.open(target)
      await sees('Read next')
      await expect(dialog()).to.be.accessible()
      await taps('No')
      await sees('What was wrong?')
      await expect(dialog()).to.be.accessible()
      await taps('Send')
      await sees('Thank you.')
      await expect(dialog()).to.be.accessible()
      await panel.open({ view: 'article', articleId: 'gone' })
      await sees('isn’t here any more')
      await expect(dialog()).to.be.accessible()
      replies['GET /v1/articles/broken'] = () => problem(500, 'internal_error')
      await panel.open({ view: 'article', articleId: 'broken' })
      await sees('This didn’t load.')
      await aTimeout(20)
      await expect(dialog()).to.be.accessible()
    })
  }
})
