import { readOptions } from '../controller/read-options.js'
import { adderOf, type Scene } from './scene.js'

/** What the host wrote that cannot be. */
export function checkOptions(scene: Scene): void {
  const add = adderOf(scene)
  const { wrong } = readOptions(scene.options)
  for (const detail of wrong) {
    add('option_wrong', 'warning', detail, 'Correct it; until then the usual value holds')
  }
  for (const name of ['launcher', 'inside'] as const) {
    const selector = scene.options[name]
    if (!selector || ['default', 'none'].includes(selector)) continue
    let count = 0
    try {
      count = document.querySelectorAll(selector).length
    } catch {
      if (wrong.some((detail) => detail.startsWith(name))) continue
      add('option_wrong', 'error', `${name} is no selector: “${selector}”`, 'Write it as in CSS')
      continue
    }
    if (count > 0) continue
    add(
      'option_wrong',
      'warning',
      `${name} fits no element now: “${selector}”`,
      name === 'launcher'
        ? 'Nothing on this page opens the panel until such an element comes'
        : 'Without such an element the panel floats',
    )
  }
}
