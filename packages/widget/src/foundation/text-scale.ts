/**
 * Scales an element to how large the person wants text. Measured by `font-size: medium`, because
 * `rem` would measure the host's page and not the person; inside, because pages watch what comes.
 */
export function scaleText({ style, shadowRoot }: HTMLElement): void {
  const probe = document.createElement('span')
  probe.style.cssText = 'all:initial!important'
  shadowRoot?.append(probe)
  const size = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  if (size > 0 && size !== 16) style.setProperty('--wp-scale', `${size / 16}`)
}
