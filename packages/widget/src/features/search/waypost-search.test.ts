import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import type { SearchHit, SearchResults } from '@waypost/sdk/contract'
import { emulateMedia, executeServerCommand, sendKeys } from '@web/test-runner-commands'
import type { AskChosenEvent } from './ask-chosen-event.js'
import type { ResultChosenEvent } from './result-chosen-event.js'
import { WaypostSearch } from './waypost-search.js'

customElements.define('waypost-search', WaypostSearch)

const hit = (title: string, rest: Partial<SearchHit> = {}): SearchHit => ({
  kind: 'article',
  articleId: title.toLowerCase().replaceAll(' ', '-'),
  locale: 'en',
  title,
  slug: 'slug',
  url: '/help/en/articles/slug',
  collection: 'getting-paid',
  score: 1,
  excerpt: [
    { text: 'Tidemark can add a ', match: false },
    { text: 'late fee', match: true },
    { text: ' when an invoice is overdue', match: false },
  ],
  ...rest,
})
const found = (...items: SearchHit[]): SearchResults => ({
  searchId: 's1',
  items,
  nextCursor: null,
})
const three = found(hit('Late fees'), hit('Remove a late fee'), hit('Send a reminder'))

const topics = ['Getting paid', 'Invoices', 'Not written yet'].map((title, index) => ({
  id: title.toLowerCase().replaceAll(' ', '-'),
  locale: 'en',
  title,
  summary: null,
  icon: null,
  articleCount: 2 - index,
}))
const ofTopic = [{ ...hit('Send a reminder'), id: 'send-a-reminder' }]

const lesson = {
  ...{ kind: 'lesson' as const, id: 'paid/reminders', locale: 'en', title: 'Be kind' },
  ...{ course: 'Get paid', minutes: 6, url: '/help/en/courses/paid/reminders', excerpt: [] },
}

/** What a search says beside its hits. */
const answer = {
  articleId: 'remove-a-late-fee',
  locale: 'en',
  title: 'Remove a late fee',
  slug: 'slug',
  url: '/help/en/articles/slug',
  excerpt: [
    { text: 'Open the invoice and take the ', match: false },
    { text: 'late fee', match: true },
    { text: ' off.', match: false },
  ],
}
const shelves = [
  { collection: 'getting-paid', title: 'Getting paid', count: 2 },
  { collection: 'invoices', title: 'Invoices', count: 1 },
]

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': status < 400 ? 'application/json' : 'application/problem+json',
    },
  })

type Answer = SearchResults | Response | Promise<SearchResults | Response>
const realFetch = window.fetch

/** What the server was told of choices. */
const told: unknown[] = []

/** The network's edge: answers searches, and remembers what was asked. */
function server(answer: (words: string) => Answer) {
  const calls: { url: URL; signal: AbortSignal | null | undefined }[] = []
  window.fetch = async (input, init) => {
    const url = new URL(String(input))
    if (url.pathname.endsWith('/v1/suggestions')) return json(found(hit('Often read')))
    if (url.pathname.endsWith('/v1/outcomes')) {
      told.push(...JSON.parse(String(init?.body)).events)
      return json({ code: 'internal_error', status: 500 }, 500)
    }
    if (url.pathname.endsWith('/v1/collections')) return json({ items: topics, nextCursor: null })
    if (url.pathname.endsWith('/v1/articles')) return json({ items: ofTopic, nextCursor: null })
    calls.push({ url, signal: init?.signal })
    const answered = await answer(url.searchParams.get('q') ?? '')
    if (init?.signal?.aborted) throw new DOMException('', 'AbortError')
    return answered instanceof Response ? answered : json(answered)
  }
  return calls
}

/** Says whether there is a network, as the browser would. */
function network(there: boolean) {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => there })
  if (there) window.dispatchEvent(new Event('online'))
}

const later = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** A search on a page, and what a visitor can do with it. */
async function visitor(
  element = html`<waypost-search base-url="https://help.example" locale="en"></waypost-search>`,
) {
  const search = await fixture<WaypostSearch>(element)
  const root = () => search.renderRoot as ShadowRoot
  const all = (selector: string) => [...root().querySelectorAll<HTMLElement>(selector)]
  const text = (selector: string) =>
    all(selector).map((node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim())
  await waitUntil(() => root().querySelector('input'), 'the words have come')
  return {
    search,
    text,
    all,
    titles: () => text('.title'),
    focused: () => root().activeElement as HTMLElement,
    async types(words: string) {
      search.focus()
      await sendKeys({ type: words })
    },
    async presses(...keys: string[]) {
      for (const press of keys) await sendKeys({ press })
      await search.updateComplete
    },
    sees: (selector: string, message = selector) =>
      waitUntil(() => root().querySelector(selector), `should see ${message}`, { timeout: 3000 }),
  }
}

describe('waypost-search', () => {
  afterEach(async () => {
    window.fetch = realFetch
    told.length = 0
    Reflect.deleteProperty(navigator, 'onLine')
    document.documentElement.removeAttribute('style')
    await executeServerCommand('force-colors', false)
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
  })

  it('finds articles while the visitor types, with their words marked', async () => {
    server(() => three)
    const { types, sees, titles, text } = await visitor()
    await types('late fee')
    await sees('.row')
    expect(titles()).to.deep.equal(['Late fees', 'Remove a late fee', 'Send a reminder'])
    expect(text('.count')).to.deep.equal(['3 articles'])
    expect(text('li:first-child mark')).to.deep.equal(['late fee'])
  })

  it('asks the server for the words, the site and the locale', async () => {
    const calls = server(() => three)
    const { types, sees } = await visitor(
      html`<waypost-search
        base-url="https://help.example/support/"
        site="tidemark"
        locale="en-GB"
      ></waypost-search>`,
    )
    await types('fee')
    await sees('.row')
    const { origin, pathname, searchParams } = calls[0]?.url ?? new URL('about:blank')
    expect(origin + pathname).to.equal('https://help.example/support/v1/search')
    expect(searchParams.get('q')).to.equal('fee')
    expect(searchParams.get('site')).to.equal('tidemark')
    expect(searchParams.get('locale')).to.equal('en-GB')
  })

  it('takes the host’s key for the search where it is in view, the first of several alone', async () => {
    const places = await fixture(html`<div>
      <dialog></dialog>
      <waypost-search style="display: none"></waypost-search>
      <waypost-search></waypost-search>
      <waypost-search></waypost-search>
      <p style="height: 3000px"></p>
    </div>`)
    const [, second] = places.querySelectorAll('waypost-search')
    const isTaken = () => !dispatchEvent(new Event('waypost-search-wanted', { cancelable: true }))
    await second?.updateComplete
    expect(isTaken()).to.equal(true)
    expect(document.activeElement).to.equal(second)
    second?.blur()
    scrollTo(0, 2500)
    expect(isTaken()).to.equal(false)
    scrollTo(0, 0)
    places.querySelector('dialog')?.showModal()
    expect(isTaken()).to.equal(false)
    places.remove()
    expect(isTaken()).to.equal(false)
  })

  it('asks for a word and not for each of its letters', async () => {
    const calls = server(() => three)
    const { types, sees } = await visitor()
    await types('reminder')
    await sees('.row')
    expect(calls.map(({ url }) => url.searchParams.get('q'))).to.deep.equal(['reminder'])
  })

  it('stops the search before, and keeps what was found until something new is', async () => {
    let answerLate = (_: SearchResults) => {}
    const calls = server((words) =>
      words === 'late' ? three : new Promise((resolve) => (answerLate = resolve)),
    )
    const { types, sees, titles } = await visitor()
    await types('late')
    await sees('.row')
    await types(' a')
    await waitUntil(() => calls.length === 2)
    await types('b')
    await waitUntil(() => calls.length === 3)
    expect(calls[1]?.signal?.aborted).to.equal(true)
    expect(calls[2]?.signal?.aborted).to.equal(false)
    await sees('.spin')
    expect(titles()).to.have.length(3)
    answerLate(found(hit('Abroad')))
    await waitUntil(() => titles().length === 1)
    expect(titles()).to.deep.equal(['Abroad'])
  })

  it('draws bones only after 300 ms of waiting', async () => {
    let answer = (_: SearchResults) => {}
    const calls = server(() => new Promise((resolve) => (answer = resolve)))
    const { types, sees, all } = await visitor()
    await types('vat')
    await waitUntil(() => calls.length === 1)
    await later(150)
    expect(all('.bones, .spin')).to.have.length(0)
    await sees('.bones')
    expect(all('.results')[0]?.getAttribute('aria-busy')).to.equal('true')
    answer(three)
    await sees('.row')
    expect(all('.bones, .spin')).to.have.length(0)
  })

  it('reads the count out, once it stands', async () => {
    server((words) => (words === 'x' ? found() : three))
    const { types, presses, sees, text } = await visitor()
    await types('late')
    await sees('.row')
    expect(text('p[role=status]')).to.deep.equal([''])
    await waitUntil(() => text('p[role=status]')[0] === '3 articles')
    await presses('Escape')
    await types('x')
    await waitUntil(() => text('p[role=status]')[0] === 'Nothing about “x” yet')
  })

  it('reads the count out after another search as well, be it the same', async () => {
    server(() => ({ ...three, searchId: crypto.randomUUID() }))
    const { types, text, all } = await visitor()
    await types('late')
    await waitUntil(() => text('p[role=status]')[0] === '3 articles')
    const said: string[] = []
    const place = all('p[role=status]')[0] as HTMLElement
    new MutationObserver(() => said.push(place.textContent ?? '')).observe(place, {
      ...{ childList: true, characterData: true, subtree: true },
    })
    await types('r')
    await waitUntil(() => said.at(-1) === '3 articles')
    await later(700)
    expect(said).to.deep.equal(['', '3 articles'])
  })

  it('says that there are more than it shows', async () => {
    server(() => ({ ...three, nextCursor: 'more' }))
    const { types, sees, text } = await visitor()
    await types('late')
    await sees('.row')
    expect(text('.count')).to.deep.equal(['The 3 best matches'])
  })

  it('walks the results by arrow keys, and goes on typing at a letter', async () => {
    server(() => three)
    const { types, presses, sees, focused, all, search } = await visitor()
    await types('late')
    await sees('.row')
    const links = all('a.row')
    await presses('ArrowDown')
    expect(focused()).to.equal(links[0])
    await presses('ArrowDown', 'ArrowDown', 'ArrowDown')
    expect(focused()).to.equal(links[2])
    await presses('Home')
    expect(focused()).to.equal(links[0])
    await presses('End', 'ArrowUp')
    expect(focused()).to.equal(links[1])
    await presses('ArrowUp', 'ArrowUp')
    expect(focused().localName).to.equal('input')
    await presses('ArrowDown', 'r')
    expect(focused().localName).to.equal('input')
    expect(search.words).to.equal('later')
  })

  it('clears at Escape and keeps the key to itself until there is nothing to clear', async () => {
    server(() => three)
    const { types, presses, sees, focused, all, search } = await visitor()
    const heard: string[] = []
    search.parentElement?.addEventListener('keydown', ({ key }) => heard.push(key))
    await types('late')
    await sees('.row')
    heard.length = 0
    await presses('ArrowDown', 'Escape')
    expect(search.words).to.equal('')
    expect(all('.results')).to.have.length(0)
    expect(focused().localName).to.equal('input')
    expect(heard).to.deep.equal(['ArrowDown'])
    await presses('Escape')
    expect(heard).to.deep.equal(['ArrowDown', 'Escape'])
  })

  it('clears by its button, and gives the field back', async () => {
    server(() => three)
    const { types, sees, all, focused, search } = await visitor()
    await types('late')
    await sees('.row')
    all('button.tool')[0]?.click()
    await search.updateComplete
    expect(search.words).to.equal('')
    expect(focused().localName).to.equal('input')
    expect(all('.results, button.tool')).to.have.length(0)
  })

  it('helps when nothing is found: keeps the words, offers what many read and a person', async () => {
    server(() => found())
    const { types, sees, text, all, search } = await visitor(
      html`<waypost-search base-url="https://help.example" locale="en" ask></waypost-search>`,
    )
    const asked: string[] = []
    search.addEventListener('waypost-ask-chosen', (event: AskChosenEvent) =>
      asked.push(event.words),
    )
    await types('peppol thailand')
    await sees('.offer')
    expect(text('h2')).to.deep.equal(['Nothing about “peppol thailand” yet'])
    expect(text('.offer')).to.deep.equal(['Often read'])
    all('.btn.main')[0]?.click()
    expect(asked).to.deep.equal(['peppol thailand'])
  })

  it('offers nobody where nobody answers', async () => {
    server(() => found())
    const { types, sees, all } = await visitor()
    await types('peppol')
    await sees('h2')
    expect(all('.btn.main')).to.have.length(0)
  })

  it('says which words it searched for when it corrected them', async () => {
    server(() => ({ ...three, didYouMean: 'recurring invoice' }))
    const { types, sees, text } = await visitor()
    await types('recuring invoise')
    await sees('.row')
    expect(text('.count')).to.deep.equal(['Showing recurring invoice'])
  })

  it('searches for the corrected words at one press, and gives the field back', async () => {
    const calls = server((words) =>
      words === 'recuring' ? { ...three, didYouMean: 'recurring' } : three,
    )
    const { types, presses, sees, all, text, focused, search } = await visitor()
    await types('recuring')
    await sees('.count button')
    all('.count button')[0]?.focus()
    await presses('Enter')
    await waitUntil(() => text('.count').includes('3 articles'))
    expect(search.words).to.equal('recurring')
    expect(focused().localName).to.equal('input')
    expect(calls.at(-1)?.url.searchParams.get('q')).to.equal('recurring')
  })

  it('quotes the passage that answers above the hits, and reads out that there is one', async () => {
    server(() => ({ ...three, answer }))
    const { types, sees, text, all, presses, focused } = await visitor()
    await types('how do i remove a late fee')
    await sees('.answer')
    expect(text('.answer h2')).to.deep.equal(['This may answer it'])
    expect(text('blockquote')).to.deep.equal(['Open the invoice and take the late fee off.'])
    expect(text('blockquote mark')).to.deep.equal(['late fee'])
    const link = all('.answer a')[0] as HTMLAnchorElement
    expect(link.href).to.equal('https://help.example/help/en/articles/slug')
    await presses('ArrowDown')
    expect(focused()).to.equal(link)
    await presses('ArrowDown')
    expect(focused()).to.equal(all('ul a')[0])
    await waitUntil(() =>
      text('[role=status]').includes('3 articles. This may answer it: Remove a late fee'),
    )
  })

  it('tells of the quoted article where it stands among the hits', async () => {
    server(() => ({ ...three, answer }))
    const { types, sees, all, search } = await visitor()
    const chosen: string[] = []
    search.addEventListener('waypost-result-chosen', (event: ResultChosenEvent) => {
      chosen.push(`${(event.hit as SearchHit).articleId} ${event.position}`)
      event.preventDefault()
    })
    await types('late')
    await sees('.answer')
    all('.answer a')[0]?.click()
    expect(chosen).to.deep.equal(['remove-a-late-fee 2'])
  })

  it('shows where one is, and what is chosen, where the system chooses the colours', async () => {
    await executeServerCommand('force-colors', true)
    server(() => ({ ...three, answer, collections: shelves }))
    const { types, sees, all, presses } = await visitor()
    const look = (selector: string) => getComputedStyle(all(selector)[0] as HTMLElement)
    await types('late')
    await sees('.answer')
    expect([look('.answer').borderTopWidth, look('.answer').borderLeftWidth]).to.deep.equal([
      '1px',
      '3px',
    ])
    const plain = look('.pick').backgroundColor
    all('.pick')[0]?.focus()
    await presses('Space')
    await sees('.pick[aria-pressed=true]')
    await waitUntil(() => look('.pick').backgroundColor !== plain)
    const { backgroundColor, boxShadow, outlineColor } = look('.pick')
    expect(boxShadow).to.equal('none')
    expect(outlineColor).not.to.equal(backgroundColor)
    all('input')[0]?.focus()
    await presses('ArrowDown')
    await waitUntil(() => look('.answer a').backgroundColor === look('.pick').backgroundColor)
  })

  it('narrows to a collection, keeps to it while one types, and lets go at one press', async () => {
    const calls = server(() => ({ ...three, collections: shelves }))
    const asked = () => calls.at(-1)?.url.searchParams.get('collection')
    const { types, sees, all, text, presses, focused } = await visitor()
    await types('late')
    await sees('.pick')
    expect(text('.pick')).to.deep.equal(['Getting paid 2', 'Invoices 1'])
    all('.pick')[1]?.focus()
    await presses('Space')
    await waitUntil(() => asked() === 'invoices')
    await waitUntil(() => all('.pick')[1]?.ariaPressed === 'true')
    expect(focused()).to.equal(all('.pick')[1])
    await types(' fee')
    await waitUntil(() => calls.at(-1)?.url.searchParams.get('q') === 'late fee')
    expect(asked()).to.equal('invoices')
    all('.pick')[1]?.click()
    await waitUntil(() => asked() === null)
    await waitUntil(() => all('.pick')[1]?.ariaPressed === 'false')
  })

  it('keeps the way out of a collection in which nothing is left', async () => {
    const calls = server((words) =>
      words === 'late'
        ? { ...three, collections: shelves }
        : { ...found(), collections: shelves.slice(0, 1) },
    )
    const { types, sees, all, text } = await visitor()
    await types('late')
    await sees('.pick')
    all('.pick')[1]?.click()
    await types(' refund')
    await waitUntil(() => text('.count').includes('0 articles'))
    expect(text('.pick')).to.deep.equal(['Getting paid 2', 'Invoices 0'])
    all('.pick')[1]?.click()
    await waitUntil(() => calls.at(-1)?.url.searchParams.get('collection') === null)
  })

  it('has no filter where one collection holds everything', async () => {
    server(() => ({ ...three, collections: shelves.slice(0, 1) }))
    const { types, sees, all, text } = await visitor()
    await types('late')
    await sees('.row')
    expect(all('.pick')).to.have.length(0)
    expect(text('li:first-child .place')).to.deep.equal(['Getting paid'])
  })

  it('lets somebody who found nothing look through a collection', async () => {
    server(() => found())
    const { types, sees, all, text } = await visitor()
    await types('peppol')
    await sees('.pick')
    expect(text('.pick')).to.deep.equal(['Getting paid', 'Invoices'])
    all('.pick')[0]?.click()
    await waitUntil(() => text('.offer').includes('Send a reminder'))
    expect(text('.often h3')).to.deep.equal(['Getting paid', 'Or browse the help'])
    all('.pick')[0]?.click()
    await waitUntil(() => text('.offer').includes('Often read'))
  })

  it('shows the collection that was picked last, however late another one comes', async () => {
    server(() => found())
    const { types, sees, all, text } = await visitor()
    await types('peppol')
    await sees('.pick')
    const { fetch } = window
    let arrives = () => {}
    const late = new Promise<void>((resolve) => {
      arrives = resolve
    })
    window.fetch = async (input, init) => {
      const url = new URL(String(input))
      const collection = url.searchParams.get('collection')
      if (collection === 'getting-paid') await late
      if (collection) return json({ items: [{ ...hit(`In ${collection}`), id: 'x' }] })
      return fetch(input, init)
    }
    all('.pick')[0]?.click()
    all('.pick')[1]?.click()
    await waitUntil(() => text('.offer').includes('In invoices'))
    arrives()
    await later(50)
    expect(text('.offer')).to.deep.equal(['In invoices'])
    expect(all('.pick').map((pick) => pick.ariaPressed)).to.deep.equal(['false', 'true'])
  })

  it('says that a collection could not be had, for as long as nothing else is searched', async () => {
    server((words) => (words === 'peppol' ? found() : three))
    const { types, sees, all, text } = await visitor()
    await types('peppol')
    await sees('.pick')
    const { fetch } = window
    window.fetch = async (input, init) =>
      new URL(String(input)).pathname.endsWith('/v1/articles')
        ? json({ code: 'internal_error', status: 500 }, 500)
        : fetch(input, init)
    all('.pick')[0]?.click()
    await sees('[role=alert]')
    expect(text('.offer')).to.deep.equal(['Often read'])
    await types('s')
    await sees('.row .title')
    expect(all('[role=alert]')).to.have.length(0)
  })

  it('says nothing of a correction that changed nothing', async () => {
    server((words) => ({ ...three, didYouMean: words }))
    const { types, sees, text } = await visitor()
    await types('late fee')
    await sees('.row')
    expect(text('.count')).to.deep.equal(['3 articles'])
  })

  it('says that there is no network, keeps what is here and searches by itself later', async () => {
    server((words) => (words === 'late' ? three : found(hit('Refund'))))
    const { types, presses, sees, text, titles } = await visitor()
    await types('late')
    await sees('.row')
    network(false)
    await presses('Escape')
    await types('refund')
    await sees('.strip')
    expect(text('.strip')[0]).to.contain('You’re offline.')
    network(true)
    await sees('.row')
    expect(titles()).to.deep.equal(['Refund'])
  })

  it('says that the server did not answer, keeps the words and tries again', async () => {
    let broken = true
    server(() => (broken ? json({ code: 'internal_error', status: 500 }, 500) : three))
    const { types, sees, text, all, search } = await visitor()
    await types('refund')
    await sees('[role=alert]')
    expect(text('[role=alert]')[0]).to.contain('Search didn’t answer.')
    expect(search.words).to.equal('refund')
    broken = false
    all('[role=alert] button')[0]?.click()
    await sees('.row')
    expect(all('[role=alert]')).to.have.length(0)
  })

  it('follows a result like any link, unless the host shows it', async () => {
    server(() => ({ ...three, learning: [lesson] }))
    const { types, sees, all, search } = await visitor()
    const chosen: string[] = []
    search.addEventListener('waypost-result-chosen', (event: ResultChosenEvent) => {
      const { hit, position, searchId } = event
      chosen.push(`${'id' in hit ? hit.id : hit.articleId} ${position} ${searchId}`)
      event.preventDefault()
    })
    await types('late')
    await sees('.row')
    const second = all('a.row')[1] as HTMLAnchorElement
    expect(second.href).to.equal('https://help.example/help/en/articles/slug')
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true })
    second.dispatchEvent(click)
    all('a.row')[3]?.click()
    expect(chosen).to.deep.equal(['remove-a-late-fee 2 s1', 'paid/reminders 4 s1'])
    const choice = { articleId: 'remove-a-late-fee', position: 2 }
    await waitUntil(() => told.length)
    expect(told).to.deep.equal([{ kind: 'search.chosen', searchId: 's1', ...choice }])
    expect(click.defaultPrevented).to.equal(true)
  })

  it('never makes a link that could run script', async () => {
    server(() => found(hit('Bad', { url: 'javascript:alert(1)', title: '<img src=x onerror=x>' })))
    const { types, sees, all, titles } = await visitor()
    await types('bad')
    await sees('.row')
    expect(all('a.row')[0]?.hasAttribute('href')).to.equal(false)
    expect(titles()).to.deep.equal(['<img src=x onerror=x>'])
    expect(all('img')).to.have.length(0)
  })

  it('says in which language a result is when it is not the reader’s', async () => {
    server(() => found(hit('Late fees'), hit('Avgifter', { locale: 'sv-x-easy' })))
    const { types, sees, all, text } = await visitor()
    await types('fee')
    await sees('.row')
    expect(all('a.row').map((row) => row.lang)).to.deep.equal(['', 'sv-x-easy'])
    expect(text('.place')).to.deep.equal(['svenska'])
  })

  for (const [locale, label, count] of [
    ['sv', 'Sök i hjälpen', '3 artiklar'],
    ['da', 'Søg i hjælpen', '3 artikler'],
    ['nb-NO', 'Søk i hjelpen', '3 artikler'],
    ['uk', 'Шукати в довідці', '3 статті'],
    ['de', 'Search help', '3 articles'],
  ] as const) {
    it(`speaks ${locale}`, async () => {
      server(() => three)
      const { types, sees, text, all } = await visitor(
        html`<waypost-search base-url="https://help.example" .locale=${locale}></waypost-search>`,
      )
      expect(all('input')[0]?.getAttribute('placeholder')).to.equal(label)
      await types('a')
      await sees('.row')
      expect(text('.count')).to.deep.equal([count])
    })
  }

  it('speaks the language of the page', async () => {
    server(() => three)
    const page = await fixture(html`<div lang="uk"><waypost-search></waypost-search></div>`)
    const search = page.querySelector('waypost-search') as WaypostSearch
    await waitUntil(() => search.renderRoot.querySelector('input'))
    expect(search.renderRoot.querySelector('label')?.textContent).to.equal('Шукати в довідці')
  })

  for (const scheme of ['light', 'dark'] as const) {
    describe(`in ${scheme}`, () => {
      beforeEach(async () => {
        await emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
        document.documentElement.style.colorScheme = scheme
      })

      it('is accessible with results', async () => {
        server(() => three)
        const { types, presses, sees, search } = await visitor()
        await types('late')
        await sees('.row')
        await presses('ArrowDown')
        await expect(search).to.be.accessible()
      })

      it('is accessible with an answer, a correction and collections', async () => {
        server(() => ({ ...three, answer, didYouMean: 'late fee', collections: shelves }))
        const { types, sees, all, search } = await visitor()
        await types('lte fee')
        await sees('.pick')
        all('.pick')[0]?.click()
        await waitUntil(() => all('.pick')[0]?.ariaPressed === 'true')
        await expect(search).to.be.accessible()
      })

      it('is accessible without results', async () => {
        server(() => found())
        const { types, sees, search } = await visitor(
          html`<waypost-search base-url="https://help.example" locale="en" ask></waypost-search>`,
        )
        await expect(search).to.be.accessible()
        await types('peppol')
        await sees('.offer')
        await expect(search).to.be.accessible()
      })

      it('is accessible in trouble', async () => {
        server(() => json({ code: 'internal_error', status: 500 }, 500))
        const { types, sees, search } = await visitor()
        await types('refund')
        await sees('[role=alert]')
        await expect(search).to.be.accessible()
        network(false)
        await types('s')
        await sees('.strip')
        await expect(search).to.be.accessible()
      })
    })
  }

  it('is dark where the page is, and light or dark where it is told', async () => {
    const { search, all } = await visitor()
    const surface = () => getComputedStyle(all('.find')[0] as Element).backgroundColor
    const white = 'rgb(255, 255, 255)'
    expect(surface()).to.equal(white)
    document.documentElement.style.colorScheme = 'dark'
    expect(surface()).not.to.equal(white)
    search.theme = 'light'
    await search.updateComplete
    expect(surface()).to.equal(white)
  })
})
