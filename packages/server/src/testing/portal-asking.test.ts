import { describe, expect, it } from 'vitest'
import { hidden, portalVisitor, typed } from './portal-visitor.test.kit.js'
import { supportWorld } from './support-world.js'

const CONTACT = '/help/en/contact'
const words = {
  kind: 'problem',
  subject: 'Card payment taken twice',
  message: 'It was charged twice.\r\n\r\nSee https://example.com/r/2041',
  name: 'Maya Lindqvist',
  email: 'maya@example.com',
}
const articles = [
  { id: 'late-fees', locale: 'en', title: 'Late fees and interest', body: 'Charge interest.' },
]

async function atTheForm(options: Parameters<typeof supportWorld>[0] = {}) {
  const world = await supportWorld({ articles, ...options })
  const visitor = portalVisitor(world)
  const { page } = await visitor.reads(CONTACT)
  const kim = await world.agent()
  return {
    ...{ world, visitor, page, kim },
    key: hidden(page, 'key'),
    tickets: async () => (await kim.client.tickets.list()).items,
  }
}

describe('asking at the portal', () => {
  it('opens a request of the portal’s channel, and leads to its own page', async () => {
    const { visitor, key, kim, tickets } = await atTheForm()
    const sent = await visitor.sends(CONTACT, { ...words, key }, { 'User-Agent': 'Lynx/2.9' })
    expect(sent.status).toBe(303)
    expect(sent.to).toMatch(/^\/help\/en\/requests\/wpt_[\w.-]+\?sent$/)
    const [ticket] = await tickets()
    expect(ticket).toMatchObject({
      ...{ subject: words.subject, kind: 'problem', channel: 'portal', status: 'new' },
      requester: { name: words.name, email: words.email, verification: 'none' },
      context: { url: `http://waypost.test${CONTACT}`, locale: 'en', userAgent: 'Lynx/2.9' },
    })
    const { items } = await kim.client.tickets.messages(ticket?.id ?? '')
    expect(items[0]?.body).toHaveLength(2)
    const { status, page } = await visitor.reads(sent.to)
    expect(status).toBe(200)
    expect(page).toContain('We have your question')
    expect(page).toContain(ticket?.reference)
    expect(page).toContain(`value="http://waypost.test${sent.to.replace('?sent', '')}" readonly`)
  })

  it('opens one request however often the button is pressed', async () => {
    const { visitor, key, tickets } = await atTheForm()
    const first = await visitor.sends(CONTACT, { ...words, key })
    const [second, third] = await Promise.all([
      visitor.sends(CONTACT, { ...words, key }),
      visitor.sends(CONTACT, { ...words, key }, { 'User-Agent': 'another' }),
    ])
    expect([second.to, third.to]).toEqual([first.to, first.to])
    expect(await tickets()).toHaveLength(1)
  })

  it('asks once more where other words come from a form that has been sent', async () => {
    const { visitor, key, tickets } = await atTheForm()
    await visitor.sends(CONTACT, { ...words, key })
    const other = { ...words, subject: 'And another thing' }
    const again = await visitor.sends(CONTACT, { ...other, key })
    expect(again.status).toBe(422)
    expect(again.page).toContain('This form went to us before')
    expect(typed(again.page, 'subject')).toBe(other.subject)
    const sent = await visitor.sends(CONTACT, { ...other, key: hidden(again.page, 'key') })
    expect(sent.status).toBe(303)
    expect(await tickets()).toHaveLength(2)
  })

  it('says everything that is wrong at once, beside its field, and keeps every word', async () => {
    const { visitor, key, tickets } = await atTheForm()
    const wrong = { ...words, message: ' \r\n', email: 'maya@', name: '"><b>' }
    const { status, page, headers } = await visitor.sends(CONTACT, { ...wrong, key })
    expect(status).toBe(422)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(page).toMatch(/<title>2 things before we can send this – Ask us/)
    expect(page).toMatch(/role="alert" tabindex="-1" autofocus/)
    expect(page).toContain('<a href="#_email">Write your email address in full</a>')
    expect(page).toContain('The part after @ is missing. Like maya@example.com')
    expect(page).toMatch(
      /id="_email" aria-describedby="_email-help _email-why" aria-invalid="true"/,
    )
    expect(page).toMatch(/id="_message" aria-describedby="_message-why" aria-invalid="true"/)
    expect(page).not.toMatch(/id="_subject"[^>]*aria-invalid/)
    expect(typed(page, 'subject')).toBe(words.subject)
    expect(typed(page, 'name')).toBe('&quot;&gt;&lt;b&gt;')
    expect(page).toMatch(/value="problem" checked/)
    expect(hidden(page, 'key')).toBe(key)
    expect(await tickets()).toEqual([])
  })

  it.each([
    [{ email: '' }, 'We need it to reach you. Like name@example.com'],
    [{ email: 'maya' }, 'The @ is missing. Like maya@example.com'],
    [{ email: 'a b@c' }, 'This is not an email address yet. Like a.b@example.com'],
    [{ subject: 'x'.repeat(201) }, 'This is too long. The most is 200 characters.'],
    [{ message: 'x'.repeat(10_001) }, 'This is too long. The most is 10,000 characters.'],
    [{ name: '\u0007' }, 'Write your name, or leave this empty'],
    [{ subject: '' }, 'A few words are enough'],
    [{ subject: '\u0000 \u001b' }, 'A few words are enough'],
    [{ message: 'x\n'.repeat(5_000) }, 'We could not take this. Write it in another way.'],
  ])('names what is wrong with %j', async (wrong, said) => {
    const { visitor, key } = await atTheForm()
    const { status, page } = await visitor.sends(CONTACT, { ...words, ...wrong, key })
    expect(status).toBe(422)
    expect(page).toContain(said)
  })

  it('counts a line break as the one character that was typed', async () => {
    const { visitor, key } = await atTheForm()
    const message = '123456789\r\n'.repeat(1_000)
    expect((await visitor.sends(CONTACT, { ...words, message, key })).status).toBe(303)
  })

  it('offers articles beside what is wrong, and beside words that come along', async () => {
    const { visitor } = await atTheForm()
    const brought = await visitor.reads(`${CONTACT}?subject=late+fee`)
    expect(typed(brought.page, 'subject')).toBe('late fee')
    expect(brought.page).toContain('href="/help/en/articles/late-fees"')
    const wrong = await visitor.sends(CONTACT, { subject: 'late fee' })
    expect(wrong.page).toContain('This may answer it')
    expect((await visitor.reads(CONTACT)).page).not.toContain('This may answer it')
    const q = await visitor.reads(`${CONTACT}?q=${'late '.repeat(60)}`)
    expect([typed(q.page, 'subject'), typed(q.page, 'message')?.length]).toEqual(['', 299])
  })

  it('remembers from which page of the help somebody came, and from no other', async () => {
    const { world, visitor, tickets } = await atTheForm()
    const came = async (referer: string) => {
      world.passes(1_000)
      const { page } = await visitor.reads(CONTACT, { headers: { Referer: referer } })
      await visitor.sends(CONTACT, {
        ...words,
        key: hidden(page, 'key'),
        page: hidden(page, 'page'),
      })
      return (await tickets())[0]?.context.url
    }
    const article = 'http://waypost.test/help/en/articles/late-fees'
    expect(await came(article)).toBe(article)
    const none = `http://waypost.test${CONTACT}`
    expect(await came('https://elsewhere.test/help/en/articles/late-fees')).toBe(none)
    expect(await came('http://waypost.test/help/en/requests/wpt_secret')).toBe(none)
    expect(await came('http://waypost.test/helpers')).toBe(none)
  })

  it('has no form where a site takes no questions', async () => {
    const { visitor } = await atTheForm({ config: { sites: [{ mode: 'docs-only' }] } })
    expect((await visitor.reads(CONTACT)).status).toBe(404)
    expect((await visitor.sends(CONTACT, words)).status).toBe(404)
  })

  it('speaks the reader’s language, also when something is wrong', async () => {
    const { visitor } = await atTheForm({
      articles: ['sv', 'da', 'nb', 'uk'].map((locale) => ({ ...articles[0], locale })),
    })
    const said = {
      sv: 'Skriv hela din e-postadress',
      da: 'Skriv hele din e-mailadresse',
      nb: 'Skriv hele e-postadressen din',
      uk: 'Напишіть електронну адресу повністю',
    }
    for (const [locale, text] of Object.entries(said)) {
      const { page } = await visitor.sends(`/help/${locale}/contact`, { email: 'ada' })
      expect(page).toContain(text)
    }
  })
})

describe('a form that did not come as a form should', () => {
  it.each([
    ['with no fields at all', {}, 422],
    ['as JSON', { body: '{}', headers: { 'Content-Type': 'application/json' } }, 415],
    ['as files, and none', { body: new FormData() }, 422],
    [
      'as files that are none',
      { body: 'x', headers: { 'Content-Type': 'multipart/form-data' } },
      415,
    ],
    ['compressed', { headers: { 'Content-Encoding': 'gzip' } }, 415],
    ['as bytes that are no text', { body: new Uint8Array([0xff, 0xfe, 0x00]) }, 422],
    ['larger than any question', { body: `message=${'x'.repeat(1_100_000)}` }, 413],
  ])('%s gets a page that says what to do', async (_, init, status) => {
    const { visitor } = await atTheForm()
    const answer = await visitor.reads(CONTACT, {
      method: 'POST',
      body: '',
      ...init,
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        ...(!('body' in init && init.body instanceof FormData) && {
          'Content-Type': 'application/x-www-form-urlencoded',
        }),
        ...('headers' in init ? init.headers : {}),
      },
    })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.page).toContain('<h1')
  })

  it('is refused from another site, and sends nobody’s words', async () => {
    const { visitor, key, tickets } = await atTheForm({ config: { sites: [{ origins: [] }] } })
    for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }]) {
      const { status, page } = await visitor.sends(CONTACT, { ...words, key }, headers)
      expect(status).toBe(403)
      expect(page).toContain('This form came from another place')
      expect(page).not.toContain(words.subject)
    }
    const form = { method: 'POST', body: new URLSearchParams({ ...words, key }) }
    for (const origin of ['https://evil.test', 'null', 'http://waypost.test.evil.test']) {
      const answer = await visitor.reads(CONTACT, { ...form, headers: { Origin: origin } })
      expect(answer.status, origin).toBe(403)
    }
    expect(await tickets()).toEqual([])
    const ours = await visitor.reads(CONTACT, {
      ...form,
      headers: { Origin: 'http://waypost.test' },
    })
    expect(ours.status).toBe(303)
  })

  it('keeps every word where too many came at once, and says when to try again', async () => {
    const { visitor, key, tickets } = await atTheForm({ config: { unlimited: false } })
    for (let n = 0; n < 5; n++) {
      await visitor.sends(CONTACT, { ...words, key: `${key}${n}` })
    }
    const { status, page, headers } = await visitor.sends(CONTACT, { ...words, key })
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(page).toContain('Not sent yet.')
    expect(typed(page, 'message')).toBe(words.message.replaceAll('\r', ''))
    expect(hidden(page, 'key')).toBe(key)
    expect(await tickets()).toHaveLength(5)
  })

  it('keeps every word where we fail, and tells the operator without them', async () => {
    const lines: string[] = []
    const log = {
      info: (...said: unknown[]) => lines.push(JSON.stringify(said)),
      warn: (...said: unknown[]) => lines.push(JSON.stringify(said)),
      error: (...said: unknown[]) => lines.push(JSON.stringify(said)),
    }
    const { world, visitor, key } = await atTheForm({ log })
    await world.world.storage.close()
    const { status, page } = await visitor.sends(CONTACT, { ...words, key })
    expect(status).toBeGreaterThanOrEqual(500)
    expect(page).toContain('The fault is ours. Every word is kept')
    expect(typed(page, 'subject')).toBe(words.subject)
    expect(page).not.toMatch(/Error|at \w+ \(/)
    const said = lines.join('\n')
    expect(said).toContain('"/help/:locale/contact"')
    expect(said).not.toContain('Card payment')
    expect(said).not.toContain('maya@')
  })
})
