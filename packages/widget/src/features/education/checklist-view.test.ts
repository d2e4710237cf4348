import { expect, waitUntil } from '@open-wc/testing'
import { ChecklistView } from './checklist-view.js'
import { halfWay } from './education-world.test.kit.js'
import { clearLooks, learner, looks } from './learner.test.kit.js'

const page = { View: ChecklistView, tag: 'waypost-checklist-view', contentId: 'get-set-up' }

describe('a checklist', () => {
  afterEach(clearLooks)

  it('says what is done and when, and opens the next task with what does it', async () => {
    const { sees, text, titles, all } = await learner(halfWay(), page)
    await sees('Connect your bank')
    expect(titles).to.deep.equal(['Get set up'])
    expect(text('.walked .small')).to.deep.equal([
      'Done on 2 November',
      'Done on 2 November',
      'Done on 5 November',
    ])
    expect(text('.sum .strong')).to.deep.equal(['2 left · About 7 minutes'])
    expect(text('.now .btn')).to.deep.equal(['Connect', 'Show me', 'Skip'])
    await sees('Payments then match invoices by themselves.')
    expect(all('[aria-current=step]')).to.have.length(1)
  })

  it('does what a task says, shows how, and says when that cannot be', async () => {
    const world = halfWay()
    const { taps, sees } = await learner(world, page)
    await taps('Connect')
    world.breaks = 'start'
    await taps('Show me')
    await sees('That didn’t work.')
    expect(world.done).to.deep.equal([
      ['act', 'get-set-up', 'Connect'],
      ['start', 'tour', 'bank-page'],
    ])
  })

  it('is done by keyboard alone, and says so once, quietly', async () => {
    const world = halfWay()
    const { tabsTo, presses, sees, focused, text, all, panel, leaves } = await learner(world, page)
    await sees('Connect your bank')
    await tabsTo('Skip')
    await presses('Enter')
    await sees('Skipped')
    await waitUntil(() => focused()?.textContent === 'Turn on reminders')
    expect(text('[role=status]')).to.deep.equal(['4 of 5 done'])
    await tabsTo('It’s done')
    await presses('Space')
    await sees('You are set up. Invoices look after themselves now.')
    await waitUntil(() => focused()?.closest('.festive'))
    expect(all('.festive')[0]?.role).to.equal('status')
    expect(world.progress.get('get-set-up')?.state).to.equal('completed')
    await tabsTo('See your invoices')
    await presses('Enter')
    expect(world.done.at(-1)).to.deep.equal(['act', 'get-set-up', 'See your invoices'])
    leaves()
    // Who comes back finds it done, and is not told again.
    const again = await learner(world, page, { keep: panel.keep })
    await again.sees('All done')
    expect(again.all('.festive')).to.have.length(0)
  })

  it('lets somebody do what they have skipped after all, or another task first', async () => {
    const world = halfWay()
    world.step('get-set-up', 'bank', 'skipped')
    const { taps, sees, text, focused } = await learner(world, page)
    await taps('Do it after all')
    await sees('Payments then match invoices by themselves.')
    await waitUntil(() => focused()?.textContent === 'Connect your bank')
    expect(text('.now .btn')).to.deep.equal(['Connect', 'Show me'])
    await taps('Turn on reminders')
    await sees('Customers get a kind nudge three days late.')
    await waitUntil(() => focused()?.textContent === 'Turn on reminders')
    await taps('It’s done')
    expect(world.done).to.deep.equal([['step', 'get-set-up', 'reminders', 'completed']])
  })

  it('is put away, found again, and begun anew', async () => {
    const world = halfWay()
    const { taps, sees, text } = await learner(world, page)
    await taps('Put this away')
    await sees('It’s put away.')
    await taps('Bring back')
    await sees('Put this away')
    expect(world.progress.get('get-set-up')?.state).to.equal('started')
    for (const id of ['bank', 'reminders']) world.step('get-set-up', id, 'completed')
    await taps('Start over')
    await sees('5 left')
    expect(text('.walked')).to.deep.equal([])
  })

  it('folds its tasks, and stays so', async () => {
    const { taps, sees, all, panel, leaves } = await learner(halfWay(), page)
    await sees('Connect your bank')
    await taps('Tasks')
    expect(all('.trail')).to.have.length(0)
    leaves()
    const again = await learner(halfWay(), page, { keep: panel.keep })
    await again.sees('2 left')
    expect(again.all('.trail')).to.have.length(0)
    expect(again.all('.fold')[0]?.ariaExpanded).to.equal('false')
  })

  it('without a name is the one under way; one that is gone leads to what there is', async () => {
    const { sees, leaves } = await learner(halfWay(), { ...page, contentId: '' })
    await sees('Connect your bank')
    leaves()
    const gone = await learner(halfWay(), { ...page, contentId: 'gone' })
    await gone.taps('See what there is to learn')
    expect(gone.destinations).to.deep.equal([{ view: 'learn' }])
  })

  it('holds at 320 px, from right to left', async () => {
    const { sees, all } = await learner(halfWay(), page, { width: 320, dir: 'rtl' })
    await sees('Connect your bank')
    const [body] = all('.body')
    expect(body?.scrollWidth).to.equal(body?.clientWidth)
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible in ${scheme}, under way, done and put away`, async () => {
      await looks(scheme)
      const world = halfWay()
      const { sees, view } = await learner(world, page)
      await sees('Connect your bank')
      await expect(view).to.be.accessible()
      for (const id of ['bank', 'reminders']) world.step('get-set-up', id, 'completed')
      await sees('You are set up.')
      await expect(view).to.be.accessible()
      world.progress.delete('get-set-up')
      world.content('get-set-up', 'dismissed')
      await sees('It’s put away.')
      await expect(view).to.be.accessible()
    })
  }
})
