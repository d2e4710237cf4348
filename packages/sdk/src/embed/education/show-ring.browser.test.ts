import { expect, waitUntil } from '@open-wc/testing'
import { browserTabs } from '../../testing/browser-tabs.test.kit.js'
import { checklistOf, learningServer, tourOf } from '../../testing/learning-server.test.kit.js'
import { type StandInPanel, standInPanels } from '../../testing/stand-in-panel.test.kit.js'
import { standInTours } from '../../testing/stand-in-tour.test.kit.js'

const tab = browserTabs()
let server: ReturnType<typeof learningServer>
const button = () =>
  document.querySelector('waypost-launcher')?.shadowRoot?.querySelector('button') as HTMLElement

describe('the ring on the launcher', () => {
  beforeEach(() => {
    standInTours.length = standInPanels.length = 0
  })
  afterEach(() => server.leave())

  it('says how far the checklist is that is under way, and goes when it is done or put away', async () => {
    server = learningServer({ checklists: [checklistOf('Get set up', { bank: {}, terms: {} })] })
    const waypost = tab({ launcher: 'default', live: true })
    await waitUntil(() => button()?.dataset.ring === '0/2')
    const { content } = getComputedStyle(button(), '::before')
    expect(content).to.contain('"0/2"')
    await waypost.completeStep('Get set up', 'bank')
    await waitUntil(() => button().dataset.ring === '1/2')
    expect(button().ariaDescription).to.equal('Get set up, 1 of 2 done')
    expect(button().textContent).to.equal('Help')
    waypost.setLocale('sv')
    await waitUntil(() => button().ariaDescription === 'Get set up, 1 av 2 klara')
    await expect(button()).to.be.accessible()
    await waypost.completeStep('Get set up', 'terms')
    await waitUntil(() => button().dataset.ring === undefined)
    expect(button().ariaDescription).to.equal(null)
    expect(getComputedStyle(button(), '::before').content).to.equal('""')
  })

  it('is not of somebody who has logged out', async () => {
    server = learningServer({ checklists: [checklistOf('setup', { bank: {} })] })
    const waypost = tab({ launcher: 'default', live: true })
    await waitUntil(() => button()?.dataset.ring === '0/1')
    server.leave()
    server = learningServer({})
    await waypost.logout()
    await waitUntil(() => button().dataset.ring === undefined)
  })
})

describe('a tour that somebody asks for in the panel', () => {
  afterEach(() => server.leave())

  it('has the page to itself', async () => {
    standInTours.length = standInPanels.length = 0
    server = learningServer({ tours: [tourOf('bank', { auto: false })] })
    const waypost = tab()
    await waypost.open()
    const panel = standInPanels.at(-1) as StandInPanel
    const side = await panel.options.education?.()
    await side?.load()
    await side?.start('tour', 'bank')
    await waitUntil(() => standInTours.length === 1)
    expect(panel.isOpen).to.equal(false)
  })
})
