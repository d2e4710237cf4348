import type { ReactiveController, ReactiveControllerHost } from 'lit'

type Host = ReactiveControllerHost & HTMLElement

/** An element as the panel's controllers know it, whose language may be that of its widget. */
export function hostWithLocale(element: Host, locale: () => string): Host & { locale: string } {
  const host = {
    get locale() {
      return locale()
    },
    get updateComplete() {
      return element.updateComplete
    },
    addController: (controller: ReactiveController) => element.addController(controller),
    removeController: (controller: ReactiveController) => element.removeController(controller),
    requestUpdate: () => element.requestUpdate(),
    closest: (selector: string) => element.closest(selector),
  }
  return host as never
}
