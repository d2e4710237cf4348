import type { CDPSession } from 'playwright-core'
import { expect, it } from 'vitest'
import { complaintsOf } from '../visitor.test.kit.js'
import type { World } from '../world.test.kit.js'

/** What would go on after us: counted in the heap itself, after its garbage has been collected. */
const LIVING = [
  ...['AbortController', 'BroadcastChannel', 'EventSource', 'WebSocket', 'Worker'],
  ...['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver'],
  ...['ShadowRoot', 'HTMLElement', 'CSSStyleSheet'],
]
/** Where our listeners would be those of the page. */
const HEARING = [
  'window',
  'document',
  'document.documentElement',
  'document.body',
  'visualViewport',
]

interface Page {
  timers: Set<number>
  createWaypost(options: { baseUrl: string }): { open(): Promise<void>; destroy(): void }
}

/** A page from which we go as often as we come. */
export function comingAndGoing(world: World): void {
  it('has nothing of us left when we have come and gone a hundred times', async () => {
    const page = await world.browser.newPage({ reducedMotion: 'reduce' })
    const complaints = complaintsOf(page)
    await page.addInitScript(countTimers)
    await page.goto(world.at('plain?without'))
    await page.addScriptTag({
      type: 'module',
      content: `import { createWaypost } from '/sdk/index.js'
        window.createWaypost = createWaypost`,
    })
    await page.waitForFunction(() => 'createWaypost' in window)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')

    const comeAndGo = (times: number) =>
      page.evaluate(
        async ([baseUrl, times]) => {
          const { createWaypost } = window as never as Page
          for (let time = 0; time < times; time++) {
            const waypost = createWaypost({ baseUrl })
            await waypost.open()
            waypost.destroy()
          }
          // What was on its way ends at the next turn of the loop, as the panel's going does.
          await new Promise((done) => requestIdleCallback(done))
        },
        [world.waypost.url, times] as const,
      )
    const timers = () => page.evaluate(() => (window as never as Page).timers.size)
    await comeAndGo(10)
    await expect.poll(timers, { timeout: 10_000 }).toBe(0)
    const before = await countIn(cdp)
    await comeAndGo(100)
    await expect.poll(timers, { timeout: 10_000 }).toBe(0)
    const after = await countIn(cdp)

    expect(after.living).toEqual(before.living)
    expect(after.hearing).toEqual(before.hearing)
    expect(after.nodes - before.nodes).toBeLessThan(100)
    expect(after.listeners - before.listeners).toBeLessThan(20)
    // A hundredth of it is what one of us would leave behind.
    expect(after.heap - before.heap).toBeLessThan(400_000)
    expect(complaints).toEqual([])
    await page.close()
  }, 90_000)
}

/** In the page, before anything else: which timers are still to come. */
function countTimers(): void {
  const page = window as never as Page
  const live = (page.timers = new Set<number>())
  const { setTimeout, setInterval, clearTimeout, clearInterval } = window
  window.setTimeout = ((call: () => void, ...rest: [number]) => {
    const id = setTimeout(
      () => {
        live.delete(id)
        call()
      },
      ...rest,
    )
    live.add(id)
    return id
  }) as never
  window.setInterval = ((...what: Parameters<typeof setInterval>) => {
    const id = setInterval(...what)
    live.add(id)
    return id
  }) as never
  window.clearTimeout = (id) => {
    live.delete(id as number)
    clearTimeout(id)
  }
  window.clearInterval = (id) => {
    live.delete(id as number)
    clearInterval(id)
  }
}

async function countIn(cdp: CDPSession) {
  for (const _round of [1, 2]) await cdp.send('HeapProfiler.collectGarbage')
  const objectOf = async (expression: string) =>
    (await cdp.send('Runtime.evaluate', { expression })).result.objectId ?? ''

  const living: Record<string, number> = {}
  for (const name of LIVING) {
    const prototypeObjectId = await objectOf(`${name}.prototype`)
    const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId })
    const { objectId } = objects
    const functionDeclaration = 'function () { return this.length }'
    const returned = { objectId, functionDeclaration, returnByValue: true }
    living[name] = (await cdp.send('Runtime.callFunctionOn', returned as never)).result.value
  }
  const hearing: Record<string, number> = {}
  for (const name of HEARING) {
    const objectId = await objectOf(name)
    hearing[name] = (await cdp.send('DOMDebugger.getEventListeners', { objectId })).listeners.length
  }
  await cdp.send('Runtime.discardConsoleEntries')
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  const { usedSize: heap } = await cdp.send('Runtime.getHeapUsage')
  return { living, hearing, nodes: of('Nodes'), listeners: of('JSEventListeners'), heap }
}
