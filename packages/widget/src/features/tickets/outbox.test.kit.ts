import type { Client } from '@waypost/sdk/client'
import { createKeep } from '../../../../sdk/src/embed/controller/keep.js'
import { createOutbox, type OutboxPart } from '../../../../sdk/src/embed/outbox/create-outbox.js'
import type { PanelContext } from '../../foundation/panel-context.js'

const hears = (one: OutboxPart) => one.told()

interface Browser {
  kept: Map<string, string>
  get(key: string): string | null
  set(key: string, value: string | null): void
}

/** Outboxes of the tabs that are open, by what their browser keeps. */
const tabs = new Map<Browser, Set<OutboxPart>>()
let browsers = 0
const names = new WeakMap<Browser, string>()

/** What the controller would hand to a panel: the outbox of a visitor in one tab of a browser. */
export function outboxOf(
  browser: Browser,
  client: Client,
  emit: PanelContext['emit'],
): () => Promise<OutboxPart> {
  let outbox: OutboxPart | undefined
  const prefix = names.get(browser) ?? `waypost:test-${(browsers += 1)}:`
  names.set(browser, prefix)
  const storage = {
    isShared: true,
    isLasting: true,
    isHeld: () => true,
    get: browser.get,
    set(key: string, value: string | null) {
      browser.set(key, value)
      // Other tabs hear of what this one has kept.
      queueMicrotask(() => others().forEach(hears))
    },
    all: () => [...browser.kept],
    clear: () => {},
    allow: () => {},
  }
  const keep = createKeep(storage, prefix)
  keep.turnTo({ customerId: null })
  const own = {}
  const others = () => [...(tabs.get(browser) ?? [])].filter((one) => one !== outbox)
  return async () => {
    outbox ??= createOutbox({
      client,
      keep,
      storage,
      prefix,
      emit,
      server: 'https://help.example',
      // As where the client of a host's page has its session from.
      token: () => browser.get('token'),
      namedLast: () => null,
      own: () => own,
      ask: async (_, payload) => payload,
      tell(sent) {
        for (const one of others()) one.told(sent)
      },
    })
    tabs.set(browser, (tabs.get(browser) ?? new Set()).add(outbox))
    return outbox
  }
}

/** Every tab is closed; what they keep stays. */
export function closeTabs(): void {
  for (const parts of tabs.values()) for (const outbox of parts) outbox.end()
  tabs.clear()
}

afterEach(closeTabs)
