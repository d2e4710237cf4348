import { aTimeout, waitUntil } from '@open-wc/testing'
import { createClient } from '@waypost/sdk/client'
import type {
  Article,
  LearningHit,
  Panel,
  PanelOptions,
  SearchHit,
  Settings,
  Ticket,
} from '@waypost/sdk/contract'
import { sendKeys } from '@web/test-runner-commands'
import { outboxOf } from '../features/tickets/outbox.test.kit.js'
import { createPanel } from './create-panel.js'
import { plainLooks } from './plain-looks.test.kit.js'

const realFetch = window.fetch

export const hit = (title: string, rest: Partial<SearchHit> = {}): SearchHit => ({
  kind: 'article',
  articleId: title.toLowerCase().replaceAll(' ', '-'),
  locale: 'en',
  title,
  slug: 'slug',
  url: '/help/en/articles/slug',
  collection: 'invoices',
  score: 1,
  excerpt: [
    { text: 'Tidemark can add a ', match: false },
    { text: 'late fee', match: true },
  ],
  ...rest,
})

const heading = (id: string, text: string) =>
  ({ type: 'heading', level: 2, id, children: [{ type: 'text', text }] }) as const

export const lateFees: Article = {
  id: 'late-fees',
  locale: 'en',
  title: 'Late fees',
  summary: 'What happens when an invoice is overdue.',
  slug: 'late-fees',
  url: '/help/en/articles/late-fees',
  collection: 'invoices',
  updatedAt: '2026-01-04T10:00:00.000Z',
  translations: [],
  body: [
    heading('on', 'Turn it on'),
    { type: 'paragraph', children: [{ type: 'text', text: 'Open Settings. '.repeat(60) }] },
    heading('off', 'Turn it off'),
    {
      type: 'paragraph',
      children: [
        {
          type: 'article-link',
          articleId: 'send-a-reminder',
          children: [{ type: 'text', text: 'Reminders' }],
        },
      ],
    },
    heading('words', 'Change the words'),
    {
      type: 'table',
      align: ['none', 'end'],
      head: [[{ type: 'text', text: 'Country' }], [{ type: 'text', text: 'Fee' }]],
      rows: [[[{ type: 'text', text: 'Sweden' }], [{ type: 'text', text: 'SEK 60' }]]],
    },
    heading('limits', 'What each country allows'),
    { type: 'code', text: 'late_fee: 310' },
  ],
}

export const ticket: Ticket = {
  id: `tic_${'1'.repeat(26)}`,
  reference: 'WP-1042',
  subject: 'Card payment taken twice',
  kind: 'problem',
  status: 'pending',
  requester: { name: null, email: null, verification: 'none' },
  createdAt: '2026-01-04T10:00:00.000Z',
  updatedAt: '2026-01-04T10:00:00.000Z',
  solvedAt: null,
  unread: 0,
}

export const settings: Settings = {
  site: { key: 'tidemark', name: 'Tidemark' },
  locale: 'en',
  locales: [{ tag: 'en', name: 'English', direction: 'ltr' }],
  theme: { accent: null, font: null, radius: null, logo: null },
  mode: 'self-service',
  form: {
    kinds: ['question', 'problem'],
    fields: [],
    consent: null,
    privacyUrl: null,
    attachments: null,
    orders: false,
  },
  hours: null,
  replyHours: 2,
  education: false,
}

const list = (...items: unknown[]) => ({ items, nextCursor: null })
const neighbours = ['Late fees', 'Send a reminder'].map((title) => ({
  ...lateFees,
  id: title.toLowerCase().replaceAll(' ', '-'),
  title,
}))

/** A lesson, as what is found or offered. */
export const reminders: LearningHit = {
  ...{ kind: 'lesson', id: 'paid/reminders', locale: 'en', title: 'Be kind', course: 'Get paid' },
  ...{ minutes: 6, url: '/help/en/courses/paid/reminders' },
  excerpt: [{ text: 'Say it once.', match: false }],
}

type Reply = object | Response | Promise<object | Response>
type Replies = Record<string, (url: URL, body: Record<string, unknown>) => Reply>

const usual: Replies = {
  'GET /v1/settings': () => settings,
  'GET /v1/suggestions': () => ({ items: [hit('Late fees'), hit('Send a reminder')] }),
  'GET /v1/search': () => ({ searchId: 's1', ...list(hit('Late fees'), hit('Send a reminder')) }),
  'GET /v1/articles': () => list(...neighbours),
  'GET /v1/articles/late-fees': () => lateFees,
  'GET /v1/articles/send-a-reminder': () => ({ ...lateFees, ...neighbours[1], body: [] }),
  'GET /v1/collections': () => list({ id: 'invoices', title: 'Invoices' }),
  'PUT /v1/articles/late-fees/vote': (_, body) => ({ id: 'vot_1', ...body }),
  'GET /v1/tickets': () => list(ticket),
}

export const problem = (status: number, code: string) =>
  new Response(JSON.stringify({ code, status }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })

export const never = () => new Promise<never>(() => {})

/** The network's edge: answers as a server would, and remembers what was asked. */
function serve(replies: Replies) {
  const asked: { name: string; url: URL; body: Record<string, unknown> }[] = []
  window.fetch = async (input, init) => {
    const url = new URL(String(input))
    const name = `${init?.method ?? 'GET'} ${url.pathname}`
    const body = init?.body ? JSON.parse(String(init.body)) : {}
    asked.push({ name, url, body })
    const reply = await (replies[name] ?? usual[name] ?? (() => problem(404, 'not_found')))(
      url,
      body,
    )
    if (init?.signal?.aborted) throw new DOMException('', 'AbortError')
    return reply instanceof Response ? reply.clone() : Response.json(reply)
  }
  return asked
}

/** Says whether there is a network, as the browser would. */
export function network(there: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => there })
  if (there) window.dispatchEvent(new Event('online'))
}

function deepAll(root: ParentNode, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? deepAll(element.shadowRoot, selector) : []),
  ])
}

let panels: Panel[] = []
let launchers: HTMLElement[] = []

/** Takes away what the tests have put on the page. */
export function clearHost(): void {
  for (const panel of panels) panel.destroy()
  for (const launcher of launchers) launcher.remove()
  panels = []
  launchers = []
  window.fetch = realFetch
  Reflect.deleteProperty(navigator, 'onLine')
  for (const name of ['style', 'dir']) document.documentElement.removeAttribute(name)
}

/** A host page with a closed panel, and what a visitor can do there. */
export function hostPage(options: Partial<PanelOptions<never>> = {}, replies: Replies = {}) {
  const asked = serve(replies)
  const launcher = document.body.appendChild(document.createElement('button'))
  launcher.textContent = 'Launcher'
  const kept = new Map<string, string>()
  const events: [string, unknown][] = []
  const tokens = { get: () => kept.get('token') ?? null, set: () => {} }
  const client = createClient({ baseUrl: 'https://help.example', tokens, sleep: async () => {} })
  const keep = {
    kept,
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, value: string | null) =>
      void (value === null ? kept.delete(key) : kept.set(key, value)),
  }
  const emit = (name: string, payload: unknown) => void events.push([name, payload])
  const panel = createPanel({
    client,
    baseUrl: 'https://help.example',
    locale: 'en',
    ...plainLooks,
    keep,
    outbox: outboxOf(keep, client, emit),
    hasUnsent: () => [...kept.keys()].some((key) => key.includes(':outbox:')),
    emit,
    context: () => ({ url: 'https://host.example/invoices' }),
    launcher,
    ...options,
  })
  panels.push(panel)
  launchers.push(launcher)
  launcher.addEventListener('click', () => void panel.open())
  const element = [...document.querySelectorAll('waypost-window')].at(-1) as HTMLElement

  /** What can be seen of the panel, the deepest shadow root included. */
  const all = (selector: string) =>
    deepAll(element.shadowRoot as ShadowRoot, selector).filter((each) =>
      each.checkVisibility({ visibilityProperty: true }),
    )
  const text = (selector: string) =>
    all(selector).map((each) => (each.textContent ?? '').replace(/\s+/g, ' ').trim())
  const focused = () => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active as HTMLElement
  }
  const sees = (words: string) =>
    waitUntil(
      () => all('*').some((each) => (each.textContent ?? '').replace(/\s+/g, ' ').includes(words)),
      `should see “${words}”`,
      { timeout: 4000 },
    )
  return {
    panel,
    element,
    launcher,
    kept,
    events,
    asked,
    all,
    text,
    focused,
    sees,
    names: () => events.map(([name]) => name),
    dialog: () => element.shadowRoot?.querySelector('dialog') as HTMLDialogElement,
    /** Where the dialog stands, once it stands still. */
    async box() {
      const dialog = element.shadowRoot?.querySelector('dialog') as HTMLDialogElement
      await Promise.all(dialog.getAnimations().map(({ finished }) => finished))
      return dialog.getBoundingClientRect()
    },
    async presses(...keys: string[]) {
      for (const press of keys) await sendKeys({ press })
      await aTimeout(20)
    },
    types: (words: string) => sendKeys({ type: words }),
    async taps(words: string) {
      const button = all('button, a, label, summary').find((each) =>
        [each.textContent?.replace(/\s+/g, ' ').trim(), each.ariaLabel].includes(words),
      )
      if (!button) throw new Error(`There is nothing to tap called “${words}”`)
      button.focus()
      button.click()
      await aTimeout(20)
    },
  }
}
