import type { Guest, GuestOf } from '../../contract/guest.js'
import type {
  Looks,
  Messages,
  PageSuggestions,
  Panel,
  PanelTarget,
  TicketContextInput,
  TicketPrefill,
} from '../../contract/panel.js'
import type { DiagnoseModule } from '../diagnose/diagnose.js'
import type { IdentityToken } from '../waypost.js'
import type { Controller } from './create-controller.js'
import { eventNames, hookNames } from './event-names.js'
import type { Listener } from './listeners.js'
import type { PageSide } from './page-side.js'
import { panelTarget } from './panel-target.js'
import { validLocale } from './valid-locale.js'
import { wrongCall } from './wrong-call.js'

/** Views that show what belongs to a person; they wait until it is known who that is, if not long. */
const personal = ['form', 'requests', 'ticket']
const PATIENCE = 3_000
const soon = (work: Promise<unknown>) =>
  Promise.race([work, new Promise((late) => setTimeout(late, PATIENCE))])

/** Every call of the host by its name, with what the host may get wrong about it. */
export function createHostCalls(side: PageSide, controller: Controller) {
  const { panel, identity, listeners, says } = controller
  let last: Promise<unknown> | undefined
  /** Calls that wait for the panel to open it, and how often somebody has called to close. */
  let opens = 0
  let closes = 0

  async function open(target?: PanelTarget, opener?: unknown): Promise<void> {
    side.openedBy(opener)
    try {
      await show(target && panelTarget(target))
      side.settle(false)
    } catch (error) {
      side.settle(true)
      throw error
    }
  }

  function close(): void {
    closes++
    opens = 0
    shown()?.close()
  }

  /** In the order of the calls, however long one of them waits. */
  function whenReady(target?: PanelTarget): Promise<Panel> {
    const made = panel.get()
    const isPersonal = target && personal.includes(target.view)
    // Not `allSettled`, which the `Promise` that an old page brings along may not know.
    last = Promise.all([last, made, isPersonal && soon(identity.customer())]).catch(() => {})
    return last.then(() => made)
  }

  async function show(target?: PanelTarget): Promise<void> {
    const { isBusy } = side
    const before = closes
    let made: Panel
    opens++
    try {
      made = await whenReady(target)
      // A router may have brought or taken its place meanwhile.
      if (panel.isOver(made)) made = await panel.get()
    } finally {
      if (closes === before) opens--
    }
    // They have closed what opened first, or the host has, after this call.
    if (closes !== before || (isBusy && !side.isBusy && !side.state.isOpen)) return
    await made.open(target)
    side.draw({ isOpen: Boolean(panel.current?.isOpen) })
  }

  function listen(names: readonly string[], once?: boolean) {
    return (name: string, listener: Listener) => {
      if (!names.includes(name)) throw wrongCall(`There is no event “${name}”`)
      if (typeof listener !== 'function') throw wrongCall(`“${name}” needs a function`)
      listeners.add(name, listener, once)
    }
  }

  /** What fails now is tried again when they open. */
  const prepare = () => void panel.get().catch(() => {})

  const shown = () => panel.current ?? side.opening

  const calls: Record<string, (...args: never[]) => unknown> = {
    /** Answered by the script. */
    ready() {},
    open,
    close,
    toggle: () => (shown()?.isOpen || opens > 0 ? close() : open()),
    showArticle: (articleId: string, anchor?: string) =>
      open({ view: 'article', articleId, ...(anchor && { anchor }) }),
    openForm: (prefill?: TicketPrefill) => open({ view: 'form', ...(prefill && { prefill }) }),
    showTicket: (ticketId: string, accessToken?: string) =>
      open({ view: 'ticket', ticketId, ...(accessToken && { accessToken }) }),
    prefill: (words: TicketPrefill) => panel.prefill(words),
    identify(token: IdentityToken) {
      const isToken = typeof token === 'function' || (typeof token === 'string' && token)
      if (!isToken) throw wrongCall('identify() needs a token or a function that fetches one')
      return identity.identify(token)
    },
    logout: () => controller.logout(),
    setContext(context: TicketContextInput = {}) {
      const { url, title } = context
      const isText = [url, title].every((value) => typeof (value ?? '') === 'string')
      if (!isText) throw wrongCall('setContext() takes a url and a title, both text')
      says.setContext(context)
    },
    suggest(page: PageSuggestions | null) {
      if (typeof page !== 'object') throw wrongCall(`suggest() takes an object, not “${page}”`)
      says.suggest(page)
    },
    setLocale(tag: string) {
      const locale = validLocale(tag)
      if (locale) return says.setLocale(locale)
      side.draw({ locale: says.locale })
      throw wrongCall(`“${tag}” is no language`)
    },
    setTheme: (looks: Looks) => says.setTheme(looks),
    setMessages: (messages: Messages) => says.setMessages(messages),
    setConsent: (granted: boolean) => controller.setConsent(granted === true),
    /** In a file of its own, which looks also at what keeps ours from coming. */
    diagnose: async () => ((await side.load('diagnose')) as DiagnoseModule).diagnose(side.options),
    on: listen(eventNames),
    once: listen(eventNames, true),
    before: listen(hookNames),
    off: (name: string, listener: Listener) => listeners.remove(name, listener),
    /** Asked by elements of ours that stand in the page. */
    lend: (of: GuestOf, guest: Guest) => controller.lend(of, guest),
    /** What the script hears of the launcher, by the name of the event: it is pressed, … */
    click: (opener: unknown) => open(undefined, opener),
    /** … or somebody is near. */
    pointerover: prepare,
    focusin: prepare,
    prepare,
    /** What the live chunk asks for, where somebody may get an answer. */
    listen: () => void controller.listen(),
  }
  // Calls of education are made by what comes with it.
  for (const name of ['start', 'skip', 'restart', 'completeStep', 'track', 'page']) {
    calls[name] = (...args) => controller.education.make(name, args)
  }
  /** Asked by the live chunk: whoever is here may have something to learn, or surely has. */
  calls.learn = async (isUnsure: boolean) => {
    const live =
      isUnsure && (await controller.client.call('getLive', { session: true }).catch(() => {}))
    if (!isUnsure || (live && live.due.length > 0)) await controller.education.make('learn', [])
  }
  return calls
}
