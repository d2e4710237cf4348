import { adoptStyles } from 'lit'
import { directionOf } from '../foundation/direction.js'
import { firstTheme } from '../foundation/first-theme.js'
import { languageOf, ourLanguage } from '../foundation/languages.js'
import { make, makePath } from '../foundation/make.js'
import { opening } from '../foundation/messages/opening.js'
import { base } from '../ui/base.styles.js'
import { contourLines } from '../ui/contour-lines.js'
import { contoursStyles } from '../ui/contours.styles.js'
import { find } from '../ui/find.styles.js'
import { page as pageStyles } from '../ui/page.styles.js'
import { tool } from '../ui/tool.styles.js'
import { firstFrame } from '../ui/window/first-frame.styles.js'
import { homeTop } from '../ui/window/home-top.styles.js'
import { panel } from '../ui/window/window.styles.js'

const ICON = { class: 'icon', viewBox: '0 0 20 20' }
const LENS = 'M3.5 9a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0m9.7 4.2 3.55 3.55'
const CROSS = 'm5 5 10 10M15 5 5 15'

/**
 * Draws the first lines of home into the window, to the pixel where the views of the panel draw them
 * later: head, greeting and field. `say` puts the words in, in another language as well.
 */
export function drawOpening(element: HTMLElement) {
  const heading = make('h1', { tabIndex: -1 })
  const field = make('input', {
    id: 'words',
    type: 'search',
    maxLength: 1000,
    autocomplete: 'off',
    autocapitalize: 'off',
    enterKeyHint: 'search',
  })
  const slash = make('kbd', { textContent: '/', ariaHidden: 'true' })
  const name = make('span', {})
  const contours = makePath('', {
    class: 'contours',
    viewBox: '0 0 300 210',
    preserveAspectRatio: 'xMaxYMin slice',
  })
  // An ornament is nothing to wait for: it comes once the rest is seen.
  requestAnimationFrame(() => {
    setTimeout(() => contours.firstElementChild?.setAttribute('d', contourLines()))
  })
  const lens = makePath(LENS, ICON)
  const form = make(
    'form',
    { className: 'dock', role: 'search' },
    make('div', { className: 'find' }, lens, field, slash),
  )
  const top = make(
    'div',
    { className: 'top' },
    make('div', { className: 'wash' }, contours),
    make('div', { className: 'brand' }, name),
    make('div', { className: 'greet' }, heading),
  )
  const page = make('div', {})
  // It comes with its window, and not once more by itself.
  page.style.animation = 'none'
  const inPage = page.attachShadow({ mode: 'open' })
  adoptStyles(inPage, [base, pageStyles, find, contoursStyles, homeTop])
  inPage.append(make('div', { className: 'scroll' }, top, form))

  const close = make('button', { className: 'tool', type: 'button' }, makePath(CROSS, ICON))
  const frame = make(
    'div',
    { className: 'frame' },
    make('div', { className: 'head bare' }, make('div', { className: 'title' }), close),
    make('div', { className: 'page' }, page),
  )
  const dialog = make('dialog', { tabIndex: -1 }, frame)
  const root = element.attachShadow({ mode: 'open' })
  adoptStyles(root, [firstTheme, base, tool, firstFrame, panel])
  // Before an empty text, which stays, Lit draws the panel.
  root.append('', dialog)

  function say(locale: string): void {
    const ours = ourLanguage(languageOf(locale)) as keyof typeof opening
    const lang = Object.hasOwn(opening, ours) ? ours : 'en'
    const words = opening[lang]
    heading.textContent = words['home.greeting']
    field.ariaLabel = field.placeholder = words['search.label']
    name.textContent = dialog.ariaLabel = words['panel.help']
    close.ariaLabel = words['panel.close']
    dialog.lang = lang
    frame.dir = directionOf(lang)
  }
  return { dialog, heading, form, field, close, say }
}
