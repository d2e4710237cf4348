import type { EducationSide, EducationState } from '@waypost/sdk/contract'
import type { LitElement, ReactiveController } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { learnEducation } from '../../foundation/learn-education.js'
import { LoadController } from '../../foundation/load-controller.js'
import type { PanelContext } from '../../foundation/panel-context.js'

type Host = LitElement & { panel: PanelContext }

/**
 * What every page of education works with: its words, what there is, and how far the person is with
 * it. Draws the page anew whenever that is another.
 */
export class EducationController implements ReactiveController {
  /** What was asked for did not work; until something else is asked for. */
  hasFailed = false

  #of: Translator | undefined
  #stop: (() => void) | undefined
  readonly #host: Host
  readonly #loaded: LoadController<EducationSide | undefined>

  constructor(host: Host) {
    this.#host = host
    this.#loaded = new LoadController(host, () => this.#load())
    host.addController(this)
  }

  /** Missing until words and contents have come, and where the page has no education. */
  get state(): EducationState | undefined {
    return this.#loaded.value?.state
  }

  get side(): EducationSide | undefined {
    return this.#loaded.value
  }

  /** The page has none, and never will. */
  get isNone(): boolean {
    return !this.#loaded.loading && !this.#loaded.trouble && !this.side
  }

  get trouble() {
    return this.#loaded.trouble
  }

  get slow() {
    return this.#loaded.slow
  }

  readonly run = (): Promise<void> => this.#loaded.run()

  /** Does something that may fail, and says so on the page. */
  async attempt(deed: (side: EducationSide) => Promise<unknown> | unknown): Promise<void> {
    this.hasFailed = false
    try {
      if (this.side) await deed(this.side)
    } catch {
      this.hasFailed = true
    }
    this.#host.requestUpdate()
  }

  hostConnected(): void {
    this.#listen()
  }

  hostDisconnected(): void {
    this.#stop?.()
    this.#stop = undefined
  }

  hostUpdate(): void {
    const { panel } = this.#host
    if (!panel || panel.translator === this.#of) return
    this.#of = panel.translator
    void this.run()
  }

  async #load(): Promise<EducationSide | undefined> {
    const { translator, education } = this.#host.panel
    const [side] = await Promise.all([
      education?.().then(async (side) => {
        await side.load()
        return side
      }),
      learnEducation(translator).catch((error) => {
        // As a call that reaches nobody.
        throw Object.assign(error as Error, { code: 'offline' })
      }),
    ])
    if (this.#host.isConnected) this.#listen(side)
    return side
  }

  #listen(side = this.side): void {
    this.#stop?.()
    this.#stop = side?.listen(() => this.#host.requestUpdate())
  }
}
