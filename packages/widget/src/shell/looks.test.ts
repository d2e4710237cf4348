import { expect, waitUntil } from '@open-wc/testing'
import { emulateMedia } from '@web/test-runner-commands'
import { clearHost, hostPage, settings } from './panel.test.kit.js'

const dot = (colour: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="56" height="14"><rect width="56" height="14" fill="${colour}"/></svg>`,
  )}`

const siteWith = (theme: Partial<typeof settings.theme>) => ({
  'GET /v1/settings': () => ({ ...settings, theme: { ...settings.theme, ...theme } }),
})

describe('the looks of the panel', () => {
  let undo = () => {}
  const pageStyles = (css: string) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
    undo = () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }))
  afterEach(() => {
    clearHost()
    undo()
  })

  it('are the host’s, then those of its style sheet, then the site’s', async () => {
    const site = siteWith({ font: 'Georgia', radius: '4px' })
    const { panel, dialog } = hostPage({}, site)
    await panel.open()
    const look = () => {
      const { fontFamily, borderTopLeftRadius } = getComputedStyle(dialog())
      return [fontFamily, borderTopLeftRadius]
    }
    await waitUntil(() => look()[1] === '4px')
    expect(look()).to.deep.equal(['Georgia', '4px'])
    pageStyles('waypost-window { --wp-font: Arial; --wp-radius: 8px }')
    expect(look()).to.deep.equal(['Arial', '8px'])
    panel.update({ font: 'Verdana, sans-serif', radius: '0' })
    expect(look()).to.deep.equal(['Verdana, sans-serif', '0px'])
    panel.update({ radius: '24px' })
    expect(look()).to.deep.equal(['Verdana, sans-serif', '24px'])
    panel.update({ font: '', radius: '' })
    expect(look()).to.deep.equal(['Arial', '8px'])
  })

  it('round every part in proportion to one radius, down to none', async () => {
    const { panel, all, sees } = hostPage()
    await panel.open()
    await sees('Late fees')
    const radii = () =>
      ['dialog', '.rows.card', '.find', 'kbd'].map(
        (part) => getComputedStyle(all(part)[0] as HTMLElement).borderTopLeftRadius,
      )
    const rounded = radii().map((radius) => Math.round(Number.parseFloat(radius)))
    expect(rounded).to.deep.equal([18, 14, 10, 6])
    panel.update({ radius: '0' })
    expect(radii()).to.deep.equal(['0px', '0px', '0px', '0px'])
  })

  it('are only ever values', async () => {
    const site = { accent: 'red; x', font: 'a;} * {color:red', radius: '50%' }
    const { panel, element, dialog, sees } = hostPage(site, siteWith({ radius: 'calc(' }))
    await panel.open()
    await sees('Late fees')
    expect(element.getAttribute('style')).to.equal('--wp-z-host: 1000;')
    expect(getComputedStyle(dialog()).borderTopLeftRadius).to.equal('18px')
  })

  describe('with a logo', () => {
    const logo = (all: (selector: string) => HTMLElement[]) => all('img')[0] as HTMLImageElement

    it('show it beside the name, 28 high, once it has come', async () => {
      const { panel, all, sees } = hostPage({ logo: dot('red') })
      await panel.open()
      await sees('Tidemark help')
      await waitUntil(() => all('img').length)
      // As it is laid out: a window that still rises is drawn a little smaller.
      const { offsetWidth, offsetHeight, alt } = logo(all)
      expect([offsetWidth, offsetHeight, alt]).to.deep.equal([112, 28, ''])
    })

    it('change it, and take it away, while the panel is open', async () => {
      const { panel, all } = hostPage({}, siteWith({ logo: dot('red') }))
      await panel.open()
      await waitUntil(() => all('img').length)
      panel.update({ logo: dot('blue') })
      await waitUntil(() => logo(all)?.src === dot('blue'))
      panel.update({ logo: '' })
      await waitUntil(() => logo(all)?.src === dot('red'), 'the site’s again')
    })

    it('leave the name alone where there is none at the address', async () => {
      const { panel, all, sees } = hostPage({ logo: '/no/such.svg' })
      const failed = new Promise((done) =>
        addEventListener('error', done, { capture: true, once: true }),
      )
      await panel.open()
      await sees('Tidemark help')
      await Promise.race([failed, new Promise((done) => setTimeout(done, 500))])
      expect(all('img')).to.deep.equal([])
      const [name] = all('.brand span') as [HTMLElement]
      const brand = name.parentElement as HTMLElement
      expect(name.getBoundingClientRect().left - brand.getBoundingClientRect().left).to.equal(20)
    })

    it('stand back for one that the page has put into the slot', async () => {
      const { panel, element, all } = hostPage({ logo: dot('red') })
      const own = Object.assign(document.createElement('b'), { slot: 'logo', textContent: 'Own' })
      element.append(own)
      await panel.open()
      await waitUntil(() => own.checkVisibility())
      await waitUntil(() => all('img').every((image) => image.getClientRects().length === 0))
      expect(own.offsetHeight).to.equal(28)
    })
  })
})
