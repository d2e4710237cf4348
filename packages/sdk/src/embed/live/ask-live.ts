import { isOn } from '../controller/is-on.js'
import { readSession } from '../controller/kept-session.js'
import { attempt, browserStorage } from '../controller/open-storage.js'
import { serverOf } from '../controller/script-address.js'
import type { ControllerModule, EmbedSide } from '../embed-side.js'
import { hasConsent } from './has-consent.js'
import { hearTabs } from './hear-tabs.js'
import { showUnread } from './show-unread.js'
import { tellWaiting } from './tell-waiting.js'

/**
 * Asks once what waits for whoever has a session here, and says so on the launcher. Whatever goes
 * wrong, nobody has asked for anything: nothing is said. Where the controller has come, it asks.
 */
export async function askLive(side: EmbedSide): Promise<void> {
  const [options, state, waiting, button, , load] = side
  const { site = '', storage: kind = 'local' } = options
  const prefix = `waypost:${site}:`
  const baseUrl = serverOf(options.baseUrl)
  const hasController = () => Object.hasOwn(waiting, 'push')

  function show(count: number): void {
    if (hasController() || state.unread === count) return
    state.unread = count
    showUnread(button, count, options.titleBadge)
    tellWaiting(waiting, count)
  }

  function come(): void {
    load('controller').then(
      (module) => (module as ControllerModule).connect(...side),
      () => addEventListener('online', come, { once: true }),
    )
  }

  /** Something of the site's education is for them; or for whoever comes. */
  function learn(isUnsure = false): void {
    waiting.push(['.learn', [isUnsure]])
    come()
  }

  try {
    if (hasController()) return
    const isAllowed = hasConsent(isOn(options.consent), waiting)
    const storage = isAllowed && kind !== 'none' ? attempt(() => browserStorage(kind)) : undefined
    const isWaiting = (key: string) => key.startsWith(prefix) && key.includes(':outbox:')
    // What somebody wrote goes out, on whichever page they are by now; who sends it asks for replies.
    if (storage && Object.keys(storage).some(isWaiting)) return come()
    const readToken = () => readSession(storage?.getItem(`${prefix}session`), baseUrl)?.token
    const token = readToken()
    if (!token && !isOn(options.live)) return
    // A tour goes on, on the next page of the host.
    if (storage?.getItem(`${prefix}tour`)) return learn()
    // The host wants to know, and says who is here when it is asked.
    const isSaid = () => isOn(options.live) && waiting.some(([path]) => path === '.identify')
    if (!token && isSaid()) return learn(true)
    const answer = await fetch(
      `${baseUrl}/v1/live${site && `?site=${encodeURIComponent(site)}`}`,
      // Without a header the browser asks at once, and not before whether it may.
      token ? { headers: { authorization: `Bearer ${token}` } } : {},
    )
    // What was kept has run out.
    if (answer.status === 401 && isSaid()) return learn(true)
    const { unread, due } = answer.ok ? await answer.json() : {}
    if (!Number.isInteger(unread)) return
    show(unread)
    const isOver = () => hasController() || waiting.some(([path]) => path === '.destroy')
    if (isOver()) return
    // Somebody has asked and waits, or the host does: the controller hears of it as it happens.
    if (token && (isOn(options.live) || storage?.getItem(`${prefix}awaited`))) {
      waiting.push(['.listen', []])
      come()
    }
    if (due?.length > 0) learn()
    if (!storage || kind === 'session') return
    hearTabs({
      name: prefix,
      launcher: (button.getRootNode() as ShadowRoot).host,
      show,
      isOver,
      // Somebody has logged out meanwhile, or is another.
      returned() {
        if (readToken() !== token) show(0)
      },
    })
  } catch {
    // Offline, or refused.
  }
}
