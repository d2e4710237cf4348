import { standing } from '../standing.js'
import { adderOf, type Scene } from './scene.js'

/** Names of elements that we take, and what our own have. */
const NAMES = ['waypost-launcher', 'waypost-window', 'waypost-panel']

/** Whether somebody stands where we would, be it a stranger or ourselves. */
export function checkTwice(scene: Scene): void {
  const { tags, scripts, options } = scene
  const add = adderOf(scene)
  if (Math.max(tags.length, scripts.length) > 1) {
    const which = scripts.length > 1 ? `: ${scripts.join(' and ')}` : ''
    add(
      'script_twice',
      'warning',
      `The script is on this page twice${which}`,
      'Leave one tag. The first one counts, also where the other is of another version',
    )
  }
  // The script's own stands in no list.
  const site = tags[0] ? [tags[0].dataset.site ?? ''] : []
  const sites = [...site, ...[...standing().values()].map((one) => one.site)]
  const again = sites.filter((key, index) => sites.indexOf(key) !== index)
  if (again.length > 0) {
    add(
      'registered_twice',
      'warning',
      `The site “${again[0]}” has two widgets on this page, by the script tag and by createWaypost()`,
      'Leave one of them',
    )
  }
  if ([...standing().values()].some(({ isAgain }) => isAgain)) {
    add(
      'registered_twice',
      'note',
      'createWaypost() was called again for the same site',
      'Create it once, or destroy() it when your component goes',
    )
  }
  for (const name of NAMES) {
    const taken = customElements.get(name)
    if (!taken || 'requestUpdate' in taken.prototype) continue
    const isLauncher = name === NAMES[0] && options.launcher !== 'none'
    add(
      'registered_twice',
      isLauncher ? 'warning' : 'note',
      `<${name}> is defined by the page itself`,
      isLauncher
        ? 'Rename that element, or give the widget an element of yours by launcher'
        : 'Nothing to do: ours takes another name',
    )
  }
}
