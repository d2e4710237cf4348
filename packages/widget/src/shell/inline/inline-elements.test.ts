import { expect, waitUntil } from '@open-wc/testing'
import { createWaypost, type Waypost } from '@waypost/sdk/embed'
// What the elements fetch, at hand before the clock of a test runs.
import '../../features/knowledge/article-view.js'
import '../../features/tickets/contact-view.js'
import { lateFees, settings, ticket } from '../panel.test.kit.js'
import type { WaypostArticle } from './waypost-article.js'
import type { WaypostContactForm } from './waypost-contact-form.js'

const realFetch = window.fetch
let asked: string[] = []
let made: Waypost[] = []

/** The network's edge: a server with some sites, which says of an article whose it is. */
function serve(): void {
  asked = []
  window.fetch = async (input, init) => {
    const url = new URL(String(input), location.href)
    const site =
      new Headers(init?.headers).get('waypost-site') ?? url.searchParams.get('site') ?? ''
    asked.push(`${site} ${init?.method ?? 'GET'} ${url.pathname}`)
    const [, article] = /^\/v1\/articles\/(.+)$/.exec(url.pathname) ?? []
    if (article) return Response.json({ ...lateFees, id: article, title: `${article} of ${site}` })
    if (url.pathname === '/v1/settings') return Response.json(settings)
    if (url.pathname === '/v1/tickets') return Response.json({ items: [ticket], nextCursor: null })
    return Response.json({ items: [], nextCursor: null })
  }
}

function place<T extends HTMLElement>(html: string): T {
  const box = document.body.appendChild(document.createElement('div'))
  box.className = 'box'
  box.insertAdjacentHTML('beforeend', html)
  return box.firstElementChild as T
}

const viewOf = (element: HTMLElement) =>
  [...(element.shadowRoot?.querySelectorAll('.page > *') ?? [])].at(-1)?.shadowRoot
/** Many modules come one by one here, as nothing is bundled. */
const until = (is: () => unknown, what?: string) => waitUntil(is, what, { timeout: 9_000 })
const sees = (element: HTMLElement, words: string) =>
  until(() => viewOf(element)?.textContent?.includes(words), `should see “${words}”`)
const field = (form: HTMLElement) => viewOf(form)?.querySelector<HTMLInputElement>('#subject')

function types(form: HTMLElement, words: string): void {
  const subject = field(form) as HTMLInputElement
  subject.value = words
  subject.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
}

describe('elements in a page', () => {
  before(async () => {
    // As a framework does that makes elements before their script has come.
    const early = document.createElement('waypost-article') as WaypostArticle
    early.articleId = 'early'
    serve()
    place('<p></p>').append(early)
    await import('../../entries/elements.js')
    await sees(early, 'early of')
    early.remove()
  })
  beforeEach(serve)
  afterEach(() => {
    for (const box of document.querySelectorAll('.box')) box.remove()
    for (const waypost of made) waypost.destroy()
    made = []
    window.fetch = realFetch
    localStorage.clear()
  })

  function create(options: Parameters<typeof createWaypost>[0]): Waypost {
    const waypost = createWaypost({ launcher: 'none', ...options })
    made.push(waypost)
    return waypost
  }

  it('show what the page says until there is something, and then the article', async () => {
    const article = place<WaypostArticle>(
      '<waypost-article article-id="fees"><a href="/fees">Fees</a></waypost-article>',
    )
    await article.updateComplete
    expect(article.querySelector('a')?.checkVisibility()).to.equal(true)
    await sees(article, 'fees of')
    expect(article.querySelector('a')?.checkVisibility()).to.equal(false)
  })

  it('of two sites share nothing', async () => {
    const one = place('<waypost-article site="one" article-id="fees"></waypost-article>')
    const two = place('<waypost-article site="two" article-id="fees"></waypost-article>')
    await sees(one, 'fees of one')
    await sees(two, 'fees of two')
  })

  it('of one kind keep a draft each, which a reload does not mix up', async () => {
    const forms = () =>
      ['support', 'sales'].map((id) =>
        place<WaypostContactForm>(`<waypost-contact-form id="${id}"></waypost-contact-form>`),
      ) as [WaypostContactForm, WaypostContactForm]
    const [support, sales] = forms()
    await until(() => field(support) && field(sales))
    types(support, 'It is broken')
    types(sales, 'What does it cost?')
    support.remove()
    sales.remove()
    const [again, other] = forms()
    await until(() => field(again)?.value && field(other)?.value)
    expect([field(again)?.value, field(other)?.value]).to.deep.equal([
      'It is broken',
      'What does it cost?',
    ])
  })

  it('have what the page puts in, as attributes and as a property', async () => {
    const form = place<WaypostContactForm>(
      '<waypost-contact-form subject="It is broken"></waypost-contact-form>',
    )
    form.prefill = { subject: 'Not this', readonly: ['subject'] }
    await until(() => field(form)?.value === 'It is broken')
    expect(field(form)?.readOnly).to.equal(true)
  })

  it('go on where they were when the page moves them', async () => {
    const form = place<WaypostContactForm>('<waypost-contact-form></waypost-contact-form>')
    await until(() => field(form))
    types(form, 'It is broken')
    const before = field(form)
    place('<p></p>').append(form)
    await form.updateComplete
    expect(field(form)).to.equal(before)
    expect(field(form)?.value).to.equal('It is broken')
  })

  it('are guests of the widget that the page makes, also when it comes later', async () => {
    const form = place<WaypostContactForm>('<waypost-contact-form></waypost-contact-form>')
    await until(() => field(form))
    const waypost = create({ baseUrl: location.origin })
    const stopped: string[] = []
    waypost.before('ticket:create', ({ subject }) => {
      stopped.push(subject)
      return false
    })
    await until(() => field(form))
    waypost.setLocale('sv')
    await until(() => form.shadowRoot?.textContent?.includes('Fråga oss'))
    await waypost.logout()
    await until(() => field(form))
    expect(field(form)?.value).to.equal('')
  })

  it('stand alone again when the widget of the page has gone', async () => {
    const waypost = create({ baseUrl: location.origin })
    const article = place('<waypost-article article-id="fees"></waypost-article>')
    await sees(article, 'fees of')
    waypost.destroy()
    made = []
    await sees(article, 'fees of')
  })

  it('throw nothing at a page that has taken a name, or loads them twice', async () => {
    const names = ['article', 'contact-form', 'panel', 'requests', 'search']
    for (const name of names) expect(customElements.get(`waypost-${name}`)).to.be.a('function')
    const before = customElements.get('waypost-article')
    const again = '../../entries/waypost-article.ts?again'
    await import(again)
    expect(customElements.get('waypost-article')).to.equal(before)
  })

  it('lead from a form that is all there is to the requests, and to no search', async () => {
    const panel = place<HTMLElement>(
      '<waypost-panel site="forms" mode="form-only"></waypost-panel>',
    )
    const tools = () =>
      [...(panel.shadowRoot?.querySelectorAll<HTMLElement>('.head .tool') ?? [])].map(
        ({ ariaLabel }) => ariaLabel,
      )
    await sees(panel, 'What is it about?')
    expect(tools()).to.deep.equal(['Requests'])
    panel.shadowRoot?.querySelector<HTMLElement>('.head .tool')?.click()
    await sees(panel, 'Nothing under way')
    expect(tools()).to.deep.equal([])
    expect(panel.shadowRoot?.querySelectorAll('.foot .place')).to.have.length(2)
  })

  it('lead to the search by the host’s key, where they have one and are in view', async () => {
    const isTaken = () => !dispatchEvent(new Event('waypost-search-wanted', { cancelable: true }))
    const form = place<HTMLElement>('<waypost-panel site="forms" mode="form-only"></waypost-panel>')
    await sees(form, 'What is it about?')
    expect(isTaken()).to.equal(false)
    form.remove()
    const panel = place<HTMLElement>('<waypost-panel site="home"></waypost-panel>')
    await sees(panel, 'How can we help?')
    expect(isTaken()).to.equal(true)
    await until(() => viewOf(panel)?.activeElement?.matches('[type=search]'))
    panel.style.marginBlockStart = '3000px'
    expect(isTaken()).to.equal(false)
  })

  it('ask nothing for an article that nobody has named yet', async () => {
    const article = place<WaypostArticle>('<waypost-article></waypost-article>')
    await until(() => asked.some((call) => call.endsWith('/v1/settings')))
    expect(asked.filter((call) => call.includes('/v1/articles'))).to.deep.equal([])
    article.articleId = 'named'
    await sees(article, 'named of')
  })
})
