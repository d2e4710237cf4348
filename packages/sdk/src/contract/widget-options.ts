import type { OrdersOfPage } from './orders.js'

/**
 * Every option of the widget, once: from this table come the type, the `data-*` names of the script
 * tag (`zIndex` is `data-z-index`), the attributes of elements, and the documentation. Plain data,
 * because the embed script carries no library.
 */
export const widgetOptions = {
  site: {
    type: 'string',
    default: '',
    help: 'Key of the site; the only one of a server unless said.',
  },
  baseUrl: {
    type: 'string',
    default: '',
    help: 'Where the server is; the script tag knows it from its own address.',
  },
  locale: {
    type: 'string',
    default: '',
    help: 'BCP 47; otherwise the language of the page, then of the browser.',
  },
  theme: {
    type: ['auto', 'light', 'dark'],
    default: 'auto',
    help: '`auto` follows the color-scheme of the page.',
  },
  accent: { type: 'string', default: '', help: 'Accent colour, any CSS colour.' },
  position: {
    type: ['end', 'start'],
    default: 'end',
    help: 'Corner at the end or start of a line.',
  },
  launcher: {
    type: 'string',
    default: 'default',
    help: '`default`, `none`, or a selector of elements of yours that open the panel.',
  },
  label: { type: 'string', default: '', help: 'Word on the launcher instead of “Help”.' },
  hideOn: {
    type: 'string',
    default: '',
    help: 'Pages without the launcher: paths with `*` for anything, as `/checkout/* /login`.',
  },
  zIndex: { type: 'number', default: 2147000000, help: 'Layer of launcher and panel.' },
  layer: {
    type: ['page', 'top'],
    default: 'page',
    help: '`top` puts launcher and panel into the top layer, above everything a page can stack.',
  },
  offset: {
    type: 'string',
    default: '',
    help: 'Distance from the lower edge, any CSS length; otherwise `--wp-offset` of the page.',
  },
  mode: {
    type: ['', 'self-service', 'neutral', 'ask-first', 'form-only', 'docs-only', 'inline'],
    default: '',
    help: 'What the panel leads with; otherwise what the site says.',
  },
  inside: {
    type: 'string',
    default: '',
    help: 'Selector of the element that the panel of mode `inline` stands in.',
  },
  defer: {
    type: ['intent', 'idle', 'immediate'],
    default: 'intent',
    help: 'When the panel is fetched: when somebody comes near, once the page is idle, or at once.',
  },
  hotkey: {
    type: 'string',
    default: '',
    help: 'Key that opens the search, as `mod+k`: ⌘ on a Mac, Ctrl elsewhere. Set `live` beside it.',
  },
  live: {
    type: 'boolean',
    default: false,
    help: 'Asks for replies and news once the page is idle, also where nobody has asked before.',
  },
  titleBadge: {
    type: 'boolean',
    default: false,
    help: 'Puts the number of unread replies before the title of the page.',
  },
  sound: {
    type: 'boolean',
    default: false,
    help: 'Plays two quiet tones when a reply comes, once somebody has used the page.',
  },
  storage: {
    type: ['local', 'session', 'none'],
    default: 'local',
    help: 'Where session and drafts are kept: until deleted, until the tab closes, or nowhere.',
  },
  consent: {
    type: 'boolean',
    default: false,
    help: 'Keeps nothing beyond memory, and reads nothing kept, before `setConsent(true)`.',
  },
  font: { type: 'string', default: '', help: 'Font of launcher and panel, as in CSS.' },
  radius: {
    type: 'string',
    default: '',
    help: 'Radius of the panel’s corners, any CSS length; smaller parts follow it.',
  },
  logo: {
    type: 'string',
    default: '',
    help: 'Address of the logo on the first page of the panel.',
  },
} as const satisfies Record<string, WidgetOption>

interface WidgetOption {
  type: 'string' | 'number' | 'boolean' | readonly [string, ...string[]]
  default: string | number | boolean
  help: string
}

type ValueOf<T> = T extends 'number'
  ? number
  : T extends 'boolean'
    ? boolean
    : T extends readonly (infer S)[]
      ? S
      : string

/** The options of `createWaypost()` and of the script tag. All may be left out. */
export type WidgetOptions = {
  -readonly [K in keyof typeof widgetOptions]?: ValueOf<(typeof widgetOptions)[K]['type']>
} & {
  /** Tells the orders of the person, for the form to choose from; of no attribute. */
  orders?: OrdersOfPage
}
