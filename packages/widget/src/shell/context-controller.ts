import type { Client } from '@waypost/sdk/client'
import type {
  PanelChange,
  PanelOptions,
  Settings,
  SettingsChangedEventName,
} from '@waypost/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { listenWhileConnected } from '../foundation/listen-while-connected.js'
import { LoadController } from '../foundation/load-controller.js'
import type { PanelContext } from '../foundation/panel-context.js'
import { TranslatorController } from '../foundation/translator-controller.js'
import { createPersonKeep } from './person-keep.js'
import { type Plan, planOf } from './places.js'
import { showLogo } from './show-logo.js'

type Host = ReactiveControllerHost & HTMLElement & { locale: string }

/** Holds what every view is given, and gives it anew when anything in it has changed. */
export class ContextController implements ReactiveController {
  /** Missing until the words have come. */
  current: PanelContext | undefined
  /** Of the host, else of the site. */
  readonly logo = new Image()

  #options: PanelOptions<Client> | undefined
  #plan: Plan | undefined
  #keep = createPersonKeep({ get: () => null, set: () => {} })
  #waiting: (() => void)[] = []
  readonly #host: Host
  readonly #changed: (context: PanelContext) => void
  readonly #words: TranslatorController
  readonly #settings: LoadController<Settings>

  constructor(host: Host, changed: (context: PanelContext) => void) {
    this.#host = host
    this.#changed = changed
    this.#words = new TranslatorController(host, () => this.#options?.messages)
    this.#settings = new LoadController(host, (signal) =>
      (this.#options as PanelOptions<Client>).client.settings({ locale: host.locale, signal }),
    )
    host.addController(this)
    listenWhileConnected(host, {
      ['waypost-settings-changed' satisfies SettingsChangedEventName]: () => {
        if (this.settings) this.askSettings({ anew: true })
      },
    })
  }

  get options(): PanelOptions<Client> | undefined {
    return this.#options
  }

  get settings(): Settings | undefined {
    return this.#settings.value
  }

  /** Which views there are, by the mode of the host, else of the site. */
  get plan(): Plan {
    return planOf(this.#options?.mode || this.settings?.mode, this.settings?.education)
  }

  begin(options: PanelOptions<Client>): void {
    this.#options = options
    this.#keep = createPersonKeep(options.keep)
    if (!options.hasUnsent()) return
    import('../features/tickets/unsent/unsent.js').then(
      ({ showUnsent }) => showUnsent(),
      () => {},
    )
  }

  change(change: PanelChange): void {
    const options = this.#options as PanelOptions<Client>
    // The first change is all of them, of which some can only be read.
    if (change !== options) Object.assign(options, change)
    if (Object.keys(options.messages).length > 0) {
      void import('./check-messages.js').then((it) => it.checkMessages(options)).catch(() => {})
    }
    this.#host.requestUpdate()
  }

  /** Asks the server for what the site says, unless it has. `anew` for another language. */
  askSettings({ anew = false } = {}): void {
    const { value, loading } = this.#settings
    if (anew || !(value || loading)) void this.#settings.run()
  }

  /** Nothing reaches the person who was here, or what was kept for them. */
  forgetPerson(): void {
    this.#keep.end()
    if (this.#options) this.#keep = createPersonKeep(this.#options.keep)
    this.hostUpdate()
  }

  /** The context, as soon as there are words to show. */
  async whenReady(): Promise<PanelContext> {
    this.#host.requestUpdate()
    while (!this.current) await new Promise<void>((resume) => this.#waiting.push(resume))
    return this.current
  }

  hostUpdate(): void {
    const options = this.#options
    const translator = this.#words.current
    const settings = this.#settings.value
    const { locale } = this.#host
    const keep = this.#keep
    const { plan } = this
    if (!options || !translator) return
    const { client, baseUrl } = options
    showLogo(this.logo, options.logo || settings?.theme?.logo || '')
    const before = this.current
    if (
      before?.translator === translator &&
      before.settings === settings &&
      before.locale === locale &&
      before.keep === keep &&
      this.#plan === plan
    ) {
      return
    }
    this.#plan = plan
    this.current = {
      client,
      baseUrl,
      keep,
      translator,
      locale,
      settings,
      canAsk: !plan.hidden.includes('form'),
      canRead: !plan.hidden.includes('article'),
      asksFirst: plan.asksFirst,
      context: () => options.context(),
      customer: options.customer,
      realtime: options.realtime,
      outbox: options.outbox,
      hasUnsent: options.hasUnsent,
      education: options.education,
      // What is left of a person who has gone tells the host nothing.
      emit: (name, payload) => {
        if (keep === this.#keep) options.emit(name, payload)
      },
    }
    this.#changed(this.current)
    for (const resume of this.#waiting.splice(0)) resume()
  }
}
