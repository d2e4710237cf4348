import { expect } from '@open-wc/testing'
import { standInPanels } from '../testing/stand-in-panel.test.kit.js'
import { standInServer } from '../testing/stand-in-server.test.kit.js'
import { createWaypost } from './create-waypost.js'
import type { Waypost } from './waypost.js'

const realWarn = console.warn
const made: Waypost[] = []
let warned = 0
let server: ReturnType<typeof standInServer>

function create(options = {}): Waypost {
  const waypost = createWaypost(options)
  made.push(waypost)
  return waypost
}

const launchers = () => document.querySelectorAll('waypost-launcher').length

describe('createWaypost', () => {
  beforeEach(() => {
    server = standInServer()
    warned = 0
    console.warn = () => void warned++
  })
  afterEach(() => {
    for (const waypost of made.splice(0)) waypost.destroy()
    console.warn = realWarn
    server.leave()
  })

  it('puts one launcher on the page, however often it is called', async () => {
    const first = create({ baseUrl: '/' })
    const second = create({ baseUrl: '' })
    await first.ready()
    expect(second).to.equal(first)
    expect([launchers(), warned]).to.deep.equal([1, 1])
  })

  it('stands after it was created, destroyed and created, as React does it', async () => {
    const first = create()
    const early = first.open().catch((error) => error.code)
    first.destroy()
    const second = create()
    await second.ready()
    expect(launchers()).to.equal(1)
    expect(second).to.not.equal(first)
    await second.open()
    expect(second.getState().isOpen).to.equal(true)
    expect(await early).to.equal('aborted')
    expect(document.querySelectorAll('waypost-launcher').length).to.equal(1)
  })

  describe('beside a script tag', () => {
    const buttons = () =>
      [...document.querySelectorAll('waypost-launcher')].filter((element) =>
        element.shadowRoot?.querySelector('button')?.checkVisibility(),
      ).length
    const ofPage = window as { waypost?: Waypost }
    let tag: HTMLScriptElement

    async function addTag(dataset = {}) {
      tag = document.createElement('script')
      Object.assign(tag.dataset, dataset)
      const ran = new Promise((done) => tag.addEventListener('load', done))
      tag.src = '/built/waypost.js'
      document.head.append(tag)
      await ran
      made.push(ofPage.waypost as Waypost)
    }
    afterEach(async () => {
      await ofPage.waypost?.destroy()
      delete ofPage.waypost
      tag.remove()
    })

    it('gives the widget of the tag, and says so', async () => {
      await addTag()
      expect(create({ baseUrl: '/built/' })).to.equal(ofPage.waypost)
      expect([launchers(), warned]).to.deep.equal([1, 1])
    })

    it('hides its launcher where the tag comes later, and says so', async () => {
      create({ baseUrl: '/built' })
      await addTag()
      expect([launchers(), buttons(), warned]).to.deep.equal([2, 1, 1])
    })

    it('stands for another site, another launcher, and where that of the tag is gone', async () => {
      await addTag({ site: 'one' })
      expect(create({ baseUrl: '/built', site: 'two' })).to.not.equal(ofPage.waypost)
      const own = create({ baseUrl: '/built', site: 'one', launcher: '#help' })
      expect(own).to.not.equal(ofPage.waypost)
      own.destroy()
      await ofPage.waypost?.destroy()
      expect(create({ baseUrl: '/built', site: 'one' })).to.not.equal(ofPage.waypost)
      expect([buttons(), warned]).to.deep.equal([2, 0])
    })
  })

  it('stands several times for several sites', async () => {
    await Promise.all([create({ site: 'one' }).ready(), create({ site: 'two' }).ready()])
    expect([launchers(), warned]).to.deep.equal([2, 0])
  })

  it('leaves nothing on the page, and tells who calls afterwards', async () => {
    const waypost = create()
    await waypost.open()
    waypost.destroy()
    waypost.destroy()
    expect(launchers()).to.equal(0)
    expect(await waypost.open().catch((error) => error.code)).to.equal('aborted')
    expect(warned).to.equal(1)
  })

  it('takes 0 for a length, as nothing else of it needs a unit there', async () => {
    const waypost = create({ offset: '0' })
    const errors: string[] = []
    waypost.on('error', ({ detail }) => errors.push(detail))
    await waypost.open()
    expect([standInPanels.at(-1)?.options.offset, errors]).to.deep.equal(['0px', []])
  })

  it('reports options that are none, and goes on with the usual ones', async () => {
    const usual = { storage: 'none', defer: 'never', locale: 'xx!', offset: '10', mode: 'chat' }
    const waypost = create({
      ...usual,
      hotkey: 'ctrl+k',
      position: 'middle',
      theme: 'blue',
      accent: 'teel',
    })
    const errors: string[] = []
    waypost.on('error', ({ detail }) => errors.push(detail))
    await waypost.open()
    expect(errors).to.deep.equal([
      'offset is a CSS length, not “10”',
      'locale is a language, not “xx!”',
      'defer can be intent, idle, immediate, not “never”',
      'hotkey cannot be “ctrl+k”',
      'accent cannot be “teel”',
      'theme can be auto, light, dark, not “blue”',
      'position can be end, start, not “middle”',
      'mode can be self-service, neutral, ask-first, form-only, docs-only, inline, not “chat”',
    ])
    expect(standInPanels.at(-1)?.options.offset).to.equal('')
  })

  it('takes null for an option that is not set', async () => {
    const looks = { accent: null, font: null, radius: null, logo: null, offset: null }
    const waypost = create({ ...looks, locale: null, mode: null, zIndex: null, defer: null })
    const errors: string[] = []
    waypost.on('error', ({ detail }) => errors.push(detail))
    await waypost.open()
    expect(errors).to.deep.equal([])
    const { accent, font, radius, logo, offset } = standInPanels.at(-1)?.options ?? {}
    expect([accent, font, radius, logo, offset]).to.deep.equal(['', '', '', '', ''])
  })

  it('gives a method that stays the same, and can be handed on', async () => {
    const waypost = create()
    expect(waypost.open).to.equal(waypost.open)
    expect(waypost.client.tickets.list).to.equal(waypost.client.tickets.list)
    await waypost.open.call(undefined, { view: 'requests' })
    expect(`${typeof waypost} ${String(waypost)}`).to.equal('object [object Object]')
    expect(await waypost).to.equal(waypost)
  })
})
