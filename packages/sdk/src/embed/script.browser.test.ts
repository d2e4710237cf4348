import { expect, waitUntil } from '@open-wc/testing'
import { isWaypostError } from '../contract/errors.js'
import type { StartedWaypost } from './start-waypost.js'

/** What `pnpm build` made of the script, on pages of their own behind the strictest policy. */
const SCRIPT = new URL('/built/waypost.js', location.href).href
const POLICY =
  `default-src 'none'; script-src 'nonce-host' 'strict-dynamic'; style-src 'none'; ` +
  `connect-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`

interface HostWindow extends Window {
  waypost: StartedWaypost
  heard: string[]
  first?: StartedWaypost
}

let frame: HTMLIFrameElement

/** A page of a host: what is wrong with it stands in `faults`. */
async function host({ head = '', tag = `<script nonce="host" async src="${SCRIPT}"></script>` }) {
  frame = document.createElement('iframe')
  frame.srcdoc = `<!doctype html><html lang="en"><head>
    <meta http-equiv="Content-Security-Policy" content="${POLICY}">
    <script nonce="host">
      heard = []
      document.addEventListener('securitypolicyviolation', (event) =>
        heard.push('violation of ' + event.violatedDirective))
      addEventListener('error', (event) => heard.push('error ' + event.message))
      addEventListener('unhandledrejection', (event) => heard.push('rejection ' + event.reason))
      console.warn = (...words) => heard.push('warning ' + words.join(' '))
    </script>${head}${tag}</head><body><h1>Host</h1></body></html>`
  document.body.append(frame)
  const page = frame.contentWindow as HostWindow
  await waitUntil(() => page.document.readyState === 'complete' && page.waypost)
  await page.waypost.ready()
  return {
    page,
    launchers: () => page.document.querySelectorAll('waypost-launcher'),
    button: () =>
      page.document
        .querySelector('waypost-launcher')
        ?.shadowRoot?.querySelector('button') as HTMLButtonElement,
    fetched: () =>
      page.performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => !path.includes('chai')),
  }
}

const later = () => new Promise((resolve) => setTimeout(resolve, 300))
const kept = async () => [
  Object.keys(localStorage).filter((key) => key.startsWith('waypost')),
  Object.keys(sessionStorage).filter((key) => key.startsWith('waypost')),
  document.cookie,
  (await indexedDB.databases()).length,
]

describe('the script tag', () => {
  afterEach(() => frame.remove())

  it('fetches and keeps nothing before somebody needs it', async () => {
    const { page, fetched, button } = await host({})
    page.waypost.identify(() => 'a token that nobody asks for')
    page.waypost.on('panel:opened', () => {})
    page.waypost.setContext({ title: 'Invoices' })
    await later()
    expect(button().textContent).to.equal('Help')
    expect(fetched()).to.deep.equal(['/built/waypost.js'])
    expect(await kept()).to.deep.equal([[], [], '', 0])
    expect(page.heard).to.deep.equal([])
  })

  it('gives the page its keys back when it is taken off', async () => {
    const tag = `<script nonce="host" async src="${SCRIPT}" data-hotkey="mod+k" data-defer="idle"></script>`
    const { page, launchers } = await host({ tag })
    const isMac = /Mac|iP/.test(navigator.platform)
    const press = () => {
      const keys = isMac ? { metaKey: true } : { ctrlKey: true }
      const event = new KeyboardEvent('keydown', {
        key: 'k',
        code: 'KeyK',
        cancelable: true,
        ...keys,
      })
      page.dispatchEvent(event)
      return event.defaultPrevented
    }
    await waitUntil(press)
    await page.waypost.destroy()
    expect([launchers().length, press()]).to.deep.equal([0, false])
  })

  it('draws within a policy that allows no style, and Trusted Types', async () => {
    const { page, button } = await host({})
    const { width, height } = button().getBoundingClientRect()
    expect(width).to.be.greaterThan(50)
    expect(height).to.be.greaterThan(50)
    expect(page.heard).to.deep.equal([])
  })

  it('opens the panel on a click, with the scripts of its own build', async () => {
    const { page, fetched, button } = await host({})
    button().click()
    await waitUntil(() => page.waypost.getState().isOpen)
    await waitUntil(() => page.document.querySelector('waypost-window') === null)
    expect(fetched()).to.include.members([
      '/built/assets/__WAYPOST_BUILD__/start.js',
      '/built/assets/__WAYPOST_BUILD__/controller.js',
      '/built/assets/__WAYPOST_BUILD__/panel.js',
    ])
    expect(page.heard).to.deep.equal([])
  })

  it('finds the rest beside itself where a page keeps to one build of it', async () => {
    const pinned = SCRIPT.replace('/waypost.js', '/assets/3f9c0a7be41d/waypost.js')
    const { page, fetched } = await host({
      tag: `<script nonce="host" async src="${pinned}"></script>`,
    })
    await page.waypost.open()
    expect(fetched()).to.include.members([
      '/built/assets/3f9c0a7be41d/waypost.js',
      '/built/assets/__WAYPOST_BUILD__/controller.js',
      '/built/assets/__WAYPOST_BUILD__/panel.js',
    ])
    expect(page.heard).to.deep.equal([])
  })

  it('makes the calls of a stub in their order, and later ones too', async () => {
    const stub = `<script nonce="host">
      window.waypost = { q: [] }
      early = window.waypost
      waypost.q.push(['on', 'panel:opened', () => heard.push('opened')])
      waypost.q.push(['on', 'ready', () => heard.push('ready')])
      waypost.q.push(['openForm', { subject: 'Late' }])
    </script>`
    const { page } = await host({ head: stub })
    await waitUntil(() => page.heard.includes('opened'))
    page.waypost.q.push(['close'])
    expect(page.waypost.getState().isOpen).to.equal(false)
    expect(page.heard).to.deep.equal(['ready', 'opened'])
  })

  it('goes on when its element is taken away, and when the element names its site', async () => {
    const tag = `<script nonce="host" async src="${SCRIPT}" data-site="tidemark" data-locale="sv"
      data-label="Fråga oss" data-z-index="7" data-position="start"></script>`
    const { page, button } = await host({ tag })
    page.document.querySelector('script[data-site]')?.remove()
    expect(button().textContent).to.equal('Fråga oss')
    expect(page.waypost.getState().locale).to.equal('sv')
    expect(page.getComputedStyle(button()).zIndex).to.equal('7')
    await page.waypost.open()
    expect(page.heard).to.deep.equal([])
  })

  it('finds its tag where the page loads it as a module', async () => {
    const tag = `<script nonce="host" type="module" src="${SCRIPT}" data-label="Ask us"></script>`
    const { page, button, fetched } = await host({ tag })
    expect(button().textContent).to.equal('Ask us')
    await page.waypost.open()
    expect(fetched()).to.include('/built/assets/__WAYPOST_BUILD__/controller.js')
    expect(page.heard).to.deep.equal([])
  })

  it('leaves no name of its own on the page', async () => {
    const before = '<script nonce="host">before = Object.getOwnPropertyNames(self)</script>'
    const { page } = await host({ head: before })
    const { before: known } = page as unknown as { before: string[] }
    const names = Object.getOwnPropertyNames(page).filter((name) => !known.includes(name))
    expect(names.sort()).to.deep.equal(['before', 'waypost'])
  })

  it('stands once, however often it is on the page, and says so', async () => {
    const one = `<script nonce="host" src="${SCRIPT}"></script>`
    const remember = '<script nonce="host">first = waypost</script>'
    const { page, launchers } = await host({ tag: one + remember + one })
    const errors: string[] = []
    page.waypost.on('error', ({ detail }) => errors.push(detail))
    await page.waypost.open()
    expect(page.waypost).to.equal(page.first)
    expect(launchers().length).to.equal(1)
    expect(page.heard).to.deep.equal([
      'warning [waypost] WaypostError: The script is on this page twice',
    ])
    expect(errors).to.deep.equal(['The script is on this page twice'])
  })

  it('says kindly that the rest did not come, and tries again', async () => {
    const tag = `<script nonce="host" async src="${SCRIPT}" data-base-url="/away/"></script>`
    const { page, button, fetched } = await host({ tag })
    const asked = page.waypost.client.search('fee').catch((error) => error)
    button().click()
    await waitUntil(() => button().textContent === '↻ Help')
    const error = await asked
    expect(fetched()).to.include('/away/assets/__WAYPOST_BUILD__/controller.js')
    expect([error.name, error.code]).to.deep.equal(['WaypostError', 'offline'])
    expect(isWaypostError(Object.assign(new Error(), error, { name: error.name }))).to.equal(true)
    expect(page.heard.every((line) => line.startsWith('warning [waypost]'))).to.equal(true)
    button().click()
    expect(button().textContent).to.equal('Help')
    await waitUntil(() => button().textContent === '↻ Help')
  })
})
