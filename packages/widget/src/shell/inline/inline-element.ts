import type { PanelTarget } from '@waypost/sdk/contract'
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import { directionOf } from '../../foundation/direction.js'
import { english, type Translator } from '../../foundation/i18n.js'
import { isBare, isTyping } from '../../foundation/is-typing.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { theme } from '../../foundation/theme.js'
import { base } from '../../ui/base.styles.js'
import { bones } from '../../ui/bones.styles.js'
import { button } from '../../ui/button.styles.js'
import { notice } from '../../ui/notice.styles.js'
import { renderTrouble } from '../../ui/render-trouble.js'
import type { NavigateEvent, TitledEvent } from '../../ui/view-events.js'
import type { ContextController } from '../context-controller.js'
import { frame } from '../frame.styles.js'
import { renderPages } from '../render-pages.js'
import { createRouter } from '../router.js'
import { type PlanName, views } from '../views.js'
import { GuestElement } from './guest-element.js'
import { createHeadingLevels } from './heading-levels.js'
import { inline } from './inline.styles.js'
import { createInlineFocus } from './inline-focus.js'
import { renderInlineHead } from './render-inline-head.js'
import { TargetChosenEvent } from './target-chosen-event.js'

/**
 * What stands in a page shows the same visitor as the widget of the page does: with its hooks, its
 * language and its looks, and nothing of a person who has gone. It has pages and a way back of its
 * own.
 *
 * @slot - What stands here until there is something to show, and without scripts: a link to the help centre, say.
 * @slot title - Words of yours in place of those of the first heading; an article keeps its own.
 * @event {TargetChosenEvent} waypost-target-chosen - The person wants to go where this element does not lead; cancel it to take them there yourself, otherwise the panel opens.
 * @csspart frame - The box around all of it.
 * @csspart head - The line with the way back and the title.
 * @csspart back - The button of the way back.
 * @csspart title - The heading.
 * @csspart page - What is below the head.
 * @cssproperty --wp-accent - The brand’s colour; everything else is derived from it.
 * @cssproperty --wp-font - The host’s font.
 * @cssproperty --wp-radius - The radius that every corner follows.
 * @cssproperty --wp-gutter - From the edge to the content; 20 px.
 */
export abstract class InlineElement extends GuestElement {
  static override styles = [theme, base, button, notice, bones, frame, inline]
  static override properties: PropertyDeclarations = {
    headingLevel: { attribute: 'heading-level', type: Number },
  }

  /** Level of its first heading, 1 to 6; those below it follow. 2 unless given. */
  declare headingLevel: number

  /** What it shows. */
  #begun = ''
  readonly #focus = createInlineFocus(() => this.renderRoot as ShadowRoot)
  readonly #levels = createHeadingLevels(
    () => this.renderRoot as ShadowRoot,
    () => this.#level,
  )
  protected readonly router = createRouter({
    host: this,
    context: this.routed(this.context),
    focus: this.#focus.keeper,
    isOpen: () => true,
  })

  constructor() {
    super()
    this.headingLevel = 2
  }

  /** Where it begins, be that where the site says; nothing as long as it has not been told. */
  protected abstract get target(): PanelTarget | 'start' | undefined

  /** True for where it leads by itself. */
  protected abstract leadsTo(view: PlanName): boolean

  /** Where the router may go: an element shows what it is for, whatever the panel shows. */
  protected routed(context: ContextController): Pick<ContextController, 'current' | 'plan'> {
    const hidden = (Object.keys(views) as PlanName[]).filter((view) => !this.leadsTo(view))
    return {
      get current() {
        return context.current
      },
      plan: { start: [], places: [], hidden },
    }
  }

  protected async go(target: PanelTarget | 'start'): Promise<void> {
    await (target === 'start' ? this.router.start() : this.router.goOn(target))
  }

  /** Somebody is led here from the page: to a target or, without one, to where it was left. */
  protected async enter(target?: PanelTarget): Promise<void> {
    await this.context.whenReady()
    this.#focus.goes()
    await this.router.enter(target)
  }

  /** Begins anew, for the same person, who has asked for it. */
  protected again(): void {
    this.forget()
    this.#focus.goes()
    this.start()
  }

  protected get plan() {
    return this.context.plan
  }

  protected get settings() {
    return this.context.settings
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.#levels.follow()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#levels.stop()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (this.visitor.options && JSON.stringify(this.target ?? null) !== this.#begun) this.start()
  }

  protected override updated(): void {
    this.#levels.follow()
  }

  get #level(): number {
    return this.headingLevel >= 1 && this.headingLevel <= 6 ? this.headingLevel : 2
  }

  protected override start(): void {
    const { target } = this
    this.#begun = JSON.stringify(target ?? null)
    const { options } = this.visitor
    if (!target) {
      this.router.forget()
      return
    }
    const [root] = this.router.pages
    // A form that gets other words stays, with those that the person has written.
    if (root && !(target !== 'start' && target.view === 'form' && root.target.view === 'form')) {
      this.router.forget()
    }
    void this.context.whenReady().then(() => {
      if (options && options === this.visitor.options) void this.go(target)
    })
  }

  protected override forget(): void {
    this.router.forget()
  }

  protected override give(context: PanelContext): void {
    for (const { view } of this.router.pages) if (view) view.panel = context
  }

  /** Where the person wants to go from here, by a link or a button in a view. */
  readonly #navigated = (event: NavigateEvent): void => {
    event.stopPropagation()
    this.navigate(event.destination, event.replace)
  }

  protected navigate(target: PanelTarget, replace?: boolean): void {
    if (this.leadsTo(target.view)) {
      this.#focus.goes()
      void this.router.goOn(target, replace)
    } else if (this.dispatchEvent(new TargetChosenEvent(target))) this.visitor.open(target)
  }

  readonly #back = (): void => {
    this.#focus.goes()
    void this.router.back()
  }

  readonly #titled = (event: TitledEvent): void => {
    event.stopPropagation()
    this.router.titled(event)
  }

  #pressed(event: KeyboardEvent): void {
    if (isTyping(event) || event.key !== '/' || !isBare(event) || !this.leadsTo('search')) return
    event.preventDefault()
    this.navigate({ view: 'search' })
  }

  protected override render() {
    const { options, trouble } = this.visitor
    const { current } = this.context
    const translator = current?.translator ?? english
    const { locale } = translator
    const isThere = options && current && this.router.top
    return html`<div
      class="frame"
      part="frame"
      lang=${locale}
      dir=${directionOf(locale)}
      @keydown=${this.#pressed}
      @keypress=${isTyping}
      @keyup=${isTyping}
      @waypost-navigate=${this.#navigated}
      @waypost-titled=${this.#titled}
    >
      ${
        isThere
          ? this.#renderPages(translator)
          : trouble
            ? html`<div class="pad">
                ${renderTrouble(trouble, translator, this.visitor.again)}
              </div>`
            : renderWaiting()
      }
    </div>`
  }

  #renderPages(translator: Translator) {
    const { top, pages, motion, retry } = this.router
    return html`${renderInlineHead(top, translator, {
      level: this.#level,
      back: pages.length > 1 ? this.#back : undefined,
      search: this.search,
      requests: this.requests,
    })}
      <div class="page" part="page" data-motion=${motion}>
        ${renderPages(pages, translator, () => void retry())}
      </div>
      ${this.renderFoot(translator)}`
  }

  /** Search from the head, where it leads there. */
  protected get search(): (() => void) | undefined {
    return undefined
  }

  /** The same for the requests, where nothing else leads there. */
  protected get requests(): (() => void) | undefined {
    return undefined
  }

  protected renderFoot(_translator: Translator): unknown {
    return nothing
  }
}

/** What the page says meanwhile, or the shape of what will stand here. */
function renderWaiting() {
  return html`<slot>
    <div class="waiting" aria-hidden="true">
      <i class="bone b"></i><i class="bone c"></i><i class="bone a"></i>
    </div>
  </slot>`
}
