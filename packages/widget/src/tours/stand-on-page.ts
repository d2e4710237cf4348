import type { Looks, OnPageOptions } from '@waypost/sdk/contract'
import { adoptStyles, type CSSResultGroup } from 'lit'
import { wear } from '../foundation/brand-sheet.js'
import { make } from '../foundation/make.js'
import { scaleText } from '../foundation/text-scale.js'
import { theme } from '../foundation/theme.js'
import { closest, findAll, isSeen } from './composed.js'
import { onPage } from './on-page.styles.js'

export interface OnPage {
  element: HTMLElement
  /** Covers the window, and takes no press. */
  layer: HTMLElement
  /** Above the page, where what it speaks of can be reached. */
  stand(target: Element | undefined): void
  /** Above what lies over a part of it. */
  surface(part: HTMLElement): void
  wear(looks: Looks): void
}

/** An element of ours on the host's page, out of reach of its styles. */
export function standOnPage(
  name: string,
  styles: CSSResultGroup,
  { zIndex, layer: kind }: Pick<OnPageOptions, 'zIndex' | 'layer'>,
): OnPage {
  const element = document.createElement(name)
  const layer = make('div', { className: 'layer' })
  const root = element.attachShadow({ mode: 'open' })
  adoptStyles(root, [theme, onPage, styles].flat(9) as CSSStyleSheet[])
  root.append(layer)
  element.style.setProperty('--wp-z-host', `${zIndex}`)

  /** It has been brought above what lay over it, and goes back there once the panel is closed. */
  let isRaised = false

  /** Below the panel while that is open: whoever looks there reads there. */
  function sink(): boolean {
    const isBelow = document.querySelector('waypost-window[open]') !== null
    layer.classList.toggle('below', isBelow)
    if (isBelow && isOnTop()) {
      isRaised = true
      layer.removeAttribute('popover')
    }
    return isBelow
  }

  const isOnTop = () => layer.matches(':is(:popover-open)')

  function rise(): void {
    isRaised = false
    layer.removeAttribute('popover')
    // An old browser has no such thing.
    layer.popover = 'manual'
    layer.showPopover?.()
  }

  return {
    element,
    layer,
    stand(target) {
      const home = homeOf(target)
      if (element.parentNode !== home) {
        layer.removeAttribute('popover')
        home.append(element)
        // Pages zoom their body; where things are they tell in pixels of the window.
        layer.style.zoom = `${1 / ((home as { currentCSSZoom?: number }).currentCSSZoom ?? 1)}`
        scaleText(element)
      }
      if (sink() || isOnTop()) return
      // Something stands between it and the window, as a transform of the body: it would stand there.
      const isFine = kind !== 'top' && home === document.body && !layer.offsetParent
      if (isRaised || !isFine) rise()
    },
    surface(part) {
      const { left, top, width } = part.getBoundingClientRect()
      const root = element.getRootNode() as Document
      if (!sink() && root.elementFromPoint(left + width / 2, top + 8) !== element) rise()
    },
    wear(looks) {
      element.setAttribute('theme', looks.theme ?? '')
      wear(element.style, looks)
    },
  }
}

/** What takes all focus and every press for itself. */
const MODAL = ':is(:modal, [aria-modal=true])'

/**
 * Where an element of ours can be used together with what it speaks of. A dialog of the page that keeps
 * the person to itself leaves nothing else to use, and a popover closes at a press outside of it.
 */
export function homeOf(target: Element | undefined): HTMLElement {
  return closest(target, `${MODAL}, :is(:popover-open)`) ?? openModal() ?? document.body
}

/** The dialog of the page that keeps the person to itself, where there is one. */
export function openModal(): HTMLElement | undefined {
  return [...findAll(MODAL)]
    .filter((each) => !closest(each, 'waypost-window') && isSeen(each))
    .at(-1)
}
