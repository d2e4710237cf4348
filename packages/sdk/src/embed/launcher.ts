import type { WidgetOptions } from '../contract/widget-options.js'
import type { LauncherState } from './embed-side.js'
import { launcherStyles } from './launcher.styles.js'

/** A signpost with a question, on a 20 × 20 grid. */
const SIGN =
  'M5 3h7.4q.8 0 1.2.5l3 3.6q.7.9 0 1.8l-3 3.6q-.4.5-1.2.5H5q-2 0-2-2V5q0-2 2-2m3.3 10v4.3m-2.5 0h5M7.1 7a1.8 1.8 0 1 1 2.5 1.6q-.8.4-.8 1m0 1.5v0'

/** A language, the word on the launcher, and the one after a failure. */
const words = [
  ['en', 'Help', 'Try again'],
  ['sv', 'Hjälp', 'Försök igen'],
  ['da', 'Hjælp', 'Prøv igen'],
  ['nb', 'Hjelp', 'Prøv igjen'],
  ['uk', 'Допомога', 'Спробуйте ще'],
] as const

/** The button in the corner: safe from the page's styles, and within the strictest CSP. */
export function createLauncher(options: WidgetOptions) {
  const svg = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name)
  const element = document.createElement('waypost-launcher')
  const button = document.createElement('button')
  const word = document.createElement('span')
  const icon = svg('svg')
  const path = svg('path')
  const styles = new CSSStyleSheet()
  const root = element.attachShadow({ mode: 'open', delegatesFocus: true })
  styles.replaceSync(launcherStyles(options))
  root.adoptedStyleSheets = [styles]
  path.setAttribute('d', SIGN)
  icon.setAttribute('viewBox', '0 0 20 20')
  icon.append(path)
  button.append(icon, word)
  root.append(button)
  element.ariaLive = 'polite'
  button.ariaHasPopup = 'dialog'

  return {
    element,

    /** The panel stands in the launcher's place while it is open. */
    draw({ locale, isOpen, isHidden, isBusy, hasFailed }: LauncherState): void {
      const asked = `${locale}`.toLowerCase().replace(/^n[no]\b/, 'nb')
      const [language, help, again] =
        words.find(([own]) => asked.split(/[-_]/)[0] === own) ?? words[0]
      element.lang = options.label ? locale : language
      word.textContent = hasFailed ? again : options.label || help
      word.className = hasFailed ? 'failed' : ''
      button.ariaBusy = `${!!isBusy}`
      button.ariaExpanded = `${isOpen}`
      button.style.display = isHidden || isOpen ? 'none' : ''
    },
  }
}
