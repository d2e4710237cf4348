import { expect, waitUntil } from '@open-wc/testing'
import type { OrderCard } from '@waypost/sdk/contract'
import { emulateMedia } from '@web/test-runner-commands'
import { problem, supportServer } from '../support-server.test.kit.js'
import { asker, asks, type Site } from './asker.test.kit.js'

const cards: readonly OrderCard[] = [
  {
    id: 'A-2',
    title: 'Desk lamp and two bulbs',
    status: 'Shipped',
    placedAt: '2026-11-03T10:00:00Z',
    total: '349,00 kr',
  },
  { id: 'A-1', title: 'Chair' },
]

const kinds: Site['kinds'] = ['question', 'order']
const number = asks({ id: 'order', type: 'order', label: 'Which order is it?', required: true })
const page = (orders: () => readonly OrderCard[] | Promise<readonly OrderCard[]>) => ({
  context: () => ({ title: 'Orders', orders }),
})

describe('the order that it is about', () => {
  afterEach(async () => {
    document.adoptedStyleSheets = []
    document.documentElement.removeAttribute('style')
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
  })

  it('is picked from those that the host’s page tells, and its card goes along', async () => {
    const { one, all, picks, text, sees, sent, view } = await asker([], {
      kinds,
      ...page(() => cards),
    })
    expect(one('.orders')).to.equal(undefined)
    all('.kind input')[1]?.click()
    await sees('.orders')
    expect(text('.orders .kind')).to.deep.equal([
      'Desk lamp and two bulbs Shipped · 3 Nov 2026 · 349,00 kr',
      'Chair',
      'No certain order',
    ])
    await expect(view).to.be.accessible()
    await picks('Chair')
    expect(await sent()).to.deep.include({ kind: 'order', order: cards[1] })
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible in ${scheme}, picked or written, with hours above and all that goes along`, async () => {
      await emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      document.documentElement.style.colorScheme = scheme
      const day: [string, string][] = [['00:00', '24:00']]
      const { one, picks, presses, sees, view, writes } = await asker([number], {
        ...page(() => cards),
        hours: { timeZone: 'UTC', week: [day, day, day, day, day, day, day], holidays: [] },
      })
      await waitUntil(() => one('.orders'))
      await writes()
      await picks('Another order')
      await sees('.along')
      await presses('.along .link')
      await sees('.parts')
      await expect(view).to.be.accessible()
      await picks('Chair')
      await expect(view).to.be.accessible()
    })
  }

  it('is kept with the draft, and taken back', async () => {
    const { all, picks, panel, sees, sent } = await asker([], { kinds, ...page(() => cards) })
    all('.kind input')[1]?.click()
    await sees('.orders')
    await picks('Chair')
    expect(panel.keep.get('form')).to.contain('A-1')
    await picks('No certain order')
    expect(await sent()).not.to.have.property('order')
  })

  it('answers the field that the site has for it; another is written there', async () => {
    const { text, picks, refused, one, sent, types, focused, all } = await asker([number], {
      ...page(async () => cards),
    })
    await waitUntil(() => one('.orders'))
    expect(await refused()).to.deep.equal(['Answer “Which order is it?”'])
    expect(text('.why')).to.deep.equal(['Say which order'])
    all('.fixes a')[0]?.click()
    expect(focused()?.id).to.equal('fields.order')
    await picks('Another order')
    await types('[id="fields.order-number"]', 'B-7')
    expect(await sent())
      .to.deep.include({ fields: { order: 'B-7' } })
      .and.not.have.property('order')
  })

  it('is both, where it is picked there', async () => {
    const { picks, one, sent } = await asker(
      [number],
      page(() => cards),
    )
    await waitUntil(() => one('.orders'))
    await picks('Chair')
    expect(await sent()).to.deep.include({ fields: { order: 'A-1' }, order: cards[1] })
  })

  it('is written where the page cannot tell', async () => {
    const { sees, text, answers, sent } = await asker([number], {
      ...page(async () => {
        throw new Error('The shop is closed')
      }),
    })
    await sees('[id="fields.order"]')
    await waitUntil(() => text('[role=status]').some((said) => said.includes('Your orders')))
    await answers('order', 'A-1')
    expect(await sent()).to.deep.include({ fields: { order: 'A-1' } })
  })

  for (const [where, fields] of [
    ['of its own', []],
    ['of the site', [number]],
  ] as const) {
    it(`is picked anew where the host’s server knows no such order, in a field ${where}`, async () => {
      const server = supportServer()
      server.fault = ({ path }) =>
        path === '/tickets'
          ? problem(422, 'invalid_input', { errors: [{ path: 'order', code: 'not_an_option' }] })
          : undefined
      const { picks, one, all, text, refused, focused } = await asker(fields, {
        kinds: ['order'],
        server,
        ...page(() => cards),
      })
      await waitUntil(() => one('.orders'))
      await picks('Chair')
      expect(await refused()).to.have.length(1)
      expect(text('.why')).to.deep.equal(['Choose one of these'])
      all('.fixes a')[0]?.click()
      expect(focused()?.getAttribute('type')).to.equal('radio')
      all('.orders input')[0]?.click()
      await waitUntil(() => !one('.why'))
    })
  }

  it('is that of the host, for reading alone', async () => {
    const { text, all, sent } = await asker([], {
      kinds: ['question'],
      prefill: { order: cards[0] as OrderCard, readonly: ['order'] },
    })
    expect(text('.order-card')).to.deep.equal([
      'Desk lamp and two bulbs Shipped · 3 Nov 2026 · 349,00 kr',
    ])
    expect(all('.orders')).to.have.length(0)
    expect(await sent()).to.deep.include({ order: cards[0] })
  })

  it('is asked of the server for a customer whom the host vouches for, and of nobody else', async () => {
    const stranger = await asker([number], { orders: true })
    expect(stranger.server.asked.filter(({ path }) => path === '/orders')).to.have.length(0)
    const { server, one, picks, text, writes, sends, sees } = await asker([number], {
      orders: true,
      customer: async () => ({ id: 'cus_1', name: 'Maya', email: 'maya@studio.se' }),
      server: Object.assign(stranger.server, { orders: [...cards] }),
    })
    await waitUntil(() => one('.orders'))
    expect(text('.orders .kind')).to.have.length(3)
    await picks('Chair')
    await writes()
    await sends()
    await sees('.arrived')
    expect(server.posts('/tickets')[0]?.body).to.deep.include({ order: cards[1] })
  })
})
