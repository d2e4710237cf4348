import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { FORMER_WORDS } from '../former-build.test.kit.js'
import { ARTICLE, complaintsOf, findsHelp, leaves } from '../visitor.test.kit.js'
import type { World } from '../world.test.kit.js'

/** The script as a page had it before calls could be added to what it hands over. */
const former = readFileSync(new URL('../former/waypost.js.txt', import.meta.url), 'utf8')

/** Pages whose script and server are not of one build: a browser kept the one, the other is new. */
export function otherBuilds(world: World): void {
  /** Opens a page in a browser that has kept this script. */
  async function visit(script: string, name = 'plain', complains?: RegExp) {
    const page = await world.browser.newPage({ reducedMotion: 'reduce' })
    page.setDefaultTimeout(30_000)
    const complaints = complaintsOf(page, complains)
    await page.route('**/waypost.js', (route) =>
      route.fulfill({ body: script, contentType: 'text/javascript' }),
    )
    await page.goto(world.at(name))
    return { page, complaints }
  }

  const scriptOf = async (build: string) =>
    (await fetch(`${world.waypost.url}/assets/${build}/waypost.js`)).text()
  const current = async () => (await fetch(`${world.waypost.url}/waypost.js`)).text()
  const fetched = (page: Page) =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .flatMap(({ name }) => /assets[/](\w+)[/].*js/.exec(name)?.[1] ?? []),
    )

  it.concurrent('may have the script of a build that the server has kept, and all else of it', async () => {
    const { page, complaints } = await visit(await scriptOf(world.formerBuild))
    await page.getByRole('button', { name: 'Help', exact: true }).click()
    await page.getByRole('searchbox', { name: FORMER_WORDS }).pressSequentially('guest')
    // At home the same article is offered: only what was found counts.
    const found = page.locator('waypost-search-view').getByRole('link', { name: ARTICLE })
    await found.click()
    await page.getByText('A guest leaves the house as it was.').last().waitFor()
    expect([...new Set(await fetched(page))]).toEqual([world.formerBuild])
    expect(complaints).toEqual([])
    await page.close()
  }, 90_000)

  it.concurrent('may have a script that is older than the server, which has nothing else of it', async () => {
    const { page, complaints } = await visit(former.replaceAll('__WAYPOST_BUILD__', '0'.repeat(12)))
    await findsHelp(page.mainFrame())
    await leaves(page.mainFrame())
    expect(complaints).toEqual([])
    await page.close()
  }, 90_000)

  it.concurrent('may have a script that is newer than the server', async () => {
    const newer = (await current()).replace(/(?<=[`"'/])[\da-f]{12}(?=[`"'/])/, 'f'.repeat(12))
    expect(newer).not.toBe(await current())
    const { page, complaints } = await visit(newer)
    await findsHelp(page.mainFrame())
    await leaves(page.mainFrame())
    expect(complaints).toEqual([])
    await page.close()
  }, 90_000)

  it.concurrent('may have two scripts of two builds: the first one stands, and says so', async () => {
    const said = /The script is on this page twice/
    // The second tag is that of the current build.
    const { page, complaints } = await visit(await scriptOf(world.formerBuild), 'twice', said)
    const told = page.waitForEvent('console', (message) => said.test(message.text()))
    await page.getByRole('button', { name: 'Help', exact: true }).click()
    await page.getByRole('searchbox').waitFor()
    await told
    expect(await page.locator('waypost-launcher').count()).toBe(1)
    expect(complaints).toEqual([])
    await page.close()
  }, 90_000)

  it.concurrent('may have the panels of two builds, one after the other', async () => {
    const { page, complaints } = await visit(await scriptOf(world.formerBuild))
    await page.getByRole('button', { name: 'Help', exact: true }).click()
    await page.getByRole('searchbox', { name: FORMER_WORDS }).waitFor()
    await page.keyboard.press('Escape')
    await page.addScriptTag({
      type: 'module',
      content: `import { createWaypost } from '/sdk/index.js'
        window.second = createWaypost({ baseUrl: '${world.waypost.url}', launcher: '#own' })`,
    })
    await page.waitForFunction(() => 'second' in window)
    await page.getByRole('button', { name: 'A button of the host' }).click()
    await page.getByRole('searchbox', { name: 'Search help' }).waitFor()
    expect(complaints).toEqual([])
    await page.close()
  }, 90_000)
}
