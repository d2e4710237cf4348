import { expect } from '@open-wc/testing'
import type { PageContext } from '@waypost/sdk/contract'
import { browserKeep } from './support-server.test.kit.js'
import { ticketContext } from './ticket-context.js'

/** What goes along from a page that says this, for somebody of whom this is kept. */
function sent(page: PageContext, kept: object = {}, without: string[] = []) {
  const panel = { context: () => page, locale: 'sv', keep: { ...browserKeep(), ...kept } }
  const { userAgent, ...context } = ticketContext(panel, without)
  expect(userAgent).to.equal(without.includes('browser') ? undefined : navigator.userAgent)
  return context
}

describe('what goes along with a ticket', () => {
  it('is the page, without what its address may carry about somebody', () => {
    expect(
      sent({ url: 'https://app.example/pay?card=4242#me', title: ' Pay\n now ' }),
    ).to.deep.equal({
      url: 'https://app.example/pay',
      title: 'Pay now',
      locale: 'sv',
    })
  })

  it('is what came before: the last searches, and the last articles first', () => {
    const keep = browserKeep()
    keep.set('search.words', JSON.stringify(['late fee', 'invoice']))
    const read = new Map(['a', 'b', 'c'].map((id) => [id, `The ${id}`]))
    expect(sent({}, { ...keep, read, searchId: 'sea_1' })).to.deep.equal({
      locale: 'sv',
      searches: ['late fee', 'invoice'],
      articles: ['c', 'b', 'a'],
      searchId: 'sea_1',
    })
  })

  it('is what the host says of its app, within what a ticket takes', () => {
    const errors = () =>
      Array.from({ length: 9 }, (_, n) => `TypeError ${n}\n at pay (${'x'.repeat(600)})`)
    const context = sent({ appVersion: ' 4.2.0 ', errors, title: 'x'.repeat(400) })
    expect(context.appVersion).to.equal('4.2.0')
    expect(context.errors?.map((line) => [line.slice(0, 18), line.length])).to.deep.equal(
      Array.from({ length: 5 }, (_, n) => [`TypeError ${n} at pay`, 500]),
    )
    expect(context.title?.length).to.equal(300)
  })

  it('is nothing that the host tells wrongly', () => {
    const errors = () => {
      throw new Error('The host’s own')
    }
    expect(sent({ errors })).to.deep.equal({ locale: 'sv' })
    expect(sent({ errors: 'one' as never })).to.deep.equal({ locale: 'sv' })
  })

  it('is less by whatever somebody takes out', () => {
    const page = { url: 'https://app.example/pay', appVersion: '4' }
    expect(sent(page, {}, ['page', 'browser', 'language'])).to.deep.equal({ appVersion: '4' })
  })
})
