import type { WidgetOptions } from '../contract/widget-options.js'
import { launcherStyles } from './launcher.styles.js'
import type { WaypostState } from './waypost.js'

const norwegian = ['Hjelp', 'Prøv igjen']

/** By language: the word on the launcher, and the one after a failure. */
const words: Record<string, string[]> = {
  en: ['Help', 'Try again'],
  sv: ['Hjälp', 'Försök igen'],
  da: ['Hjælp', 'Prøv igen'],
  nb: norwegian,
  no: norwegian,
  nn: norwegian,
  uk: ['Допомога', 'Ще раз'],
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
  root.adoptedStyleSheets = [styles]
  root.append(button)
  button.ariaLive = 'polite'
  button.ariaHasPopup = 'dialog'
  button.ariaExpanded = 'false'

  const draw: DrawLauncher = (locale, busy = button.ariaBusy as Busy) => {
    let [language] = `${locale}`.toLowerCase().split(/[-_]/) as [string]
    const [help, again] = (words[language] ?? words[(language = 'en')]) as [string, string]
    state.locale = locale
    element.lang = options.label ? locale : language
    button.ariaBusy = busy
    button.textContent = busy === 'false' ? again : options.label || help
  }
  return [element, button, draw] as const
}
