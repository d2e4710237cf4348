/**
 * How large the person wants text, as a multiple of 16 px. Measured by `font-size: medium`, because
 * `rem` would measure the host's page and not the person.
 */
export function textScale(): number {
  const probe = document.createElement('span')
  probe.style.cssText = 'all: initial; position: absolute; visibility: hidden; font-size: medium'
  document.documentElement.append(probe)
  const size = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return size > 0 ? size / 16 : 1
}
