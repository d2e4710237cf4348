import { expect } from '@open-wc/testing'
import { educationWorld, halfWay } from './education-world.test.kit.js'
import { LearnView } from './learn-view.js'
import { clearLooks, learner, looks } from './learner.test.kit.js'

const page = { View: LearnView, tag: 'waypost-learn-view' }

describe('Learn', () => {
  afterEach(clearLooks)

  it('leads with the checklist under way, then courses and tours, each with how far one is', async () => {
    const { sees, text, titles, all } = await learner(halfWay(), page)
    await sees('Next: Connect your bank')
    expect(titles.at(-1)).to.equal('Learn')
    expect(text('.running')[0]).to.contain('Get set up, 3 of 5 done')
    expect(text('h2')).to.deep.equal(['Courses', 'Tours'])
    const [paid, vat, quotes, abroad] = text('.top')
    expect(paid).to.contain('2 of 6 lessons · 24 min left'.replace(' · ', ''))
    expect(vat).to.contain('2 lessons')
    expect(quotes).to.contain('Completed').and.to.contain('12 October')
    expect(abroad).to.contain('It opens after “Your first VAT return”.')
    expect(all('.meter')).to.have.length(1)
  })

  it('leads to each, and takes a tour where one is', async () => {
    const world = halfWay()
    const { sees, taps, all, destinations } = await learner(world, page)
    await sees('Courses')
    all('.running')[0]?.click()
    all('.top')[0]?.click()
    expect(destinations).to.deep.equal([
      { view: 'checklist', id: 'get-set-up' },
      { view: 'course', id: 'get-paid' },
    ])
    world.breaks = 'start'
    all('.top').at(-1)?.click()
    await sees('That didn’t work.')
    expect(world.done).to.deep.equal([['start', 'tour', 'bank-page']])
    expect(taps).to.be.a('function')
  })

  it('shows as it happens what somebody does elsewhere on the page', async () => {
    const world = halfWay()
    const { sees, text } = await learner(world, page)
    await sees('Next: Connect your bank')
    world.step('get-set-up', 'bank', 'completed')
    await sees('Next: Turn on reminders')
    expect(text('.ring')[0]).to.equal('4/5')
  })

  it('keeps what is done, and what was put away, further down', async () => {
    const world = halfWay()
    for (const id of ['bank', 'reminders']) world.step('get-set-up', id, 'completed')
    const first = await learner(world, page)
    await first.sees('Completed22 November')
    first.leaves()
    const other = educationWorld()
    other.content('get-set-up', 'dismissed')
    const { sees, text } = await learner(other, page)
    await sees('Put away')
    expect(text('.running')).to.deep.equal([])
  })

  it('shows nothing that is not for this person, and says where there is nothing at all', async () => {
    const world = educationWorld()
    for (const id of ['get-set-up', 'get-paid', 'vat', 'quotes', 'abroad']) world.hidden.add(id)
    const { sees, text, leaves } = await learner(world, page)
    await sees('The new bank page')
    expect(text('h2')).to.deep.equal(['Tours'])
    leaves()
    const none = await learner(world, page, { education: undefined })
    await none.sees('Nothing to learn yet')
  })

  it('says what is wrong, and comes when tried again', async () => {
    const world = halfWay()
    world.fault = () => 'drop'
    const { sees, taps } = await learner(world, page)
    await sees('This didn’t load.')
    world.fault = () => undefined
    await taps('Try again')
    await sees('Get paid on time')
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
      const { sees, view } = await learner(halfWay(), page)
      await sees('Get paid on time')
      await expect(view).to.be.accessible()
    })
  }
})
