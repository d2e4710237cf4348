import type { WidgetOptions } from '../contract/widget-options.js'
import { launcherStyles } from './launcher.styles.js'
import type { WaypostState } from './waypost.js'

/** The word on the launcher, by language; English in any other. */
const words: Partial<Record<string, string>> = {
  nn: 'Hjelp',
  no: 'Hjelp',
  nb: 'Hjelp',
  sv: 'Hjälp',
  da: 'Hjælp',
  uk: 'Допомога',
}

/** Whether the panel is on its way; `'false'` after it could not be fetched. */
export type Busy = 'true' | 'false' | null

export type DrawLauncher = (locale: string, busy?: Busy) => void

/** The button in the corner: safe from the page's styles, and within the strictest CSP. */
export function createLauncher(options: WidgetOptions, state: WaypostState) {
  const element = document.createElement('waypost-launcher')
  const button = document.createElement('button')
  const styles = new CSSStyleSheet()
  const root = element.attachShadow({ mode: 'open' })
  styles.replaceSync(launcherStyles(options))
  root.append(button)
  root.adoptedStyleSheets = [styles]
  button.ariaLive = 'polite'

  const draw: DrawLauncher = (locale, busy = button.ariaBusy as Busy) => {
    const [language] = `${locale}`.toLowerCase().split(/[_-]/) as [string]
    element.lang = options.label ? locale : words[language] ? language : 'en'
    button.ariaBusy = busy
    state.locale = locale
    // The arrow of trying again says in any language that the last try has failed.
    button.textContent =
      (busy === 'false' ? '↻ ' : '') + (options.label || words[language] || 'Help')
  }
  return [element, button, draw] as const
}
