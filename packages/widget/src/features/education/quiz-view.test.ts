import { expect, waitUntil } from '@open-wc/testing'
import { sendKeys, sendMouse } from '@web/test-runner-commands'
import { loadTranslator } from '../../foundation/i18n.js'
import { halfWay, problem } from './education-world.test.kit.js'
import { clearLooks, learner, looks } from './learner.test.kit.js'
import { QuizView } from './quiz-view.js'
import { lessonOf, words } from './tidemark.test.kit.js'

const page = { View: QuizView, tag: 'waypost-quiz-view', contentId: 'get-paid/reminders' }

/** A world in which the quiz has but these questions. */
function asking(...ids: readonly string[]) {
  const world = halfWay()
  world.lesson = (id) => {
    const lesson = lessonOf(id)
    const questions = lesson?.quiz?.questions.filter((one) => ids.includes(one.id)) ?? []
    return lesson && { ...lesson, quiz: { passMark: 0.6, questions } }
  }
  return world
}

describe('a quiz', () => {
  afterEach(clearLooks)

  it('is taken by keyboard alone, whatever it asks, and leads on where it is passed', async () => {
    const world = halfWay()
    const { sees, tabsTo, presses, focused, text, destinations } = await learner(world, page)
    const isAsked = (words: string) => waitUntil(() => focused()?.textContent?.startsWith(words))
    const isTold = () => waitUntil(() => /Next question|See how/.test(`${focused()?.textContent}`))
    await sees('What do you send first?')
    await tabsTo('A short, friendly reminder with a new date')
    await presses('Space', 'Enter')
    await isTold()
    await sees('That’s right.')
    await presses('Enter')

    await isAsked('What should every reminder say?')
    for (const words of ['The invoice number', 'A new date', 'One clear way']) {
      await tabsTo(text('label').find((one) => one.startsWith(words)) ?? '')
      await presses('Space')
    }
    await tabsTo('Check')
    await presses('Enter')
    await isTold()
    await presses('Enter')

    // They come as claim, call, reminder.
    await isAsked('In which order do they go?')
    await tabsTo('Move “A reminder” up')
    await presses('ArrowUp', 'ArrowUp')
    expect(text('.order [role=status]')).to.deep.equal(['“A reminder” is number 1 of 3.'])
    await tabsTo('Move “A claim” down')
    await presses('Enter')
    expect(text('.order .grow')).to.deep.equal(['A reminder', 'A call', 'A claim'])
    await tabsTo('Check')
    await presses('Enter')
    await isTold()
    await presses('Enter')

    await isAsked('What is the fee for paying late called?')
    await presses('Tab')
    await sendKeys({ type: 'Late fee' })
    await presses('Enter')
    await isTold()
    await presses('Enter')

    await isAsked('After how many days')
    await presses('Tab')
    await sendKeys({ type: '31' })
    await presses('Enter')
    await isTold()
    expect(text('.option')).to.deep.equal(['31 daysYour answer', '30 daysThe right answer'])
    await presses('Enter')

    await sees('You’ve passed')
    expect(text('.empty p')).to.deep.equal(['4 of 5 right'])
    expect(world.done).to.deep.equal([['answered', 'get-paid/reminders', true]])
    await tabsTo('Next')
    await presses('Enter')
    expect(destinations).to.deep.equal([{ view: 'lesson', id: 'get-paid/fees' }])
  })

  it('that was failed says kindly what it takes, and is taken again', async () => {
    const world = asking('first', 'word')
    const { sees, taps, tabsTo, presses, text, titles, focused } = await learner(world, page)
    await taps('A late fee')
    await taps('Check')
    await taps('Next question')
    await waitUntil(() => focused()?.localName === 'h1')
    await presses('Tab')
    await sendKeys({ type: 'fine' })
    await presses('Enter')
    await taps('See how it went')
    await sees('Not there yet')
    expect(text('.empty p')).to.deep.equal([
      '0 of 2 right',
      'It takes 2 right answers. Take it again whenever you like.',
    ])
    expect(world.done).to.deep.equal([['answered', 'get-paid/reminders', false]])
    await tabsTo('Take it again')
    await presses('Enter')
    expect(titles.at(-1)).to.equal('Get paid on time | Quiz · question 1 of 2')
    await taps('A short, friendly reminder with a new date')
    await taps('Check')
    await sees('1 of 1 right so far')
  })

  it('says in words what was answered, what is right, and why', async () => {
    const { taps, sees, text, all, destinations } = await learner(halfWay(), page)
    await sees('What do you send first?')
    expect((all('.foot .main')[0] as HTMLButtonElement).disabled).to.equal(true)
    await taps('A late fee')
    await taps('Check')
    await sees('Not quite.')
    expect(text('.option')).to.deep.equal([
      'A short, friendly reminder with a new dateThe right answer',
      'A late feeYour answer',
      'Nothing, wait for ten days',
    ])
    expect(text('.why')[0]).to.contain('Not quite.')
    expect(all('.why')[0]?.role ?? all('.why')[0]?.getAttribute('role')).to.equal('status')
    await sees('A friendly reminder first brings in four of five.')
    expect(text('.foot .small')).to.deep.equal(['0 of 1 right so far'])
    await taps('Read that part again')
    expect(destinations).to.deep.equal([
      { view: 'lesson', id: 'get-paid/reminders', anchor: 'rules' },
    ])
  })

  it('goes on where it was left, after a reload too', async () => {
    const world = halfWay()
    const first = await learner(world, page)
    await first.taps('A late fee')
    await first.taps('Check')
    await first.sees('Not quite.')
    first.leaves()
    const { sees, titles } = await learner(world, page, { keep: first.panel.keep })
    await sees('What should every reminder say?')
    expect(titles.at(-1)).to.equal('Get paid on time | Quiz · question 2 of 5')
    expect(world.requests(/attempts/)).to.have.length(2)
  })

  it('loses nothing where it could not be gone on with, and says so', async () => {
    const world = halfWay()
    const first = await learner(world, page)
    await first.taps('A late fee')
    await first.taps('Check')
    await first.sees('Not quite.')
    first.leaves()
    const { keep } = first.panel
    const kept = keep.get('quiz:get-paid/reminders')
    for (const fault of [() => problem(503, 'unavailable'), () => 'drop' as const]) {
      world.fault = (request) => (request.endsWith('attempts') ? fault() : undefined)
      const { sees, text, leaves } = await learner(world, page, { keep })
      await sees('Try again')
      expect(text('h1')).to.deep.equal([])
      expect(keep.get('quiz:get-paid/reminders')).to.equal(kept)
      leaves()
    }
    const { sees, taps } = await learner(world, page, { keep })
    await sees('Try again')
    world.fault = () => undefined
    await taps('Try again')
    await sees('What should every reminder say?')
  })

  it('begins anew where what was answered is gone', async () => {
    const world = halfWay()
    for (const status of [404, 422]) {
      world.fault = (request) =>
        request.endsWith('attempts') ? problem(status, 'invalid_input') : undefined
      const { keep } = world.panel()
      keep.set('quiz:get-paid/reminders', 'att_gone')
      const { sees, leaves } = await learner(world, page, { keep })
      await sees('What do you send first?')
      expect(keep.get('quiz:get-paid/reminders')).to.equal(null)
      leaves()
    }
  })

  it('speaks another language when the panel does, with what was answered', async () => {
    const world = halfWay()
    const { view, panel, taps, sees, text } = await learner(world, page)
    await taps('A late fee')
    await taps('Check')
    await sees('A friendly reminder first')
    const inSwedish = (text: string) => `${text} på svenska`
    world.lesson = (id) => {
      const lesson = lessonOf(id)
      const questions = lesson?.quiz?.questions.map((one) => ({
        ...one,
        text: inSwedish(one.text),
      }))
      return lesson && { ...lesson, quiz: { passMark: 0.6, questions: questions ?? [] } }
    }
    world.tells = (one) => ({ ...one, feedback: words('En påminnelse först.') })
    Object.assign(view, {
      panel: { ...panel, locale: 'sv', translator: await loadTranslator('sv') },
    })
    await sees('What do you send first? på svenska')
    await sees('En påminnelse först.')
    await waitUntil(() => text('.option')[1] === 'A late feeDitt svar')
    await taps('Nästa fråga')
    await sees('What should every reminder say? på svenska')
  })

  it('says a number as the reader writes it', async () => {
    const world = asking('days')
    const { sees, all, taps, text } = await learner(world, page, {
      locale: 'sv',
      translator: await loadTranslator('sv'),
    })
    await sees('days')
    const [field] = all('input') as HTMLInputElement[]
    if (!field) throw new Error('There is no field')
    field.value = '7'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    world.tells = (one) => ({ ...one, right: 12.5 })
    await taps('Kontrollera')
    await sees('12,5 days')
    expect(text('.option')[0]).to.contain('7 days')
  })

  it('is skipped without loss', async () => {
    const world = halfWay()
    const { taps, destinations } = await learner(world, page)
    await taps('Skip the quiz')
    expect(world.done).to.deep.equal([['step', 'get-paid', 'get-paid/reminders', 'skipped']])
    expect(destinations).to.deep.equal([{ view: 'lesson', id: 'get-paid/fees' }])
  })

  it('keeps an answer that did not arrive', async () => {
    const world = halfWay()
    const { taps, sees, text } = await learner(world, page)
    await taps('A late fee')
    world.fault = (request) => (request.endsWith('attempts') ? 'drop' : undefined)
    await taps('Check')
    await sees('Your answer didn’t arrive.')
    world.fault = () => undefined
    await taps('Check')
    await sees('Not quite.')
    expect(text('[role=alert]')).to.deep.equal([])
  })

  it('is put into order by dragging', async () => {
    const { sees, all, text } = await learner(asking('order'), page)
    await sees('In which order do they go?')
    const middle = (index: number) => {
      const box = all('.grip')[index]?.getBoundingClientRect() as DOMRect
      return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)] as [
        number,
        number,
      ]
    }
    const [from, over, to] = [middle(2), middle(1), middle(0)]
    await sendMouse({ type: 'move', position: from })
    await sendMouse({ type: 'down' })
    await sendMouse({ type: 'move', position: over })
    await sendMouse({ type: 'move', position: to })
    await sendMouse({ type: 'up' })
    await waitUntil(() => text('.order .grow')[0] === 'A reminder')
    expect(text('.order .grow')).to.deep.equal(['A reminder', 'A claim', 'A call'])
  })

  it('takes a number as a number alone', async () => {
    const { sees, all } = await learner(asking('days'), page)
    await sees('days')
    const [field] = all('input') as HTMLInputElement[]
    const [check] = all('.foot .main') as HTMLButtonElement[]
    for (const [words, isOne] of [
      ['soon', false],
      ['12,5', true],
      ['1 200', true],
      ['−3', true],
    ] as const) {
      if (!field) throw new Error('There is no field')
      field.value = words
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await waitUntil(() => check?.disabled === !isOne, words)
    }
  })

  it('holds at 320 px, from right to left', async () => {
    for (const id of ['first', 'order', 'days']) {
      const { sees, all, leaves } = await learner(asking(id), page, { width: 320, dir: 'rtl' })
      await sees('?')
      const [body] = all('.body')
      expect(body?.scrollWidth, id).to.equal(body?.clientWidth)
      leaves()
    }
  })

  for (const scheme of ['light', 'dark'] as const) {
    for (const id of ['first', 'order', 'days']) {
      it(`is accessible in ${scheme}, asked and answered: ${id}`, async () => {
        await looks(scheme)
        const { view, sees, taps, all } = await learner(asking(id), page)
        await sees('?')
        await expect(view).to.be.accessible()
        const [field] = all('input[type=text]') as HTMLInputElement[]
        if (field) {
          field.value = '7'
          field.dispatchEvent(new Event('input', { bubbles: true }))
        } else all('label')[1]?.click()
        await taps('Check')
        await sees('See how it went')
        await expect(view).to.be.accessible()
        await taps('See how it went')
        await sees('right')
        await expect(view).to.be.accessible()
      })
    }
  }
})
