import { expect, waitUntil } from '@open-wc/testing'
import {
  emulateMedia,
  executeServerCommand,
  sendKeys,
  setViewport,
} from '@web/test-runner-commands'
import type { WidgetOptions } from '../contract/widget-options.js'
import { standWaypost } from './stand-waypost.js'
import type { Waypost } from './waypost.js'

let waypost: Waypost | undefined

/** The launcher on this page, as somebody sees it. */
async function launcher(options: WidgetOptions = {}) {
  waypost = standWaypost({ baseUrl: '/nowhere', ...options }, 'latest')
  await waypost.ready()
  const element = document.querySelector('waypost-launcher') as HTMLElement
  const button = element.shadowRoot?.querySelector('button') as HTMLButtonElement
  return {
    element,
    button,
    style: getComputedStyle(button),
    box: () => button.getBoundingClientRect(),
  }
}

const page = document.documentElement
const wide = { width: 1280, height: 800 }
const phone = { width: 390, height: 700 }

function pageStyles(text: string): () => void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  document.adoptedStyleSheets.push(sheet)
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}

/** What a colour of CSS comes to on a screen. */
function rgb(colour: string): number[] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D
  canvas.fillStyle = colour
  canvas.fillRect(0, 0, 1, 1)
  return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)]
}

/** WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other]
    .map((colour) => {
      const [r = 0, g = 0, b = 0] = rgb(colour).map((value) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    })
    .sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('the launcher', () => {
  beforeEach(() => setViewport(wide))
  afterEach(async () => {
    waypost?.destroy()
    for (const name of ['lang', 'dir', 'style']) page.removeAttribute(name)
    page.lang = 'en'
    await emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'no-preference' })
    await executeServerCommand('force-colors', false)
  })

  it('is a button with a word', async () => {
    const { box, button } = await launcher()
    expect(button.textContent).to.equal('Help')
    expect(box().width).to.be.greaterThan(90)
  })

  for (const scheme of ['light', 'dark']) {
    it(`is accessible in ${scheme}`, async () => {
      page.style.colorScheme = scheme
      const { element } = await launcher()
      await expect(element).to.be.accessible()
    })
  }

  const words = {
    sv: 'Hjälp',
    'da-DK': 'Hjælp',
    nb: 'Hjelp',
    no: 'Hjelp',
    nn: 'Hjelp',
    uk: 'Допомога',
  }
  for (const [locale, word] of Object.entries({ ...words, de: 'Help', dav: 'Help' })) {
    it(`says “${word}” on a page in ${locale}`, async () => {
      page.lang = locale
      const { button } = await launcher()
      expect(button.textContent).to.equal(word)
    })
  }

  it('says the host’s word instead', async () => {
    page.lang = 'fi'
    const { button, element } = await launcher({ label: 'Kysy meiltä' })
    expect([button.textContent, element.lang]).to.deep.equal(['Kysy meiltä', 'fi'])
  })

  it('says the word of the language that the host chooses, and of the one it changes to', async () => {
    const { button, element } = await launcher({ locale: 'sv' })
    expect([button.textContent, element.lang]).to.deep.equal(['Hjälp', 'sv'])
    waypost?.setLocale('uk')
    expect([button.textContent, element.lang]).to.deep.equal(['Допомога', 'uk'])
    // As some hosts write it, and the panel reads it.
    waypost?.setLocale('da_DK')
    expect([button.textContent, element.lang]).to.deep.equal(['Hjælp', 'da'])
  })

  it('stands at the end of the line, 20 from the edges, and at the start where asked', async () => {
    const { box } = await launcher()
    expect([innerWidth - box().right, innerHeight - box().bottom]).to.deep.equal([20, 20])
    page.dir = 'rtl'
    expect(box().left).to.equal(20)
    waypost?.destroy()
    const other = await launcher({ position: 'start' })
    expect(innerWidth - other.box().right).to.equal(20)
  })

  it('is round on a phone, and keeps its name', async () => {
    await setViewport(phone)
    const { box, button, style } = await launcher()
    expect([box().width, box().height]).to.deep.equal([56, 56])
    expect(style.fontSize).to.equal('0px')
    expect(button.textContent).to.equal('Help')
    await expect(button).to.be.accessible()
  })

  it('grows with the text size of the person, not of the page', async () => {
    const { box } = await launcher()
    const { height } = box()
    page.style.fontSize = '62.5%'
    expect(box().height).to.equal(height)
  })

  it('stands above styles that would hide, move or paint everything', async () => {
    const { box, style } = await launcher()
    const before = JSON.stringify(box())
    const { backgroundColor, color, fontSize, letterSpacing } = style
    const looks = { backgroundColor, color, fontSize, letterSpacing }
    const undo = pageStyles(`
      * { all: unset !important; display: none !important; letter-spacing: 9px !important }
      html, body { display: block !important; font-size: 7px !important; visibility: hidden }
      waypost-launcher { position: static !important; transform: scale(9) !important; opacity: 0.1 }
      button { width: 400px !important; background: lime !important }
    `)
    const { backgroundColor: b, color: c, fontSize: f, letterSpacing: l } = style
    const after = JSON.stringify(box())
    undo()
    expect(after).to.equal(before)
    expect({ backgroundColor: b, color: c, fontSize: f, letterSpacing: l }).to.deep.equal(looks)
  })

  const accents = [
    '#0b7a75',
    '#2563eb',
    '#0a1f44',
    '#111111',
    '#7a7a7a',
    '#ffffff',
    '#ffd400',
    '#a3e635',
    '#f97316',
    '#ff5a5f',
    '#dc2626',
    '#ec4899',
    '#c9b8ff',
    '#6d28d9',
    '#22d3ee',
    '#0000ff',
    '#00ff00',
    '#ff0000',
    '#ff00ff',
    '#6b3f1d',
    'rebeccapurple',
    'oklch(0.7 0.15 30)',
  ]
  for (const scheme of ['light', 'dark']) {
    it(`can be read in any accent in ${scheme}`, async () => {
      page.style.colorScheme = scheme
      for (const accent of accents) {
        const { style } = await launcher({ accent })
        const word = contrast(style.color, style.backgroundColor)
        const edge = contrast(style.borderTopColor, scheme === 'light' ? '#ffffff' : '#121212')
        expect(word, `the word on ${accent}`).to.be.at.least(4.5)
        expect(edge, `the edge of ${accent}`).to.be.at.least(3)
        waypost?.destroy()
      }
    })
  }

  it('takes the accent of the page’s styles, and the plain one where an accent is none', async () => {
    const undo = pageStyles(':root { --wp-accent: #ffd400 }')
    const { style } = await launcher()
    const yellow = rgb(style.backgroundColor)
    waypost?.destroy()
    undo()
    const { style: plain } = await launcher({ accent: 'no such colour' })
    expect(yellow).to.deep.equal([255, 212, 0])
    expect(plain.backgroundColor).to.equal('rgb(11, 122, 117)')
  })

  it('is reached by keyboard, with a ring in two tones', async () => {
    const { element, style } = await launcher()
    await sendKeys({ press: 'Tab' })
    expect(document.activeElement).to.equal(element)
    expect(style.outline).to.equal('rgb(255, 255, 255) solid 2px')
    expect(style.boxShadow).to.equal('rgb(0, 0, 0) 0px 0px 0px 5px')
  })

  it('has an edge and a ring of the system in forced colours', async () => {
    await executeServerCommand('force-colors', true)
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true)
    const { button, style } = await launcher()
    expect(style.borderTopWidth).to.equal('1px')
    expect(contrast(style.color, style.backgroundColor)).to.be.at.least(4.5)
    const { borderTopColor } = getComputedStyle(button, ':before')
    expect(borderTopColor, 'the sign').to.equal(style.color)
    await sendKeys({ press: 'Tab' })
    expect([style.outlineWidth, style.outlineStyle]).to.deep.equal(['2px', 'solid'])
  })

  it('is not printed', async () => {
    const { style } = await launcher()
    expect(style.display).to.equal('flex')
    await emulateMedia({ media: 'print' })
    expect(style.display).to.equal('none')
  })

  it('hides and shows when the host says so', async () => {
    const { box } = await launcher()
    waypost?.hide()
    expect(box().width).to.equal(0)
    waypost?.show()
    expect(box().width).to.be.greaterThan(50)
  })

  it('stays when the host puts another body in place, and leaves with it', async () => {
    const { box } = await launcher()
    const body = document.body
    body.replaceWith(document.createElement('body'))
    await waitUntil(() => box().width > 0)
    const { width } = box()
    waypost?.destroy()
    document.body.replaceWith(body)
    await Promise.resolve()
    expect(width).to.be.greaterThan(90)
    expect(document.querySelector('waypost-launcher')).to.equal(null)
  })

  it('comes back to a body that the host has emptied', async () => {
    const { element } = await launcher()
    const before = [...document.body.childNodes]
    document.body.innerHTML = '<main>Another page</main>'
    await waitUntil(() => element.isConnected)
    expect(element).to.equal(document.body.lastElementChild)
    document.body.replaceChildren(...before)
  })

  it('takes a language in capitals, and a position that is none, for what is meant', async () => {
    page.lang = 'SV'
    const { box, button } = await launcher({ position: 'middle' as never })
    expect(button.textContent).to.equal('Hjälp')
    expect(innerWidth - box().right).to.equal(20)
  })

  it('stands as high as the host says, in the font of the host', async () => {
    const { box, style } = await launcher({ offset: '64px', font: 'Georgia' })
    expect([innerHeight - box().bottom, style.fontFamily]).to.deep.equal([64, 'Georgia'])
  })

  it('is the last of the body, where a page that hydrates looks no further', async () => {
    const { element } = await launcher()
    expect(element).to.equal(document.body.lastElementChild)
    expect(document.body).to.equal(page.lastElementChild)
  })

  it('says so when it cannot open, and can be pressed again', async () => {
    const { box, button, style } = await launcher()
    await setViewport(phone)
    const warn = console.warn
    console.warn = () => {}
    button.click()
    expect(button.getAttribute('aria-busy')).to.equal('true')
    const error = await waypost?.open().catch((error) => error)
    console.warn = warn
    expect(error).to.include({ name: 'WaypostError', code: 'offline' })
    expect(button.textContent).to.equal('↻ Help')
    expect(style.fontSize).to.equal('16px')
    expect(box().width).to.be.greaterThan(90)
    expect(button.getAttribute('aria-busy')).to.equal('false')
  })
})
