import { expect, waitUntil } from '@open-wc/testing'
import { guardFetch } from './guard-fetch.js'

const realFetch = globalThis.fetch
const realError = console.error
const realNow = Date.now
const own: ReadonlySet<string> = new Set()

afterEach(() => {
  globalThis.fetch = realFetch
  console.error = realError
  Date.now = realNow
})

it('tells the developer of a page that the server refuses, once', async () => {
  const said: string[] = []
  const asked: string[] = []
  let isUp = false
  console.error = (text: string) => said.push(text)
  // The network's edge: a browser that keeps every answer but an opaque one from the page.
  globalThis.fetch = async (input, init) => {
    asked.push(String(input))
    if (!isUp || init?.mode !== 'no-cors') throw new TypeError('Failed to fetch')
    return new Response()
  }
  const fetchSettings = () =>
    guardFetch(() => own)('https://help.test/v1/settings?site=x', {}).catch(() => {})
  const probed = (times: number) =>
    waitUntil(() => asked.filter((url) => url === 'https://help.test/healthz').length === times)

  await fetchSettings()
  await probed(1)
  await fetchSettings()
  await fetchSettings()
  await probed(1)
  expect(said, 'a server that is down refuses nobody').to.deep.equal([])
  isUp = true
  Date.now = () => realNow() + 60_000
  for (let times = 2; times <= 3; times++) {
    await fetchSettings()
    await probed(times)
  }
  await waitUntil(() => said.length > 0)
  await fetchSettings()
  await probed(3)
  expect(said).to.deep.equal([
    `[waypost] https://help.test refuses this page. Add '${origin}' to \`origins\` of the site.`,
  ])
})
