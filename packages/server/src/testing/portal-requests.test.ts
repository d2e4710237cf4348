import { describe, expect, it } from 'vitest'
import type { Logger } from '../foundation/logger.js'
import { hidden, portalVisitor, typed } from './portal-visitor.test.kit.js'
import { supportWorld } from './support-world.js'

const LIST = '/help/en/requests'

/** Somebody who has asked at the portal, the team, and the link between them. */
async function asked(options: Parameters<typeof supportWorld>[0] = {}) {
  const world = await supportWorld(options)
  const visitor = portalVisitor(world)
  const { page } = await visitor.reads('/help/en/contact')
  const { to } = await visitor.sends('/help/en/contact', {
    ...{ subject: 'Card payment taken twice', message: 'Twice, see <b>here</b>' },
    ...{ name: 'Maya', email: 'maya@example.com', key: hidden(page, 'key') },
  })
  const [path = ''] = to.split('?')
  const kim = await world.agent()
  const [ticket] = (await kim.client.tickets.list()).items
  const id = ticket?.id ?? ''
  return {
    ...{ world, visitor, path, id, kim, token: path.split('/').at(-1) ?? '' },
    reference: ticket?.reference ?? '',
    status: async () => (await kim.client.tickets.get(id)).status,
    changes: async (what: { status: 'solved' | 'closed' }) =>
      kim.client.tickets.update(id, what, (await kim.client.tickets.get(id)).version),
    messages: async () => (await kim.client.tickets.messages(id)).items,
    /** Replies with the key of the form as it stands now, unless another is given. */
    async replies(message: string, more: Record<string, string> = {}) {
      const key = hidden((await visitor.reads(path)).page, 'key')
      return visitor.sends(path, { message, key, act: 'reply', ...more })
    },
  }
}

describe('a request by its link', () => {
  it('shows subject, reference, status and the conversation, written as text', async () => {
    const { visitor, path, reference, kim, id } = await asked()
    await kim.client.tickets.reply(id, { message: '**Sorry.** It comes back:\n\n- today' })
    await kim.client.tickets.note(id, { message: 'Looks like a fraud' })
    const { status, page } = await visitor.reads(path)
    expect(status).toBe(200)
    expect(page).toContain(`<title>Card payment taken twice – ${reference} – Help</title>`)
    expect(page).toContain('Waiting for you')
    expect(page).toContain('Twice, see &lt;b&gt;here&lt;/b&gt;')
    expect(page).toContain('<strong>Sorry.</strong>')
    expect(page).toContain('Kim (agent), Help')
    expect(page).toContain('maya@example.com')
    expect(page).not.toContain('fraud')
  })

  it('is kept by nobody, sent on to nobody, and changed by no reading', async () => {
    const { visitor, path, token, kim, id } = await asked()
    const before = await kim.client.tickets.get(id)
    const answers = [
      await visitor.reads(path),
      await visitor.reads(`${path}?sent`),
      await visitor.reads(`${path}?act=solve&done=solved`),
      await visitor.reads(path.replace('/en/', '/')),
      await visitor.reads(`${path}/`),
      await visitor.reads(`${path}x`),
    ]
    for (const { headers, page } of answers.slice(0, 3)) {
      expect(headers.get('cache-control')).toBe('private, no-store')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('set-cookie')).toBeNull()
      expect(page).toContain('<meta name="robots" content="noindex">')
      expect(/<title>[^<]*wpt_/.test(page)).toBe(false)
      const links = [...page.matchAll(/(?:href|action|src)="([^"]*wpt_[^"]*)"/g)].map(
        ([, to]) => to,
      )
      expect(
        links.every((to) => to?.startsWith('/help/') || to?.startsWith('http://waypost.test/')),
      ).toBe(true)
    }
    expect(answers[3]?.to).toBe(path)
    expect(answers[4]?.to).toBe(path)
    for (const { headers } of answers.slice(3)) {
      expect(headers.get('cache-control')).toContain('no-store')
    }
    expect(answers[5]?.headers.get('referrer-policy')).toBe('no-referrer')
    expect(await kim.client.tickets.get(id)).toEqual(before)
    expect(token).toMatch(/^wpt_/)
  })

  it('answers alike to a wrong link, another’s ticket and one that does not exist', async () => {
    const { visitor, token } = await asked()
    const other = 'tic_00000000000000000000000000'
    const wrong = [
      token.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')),
      token.replace(/tic_\w+/, other),
      token.replace(/\.1\./, '.2.'),
      'wpt_',
      '%00',
      'x'.repeat(3_000),
    ]
    const pages = await Promise.all(wrong.map((link) => visitor.reads(`${LIST}/${link}`)))
    expect(pages.map(({ status }) => status)).toEqual(wrong.map(() => 404))
    expect(new Set(pages.map(({ page }) => page)).size).toBe(1)
    expect(pages[0]?.page).toContain('This request can’t be shown')
    const posted = await visitor.sends(`${LIST}/${wrong[0]}`, {
      message: 'Let me in',
      act: 'reply',
    })
    expect([posted.status, posted.page]).toEqual([404, pages[0]?.page])
  })

  it('stands in the log by its pattern alone', async () => {
    const lines: string[] = []
    const say = (...said: unknown[]) => lines.push(JSON.stringify(said))
    const log: Logger = { info: say, warn: say, error: say }
    const { visitor, path, replies } = await asked({ log })
    await visitor.reads(path)
    await replies('A word that is nobody’s business')
    await visitor.reads(`${path}x`)
    await visitor.reads(path, { method: 'DELETE' })
    const said = lines.join('\n')
    expect(said).toContain('"/help/:locale/requests/:token"')
    expect(said).not.toMatch(/wpt_|tic_|business|maya/)
  })
})

describe('going on with a request', () => {
  it('adds a reply once, however often it is sent, and shows where it went', async () => {
    const { visitor, path, messages, status, kim, id } = await asked()
    await kim.client.tickets.reply(id, { message: 'Which card?' })
    const form = await visitor.reads(path)
    const words = {
      message: 'The blue one\r\nhttps://a.example',
      key: hidden(form.page, 'key'),
      act: 'reply',
    }
    const sent = await Promise.all([visitor.sends(path, words), visitor.sends(path, words)])
    expect(sent.map(({ status: code, to }) => [code, to])).toEqual(
      sent.map(() => [303, `${path}?done=replied#_end`]),
    )
    expect(await messages()).toHaveLength(3)
    expect(await status()).toBe('open')
    const { page } = await visitor.reads(`${path}?done=replied`)
    expect(page).toContain('Your reply is with us.')
    expect(page).toContain('href="https://a.example"')
    // Somebody went back and wrote on: that is another reply.
    await visitor.sends(path, { ...words, message: 'And the red one' })
    expect(await messages()).toHaveLength(4)
  })

  it('solves and reopens, twice as well as once, and opens again with a reply', async () => {
    const { visitor, path, status, replies } = await asked()
    const act = (deed: string) => visitor.sends(path, { act: deed, message: '' })
    expect((await act('solve')).to).toBe(`${path}?done=solved#_end`)
    await act('solve')
    expect(await status()).toBe('solved')
    expect((await visitor.reads(path)).page).toContain('Write, and it opens again')
    expect((await act('reopen')).to).toBe(`${path}?done=reopened#_end`)
    await act('reopen')
    expect(await status()).toBe('open')
    await act('solve')
    await replies('It is back')
    expect(await status()).toBe('open')
  })

  it('sends along what was written when another button is pressed', async () => {
    const { replies, messages, status } = await asked()
    await replies('Thank you!', { act: 'solve' })
    expect([await status(), (await messages()).length]).toEqual(['solved', 2])
    const long = await replies('x'.repeat(10_001), { act: 'reopen' })
    expect([long.status, await status()]).toEqual([422, 'solved'])
  })

  it('keeps the words of a reply that cannot be sent, and says why', async () => {
    const { visitor, path, replies, messages } = await asked()
    const empty = await replies(' \r\n ')
    expect(empty.status).toBe(422)
    expect(empty.page).toContain('Write a sentence or two')
    expect(empty.page).toMatch(
      /id="_message" aria-describedby="_message-why" aria-invalid="true" autofocus/,
    )
    const long = await replies(`<i>${'x'.repeat(10_000)}`)
    expect(long.page).toContain('The most is 10,000 characters.')
    expect(typed(long.page, 'message')).toMatch(/^&lt;i&gt;x{10000}$/)
    expect((await visitor.sends(path, {})).status).toBe(422)
    expect(await messages()).toHaveLength(1)
  })

  it('keeps the words of a reply where too many came at once', async () => {
    const { visitor, path, replies } = await asked({ config: { unlimited: false } })
    for (let n = 0; n < 59; n++) await visitor.sends(path, { act: 'reopen' })
    const late = await replies('One more thing')
    expect(late.status).toBe(429)
    expect(late.page).toContain('Not sent yet.')
    expect(typed(late.page, 'message')).toBe('One more thing')
  })

  it('takes no reply when it is closed, and carries the words into a new request', async () => {
    const { visitor, path, replies, changes, messages } = await asked()
    const { page: before } = await visitor.reads(path)
    await changes({ status: 'closed' })
    const late = await visitor.sends(path, {
      message: 'One more',
      key: hidden(before, 'key'),
      act: 'reply',
    })
    expect(late.status).toBe(409)
    expect(late.page).toContain('Your reply was not sent.')
    expect(hidden(late.page, 'message')).toBe('One more')
    expect((await replies('', { act: 'solve' })).status).toBe(409)
    expect(await messages()).toHaveLength(1)

    const fields = ['kind', 'subject', 'message', 'name', 'email']
    const along = Object.fromEntries(fields.map((name) => [name, hidden(late.page, name)]))
    const form = await visitor.sends('/help/en/contact', { ...along, act: 'begin' })
    expect(form.status).toBe(200)
    expect(fields.slice(1).map((name) => typed(form.page, name))).toEqual([
      ...['Card payment taken twice', 'One more', 'Maya', 'maya@example.com'],
    ])
  })

  it('reads a long conversation backwards from its end', async () => {
    const { visitor, path, kim, id, world } = await asked()
    for (let n = 2; n <= 120; n++) {
      world.passes(1_000)
      await kim.client.tickets.reply(id, { message: `Message ${n}.` })
    }
    const newest = await visitor.reads(path)
    expect([...newest.page.matchAll(/id="_m(\d+)"/g)].map(([, n]) => Number(n))).toEqual(
      Array.from({ length: 50 }, (_, at) => at + 71),
    )
    const [, earlier = ''] = /href="([^"]*\?before=[^"]*)"/.exec(newest.page) ?? []
    const before = await visitor.reads(earlier)
    expect(before.page).toContain('id="_m70"')
    expect(before.page).not.toContain('id="_m71"')
    expect(before.page).not.toContain('<textarea')
    expect((await visitor.reads(`${path}?before=nowhere`)).to).toBe(path)
  })

  it('takes forms from our own pages alone, which have no origin where they send no referrer', async () => {
    const { world, path, status } = await asked({ config: { sites: [{ origins: [] }] } })
    const solve = (headers: Record<string, string>) =>
      world.fetch(path, { method: 'POST', body: new URLSearchParams({ act: 'solve' }), headers })
    expect((await solve({ 'Sec-Fetch-Site': 'cross-site', Origin: 'null' })).status).toBe(403)
    expect((await solve({ Origin: 'https://evil.test' })).status).toBe(403)
    expect(await status()).toBe('new')
    expect((await solve({ Origin: 'null' })).status).toBe(303)
    expect(await status()).toBe('solved')
  })
})

describe('a reply', () => {
  const languages = {
    en: 'Reply for you',
    sv: 'Svar till dig',
    da: 'Svar til dig',
    nb: 'Svar til deg',
    uk: 'Відповідь для вас',
  }

  it('stands in the list as one, in every language, until its page has shown it', async () => {
    const articles = Object.keys(languages).map((locale) => ({
      ...{ id: 'a', locale, title: 'Title', body: 'Words' },
    }))
    const { visitor, path, kim, id } = await asked({ articles })
    const list = async (locale = 'en') => (await visitor.reads(`/help/${locale}/requests`)).page
    expect(await list()).toContain('<span class="chip with-us">With us</span>')
    await kim.client.tickets.reply(id, { message: 'Which card?' })
    for (const [locale, words] of Object.entries(languages)) {
      expect(await list(locale)).toContain(`<span class="chip reply">${words}</span>`)
    }
    expect(await kim.client.tickets.get(id)).toMatchObject({ unread: 1 })
    const before = await kim.client.tickets.get(id)
    await visitor.reads(path)
    expect(await list()).toContain('<span class="chip waiting">Waiting for you</span>')
    expect(await kim.client.tickets.get(id)).toEqual({ ...before, unread: 0 })
  })

  it('stays unread by who asks for the page without seeing it', async () => {
    const { visitor, path, kim, id } = await asked()
    await kim.client.tickets.reply(id, { message: 'Which card?' })
    const ahead = await visitor.reads(path, { headers: { 'Sec-Purpose': 'prefetch;prerender' } })
    expect(ahead.page).toContain('Which card?')
    expect((await visitor.reads(path, { method: 'HEAD' })).status).toBe(200)
    await visitor.reads(`${path}?before=nowhere`)
    expect(await kim.client.tickets.get(id)).toMatchObject({ unread: 1 })
  })

  it('is read with those before it, and not by reading those', async () => {
    const { visitor, path, kim, id } = await asked()
    for (let n = 2; n <= 51; n++) await kim.client.tickets.reply(id, { message: `Number ${n}.` })
    const ahead = await visitor.reads(path, { headers: { 'Sec-Purpose': 'prefetch' } })
    const [, earlier = ''] = /href="([^"]*\?before=[^"]*)"/.exec(ahead.page) ?? []
    await kim.client.tickets.reply(id, { message: 'Number 52.' })
    expect((await visitor.reads(earlier)).page).toContain('id="_m1"')
    expect(await kim.client.tickets.get(id)).toMatchObject({ unread: 51 })
    await visitor.reads(path)
    expect(await kim.client.tickets.get(id)).toMatchObject({ unread: 0 })
  })

  it('of a request that is solved or closed is one, too', async () => {
    const { visitor, path, kim, id, changes } = await asked()
    await kim.client.tickets.reply(id, { message: 'It is on its way.' })
    await changes({ status: 'solved' })
    expect((await visitor.reads('/help/en')).page).toContain('Reply for you')
    await changes({ status: 'closed' })
    expect((await visitor.reads(LIST)).page).toContain('Reply for you')
    await visitor.reads(path)
    expect((await visitor.reads(LIST)).page).toContain('<span class="chip closed">Closed</span>')
  })
})

describe('the requests of a browser', () => {
  it('are those that were asked or answered in it, until it is told to forget', async () => {
    const { visitor, path, reference, world, replies } = await asked()
    const { page, headers } = await visitor.reads(LIST)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(page).toContain(`href="${path}"`)
    expect(page).toContain(reference)
    await replies('', { act: 'solve' })
    expect((await visitor.reads(LIST)).page).toContain('Nothing under way')

    const stranger = portalVisitor(world)
    await stranger.reads(path)
    expect((await stranger.reads(LIST)).page).not.toContain(reference)
    await stranger.sends(path, { message: 'From another browser', act: 'reply' })
    expect((await stranger.reads(LIST)).page).toContain(reference)

    const forgot = await visitor.sends(LIST, {})
    expect([forgot.status, forgot.to]).toEqual([303, `${LIST}?forgotten`])
    const after = await visitor.reads(forgot.to)
    expect(after.page).toContain('has forgotten your requests')
    expect(after.page).not.toContain(reference)
    expect((await visitor.reads(path)).status).toBe(200)
  })

  it('stand at the start of the help centre while one is under way, and for nobody else', async () => {
    const { visitor, world, path, kim, id, replies } = await asked()
    const home = () => visitor.reads('/help/en')
    const { page, headers } = await home()
    expect(page).toContain(`<a class="card yours" href="${path}">`)
    expect(page.indexOf('Card payment taken twice')).toBeLessThan(page.indexOf('no articles yet'))
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null])

    const second = { subject: 'A later one', message: 'b', email: 'maya@example.com' }
    await visitor.sends('/help/en/contact', second)
    expect((await home()).page).toContain('A later one')
    await kim.client.tickets.reply(id, { message: 'Which card?' })
    const replied = (await home()).page
    expect(replied).toContain('Reply for you')
    expect(replied).not.toContain('A later one')
    await visitor.reads(path)
    const waiting = (await home()).page
    expect(waiting).toContain('Waiting for you')
    expect(waiting).not.toMatch(/Reply for you|A later one/)

    await replies('', { act: 'solve' })
    expect((await home()).page).toContain('A later one')
    const stranger = await portalVisitor(world).reads('/help/en')
    expect(stranger.page).not.toContain('yours')
    expect(stranger.headers.get('cache-control')).toBe('public, no-cache')
    await visitor.sends(LIST, {})
    expect((await home()).page).not.toContain('yours')
  })

  it('are kept in a cookie that scripts cannot read and other sites not send', async () => {
    const { world } = await asked({ config: { publicUrl: 'https://www.tidemark.test/support' } })
    const sent = await world.world.app.fetch(
      new Request('http://inside/help/en/contact', {
        method: 'POST',
        body: new URLSearchParams({ subject: 'a', message: 'b', email: 'c@d.example' }),
      }),
    )
    const rules = sent.headers.get('set-cookie')?.split('; ').slice(1)
    expect(rules).toEqual([
      ...['Path=/support/help', 'Max-Age=2592000', 'HttpOnly', 'SameSite=Lax', 'Secure'],
    ])
  })

  it('pass over what a cookie cannot mean, and what opens nothing any more', async () => {
    const { visitor, token } = await asked()
    // One token in sixteen ends in an A of its own.
    const wrong = token.slice(0, -1) + (token.endsWith('A') ? 'Q' : 'A')
    for (const kept of ['', '~~', '%', 'x'.repeat(9_000), `${wrong}~wpt_1.2.3.4`]) {
      const { status, page } = await visitor.reads(LIST, {
        headers: { Cookie: `waypost_requests=${kept}` },
      })
      expect(status).toBe(200)
      expect(page).not.toContain('wpt_')
    }
  })

  it('cannot be made another’s by a form on another site', async () => {
    const { world, path } = await asked()
    const answer = await world.fetch(path, {
      method: 'POST',
      body: new URLSearchParams({ act: 'reopen' }),
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
  })
})
