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
  zIndex: { type: 'number', default: 2147483000, help: 'Layer of launcher and panel.' },
  storage: {
    type: ['local', 'session', 'none'],
    default: 'local',
    help: 'Where session and drafts are kept: until deleted, until the tab closes, or nowhere.',
  },
} as const satisfies Record<string, WidgetOption>

interface WidgetOption {
  type: 'string' | 'number' | readonly [string, ...string[]]
  default: string | number
  help: string
}

type ValueOf<T> = T extends 'number' ? number : T extends readonly (infer S)[] ? S : string

/** The options of `createWaypost()` and of the script tag. All may be left out. */
export type WidgetOptions = {
  -readonly [K in keyof typeof widgetOptions]?: ValueOf<(typeof widgetOptions)[K]['type']>
}
