import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { learnUploads } from '../../../foundation/learn-uploads.js'
import type { PanelContext } from '../../../foundation/panel-context.js'

/** Says whether the words of files are there in the language of the panel, which may change. */
export class FileWords implements ReactiveController {
  /** Resolves with the words of the language that the panel had last. */
  haveCome: Promise<void> | undefined

  #learned: PanelContext['translator'] | undefined
  readonly #host: ReactiveControllerHost & { panel: PanelContext }

  constructor(host: ReactiveControllerHost & { panel: PanelContext }) {
    this.#host = host
    host.addController(this)
  }

  get areThere(): boolean {
    return this.#host.panel !== undefined && this.#learned === this.#host.panel.translator
  }

  hostUpdate(): void {
    const { panel } = this.#host
    if (!panel || this.areThere) return
    const { translator } = panel
    this.haveCome = learnUploads(translator).then(
      () => {
        this.#learned = translator
        this.#host.requestUpdate()
      },
      // Asked for again with the next change.
      () => {},
    )
  }
}
