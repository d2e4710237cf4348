/**
 * Scales an element to how large the person wants text. Measured by `font-size: medium`, because
 * `rem` would measure the host's page and not the person.
 */
export function scaleText({ style }: HTMLElement): void {
  const probe = document.createElement('span')
  probe.style.cssText = 'all:initial!important'
  document.documentElement.append(probe)
  const size = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  if (size > 0 && size !== 16) style.setProperty('--wp-scale', `${size / 16}`)
}
