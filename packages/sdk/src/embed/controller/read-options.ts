import type { PanelOptions } from '../../contract/panel.js'
import type { WidgetOptions } from '../../contract/widget-options.js'
import { checkLooks } from './check-looks.js'
import { isOn } from './is-on.js'
import { validLocale } from './valid-locale.js'

/** Not from the table of the contract, which would carry its documentation along. */
const choices: { [K in Choice]-?: readonly NonNullable<WidgetOptions[K]>[] } = {
  theme: ['auto', 'light', 'dark'],
  position: ['end', 'start'],
  storage: ['local', 'session', 'none'],
  layer: ['page', 'top'],
  mode: ['', 'self-service', 'neutral', 'ask-first', 'form-only', 'docs-only', 'inline'],
  defer: ['intent', 'idle', 'immediate'],
}
type Choice = 'theme' | 'position' | 'storage' | 'layer' | 'mode' | 'defer'

type Look =
  | 'theme'
  | 'position'
  | 'layer'
  | 'mode'
  | 'accent'
  | 'offset'
  | 'font'
  | 'radius'
  | 'logo'
  | 'zIndex'

/** As the launcher has it where the host says nothing. */
const HIGHEST = 2147000000

/** The options as they hold, whoever wrote them: the attributes of a script tag are all text. */
export function readOptions(options: WidgetOptions) {
  /** What is wrong, each in a sentence. */
  const wrong: string[] = []

  function choice<K extends Choice>(name: K): NonNullable<WidgetOptions[K]> {
    const [usual] = choices[name]
    const given = options[name] || usual
    if (choices[name].includes(given as never)) return given as never
    wrong.push(`${name} can be ${choices[name].filter(Boolean).join(', ')}, not “${given}”`)
    return usual as never
  }
  for (const name of ['launcher', 'inside'] as const) {
    const selector = options[name]
    try {
      if (selector) document.createDocumentFragment().querySelector(selector)
    } catch {
      wrong.push(`${name} is a selector, not “${selector}”`)
    }
  }
  let offset = options.offset ?? ''
  if (offset === '0') offset = '0px'
  if (offset && !CSS.supports('width', `calc(1px + ${offset})`)) {
    wrong.push(`offset is a CSS length, not “${offset}”`)
    offset = ''
  }
  if (options.locale && !validLocale(options.locale)) {
    wrong.push(`locale is a language, not “${options.locale}”`)
  }
  // Done by the script and what it fetches, which tell nobody.
  choice('defer')
  const { hotkey } = options
  if (hotkey && !/mod[+](.*[+])?[!-~]$/i.test(hotkey)) wrong.push(`hotkey cannot be “${hotkey}”`)
  let zIndex = Number(options.zIndex ?? HIGHEST)
  if (!Number.isInteger(zIndex)) {
    wrong.push(`zIndex is a whole number, not “${options.zIndex}”`)
    zIndex = HIGHEST
  }
  const { accent, font, radius, logo } = options
  const own = checkLooks({ accent, font, radius, logo })
  wrong.push(...own.wrong)
  const looks: Pick<PanelOptions<unknown>, Look> = {
    theme: choice('theme'),
    position: choice('position'),
    layer: choice('layer'),
    mode: choice('mode'),
    accent: '',
    offset,
    font: '',
    radius: '',
    logo: '',
    ...own.looks,
    zIndex,
  }
  return {
    looks,
    storage: choice('storage'),
    isAllowed: !isOn(options.consent),
    site: options.site || undefined,
    wrong,
  }
}
