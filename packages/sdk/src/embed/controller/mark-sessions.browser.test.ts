import { expect, waitUntil } from '@open-wc/testing'
import { browserTabs } from '../../testing/browser-tabs.test.kit.js'
import { isMarked } from '../../testing/kept-session.test.kit.js'
import { standInServer, tokenOf } from '../../testing/stand-in-server.test.kit.js'

const tab = browserTabs()
const isBare = async () => !(await isMarked())

/** Long enough for a database to be made, had anybody wanted one. */
async function expectBare(): Promise<void> {
  await new Promise((done) => setTimeout(done, 150))
  expect(await isMarked()).to.equal(false)
}

describe('the mark of a session', () => {
  let server: ReturnType<typeof standInServer>
  beforeEach(() => {
    server = standInServer()
  })
  afterEach(() => server.leave())

  it('stands until somebody has logged out', async () => {
    const waypost = tab()
    await waypost.identify(tokenOf('ada'))
    await waitUntil(isMarked, 'no mark', { timeout: 5000 })
    await waypost.logout()
    await waitUntil(isBare)
  })

  it('stands as long as another site of the page keeps a session', async () => {
    localStorage.setItem('waypost:other:session', '{}')
    const waypost = tab()
    await waypost.identify(tokenOf('ada'))
    await waypost.logout()
    await waitUntil(isMarked, 'no mark', { timeout: 5000 })
    localStorage.removeItem('waypost:other:session')
    await tab().identify(tokenOf('bob'))
    await waypost.logout()
    await waitUntil(isBare)
  })

  it('goes with a consent that is taken back, and comes with one that is given', async () => {
    const waypost = tab({ consent: true })
    await waypost.identify(tokenOf('ada'))
    await expectBare()
    waypost.setConsent(true)
    await waitUntil(isMarked, 'no mark', { timeout: 5000 })
    waypost.setConsent(false)
    await waitUntil(isBare)
  })

  it('is not made where the host keeps nothing, or only until the tab closes', async () => {
    for (const storage of ['none', 'session'] as const) {
      const waypost = tab({ storage })
      await waypost.identify(tokenOf('ada'))
      await expectBare()
      waypost.destroy()
    }
  })

  it('is made anew where the browser has thrown it away, and goes where the page has cleared its own', async () => {
    const waypost = tab()
    await waypost.identify(tokenOf('ada'))
    await waitUntil(isMarked, 'no mark', { timeout: 5000 })
    indexedDB.deleteDatabase('waypost:')
    await waitUntil(isBare)
    waypost.destroy()
    const second = tab()
    await second.open()
    await waitUntil(isMarked, 'no mark', { timeout: 5000 })
    second.destroy()
    localStorage.clear()
    await tab().open()
    await waitUntil(isBare)
  })

  it('spares the page a look into its storage', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor
    let looks = 0
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        looks++
        return own.get?.call(window)
      },
    })
    try {
      const waypost = tab({ launcher: 'default' })
      await waypost.ready()
      await new Promise((done) => setTimeout(done, 150))
      expect(looks).to.equal(0)
      await waypost.open()
      expect(looks).to.be.above(0)
    } finally {
      Object.defineProperty(window, 'localStorage', own)
    }
  })
})
