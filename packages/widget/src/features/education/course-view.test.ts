import { expect, waitUntil } from '@open-wc/testing'
import { loadTranslator } from '../../foundation/i18n.js'
import { CourseView } from './course-view.js'
import { educationWorld, halfWay } from './education-world.test.kit.js'
import { clearLooks, learner, looks } from './learner.test.kit.js'

const page = { View: CourseView, tag: 'waypost-course-view', contentId: 'get-paid' }

describe('a course', () => {
  afterEach(clearLooks)

  it('says how far one is and what comes next; what comes later waits', async () => {
    const { sees, text, titles, all, taps, destinations } = await learner(halfWay(), page)
    await sees('Terms, reminders and late fees')
    expect(titles).to.deep.equal(['Course'])
    expect(text('.far span')).to.include.members(['2 of 6 lessons', '24 min left'])
    expect(all('[role=progressbar]')[0]?.ariaValueNow).to.equal('33')
    const stops = text('.lesson .small')
    expect(stops[0]).to.equal('4 minCompleted')
    expect(stops[2]).to.equal('6 minquiz')
    expect(stops[3]).to.equal('Opens after lesson 35 min')
    expect(all('button.lesson')).to.have.length(3)
    await taps('Continue with lesson 3')
    all('button.lesson')[0]?.click()
    expect(destinations).to.deep.equal([
      { view: 'lesson', id: 'get-paid/reminders' },
      { view: 'lesson', id: 'get-paid/terms' },
    ])
  })

  it('is called by the words of the panel, when those are others as well', async () => {
    const { view, panel, sees, titles } = await learner(halfWay(), page)
    await sees('Terms, reminders and late fees')
    Object.assign(view, {
      panel: { ...panel, locale: 'sv', translator: await loadTranslator('sv') },
    })
    await waitUntil(() => titles.length > 1)
    expect(titles).to.deep.equal(['Course', 'Kurs'])
  })

  it('begins at its first lesson, and at its end says how it went', async () => {
    const world = educationWorld()
    const { taps, destinations } = await learner(world, { ...page, contentId: 'vat' })
    await taps('Start')
    for (const id of ['which', 'send']) world.step('vat', `vat/${id}`, 'completed')
    await taps('See how it went')
    expect(destinations).to.deep.equal([
      { view: 'lesson', id: 'vat/which' },
      { view: 'finished', id: 'vat' },
    ])
  })

  it('leads to the course that comes before it', async () => {
    const { taps, all, destinations } = await learner(halfWay(), { ...page, contentId: 'abroad' })
    await taps('Your first VAT return')
    expect(destinations).to.deep.equal([{ view: 'course', id: 'vat' }])
    expect(all('.foot, button.lesson')).to.have.length(0)
  })

  it('holds at 320 px, from right to left', async () => {
    const { sees, all } = await learner(halfWay(), page, { width: 320, dir: 'rtl' })
    await sees('Get paid on time')
    const [body] = all('.body')
    expect(body?.scrollWidth).to.equal(body?.clientWidth)
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible in ${scheme}`, async () => {
      await looks(scheme)
      for (const contentId of ['get-paid', 'abroad']) {
        const { view, all, sees, leaves } = await learner(halfWay(), { ...page, contentId })
        await sees('lesson')
        expect(all('h1')).to.have.length(1)
        await expect(view).to.be.accessible()
        leaves()
      }
    })
  }
})
