import { readFileSync } from 'node:fs'
import type { RunningServer } from '@waypost/server'
import { describe, expect, it } from 'vitest'
import type { Tabs } from '../hostile-hosts/tabs.test.kit.js'
import { hasBrowser, hostWithWaypost, openPage } from './host-with-waypost.test.kit.js'

if (!hasBrowser) console.log('Skipped: there is no browser here to open the script tag with.')

describe.skipIf(!hasBrowser)('a page with the script tag', () => {
  let waypost: RunningServer
  let tabs: Tabs
  let hostUrl: string
  hostWithWaypost(
    (_request, response) => {
      const html = readFileSync(new URL('index.html', import.meta.url), 'utf8')
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(html.replace('http://127.0.0.1:8787', waypost.url))
    },
    (started) => {
      ;({ waypost, tabs, hostUrl } = started)
    },
  )

  it('has help in its corner, from another address', async ({ skip }) => {
    if (!(await fetch(`${waypost.url}/waypost.js`)).ok) skip('not built: pnpm build')
    const { page, complaints, leave } = await openPage(tabs)
    await page.goto(hostUrl)
    await page.getByRole('button', { name: 'Help' }).click()
    await page.getByRole('dialog').getByRole('heading', { name: 'How can we help?' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'How do I pay by card?' }).click()
    await page.getByRole('heading', { name: /^Get paid by card/ }).waitFor()
    expect(complaints).toEqual([])
    await leave()
  }, 60_000)
})
