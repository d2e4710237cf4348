import type { Client } from '@waypost/sdk/client'
import type { PanelChange, PanelOptions, PanelTarget, TicketPrefill } from '@waypost/sdk/contract'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { HomeView } from '../features/home/home-view.js'
import { activeElement } from '../foundation/active-element.js'
import { createBrandSheet, wear } from '../foundation/brand-sheet.js'
import { directionOf } from '../foundation/direction.js'
import { english } from '../foundation/i18n.js'
import { isSearchKey } from '../foundation/is-search-key.js'
import { isTyping } from '../foundation/is-typing.js'
import type { PanelContext } from '../foundation/panel-context.js'
import { panelTitle } from '../foundation/panel-title.js'
import { scaleText } from '../foundation/text-scale.js'
import { theme } from '../foundation/theme.js'
import type { WindowOpening } from '../opening/create-opening.js'
import { base } from '../ui/base.styles.js'
import { bones } from '../ui/bones.styles.js'
import { button } from '../ui/button.styles.js'
import { notice } from '../ui/notice.styles.js'
import type { NavigateEvent } from '../ui/view-events.js'
import { DialogController } from '../ui/window/dialog-controller.js'
import { placeWindow } from '../ui/window/place-window.js'
import { panel } from '../ui/window/window.styles.js'
import { ContextController } from './context-controller.js'
import { createFocusKeeper } from './focus-keeper.js'
import { frame } from './frame.styles.js'
import { renderFrame } from './render-frame.js'
import { createRouter } from './router.js'

/**
 * The window with search, articles and requests.
 *
 * @summary The panel; `createPanel` makes and opens it.
 * @slot logo - The host's logo, 28 pixels high; without it the name stands alone.
 * @cssproperty --wp-accent - The brand's colour; everything else is derived from it.
 * @cssproperty --wp-font - The host's font.
 */
export class WaypostWindow extends LitElement {
  static override styles = [theme, base, button, notice, bones, frame, panel]
  static override properties = {
    locale: {},
    theme: { reflect: true },
    position: { reflect: true },
    open: { type: Boolean, reflect: true },
  }

  /** BCP 47. */
  declare locale: string
  declare theme: PanelOptions<Client>['theme']
  declare position: PanelOptions<Client>['position']
  /** To be seen, be it on its way out. */
  declare open: boolean

  /** What the person sees until there is more. */
  #opening: WindowOpening | undefined
  /** Where somebody has begun to write before the panel came. */
  #field: HTMLInputElement | undefined
  readonly #brand = createBrandSheet()
  readonly #focus = createFocusKeeper(() => this.renderRoot as ShadowRoot)
  readonly #dialog = new DialogController({
    host: this,
    dialog: () => this.shadowRoot?.querySelector('dialog'),
    closed: () => this.hide(),
    isOnTop: () => this.#context.options?.layer === 'top',
  })
  readonly #context = new ContextController(this, (context) => this.#give(context))
  readonly #router = createRouter({
    host: this,
    context: this.#context,
    focus: this.#focus,
    isOpen: () => this.#dialog.isOpen,
  })

  constructor() {
    super()
    this.addController(this.#dialog)
    this.locale = ''
    this.theme = 'auto'
    this.position = 'end'
    this.open = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    scaleText(this)
  }

  /** Some hosts put another body in place, or remove what they do not know. */
  override disconnectedCallback(): void {
    const wasOpen = this.#dialog.isOpen
    super.disconnectedCallback()
    this.open = false
    if (wasOpen) this.#context.options?.emit('panel:closed', {})
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot() as ShadowRoot
    // After the theme, whose accent it replaces; below any rule of the page.
    root.adoptedStyleSheets.push(this.#brand.sheet)
    return root
  }

  protected override updated(changed: PropertyValues<this>): void {
    // The server has said meanwhile that this page is not for this site.
    const { top } = this.#router
    const { hidden } = this.#context.plan
    if (this.#dialog.isOpen && top && hidden.includes(top.target.view)) void this.#router.start()
    if (changed.has('locale') && changed.get('locale')) this.#context.askSettings({ anew: true })
  }

  get isOpen(): boolean {
    return this.#dialog.isOpen || Boolean(this.#opening?.isOpen)
  }

  /** Gives the panel what it works with, once, and what has opened in its place. */
  begin(options: PanelOptions<Client>, opening?: WindowOpening | null): void {
    this.#opening = opening?.isOpen ? opening : undefined
    if (!this.#opening) this.#field = opening?.giveWay().field
    this.#context.begin(options)
    placeWindow(this.style, options)
    this.change(options)
    this.#context.askSettings()
    void this.#prepare()
  }

  change(change: PanelChange): void {
    const { locale, theme, position } = change
    Object.assign(this, {
      locale: locale ?? this.locale,
      theme: theme ?? this.theme,
      position: position ?? this.position,
    })
    this.#context.change(change)
    // Without one, that of the page's style sheet stands, or the site's.
    wear(this.style, change)
  }

  async show(target?: PanelTarget): Promise<void> {
    if (!this.isConnected) document.body.append(this)
    this.#context.askSettings()
    await this.updateComplete
    // What stands there already, stays until there is as much behind it.
    if (this.#opening) await this.#context.whenReady()
    // What is drawn before it is shown, the browser lays out once.
    await this.#router.prepare(target)
    // Who has gone on in the page meanwhile is not called back.
    const elsewhere = this.#opening && !this.#focus.isOurs && activeElement()
    if (!this.#dialog.isOpen) {
      await this.#open()
      if (!this.#dialog.isOpen) return
      // Until there is a page, the window hears Escape and tells a reader that it is there.
      if (target || !this.#router.top) this.#focus.place(undefined)
    }
    await this.#context.whenReady()
    const field = this.#field
    // The host may lead elsewhere while the panel opens where it begins.
    if (target) this.#field = undefined
    const words = field?.value
    const going = words && { words, prefill: { subject: words }, ...target }
    await this.#router.enter(target && ((going as PanelTarget) || target))
    if (elsewhere) elsewhere.focus({ preventScroll: true })
    const { view } = this.#router.top ?? {}
    if (!field || !(view instanceof HomeView)) return
    this.#field = undefined
    view.goOn(field, Boolean(elsewhere))
  }

  hide(): void {
    this.#opening?.close()
    if (!this.#dialog.isOpen) return
    const held = this.#focus.isOurs
    const giveBack = () => {
      if (held) this.#focus.giveBack(this.#context.options?.launcher)
    }
    const gone = this.#dialog.hide()
    this.#context.options?.emit('panel:closed', {})
    giveBack()
    void gone.then(() => {
      if (this.#dialog.isOpen) return
      this.open = false
      // Behind a window over the whole screen nothing could take the focus before.
      giveBack()
    })
  }

  prefill(prefill: TicketPrefill): void {
    this.#router.prefill(prefill)
  }

  reset(): void {
    this.#field = undefined
    this.#router.forget()
    this.#context.forgetPerson()
    void (this.#dialog.isOpen ? this.#router.start() : this.#prepare())
  }

  /** Takes the panel off the page for good. */
  end(): void {
    this.#router.forget()
    this.remove()
  }

  /** Draws and lays out what somebody who is near would see, and lets nobody see it. */
  async #prepare(): Promise<void> {
    await this.#context.whenReady()
    await this.#router.prepare()
    this.toggleAttribute('ready', !this.#dialog.isOpen)
  }

  /** In the place of what has opened before, where something has. */
  async #open(): Promise<void> {
    const from = [this.#focus.enter(), this.#context.options?.launcher]
    this.open = true
    await Promise.all([this.updateComplete, this.#opening?.whenWritten()])
    if (this.#dialog.isOpen) return
    const left = this.#opening?.giveWay()
    this.#opening = undefined
    this.#field = left?.field ?? this.#field
    this.open = !left || Boolean(left.from)
    // Who has closed it meanwhile, has closed it.
    if (!this.open) return
    // What a dialog of the page has set aside may be where it looks for help.
    this.inert = false
    this.ariaHidden = null
    this.#dialog.show(left?.from ?? from, Boolean(left))
    this.removeAttribute('ready')
    this.#context.options?.emit('panel:opened', {})
  }

  #give(context: PanelContext): void {
    this.#brand.set(context.settings?.theme ?? {})
    for (const { view } of this.#router.pages) if (view) view.panel = context
  }

  #navigated({ destination, replace }: NavigateEvent): void {
    void this.#router.goOn(destination, replace)
  }

  #search(): void {
    void this.#router.goOn({ view: 'search' })
  }

  #pressed(event: KeyboardEvent): void {
    const typing = isTyping(event)
    if (event.defaultPrevented || event.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      // What the host closes by Escape stays open: the panel was the top layer.
      event.stopPropagation()
      this.hide()
    } else if (isSearchKey(event, typing)) {
      event.preventDefault()
      this.#search()
    }
  }

  /** A phone's back: to the page before, and from the first one out. */
  #cancelled(event: Event): void {
    event.preventDefault()
    if (this.#router.pages.length > 1) void this.#router.back()
    else this.hide()
  }

  protected override render() {
    if (!this.#context.options) return nothing
    const translator = this.#context.current?.translator ?? english
    const { locale } = translator
    const { settings, plan } = this.#context
    return html`<dialog
      lang=${locale}
      tabindex="-1"
      aria-label=${panelTitle(settings, translator)}
      @keydown=${this.#pressed}
      @keypress=${isTyping}
      @keyup=${isTyping}
      @cancel=${this.#cancelled}
      @waypost-navigate=${this.#navigated}
      @waypost-titled=${this.#router.titled}
    >
      <div class="frame" dir=${directionOf(locale)}>
        ${renderFrame(this.#router, plan, translator, () => this.hide())}
      </div>
    </dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-window': WaypostWindow
  }
}
