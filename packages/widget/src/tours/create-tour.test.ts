import { aTimeout, expect, nextFrame, waitUntil } from '@open-wc/testing'
import { emulateMedia, executeServerCommand, setViewport } from '@web/test-runner-commands'
import { findAnchor } from './find-anchor.js'
import { placeBeside } from './place-beside.js'
import { areApart, hostPage, leavePage, openPanel, step } from './tour-page.test.kit.js'

const page = `
  <h1>Invoices</h1>
  <button id="new" type="button">New invoice</button>
  <label>Customer <input id="customer"></label>
  <p id="sum" style="margin-block: 300px">18 400 kr</p>
  <a id="all" href="#all">All invoices</a>`
const steps = [step('new'), step('customer'), step('all')]

describe('a tour', () => {
  beforeEach(async () => {
    await setViewport({ width: 1000, height: 700 })
    await emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  })
  afterEach(async () => {
    leavePage()
    await executeServerCommand('force-colors', false)
  })

  it('is taken from beginning to end by keyboard alone, what it speaks of included', async () => {
    const host = hostPage(page)
    host.find('#new').onclick = () => host.said.push('host: new')
    host.begin([step('hello', { anchor: null }), ...steps])
    await host.sees('Step 1 of 4 About hello')
    expect(host.focused()).to.equal('About hello')
    await host.presses('Tab', 'Enter')
    await host.sees('Step 2 of 4 About new')
    expect(host.focused()).to.equal('About new')
    await host.presses('Tab', 'Tab')
    expect(host.focused()).to.equal('Next')
    await host.presses('Tab')
    expect(host.focused()).to.equal('New invoice')
    await host.presses('Enter', 'Tab')
    expect(host.focused()).to.equal('Leave the tour')
    await host.presses('Shift+Tab')
    expect(host.focused()).to.equal('New invoice')
    await host.presses('Shift+Tab')
    expect(host.focused()).to.equal('Next')
    await host.presses('ArrowRight')
    await host.sees('About customer')
    await host.presses('ArrowLeft')
    await host.sees('About new')
    await host.presses('ArrowRight')
    await host.sees('About customer')
    await host.presses('ArrowRight')
    await host.sees('Step 4 of 4')
    await host.presses('ArrowRight', 'Tab', 'Tab', 'Enter')
    expect(host.card()).to.equal(null)
    expect(host.said).to.deep.equal([
      ...['reached hello', 'shown hello', 'passed hello', 'reached new', 'shown new', 'host: new'],
      ...['passed new', 'reached customer', 'shown customer', 'reached new', 'shown new'],
      ...['passed new', 'reached customer', 'shown customer', 'passed customer'],
      ...['reached all', 'shown all', 'passed all', 'done'],
    ])
  })

  it('leaves by Escape, and gives the focus back', async () => {
    const host = hostPage(page)
    host.find('#customer').focus()
    host.begin(steps)
    await host.sees('About new')
    await host.presses('Escape')
    expect([host.card(), host.said.at(-1)]).to.deep.equal([null, 'left new'])
    expect(document.activeElement?.id).to.equal('customer')
  })

  it('leaves arrows and Escape to who uses them', async () => {
    const host = hostPage(page)
    const field = host.find('#customer')
    let closed = 0
    field.onkeydown = (event) => {
      if (event.key !== 'Escape' || closed++) return
      event.preventDefault()
    }
    host.begin(steps, { stepId: 'customer' })
    await host.sees('About customer')
    field.focus()
    await host.presses('ArrowRight', 'Escape')
    expect(host.text()).to.contain('About customer')
    await host.presses('Escape')
    expect(host.said.at(-1)).to.equal('left customer')
  })

  it('lights what it speaks of, stands beside it and follows it', async () => {
    const host = hostPage(`<div id="box" style="block-size: 300px; overflow: auto">
      <div style="block-size: 900px"><button id="new" style="margin: 20px">New</button></div></div>`)
    host.begin([step('new')])
    await host.hears('shown new')
    const button = host.find('#new')
    const offset = () =>
      host.spot().getBoundingClientRect().top - button.getBoundingClientRect().top
    const before = host.spot().getBoundingClientRect().top
    expect(offset()).to.equal(-7)
    expect(areApart(host.card() as Element, button)).to.equal(true)
    expect(host.card()?.dataset.side).to.equal('bottom')
    button.style.marginTop = '120px'
    await waitUntil(() => host.spot().getBoundingClientRect().top === before + 100)
    expect(offset()).to.equal(-7)
    host.find('#box').scrollTop = 400
    await waitUntil(() => host.spot().hidden)
    host.find('#box').scrollTop = 0
    await waitUntil(() => !host.spot().hidden)
    const { left, top, width, height } = button.getBoundingClientRect()
    const found = document.elementFromPoint(left + width / 2, top + height / 2)
    expect(found, 'takes no press').to.equal(button)
  })

  it('goes on when what it speaks of is pressed, or the host says that it has happened', async () => {
    const host = hostPage(page)
    const player = host.begin([
      step('new', { advance: { press: true } }),
      step('customer', { advance: { event: 'customer.chosen' } }),
      step('all'),
    ])
    await host.hears('shown new')
    host.find('#new').onclick = () => host.said.push('host: new')
    host.find('#new').click()
    expect(host.said.slice(-3), 'before the page goes elsewhere').to.deep.equal([
      ...['passed new', 'reached customer', 'host: new'],
    ])
    await host.hears('shown customer')
    host.find('#customer').focus()
    player.tracked('customer.seen')
    player.tracked('customer.chosen')
    await host.hears('shown all')
    expect(document.activeElement?.id, 'who writes is left alone').to.equal('customer')
    const said = document.querySelector('waypost-tour')?.shadowRoot?.querySelector('[role=status]')
    expect(said?.textContent).to.equal('Step 3 of 3: About all')
  })

  it('passes what is not to be found, and says so', async () => {
    const host = hostPage(page)
    host.begin([step('new'), step('gone'), step('all'), step('lost')])
    await host.sees('About new')
    host.taps('Next')
    await host.sees('About all')
    expect(host.text()).to.contain('Step 2 was passed: what it points at isn’t on the page now.')
    expect(host.said).to.include.members(['missing gone', 'shown all'])
    host.taps('Back')
    await host.sees('Step 1 of 4')
    expect(host.said).to.not.include('shown gone')
    host.taps('Next')
    await host.sees('About all')
    host.taps('Next')
    await host.sees('What this step points at isn’t on the page now.')
    expect(host.focused()).to.equal('About lost')
    host.taps('Done')
    expect(host.said.slice(-2)).to.deep.equal(['missing lost', 'done'])
  })

  it('offers the article of what is not to be found', async () => {
    const host = hostPage(page)
    host.begin([step('gone', { article: 'import' }), step('all')])
    await host.sees('What this step points at isn’t on the page now. What gone is for.')
    host.taps('Read how')
    expect(host.said).to.deep.equal(['reached gone', 'missing gone', 'act Read how'])
    host.taps('Next')
    await host.hears('shown all')
    expect(host.said).to.not.include('passed gone')
  })

  it('waits for what comes late, and finds again what the page has made anew', async () => {
    const host = hostPage(page)
    const late = host.find('#new')
    late.hidden = true
    host.begin([step('new')], { patience: 3000 })
    await host.sees('This part of the page is on its way.')
    expect(host.said).to.deep.equal(['reached new'])
    late.hidden = false
    await host.hears('shown new')
    const again = late.cloneNode(true) as HTMLElement
    late.remove()
    await waitUntil(() => host.spot().hidden)
    again.style.marginTop = '50px'
    host.main.append(again)
    await waitUntil(() => !host.spot().hidden)
    expect(host.text()).to.contain('About new')
    expect(host.said).to.deep.equal(['reached new', 'shown new'])
  })

  it('goes across pages: it waits, says where it goes on, and comes along', async () => {
    const host = hostPage(page)
    const player = host.begin([
      step('new', { page: '/invoices' }),
      step('customer', { page: '/invoices/new' }),
      step('all', { page: '/invoices/*' }),
    ])
    await host.sees('About new')
    host.taps('Next')
    await host.sees('This step is on another page. The tour goes on there.')
    const go = host.card()?.querySelector('a')
    expect([go?.textContent, go?.getAttribute('href')]).to.deep.equal([
      ...['Go there', `${location.origin}/invoices/new`],
    ])
    host.place.path = '/invoices/new'
    player.navigated()
    await host.hears('shown customer')
    host.taps('Back')
    await host.sees('This step is on another page.')
    host.place.path = '/invoices'
    player.navigated()
    await host.sees('What new is for.')
    host.place.path = '/invoices/new'
    player.navigated()
    await host.sees('What customer is for.')
    expect(player.stepId).to.equal('customer')
  })

  it('has the focus where it begins, though that is another page, and not where it only goes on', async () => {
    const host = hostPage(page)
    const elsewhere = [step('new', { page: '/elsewhere' }), step('all')]
    host.find('#customer').focus()
    host.begin(elsewhere, { stepId: 'new' })
    await host.sees('This step is on another page.')
    expect(host.focused()).not.to.equal('About new')
    leavePage()
    const again = hostPage(page)
    again.begin(elsewhere)
    await again.sees('This step is on another page.')
    expect(again.focused()).to.equal('About new')
  })

  it('comes along when what is pressed leads to another page that is not loaded anew', async () => {
    const host = hostPage(page)
    const player = host.begin([
      step('new', { page: '/invoices', advance: { press: true } }),
      step('customer', { page: '/invoices/new' }),
    ])
    await host.hears('shown new')
    host.find('#new').onclick = () => {
      host.place.path = '/invoices/new'
      player.navigated()
    }
    host.find('#new').click()
    await host.hears('shown customer')
    expect(host.focused()).to.equal('About customer')
  })

  it('goes on after a reload, on the page where the person is by then', async () => {
    const host = hostPage(page)
    host.place.path = '/invoices/new'
    host.begin([step('new', { page: '/invoices' }), step('customer', { page: '/invoices/new' })], {
      stepId: 'new',
    })
    await host.hears('shown customer')
    expect(host.said).to.deep.equal(['passed new', 'reached customer', 'shown customer'])
  })

  it('can be used in a dialog of the page that keeps the person to itself', async () => {
    const host = hostPage(`<button id="new">New</button>
      <dialog><label>Name <input id="name"></label></dialog>`)
    const dialog = host.find('dialog') as HTMLDialogElement
    host.begin([step('new', { advance: { press: true } }), step('name')])
    await host.hears('shown new')
    host.find('#new').onclick = () => dialog.showModal()
    host.find('#new').click()
    await host.hears('shown name')
    expect(host.focused()).to.equal('About name')
    const { left, top } = (host.card() as HTMLElement).getBoundingClientRect()
    expect(document.elementFromPoint(left + 20, top + 20)?.localName).to.equal('waypost-tour')
    await host.presses('Escape')
    expect([dialog.open, host.card()], 'the top layer alone').to.deep.equal([true, null])
  })

  it('stands above a page that unsets everything, moves its body and goes below nothing', async () => {
    const style = document.createElement('style')
    style.textContent =
      '* { all: unset !important } body { transform: translateX(40px) !important }'
    const host = hostPage('<button id="new">New</button>')
    host.main.append(style)
    host.begin([step('new')])
    await host.hears('shown new')
    const box = host.spot().getBoundingClientRect()
    expect(box.left).to.equal(host.find('#new').getBoundingClientRect().left - 7)
    const { width } = (host.card() as HTMLElement).getBoundingClientRect()
    expect(width).to.equal(328)
  })

  /** A card at rest, and what one sees where it stands. */
  async function standing() {
    const host = hostPage(page)
    host.begin([step('new')])
    await host.sees('About new')
    await host.rests()
    const { left, top } = (host.card() as HTMLElement).getBoundingClientRect()
    const above = () => document.elementFromPoint(left + 20, top + 20)?.localName
    return { host, above }
  }

  it('lies below the panel that is opened meanwhile, and above the page when that is closed', async () => {
    const { host, above } = await standing()
    const panel = openPanel()
    panel.querySelector('button')?.focus()
    expect(above()).to.equal('waypost-window')
    panel.removeAttribute('open')
    await waitUntil(() => !panel.isConnected)
    host.find('#new').focus()
    expect(above()).to.equal('waypost-tour')
  })

  it('is above the page again once the panel has gone, though nobody moves the focus then', async () => {
    const { host, above } = await standing()
    const bar = document.createElement('nav')
    bar.style.cssText = 'position: fixed; inset: 0; z-index: 999'
    host.find('#new').focus()
    document.body.append(bar)
    const panel = openPanel()
    panel.querySelector('button')?.focus()
    // It is on its way out, and has given the focus back.
    host.find('#new').focus()
    expect(above()).to.equal('waypost-window')
    panel.removeAttribute('open')
    await waitUntil(() => above() === 'waypost-tour')
    bar.remove()
  })

  it('rises above what the page lays over it, and comes back into another body', async () => {
    const host = hostPage(`<button id="new">New</button>
      <div popover="manual" style="inset: 0; inline-size: 100%; block-size: 100%"></div>`)
    host.find('div').showPopover()
    host.begin([step('new')])
    await host.hears('shown new')
    const { left, top } = (host.card() as HTMLElement).getBoundingClientRect()
    expect(document.elementFromPoint(left + 20, top + 20)?.localName).to.equal('waypost-tour')
    document.querySelector('waypost-tour')?.remove()
    await waitUntil(() => host.focused() === 'About new')
    expect(host.text()).to.contain('What new is for.')
  })

  it('is a sheet at the edge of a phone that covers nothing of what it speaks of', async () => {
    await setViewport({ width: 320, height: 560 })
    const host = hostPage(`<button id="new">New</button>
      <button id="all" style="position: fixed; inset-block-end: 4px">All</button>
      <p id="far" style="margin-block: 500px">Far</p>`)
    host.begin([step('new'), step('all'), step('far')])
    await host.hears('shown new')
    const box = () => (host.card() as HTMLElement).getBoundingClientRect()
    expect([box().left, box().width, box().bottom]).to.deep.equal([0, 320, 560])
    host.taps('Next')
    await host.hears('shown all')
    expect(box().top).to.equal(0)
    expect(areApart(host.card() as Element, host.find('#all'))).to.equal(true)
    host.taps('Next')
    await host.hears('shown far')
    await waitUntil(() => host.spot().getBoundingClientRect().bottom <= box().top)
    expect(host.find('#far').getAttribute('style')).to.equal('margin-block: 500px;')
    expect(host.card()?.scrollWidth).to.be.at.most(320)
  })

  it('says its words in the language of the reader, from right to left where that one is', async () => {
    const host = hostPage(page)
    const player = host.begin(steps, { locale: 'uk', stepId: 'customer' })
    await host.sees('Крок 2 із 3')
    player.update({ locale: 'sv', messages: { sv: { 'tour.next': 'Vidare' } } })
    await host.sees('Steg 2 av 3')
    expect(host.text()).to.contain('Tillbaka Vidare')
    document.documentElement.dir = 'rtl'
    player.update({ contentLocale: 'ar' })
    await waitUntil(() => host.card()?.dir === 'rtl')
    await host.presses('ArrowLeft')
    await host.sees('Steg 3 av 3')
  })

  it('ends with what the author wants next', async () => {
    const host = hostPage(page)
    host.begin([step('new')], { next: { label: 'Send it', call: 'send' } })
    await host.sees('About new')
    host.taps('Send it')
    expect(host.said.slice(-3)).to.deep.equal(['passed new', 'done', 'act Send it'])
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible in ${colorScheme}, shown, waiting and not to be found`, async () => {
      await emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      document.documentElement.style.colorScheme = colorScheme
      const host = hostPage(page)
      host.begin([step('new'), step('gone', { article: 'import' }), step('all', { page: '/x' })])
      await host.sees('About new')
      expect(host.card()?.role).to.equal('dialog')
      const element = document.querySelector('waypost-tour') as HTMLElement
      await host.rests()
      await expect(element).to.be.accessible()
      host.taps('Next')
      await host.sees('isn’t on the page now')
      await host.rests()
      await expect(element).to.be.accessible()
      host.taps('Next')
      await host.sees('on another page')
      await host.rests()
      await expect(element).to.be.accessible()
    })
  }

  it('has edges in forced colours', async () => {
    await executeServerCommand('force-colors', true)
    const host = hostPage(page)
    host.begin(steps)
    await host.hears('shown new')
    expect(getComputedStyle(host.card() as Element).borderTopStyle).to.equal('solid')
    expect(getComputedStyle(host.spot()).outlineStyle).to.equal('solid')
  })

  it('leaves nothing behind', async () => {
    const host = hostPage(page)
    const player = host.begin([step('gone')])
    player.stop()
    await aTimeout(300)
    await nextFrame()
    expect(document.querySelector('waypost-tour')).to.equal(null)
    expect(host.said).to.deep.equal([])
  })
})

describe('an anchor', () => {
  afterEach(leavePage)

  it('is found by selector, test id, role and words, also in shadow roots', () => {
    const { main, find } = hostPage(`
      <div id="outer"></div><div hidden><a href="#a">Send</a></div>
      <section><h2>Send</h2><p><button aria-label="Send invoice"></button></p>
      <a href="#b" data-testid="send">Send <b>now</b></a></section>
      <label>Due date <input></label>`)
    const outer = find('#outer').attachShadow({ mode: 'open' })
    outer.innerHTML = '<div class="inner"></div>'
    const inner = (outer.firstChild as Element).attachShadow({ mode: 'open' })
    inner.innerHTML = '<button class="deep">Deep</button>'
    const deep = inner.firstChild
    expect(findAnchor({ selector: '.deep' })).to.equal(deep)
    expect(findAnchor({ selector: '#outer >>> .inner >>> button' })).to.equal(deep)
    expect(findAnchor({ selector: 'section >>> button' })).to.equal(find('button'))
    expect(findAnchor({ role: 'button', text: 'deep' })).to.equal(deep)
    expect(findAnchor({ testId: 'send' })).to.equal(find('section a'))
    expect(findAnchor({ role: 'link', text: 'Send' })).to.equal(find('section a'))
    expect(findAnchor({ role: 'button', text: 'Send invoice' })).to.equal(find('button'))
    expect(findAnchor({ role: 'textbox', text: 'Due date' })).to.equal(find('input'))
    expect(findAnchor({ text: 'send' })).to.equal(find('h2'))
    expect(findAnchor({ text: 'now' })).to.equal(find('b'))
    expect(findAnchor({ selector: 'main a', text: 'send' })).to.equal(find('section a'))
    for (const selector of ['#none', '>>', 'a[', '']) {
      expect(findAnchor({ selector, testId: 'none' }), selector).to.equal(undefined)
    }
    expect(main.isConnected).to.equal(true)
  })
})

describe('a card', () => {
  const view = { width: 1000, height: 700 }
  const card = { width: 300, height: 200 }
  const target = { left: 400, top: 300, width: 100, height: 40 }
  const beside = (
    over: Partial<typeof target> = {},
    placement: Parameters<typeof placeBeside>[3]['placement'] = 'auto',
    isRtl = false,
  ) => placeBeside({ ...target, ...over }, card, view, { placement, gap: 20, isRtl })

  it('stands where it was asked to, in the reading direction', () => {
    expect(beside()).to.deep.equal({ side: 'bottom', left: 400, top: 360, arrow: 50 })
    expect(beside({}, 'top')).to.include({ side: 'top', top: 80 })
    expect(beside({}, 'end')).to.include({ side: 'right', left: 520, top: 300 })
    expect(beside({}, 'start')).to.include({ side: 'left', left: 80 })
    expect(beside({}, 'end', true)).to.include({ side: 'left', left: 80 })
    expect(beside({}, 'auto', true)).to.include({ side: 'bottom', left: 200, arrow: 250 })
  })

  it('turns over where there is no room, and moves along into the window', () => {
    expect(beside({ top: 600 })).to.include({ side: 'top' })
    expect(beside({ left: 800 }, 'end')).to.include({ side: 'left' })
    expect(beside({ left: 880 })).to.include({ side: 'bottom', left: 680, arrow: 250 })
    expect(beside({ left: 2 }, 'auto', true)).to.include({ left: 12 })
    expect(beside({ top: 12, height: 660 })).to.include({ side: 'right' })
  })

  it('covers some of what leaves no room', () => {
    expect(beside({ left: 0, top: 0, ...view })).to.include({ side: undefined, top: 488 })
  })
})
