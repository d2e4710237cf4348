import { expect, waitUntil } from '@open-wc/testing'
import { emulateMedia } from '@web/test-runner-commands'
import { loadTranslator } from '../../foundation/i18n.js'
import { halfWay } from './education-world.test.kit.js'
import { FinishedView } from './finished-view.js'
import { clearLooks, learner, looks } from './learner.test.kit.js'

const page = { View: FinishedView, tag: 'waypost-finished-view', contentId: 'get-paid' }

function finished() {
  const world = halfWay()
  for (const id of ['reminders', 'fees', 'refused', 'check']) {
    world.step('get-paid', `get-paid/${id}`, 'completed')
  }
  const record = world.progress.get('get-paid')
  if (record) world.progress.set('get-paid', { ...record, score: { right: 8, of: 9 } })
  return world
}

describe('a course that is done', () => {
  const realPrint = window.print
  afterEach(async () => {
    window.print = realPrint
    dispatchEvent(new Event('afterprint'))
    await clearLooks()
    await emulateMedia({ media: 'screen' })
  })

  it('says how it went, what to do with it, and what to go on with', async () => {
    const world = finished()
    const { sees, text, taps, destinations } = await learner(world, page)
    await sees('You’ve finished Get paid on time')
    expect(text('.empty p')).to.deep.equal(['6 lessons · 8 of 9 right'])
    await taps('See the two invoices')
    expect(world.done).to.deep.equal([['act', 'get-paid', 'See the two invoices']])
    // What is done, or waits for another, is nothing to go on with.
    expect(text('.row')).to.deep.equal(['Your first VAT return 31 min'])
    await taps('Your first VAT return 31 min')
    expect(destinations).to.deep.equal([{ view: 'course', id: 'vat' }])
  })

  it('is called by the words of the panel, when those are others as well', async () => {
    const { view, panel, sees, titles } = await learner(finished(), page)
    await sees('Get paid on time')
    Object.assign(view, {
      panel: { ...panel, locale: 'sv', translator: await loadTranslator('sv') },
    })
    await waitUntil(() => titles.length > 1)
    expect(titles).to.deep.equal(['Course', 'Kurs'])
  })

  it('is printed on a page of its own, with who has done it, and nothing of the host’s page', async () => {
    let isPrinted = false
    window.print = () => {
      isPrinted = true
    }
    const customer = async () => ({ id: 'cus_1', name: 'Maya Lindqvist', email: null })
    const { taps, view } = await learner(finished(), page, { customer })
    await taps('Print')
    await waitUntil(() => isPrinted)
    const proof = document.querySelector('waypost-proof') as HTMLElement
    expect(proof.checkVisibility()).to.equal(false)
    await emulateMedia({ media: 'print' })
    expect(proof.checkVisibility()).to.equal(true)
    expect(view.checkVisibility()).to.equal(false)
    const words = proof.shadowRoot?.textContent ?? ''
    expect(words).to.contain('You’ve finished Get paid on time')
    expect(words).to.contain('Completed by Maya Lindqvist')
    expect(words).to.contain('22 November 2026')
    dispatchEvent(new Event('afterprint'))
    expect(document.querySelector('waypost-proof')).to.equal(null)
    expect(view.checkVisibility()).to.equal(true)
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible in ${scheme}`, async () => {
      await looks(scheme)
      const { view, sees } = await learner(finished(), page)
      await sees('Go on with')
      await expect(view).to.be.accessible()
    })
  }
})
