import type { WidgetOptions } from '../contract/widget-options.js'
import { standWaypost } from '../embed/stand-waypost.js'
import type { Waypost } from '../embed/waypost.js'
import { forgetKept } from './kept-session.test.kit.js'

/**
 * Tabs of one browser with the widget on their page. After every test they are closed and the browser
 * has forgotten them; what the widget warns of stays silent.
 */
export function browserTabs() {
  const realWarn = console.warn
  const tabs: Waypost[] = []

  beforeEach(() => {
    console.warn = () => {}
  })
  afterEach(async () => {
    console.warn = realWarn
    for (const waypost of tabs.splice(0)) waypost.destroy()
    await forgetKept()
  })

  return function tab(options: WidgetOptions = {}): Waypost {
    const waypost = standWaypost(
      { baseUrl: '', launcher: 'none', site: 'test', ...options },
      'latest',
    )
    tabs.push(waypost)
    return waypost
  }
}
