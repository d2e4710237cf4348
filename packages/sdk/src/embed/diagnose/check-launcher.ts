import { isHiddenOn } from '../live/is-hidden-on.js'
import { adderOf, type Scene } from './scene.js'

/** Whether somebody can see and press the launcher, where there is to be one. */
export function checkLauncher(scene: Scene): void {
  const { options } = scene
  const hide = (severity: 'note' | 'warning', detail: string, advice: string) =>
    adderOf(scene)('launcher_hidden', severity, detail, advice)

  if (options.launcher === 'none') {
    hide('note', 'launcher is none', 'The panel opens by waypost.open() alone')
    return
  }
  if ((options.launcher || 'default') !== 'default') return
  // The panel itself stands in the page.
  if (options.mode === 'inline' && options.inside) return
  if (isHiddenOn(options.hideOn)) {
    hide('note', `hideOn names this page: “${options.hideOn}”`, 'Leave it out to have the launcher')
    return
  }
  const element = document.querySelector('waypost-launcher')
  const button = element?.shadowRoot?.querySelector('button')
  if (!element || !button) {
    hide(
      'warning',
      'There is no launcher on this page',
      'The page may have removed it, or its body has not come',
    )
    return
  }
  // Open, the panel stands in its place.
  if (button.ariaExpanded === 'true') return
  if (!button.checkVisibility({ visibilityProperty: true, opacityProperty: true })) {
    hide(
      'warning',
      'The launcher is hidden',
      'Your code has called hide(), or something around it is not shown: call show(), or look at' +
        ' display, visibility and opacity of <body>',
    )
    return
  }
  if (getComputedStyle(button).backgroundColor === 'rgba(0, 0, 0, 0)') {
    hide(
      'warning',
      'One sees through the launcher',
      'accent or --wp-accent is transparent, or refers to a property that the page does not set',
    )
    return
  }
  const { left, right, top, bottom } = button.getBoundingClientRect()
  const met = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  if (met === element) return
  hide(
    'warning',
    met ? `The launcher lies behind ${nameOf(met)}` : 'The launcher is outside of the window',
    met
      ? 'Raise zIndex, take layer: top, or lift it by offset or --wp-offset'
      : 'transform, filter or the like on <body> ties it to the page instead of the window: put that' +
          ' on an element within, or take layer: top',
  )
}

function nameOf({ localName, id, classList }: Element): string {
  return `<${localName}${id && ` id="${id}"`}${classList.length ? ` class="${classList}"` : ''}>`
}
