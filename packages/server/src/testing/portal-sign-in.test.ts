import { describe, expect, it } from 'vitest'
import { portalVisitor } from './portal-visitor.test.kit.js'
import { supportWorld } from './support-world.js'

const SIGN_IN = '/help/en/sign-in'
const LIST = '/help/en/requests'
const EMAIL = 'maya@example.com'

async function portal() {
  const world = await supportWorld({ config: { sites: [{ name: 'Tidemark' }] } })
  const lastMail = async () => (await world.mails()).at(-1)
  return {
    ...world,
    browser: () => portalVisitor(world),
    asks: (subject: string, email = EMAIL) => world.requester().opensTicket(subject, { email }),
    lastMail,
    codeInMail: async () => /^(\d{6})$/m.exec((await lastMail())?.text ?? '')?.[1] ?? '',
    linkInMail: async () =>
      /http:\/\/waypost\.test(\/help\/\S+)/.exec((await lastMail())?.text ?? '')?.[1] ?? '',
  }
}

async function signedIn() {
  const world = await portal()
  await world.asks('Card payment taken twice')
  const maya = world.browser()
  await maya.sends(SIGN_IN, { email: EMAIL, act: 'code' })
  const entered = await maya.sends(`${SIGN_IN}/code`, {
    email: EMAIL,
    code: await world.codeInMail(),
  })
  return { ...world, maya, entered }
}

describe('signing in at the portal', () => {
  it('asks under the address that was proved, whatever else stands in the form', async () => {
    const { maya, agent } = await signedIn()
    const { page } = await maya.reads('/help/en/contact')
    expect(page).toContain(`<bdi>${EMAIL}</bdi>`)
    expect(page).not.toContain('name="email"')
    const words = { subject: 'And the receipt?', message: 'It is missing.' }
    const sent = await maya.sends('/help/en/contact', { ...words, email: 'eve@example.com' })
    expect(sent.status).toBe(303)
    const { items } = await (await agent()).client.tickets.list()
    const ticket = items.find(({ subject }) => subject === words.subject)
    expect(ticket?.requester).toMatchObject({ email: EMAIL, verification: 'email' })
    expect((await maya.reads(LIST)).page).toContain(words.subject)
  })

  it('asks for an address, mails a code, and then shows every request of that address', async () => {
    const { maya, entered } = await signedIn()
    expect(entered).toMatchObject({ status: 303, to: `${LIST}?signed-in` })
    const { page, headers } = await maya.reads(entered.to)
    expect(page).toContain('You are signed in.')
    expect(page).toContain(EMAIL)
    expect(page).toContain('Card payment taken twice')
    expect(headers.get('cache-control')).toBe('private, no-store')
    const [, request = ''] = /href="(\/help\/en\/requests\/wpt_[^"]+)"/.exec(page) ?? []
    expect((await maya.reads(request)).page).toContain('Can you help?')
    // Home leads to it, too.
    expect((await maya.reads('/help/en')).page).toContain('Card payment taken twice')
  })

  it('keeps the session where no script, no other site and no API gets it', async () => {
    const { entered, maya, fetch } = await signedIn()
    const [cookie = ''] = entered.set
    expect(cookie).toMatch(/^waypost_session=wps_[\w-]{43}; Path=\/help; /)
    for (const rule of ['HttpOnly', 'SameSite=Lax']) expect(cookie).toContain(rule)
    const answer = await fetch('/v1/tickets', {
      headers: { Cookie: `waypost_session=${maya.jar.get('waypost_session')}` },
    })
    expect(answer.status).toBe(401)
  })

  it('says what is wrong with an address and with a code, with the words still there', async () => {
    const world = await portal()
    const maya = world.browser()
    const address = await maya.sends(SIGN_IN, { email: 'maya', act: 'code' })
    expect(address.status).toBe(422)
    expect(address.page).toContain('value="maya"')
    expect(address.page).toContain('aria-invalid="true"')
    expect(await world.mails()).toEqual([])
    await maya.sends(SIGN_IN, { email: EMAIL, act: 'code' })
    const short = await maya.sends(`${SIGN_IN}/code`, { email: EMAIL, code: '12' })
    expect(short.status).toBe(422)
    expect(short.page).toContain('The code has six digits')
    const code = await world.codeInMail()
    const wrong = await maya.sends(`${SIGN_IN}/code`, {
      email: EMAIL,
      code: code === '000000' ? '000001' : '000000',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.page).toContain('This isn’t the code')
    expect(wrong.page).toContain(`name="email" value="${EMAIL}"`)
    // As people copy it.
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
    expect((await maya.sends(`${SIGN_IN}/code`, { email: EMAIL, code: spaced })).status).toBe(303)
  })

  it('shows the same page for an address that is known and for one that is not', async () => {
    const world = await portal()
    await world.asks('Mine')
    const visitor = world.browser()
    for (const act of ['code', 'links']) {
      const [known, unknown] = [
        await visitor.sends(SIGN_IN, { email: EMAIL, act }),
        await visitor.sends(SIGN_IN, { email: 'noah@example.com', act }),
      ]
      expect(known.status).toBe(200)
      expect(known.page.replaceAll(EMAIL, 'x')).toBe(
        unknown.page.replaceAll('noah@example.com', 'x'),
      )
    }
  })

  it('ends everywhere in the browser with one press', async () => {
    const { maya, world } = await signedIn()
    const token = maya.jar.get('waypost_session') ?? ''
    const out = await maya.sends('/help/en/sign-out', {})
    expect(maya.jar.size).toBe(0)
    const { page } = await maya.reads(out.to)
    expect(page).toContain('You are signed out')
    expect(page).not.toContain('Card payment')
    expect(await world.sessions.find(token)).toBeUndefined()
  })

  it('takes no form of another site', async () => {
    const { maya, codeInMail } = await signedIn()
    const foreign = { 'Sec-Fetch-Site': 'cross-site' }
    for (const path of [SIGN_IN, `${SIGN_IN}/code`, '/help/en/sign-out']) {
      const words = { email: EMAIL, code: await codeInMail() }
      expect((await maya.sends(path, words, foreign)).status).toBe(403)
    }
    expect((await maya.reads(LIST)).page).toContain('Card payment')
  })
})

describe('the link of a mail', () => {
  it('leads to the request that it is about', async () => {
    const { asks, linkInMail, browser: open } = await portal()
    await asks('Card payment taken twice')
    const maya = open()
    const { status, to, headers } = await maya.reads(await linkInMail())
    expect(status).toBe(302)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect((await maya.reads(to)).page).toContain('Card payment taken twice')
    expect(maya.jar.size).toBe(0)
  })

  it('is over after thirty days', async () => {
    const { asks, linkInMail, browser: open, passes } = await portal()
    await asks('Card payment taken twice')
    const link = await linkInMail()
    passes(31 * 86_400_000)
    const { status, page } = await open().reads(link)
    expect(status).toBe(404)
    expect(page).toContain('This link is over')
  })

  it('signs in by a button, and by nothing that only looks', async () => {
    const { browser: open, linkInMail } = await portal()
    const maya = open()
    await maya.sends(SIGN_IN, { email: EMAIL, act: 'code' })
    const link = await linkInMail()
    for (let looks = 0; looks < 3; looks++) {
      const { status, page, headers, set } = await open().reads(link)
      expect(status).toBe(200)
      expect(page).toContain(EMAIL)
      expect(set).toEqual([])
      expect(headers.get('cache-control')).toBe('private, no-store')
    }
    const phone = open()
    expect((await phone.sends(link, {})).to).toBe(`${LIST}?signed-in`)
    expect((await phone.reads(LIST)).page).toContain(EMAIL)
    // Used up, like the code beside it.
    expect((await open().sends(link, {})).status).toBe(404)
    expect((await open().reads(link)).status).toBe(404)
  })
})
