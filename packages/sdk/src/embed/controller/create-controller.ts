import { type Client, createClient } from '../../client/client.js'
import type { WaypostError } from '../../contract/errors.js'
import type { PanelChange, PanelOptions } from '../../contract/panel.js'
import type { SdkEventName, SdkEvents } from '../../contract/sdk-events.js'
import { createAskHooks } from './ask-hooks.js'
import { createConsent } from './consent.js'
import { guardFetch } from './guard-fetch.js'
import { createGuests } from './guests.js'
import { hookClient } from './hook-client.js'
import { createHostSays } from './host-says.js'
import { createIdentity } from './identity.js'
import { createKeep } from './keep.js'
import { createSessionRecord } from './kept-session.js'
import { createKeptTickets } from './kept-tickets.js'
import { createLateParts } from './late-parts.js'
import { createLazyEducation } from './lazy-education.js'
import { createLazyPanel } from './lazy-panel.js'
import { createListeners } from './listeners.js'
import { createLogout } from './logout.js'
import { markSessions } from './mark-sessions.js'
import { openStorage } from './open-storage.js'
import type { PageSide } from './page-side.js'
import { readOptions } from './read-options.js'
import { createTabs, type News } from './tabs.js'
import { tokenClient } from './token-client.js'
import { createUnread } from './unread.js'
import { watchNamed } from './watch-named.js'
import { wrongCall } from './wrong-call.js'

export type Controller = ReturnType<typeof createController>

/** Puts together what the calls work with. Nothing is asked of the server before one needs it. */
export function createController(side: PageSide) {
  const listeners = createListeners()

  function emit<K extends SdkEventName>(name: K, payload: SdkEvents[K]): void {
    const mine = own()
    const isOpen = name === 'panel:opened'
    if (isOpen || name === 'panel:closed') side.draw({ isOpen })
    if (isOpen) unread.opened()
    if (name === 'panel:closed') panel.closed()
    for (const listener of listeners.take(name)) {
      try {
        listener(payload as never)
      } catch (error) {
        reportError(error)
      }
    }
    guests.tell((guest) => guest.heard(name))
    if (name === 'ticket:opened' || name === 'ticket:replied') {
      realtime.get().then(
        (part) => mine === own() && part.told(payload as SdkEvents['ticket:replied']),
        () => {},
      )
    }
  }

  /** What goes wrong is told and not thrown; what was stopped on purpose is no fault. */
  function report(error: unknown): void {
    const { code = 'internal_error', message } = error as Partial<WaypostError>
    if (code === 'aborted') return
    console.warn('[waypost]', error)
    emit('error', { code, detail: message ?? String(error) })
  }

  const { looks, storage: kind, isAllowed, site, wrong } = readOptions(side.options)
  const { baseUrl } = side.options
  const prefix = `waypost:${site ?? ''}:`
  const sessionKey = `${prefix}session`
  const storage = openStorage({ kind, prefix, isAllowed, changed: markSessions })
  const keep = createKeep(storage, prefix)
  const record = watchNamed(createSessionRecord(storage, sessionKey, baseUrl), () => {
    // Kept by what comes late: on this page it may not be there.
    for (const key of ['awaited', 'notices', 'tour']) storage.set(prefix + key, null)
  })
  const namedLast = () => record.read()?.subject ?? null
  const kept = createKeptTickets({
    keep,
    server: baseUrl,
    namedLast,
  })
  const says = createHostSays({ side, looks, emit, report, update })

  const failed = ({ code, message }: WaypostError) =>
    emit('identity:failed', { code, detail: message })
  const identity = createIdentity({
    record,
    keep,
    session: () => client.session,
    failed,
    clearView() {
      says.setContext({})
      reset()
    },
    changed() {
      const { identity: was, customerId: before } = side.state
      const state = identity.state()
      // What somebody saw without a name may be another's to see from now on.
      if (kept.handOver()) reset()
      void byTokens.claim()
      side.draw(state)
      unread.follow()
      realtime.say((part) => part.follow())
      outbox.say((part) => part.follow())
      // A visitor has no id by which they would be missed.
      const isAnother = before !== state.customerId || (was !== state.identity && was !== 'none')
      if (isAnother) emit('identity:changed', { customerId: state.customerId })
    },
  })
  const client = createClient({
    baseUrl,
    ...(site && { site }),
    get locale() {
      return says.locale
    },
    tokens: identity.tokens,
    getToken: identity.getToken,
    onIdentityFailed: failed,
    fetch: guardFetch(identity.own),
  })
  const { own, isHostThere, refusal } = identity
  const byTokens = tokenClient(client, { kept, own, isHostThere, refusal })
  const tabs = createTabs({
    name: prefix,
    onLogout: () => logouts.heard(),
    onReturn: () => logouts.returned(),
    onDecision: (decision) => consent.heard(decision),
    onHello: () => consent.repeat(),
    onUnread: (count) => storage.isShared && unread.heard(count),
    onNews(news) {
      const { sent, progress } = news
      if (!storage.isShared) return
      if (sent) outbox.say((part) => part.told(sent))
      else if (progress) education.say((part) => part.heard(progress))
      else realtime.say((part) => part.hear(news))
    },
  })
  const consent = createConsent({
    granted: isAllowed,
    storage,
    record,
    keep,
    identity,
    tell: tabs.tellDecision,
    changed(granted) {
      emit('consent:changed', { granted })
      realtime.say((part) => part.follow())
      outbox.say((part) => part.follow())
    },
  })
  const logouts = createLogout({ identity, storage, tabs, side, report })
  const unread = createUnread({
    side,
    client: () => client,
    token: identity.tokens.get,
    person() {
      const { identity: kind, customerId } = identity.state()
      return kind === 'none' ? '' : `${kind} ${customerId}`
    },
    changed(count) {
      if (storage.isShared) tabs.tellUnread(count)
      emit('unread:changed', { count })
    },
  })
  const ask = createAskHooks(listeners.take)
  const tell = (news: News) => storage.isShared && tabs.tellNews(news)
  const { realtime, outbox, hasUnsent } = createLateParts({
    prefix,
    storage,
    keep,
    kept,
    server: baseUrl,
    namedLast,
    own,
    ask,
    tell,
    emit,
    client: byTokens.client,
    call: byTokens.client.call,
    hasSession: client.session.has,
    token: identity.tokens.get,
    options: side.options,
    count: unread.again,
    show: (ticketId) =>
      void panel.get().then((it) => it.open({ view: 'ticket', ticketId }), report),
    locale: () => says.locale,
  })
  const hooked = hookClient(byTokens.client, {
    ask,
    logout: logouts.logout,
    read: unread.again,
  })
  const panelOptions = (): PanelOptions<Client> => ({
    client: hooked,
    baseUrl,
    ...says.options(),
    inside: panel.inside,
    keep: keep.keep,
    emit,
    customer: identity.customer,
    realtime: realtime.get,
    outbox: outbox.get,
    hasUnsent,
    education: education.get,
    // Asked for anew each time: the page may have several elements that open the panel.
    get launcher() {
      return side.opener
    },
  })
  const education = createLazyEducation({
    options: panelOptions,
    fetch: side.load,
    storage,
    prefix,
    isHostThere,
    isOpen: () => side.state.isOpen,
    open: async (target) => (await panel.get()).open(target),
    close: () => panel.current?.close(),
    launcher: side.button,
    tell: (progress) => tell({ progress }),
    listen: listeners.add,
    report,
    wrongCall,
  })
  const panel = createLazyPanel(side, panelOptions, report)
  const guests = createGuests({ baseUrl, site, options: panelOptions })

  /** Another person, or nobody. */
  function reset(): void {
    panel.reset()
    guests.tell((guest) => guest.reset())
    education.say((part) => part.follow())
  }

  function update(change: PanelChange): void {
    panel.current?.update(change)
    guests.tell((guest) => guest.update(change))
    education.say((part) => part.update(change))
  }

  const heardStorage = ({ key, newValue }: StorageEvent) => {
    // That a session is gone the other tab tells itself: it ended, or may be kept no longer.
    const isTold = key && newValue === null && tabs.areHeard
    if (storage.isShared && !isTold && (key === sessionKey || !key)) identity.follow()
  }
  addEventListener('storage', heardStorage)

  return {
    client: hooked,
    emit,
    report,
    says,
    listeners,
    panel,
    identity,
    logout: logouts.logout,
    setConsent: consent.set,
    lend: guests.lend,
    listen: realtime.get,
    education,

    /** The host listens by now. */
    begin(): void {
      identity.begin()
      // Whoever wrote it may be long gone from the page where they did.
      if (hasUnsent()) void outbox.get()
      says.tellWrong(wrong)
    },

    end(): void {
      removeEventListener('storage', heardStorage)
      realtime.say((part) => part.end())
      outbox.say((part) => part.end())
      education.say((part) => part.end())
      tabs.end()
      panel.end()
      guests.end()
      listeners.clear()
    },
  }
}
