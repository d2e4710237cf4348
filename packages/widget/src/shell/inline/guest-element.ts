import type { Client } from '@waypost/sdk/client'
import type { Guest, PanelChange, PanelOptions, SdkEventName } from '@waypost/sdk/contract'
import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit'
import { createBrandSheet } from '../../foundation/brand-sheet.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { scaleText } from '../../foundation/text-scale.js'
import { ContextController } from '../context-controller.js'
import { type FoundStay, findStay } from './find-stay.js'
import { hostWithLocale } from './host-with-locale.js'
import { createInlineLooks } from './inline-looks.js'
import { scopedKeep, scopeOf } from './scoped-keep.js'
import { VisitorController } from './visitor-controller.js'

/**
 * An element that shows the visitor of a widget: in its language and its looks, as far as it has none
 * of its own, and nothing of a person who has gone. What it shows, those that extend it say.
 */
export abstract class GuestElement extends LitElement {
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    site: {},
    locale: {},
    theme: { reflect: true },
    accent: {},
  }

  /** Where the server is; that of the page’s widget, or of the script, unless given. */
  declare baseUrl: string
  /** The public key of the site; needed where a server has several. */
  declare site: string
  /** BCP 47; the language of the page around it unless given. */
  declare locale: string
  /** `light` or `dark`; as the page’s widget, or its `color-scheme`, unless given. */
  declare theme: 'light' | 'dark' | ''
  /** Any CSS colour; that of the page’s widget, or of the site, unless given. */
  declare accent: string

  /** What the widget says of language and looks. */
  #given: PanelChange = {}
  /** The language of what it shows. */
  #locale = ''
  readonly #brand = createBrandSheet()
  readonly #looks = createInlineLooks()
  protected readonly visitor = new VisitorController(this, {
    stay: (guest) => this.stay(guest),
    came: (options) => this.#came(options),
    changed: (change) => this.#change(change),
    reset: () => this.#reset(),
    gone: () => this.forget(),
    heard: (name) => this.heard(name),
  })
  protected readonly context = new ContextController(
    hostWithLocale(this, () => this.#wanted),
    (context) => {
      this.#brand.set(context.settings?.theme ?? {})
      this.give(context)
    },
  )

  constructor() {
    super()
    this.baseUrl = this.site = this.locale = this.theme = this.accent = ''
  }

  /** Shows what it is for, from its beginning. */
  protected abstract start(): void

  /** Leaves nothing of what it shows. */
  protected abstract forget(): void

  /** What is shown has another context from now on. */
  protected abstract give(context: PanelContext): void

  /** Something was told to the page, by whichever view of this visitor. */
  protected heard(_name: SdkEventName): void {}

  /** Whose visitor it shows. */
  protected stay(guest: Guest): Promise<FoundStay> {
    const { baseUrl, site } = this
    return findStay({ baseUrl, site }, guest)
  }

  /** What the widget gives, as this element takes it. */
  protected taken(options: PanelOptions<Client>): PanelOptions<Client> {
    return options
  }

  override connectedCallback(): void {
    super.connectedCallback()
    scaleText(this)
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot() as ShadowRoot
    // After the theme, whose tokens they replace; below any rule of the page.
    root.adoptedStyleSheets.push(this.#brand.sheet, this.#looks.sheet)
    return root
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('accent')) this.#looks.set(this.#given, this.accent)
    if (!this.visitor.options) return
    const locale = this.#wanted
    if (locale !== this.#locale) this.context.askSettings({ anew: true })
    this.#locale = locale
  }

  /** Its own, that of what is around it, then that of the widget, which knows the page's. */
  get #wanted(): string {
    const near = this.closest<HTMLElement>('[lang]:not(html)')?.lang
    return this.locale || near || (this.#given.locale ?? '')
  }

  #came(options: PanelOptions<Client>): void {
    this.#given = options
    this.#looks.set(options, this.accent)
    const scoped = scopedKeep(options.keep, scopeOf(this))
    this.context.begin(this.taken({ ...options, keep: scoped }))
    this.context.forgetPerson()
    this.#locale = this.#wanted
    this.context.askSettings({ anew: true })
    this.start()
  }

  #change(change: PanelChange): void {
    this.#given = { ...this.#given, ...change }
    this.context.change(change)
    this.#looks.set(this.#given, this.accent)
    this.requestUpdate()
  }

  #reset(): void {
    this.forget()
    this.context.forgetPerson()
    this.start()
  }
}
