import type { ControllerModule, EmbedSide, Launcher } from '@waypost/sdk/embed'
import { createOpening, isOpening, type WindowOpening } from '../opening/create-opening.js'
import { beginsAtForm } from '../shell/begins-at-form.js'

/**
 * What the script fetches first when somebody is near, and calls at every call that shows something:
 * the window opens at once, and all that fills it comes behind. Resolves when the controller takes
 * the calls.
 */
export function connect(...side: EmbedSide): Promise<void> {
  const [options, , waiting, button, , load] = side
  const launcher = button as Launcher<WindowOpening>
  // On a page that has a place for the panel, or that begins elsewhere, nothing comes before it.
  if (options.inside || beginsAtForm(options.mode)) launcher.opening ??= null
  if (launcher.opening === undefined) launcher.opening = tryToOpen(side)

  const asked = waiting.find(isOpening)
  const before = asked ? waiting.indexOf(asked) : 0
  // What was closed while nothing was open, is not to close this.
  waiting.splice(0, before, ...waiting.slice(0, before).filter(([path]) => path !== '.close'))
  if (asked || button.ariaBusy === 'true') launcher.opening?.show(asked?.[1][0] as Element)
  else launcher.opening?.prepare()
  const controller = load('controller').then((module) =>
    (module as ControllerModule).connect(...side),
  )
  const rest = [controller, options.inside ? undefined : load('panel')]
  Promise.all(rest).catch(() => launcher.opening?.fail())
  return controller
}

/** The panel comes without it, too. */
function tryToOpen(side: EmbedSide): WindowOpening | null {
  try {
    return createOpening(side)
  } catch (error) {
    reportError(error)
    return null
  }
}
