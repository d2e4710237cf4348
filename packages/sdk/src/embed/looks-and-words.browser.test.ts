import { expect, waitUntil } from '@open-wc/testing'
import type { Looks, Messages } from '../contract/panel.js'
import type { WidgetOptions } from '../contract/widget-options.js'
import { type StandInPanel, standInPanels } from '../testing/stand-in-panel.test.kit.js'
import { standInServer } from '../testing/stand-in-server.test.kit.js'
import { standWaypost } from './stand-waypost.js'
import type { StartedWaypost } from './start-waypost.js'

const realWarn = console.warn
let server: ReturnType<typeof standInServer>
let waypost: StartedWaypost
let wrong: string[]
let codes: string[]
let before: number

function start(options: WidgetOptions = {}): StartedWaypost {
  waypost = standWaypost({ baseUrl: '', storage: 'none', ...options }, 'latest')
  waypost.on('error', ({ code, detail }) => {
    codes.push(code)
    wrong.push(detail)
  })
  return waypost
}

const panel = () => standInPanels.at(-1) as StandInPanel
const launcher = () =>
  getComputedStyle(
    document.querySelector('waypost-launcher')?.shadowRoot?.querySelector('button') as HTMLElement,
  )

describe('looks and words of the host', () => {
  beforeEach(() => {
    server = standInServer()
    wrong = []
    codes = []
    before = standInPanels.length
    console.warn = () => {}
  })
  afterEach(() => {
    waypost.destroy()
    server.leave()
    console.warn = realWarn
  })

  it('reach the panel as options', async () => {
    const looks = { accent: 'teal', font: 'Georgia, serif', radius: '4px' }
    await start({ ...looks, logo: '/logo.svg', mode: 'neutral' }).open()
    const { accent, font, radius, logo, mode } = panel().options
    expect({ accent, font, radius }).to.deep.equal(looks)
    expect(logo).to.equal('/logo.svg')
    expect(mode).to.equal('neutral')
    expect(wrong).to.deep.equal([])
  })

  it('change launcher and panel while they stand, and only what was said', async () => {
    await start().open()
    waypost.setTheme({ accent: '#ffd400', font: 'Georgia', radius: '0' })
    await waitUntil(() => panel().told.length === 2)
    const change = { accent: '#ffd400', font: 'Georgia', radius: '0' }
    expect(panel().told[1]).to.deep.equal(['update', change])
    expect(launcher().backgroundColor).to.equal('rgb(255, 212, 0)')
    expect(launcher().fontFamily).to.equal('Georgia')
  })

  it('hold for a panel that comes later', async () => {
    start().setTheme({ accent: '#ffd400', theme: 'dark' })
    waypost.setMessages({ sv: { 'panel.ask': 'Skriv till oss' } })
    waypost.setMessages({ 'sv-FI': { 'panel.help': 'Stöd' } })
    await waypost.open()
    const { accent, theme, messages } = panel().options
    expect([accent, theme]).to.deep.equal(['#ffd400', 'dark'])
    expect(messages).to.deep.equal({ sv: { 'panel.ask': 'Skriv till oss', 'panel.help': 'Stöd' } })
  })

  it('are left out and told where they are none', async () => {
    const values = { accent: 'currentColor', font: 'red; x: y', radius: '50%', logo: 'http://' }
    await start(values).open()
    const { accent, font, radius, logo } = panel().options
    expect([accent, font, radius, logo]).to.deep.equal(['', '', '', ''])
    waypost.setTheme({
      accent: 'red',
      radius: '-1px',
      theme: 'blue',
      colour: 'red',
    } as unknown as Looks)
    await waitUntil(() => wrong.length > 6)
    expect(panel().told.at(-1)).to.deep.equal(['update', { accent: 'red' }])
    expect(wrong).to.deep.equal([
      'accent cannot be “currentColor”',
      'font cannot be “red; x: y”',
      'radius cannot be “50%”',
      'logo cannot be “http://”',
      'radius cannot be “-1px”',
      'theme cannot be “blue”',
      'colour cannot be “red”',
    ])
  })

  it('are told where they are no object, and what stood before stays', async () => {
    await start({ accent: 'teal' }).open()
    for (const none of [null, 'dark']) waypost.setTheme(none as unknown as Looks)
    waypost.setMessages(null as unknown as Messages)
    waypost.setMessages({ sv: null, da: { 'panel.ask': null } } as unknown as Messages)
    await waitUntil(() => wrong.length > 4)
    expect(wrong).to.deep.equal([
      'setTheme() takes an object, not “null”',
      'setTheme() takes an object, not “dark”',
      'setMessages() takes an object, not “null”',
      '“sv” takes an object, not “null”',
      '“panel.ask” in da is neither a text nor plural forms with “other”',
    ])
    expect(codes).to.deep.equal(wrong.map(() => 'malformed_request'))
    const told = panel().told.slice(1)
    expect(told).to.deep.equal([
      ['update', {}],
      ['update', {}],
      ['update', { messages: {} }],
      ['update', { messages: {} }],
    ])
  })

  it('say what fits a page once somebody asks, until the host takes it back', async () => {
    start().suggest({ articles: ['fees'] })
    const page = { articles: ['late-fees'], query: 'overdue' }
    waypost.suggest(page)
    expect(standInPanels).to.have.length(before)
    await waypost.open()
    expect(panel().options.context().suggested).to.equal(page)
    waypost.suggest('late-fees' as never)
    waypost.suggest(null)
    await waitUntil(() => !panel().options.context().suggested)
    expect(wrong).to.deep.equal(['suggest() takes an object, not “late-fees”'])
  })

  it('go back to those of the page with nothing', async () => {
    await start({ accent: 'teal', theme: 'dark' }).open()
    waypost.setTheme({ accent: '', theme: '' } as unknown as Looks)
    await waitUntil(() => panel().told.length === 2)
    expect(panel().told[1]).to.deep.equal(['update', { accent: '', theme: '' }])
  })

  it('are told, and no text, where words are none', async () => {
    await start().open()
    const given = {
      sv: { 'panel.ask': 1, 'search.count': { one: '{n} svar' }, 'panel.help': 'Stöd' },
    }
    waypost.setMessages(given as unknown as Messages)
    await waitUntil(() => wrong.length > 1)
    expect(panel().told[1]).to.deep.equal([
      'update',
      { messages: { sv: { 'panel.help': 'Stöd' } } },
    ])
    expect(wrong).to.deep.equal([
      '“panel.ask” in sv is neither a text nor plural forms with “other”',
      '“search.count” in sv is neither a text nor plural forms with “other”',
    ])
  })
})
