import { aTimeout, expect, nextFrame, waitUntil } from '@open-wc/testing'
import { emulateMedia, setViewport } from '@web/test-runner-commands'
import { hostPage, leavePage, openPanel, tip } from './tour-page.test.kit.js'

const page = `
  <h2 id="late">Overdue</h2>
  <button id="new" type="button">New invoice</button>`

describe('a tip', () => {
  beforeEach(async () => {
    await setViewport({ width: 800, height: 600 })
    await emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  })
  afterEach(leavePage)

  it('is a mark behind the words that it speaks of, and opens when somebody presses it', async () => {
    const host = hostPage(page)
    host.showTips([tip('late'), tip('gone')])
    await waitUntil(() => host.marks().length === 1)
    await aTimeout(50)
    expect([host.open(), host.said]).to.deep.equal([null, []])
    const [mark] = host.marks() as [HTMLElement]
    expect([mark.ariaLabel, mark.ariaExpanded]).to.deep.equal(['Tip: About late', 'false'])
    const words = document.createRange()
    words.selectNodeContents(host.find('#late'))
    const { right, top, height } = words.getBoundingClientRect()
    const box = mark.getBoundingClientRect()
    expect(box.left).to.be.closeTo(right + 1, 1)
    expect(box.top + box.height / 2).to.be.closeTo(top + height / 2, 1)
    mark.click()
    expect(mark.ariaExpanded).to.equal('true')
    expect(host.open()?.textContent).to.contain('Three days late, and politely.')
    mark.click()
    expect([mark.ariaExpanded, host.open()]).to.deep.equal(['false', null])
    expect(host.said).to.deep.equal(['opened late', 'closed late'])
  })

  it('is read and closed by keyboard alone', async () => {
    const host = hostPage(page)
    host.showTips([tip('late')])
    await waitUntil(() => host.marks().length === 1)
    host.marks()[0]?.focus()
    await host.presses('Enter')
    expect(host.focused()).to.contain('Three days late, and politely.')
    await host.presses('Tab')
    expect(host.focused()).to.equal('Turn on')
    await host.presses('Escape')
    expect(host.open()).to.equal(null)
    expect(host.focused()).to.equal('Tip: About late')
    await host.presses('Space', 'Tab', 'Tab', 'Enter')
    expect(host.said.slice(-2)).to.deep.equal(['closed late', 'act Read more late'])
  })

  it('closes when somebody goes on with the page', async () => {
    const host = hostPage(page)
    host.showTips([tip('late'), tip('new')])
    await waitUntil(() => host.marks().length === 2)
    const [late, other] = host.marks() as [HTMLElement, HTMLElement]
    late.click()
    host.find('#new').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    expect(host.open()).to.equal(null)
    late.click()
    other.focus()
    expect(host.open()).to.equal(null)
  })

  it('comes and goes with what it speaks of, and follows it', async () => {
    const host = hostPage(page)
    const late = host.find('#late')
    late.remove()
    const player = host.showTips([tip('late', { page: '/invoices' })])
    await aTimeout(20)
    expect(host.marks()).to.deep.equal([])
    host.main.prepend(late)
    await waitUntil(() => host.marks().length === 1)
    const before = host.marks()[0]?.getBoundingClientRect().top ?? 0
    late.style.marginTop = '90px'
    await waitUntil(() => (host.marks()[0]?.getBoundingClientRect().top ?? 0) > before + 50)
    host.place.path = '/customers'
    player.navigated()
    expect(host.marks()).to.deep.equal([])
    expect(await player.open('late')).to.equal(false)
    host.place.path = '/invoices'
    expect(await player.open('late')).to.equal(true)
    expect(host.said).to.deep.equal(['opened late'])
    player.update({ tips: [] })
    await waitUntil(() => host.marks().length === 0)
  })

  it('is not to be seen where a dialog lies over what it speaks of', async () => {
    const host = hostPage(`${page}<dialog style="inset: 0; inline-size: 100%; block-size: 100%">
      <h2 id="paid">Paid</h2></dialog>`)
    host.showTips([tip('late'), tip('paid')])
    await waitUntil(() => host.marks().length === 1)
    const dialog = host.find('dialog') as HTMLDialogElement
    dialog.showModal()
    await waitUntil(() => host.marks().length === 2)
    await waitUntil(() => host.marks().filter(({ hidden }) => hidden).length === 1)
    const mark = host.marks().find(({ hidden }) => !hidden)
    expect(mark?.ariaLabel).to.equal('Tip: About paid')
    const { left, top } = (mark as HTMLElement).getBoundingClientRect()
    expect(document.elementFromPoint(left + 12, top + 12)?.localName).to.equal('waypost-tip')
    dialog.close()
    await waitUntil(() =>
      host.marks().some(({ ariaLabel, hidden }) => ariaLabel?.includes('late') && !hidden),
    )
  })

  it('stays open while others come', async () => {
    const host = hostPage(page)
    const late = tip('late')
    const player = host.showTips([late])
    await waitUntil(() => host.marks().length === 1)
    host.marks()[0]?.click()
    player.update({ tips: [late, tip('new')] })
    await waitUntil(() => host.marks().length === 2)
    expect(host.open()?.textContent).to.contain('Three days late')
    player.update({ locale: 'uk' })
    await waitUntil(() => host.marks()[0]?.ariaLabel === 'Порада: About late')
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible in ${colorScheme}, closed and open`, async () => {
      await emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      document.documentElement.style.colorScheme = colorScheme
      const host = hostPage(page)
      host.showTips([tip('late')])
      await waitUntil(() => host.marks().length === 1)
      const element = document.querySelector('waypost-tip') as HTMLElement
      await expect(element).to.be.accessible()
      host.marks()[0]?.click()
      await Promise.all((host.open()?.getAnimations() ?? []).map(({ finished }) => finished))
      await nextFrame()
      await expect(element).to.be.accessible()
    })
  }

  it('leaves nothing behind', async () => {
    const host = hostPage(page)
    const player = host.showTips([tip('late')])
    await waitUntil(() => host.marks().length === 1)
    player.stop()
    host.main.append(document.createElement('p'))
    await aTimeout(350)
    expect(document.querySelector('waypost-tip')).to.equal(null)
  })

  it('stands below the panel that is open', async () => {
    const host = hostPage(page)
    host.showTips([tip('late')])
    await waitUntil(() => host.marks().length === 1)
    const { left, top } = (host.marks()[0] as HTMLElement).getBoundingClientRect()
    // Beside the words, and over the mark.
    const panel = openPanel(left + 6)
    const above = () => document.elementFromPoint(left + 14, top + 12)?.localName
    await waitUntil(() => above() === 'waypost-window')
    panel.removeAttribute('open')
    await waitUntil(() => above() === 'waypost-tip')
  })
})
