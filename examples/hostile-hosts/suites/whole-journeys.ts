import type { Page } from 'playwright-core'
import { beforeAll, expect, it, vi } from 'vitest'
import { createAgent } from '../agent.test.kit.js'
import { asks, findsHelp, isAnswered, leaves, replies } from '../visitor.test.kit.js'
import type { World } from '../world.test.kit.js'
import { hostOf, visit } from './ordinary-visits.js'

/** What lists against ads, trackers and annoyances look for in an address. */
const UNWANTED =
  /chat|messenger|widget|support[-_.]|help-?desk|intercom|zendesk|crisp|track|analytics|metrics|beacon|[/]collect\b|telemetry|pixel|[/]ads?[/-]|advert|banner|popup|pop-up|stats|event|log\b|cookie|consent|gdpr|social|share/i

/** From the search to the answer and back: everything that a visitor does, where little may be done. */
export function wholeJourneys(world: World): void {
  let agent: Awaited<ReturnType<typeof createAgent>>
  beforeAll(async () => {
    agent = await createAgent(world)
  })

  async function journey(name: string, watch?: (page: Page) => Promise<unknown>) {
    const { page, frame, complaints, close } = await visit(world, hostOf(name))
    await watch?.(page)
    await findsHelp(frame)
    const subject = `My visit to ${name}`
    await asks(frame, subject)
    const ticket = await agent.sees(subject)
    if (!ticket) throw new Error(`Nobody has asked about ${subject}`)
    expect(ticket.context.url).toBe(world.at(name))
    await agent.answers(ticket, 'Then come in.')
    await isAnswered(frame, 'Then come in.')
    await replies(frame, 'I am here.')
    await vi.waitFor(async () => expect(await agent.hears(ticket)).toContain('I am here.'))
    await leaves(frame)
    return { page, complaints, close }
  }

  for (const name of ['strict-policy', 'strictest-policy']) {
    it.concurrent(`${name} is kept to from search to reply, without one report`, async ({
      expect,
    }) => {
      const reports = () => world.reports.filter((report) => report.includes(`/${name}`))
      const { page, complaints, close } = await journey(name)
      expect(complaints).toEqual([])
      expect(reports()).toEqual([])
      // The same page would tell: the first word of a stranger is reported.
      await page.evaluate(() => void document.body.setAttribute('style', 'color: red'))
      await expect.poll(() => reports().join()).toContain('style-src')
      await close()
    }, 90_000)
  }

  it.concurrent('may be read with an ad blocker, from search to reply', async () => {
    const stopped: string[] = []
    const fetched = new Set<string>()
    const { page, complaints, close } = await journey('ad-blocker', (page) =>
      page.route('**', (route) => {
        const { origin, pathname } = new URL(route.request().url())
        if (origin !== world.waypost.url) return route.fallback()
        fetched.add(pathname)
        if (!UNWANTED.test(pathname)) return route.fallback()
        stopped.push(pathname)
        return route.abort()
      }),
    )
    expect(stopped).toEqual([])
    expect(fetched.size).toBeGreaterThan(8)
    // And what they look for in a page: names of elements, ids and classes.
    const names = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter(({ localName }) => localName.startsWith('waypost'))
        .map(({ localName, id, className }) => `${localName}#${id}.${className}`),
    )
    expect(names.length).toBeGreaterThan(1)
    expect(names.filter((name) => UNWANTED.test(name))).toEqual([])
    expect(complaints).toEqual([])
    await close()
  }, 90_000)
}
