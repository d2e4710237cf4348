import { expect, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { loadTranslator } from '../../foundation/i18n.js'
import { visitor } from './contact-visitor.test.kit.js'
import { browserKeep } from './support-server.test.kit.js'

const context = () => ({
  url: 'https://app.example/invoices?person=maya',
  title: 'Invoices',
  appVersion: '4.2.0',
  errors: ['TypeError: pay is not a function'],
})

describe('what goes along with a letter', () => {
  it('can be read, word for word', async () => {
    const keep = Object.assign(browserKeep(), { read: new Map([['late-fees', 'Late fees']]) })
    keep.set('search.words', JSON.stringify(['late fee']))
    const { writes, sees, presses, text, view, one } = await visitor({ context, keep })
    await writes()
    await sees('.along')
    expect(one('.along .link').getAttribute('aria-expanded')).to.equal('false')
    await presses('.along .link')
    await sees('.parts')
    expect(text('.parts li')).to.deep.equal([
      'The page you are on Invoices https://app.example/invoices',
      'Your language British English',
      `Your browser ${navigator.userAgent}`,
      'The version of the app 4.2.0',
      'What you searched for late fee',
      'What you read here Late fees',
      'The last errors of this page TypeError: pay is not a function',
    ])
    await expect(view).to.be.accessible()
  })

  it('can be read where every word was there from the start', async () => {
    const { sees, presses, text } = await visitor({ context, prefill: { subject: 'Invoice 2041' } })
    await sees('.along')
    await presses('.along .link')
    await sees('.parts')
    expect(text('.parts li').join()).to.contain('The version of the app 4.2.0')
  })

  it('is left out piece by piece, by keyboard as well, and stays so after a reload', async () => {
    const keep = browserKeep()
    const before = await visitor({ context, keep })
    await before.writes()
    await before.sees('.along')
    before.one('.along .link').focus()
    await sendKeys({ press: 'Enter' })
    await before.sees('.parts')
    await sendKeys({ press: 'Tab' })
    await sendKeys({ press: 'Space' })
    before.leaves()
    const { sends, sees, server } = await visitor({ context, keep })
    await sends()
    await sees('.arrived')
    const body = server.posts('/tickets')[0]?.body as Record<string, unknown> | undefined
    expect(body?.context)
      .to.deep.include({ appVersion: '4.2.0' })
      .and.not.have.any.keys('url', 'title')
  })

  it('stays open when the panel speaks another language, and speaks it', async () => {
    const { view, panel, writes, sees, presses, text } = await visitor({ context })
    await writes()
    await sees('.along')
    await presses('.along .link')
    await sees('.parts')
    view.panel = { ...panel, locale: 'sv', translator: await loadTranslator('sv') }
    await view.updateComplete
    expect(text('.along .link')).to.deep.equal(['Det här skickas med'])
    expect(text('.parts li')[0]).to.contain('The page you are on')
    await waitUntil(() => text('.parts li')[0]?.startsWith('Sidan du är på'))
  })

  it('closes again', async () => {
    const { writes, sees, presses, one } = await visitor()
    await writes()
    await sees('.along')
    await presses('.along .link')
    await sees('.parts')
    await presses('.along .link')
    await waitUntil(() => !one('.parts'))
  })
})
