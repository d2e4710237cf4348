import type { Client } from '@waypost/sdk/client'
import type { PanelOptions, PanelTarget } from '@waypost/sdk/contract'
import { nothing, type PropertyDeclarations } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { takeSearchKey } from '../../foundation/take-search-key.js'
import type { ContextController } from '../context-controller.js'
import { renderFoot } from '../render-foot.js'
import { views } from '../views.js'
import { InlineElement } from './inline-element.js'

/** Where it can begin; nothing else has all that it needs in its name. */
const beginnings: readonly string[] = ['home', 'search', 'form', 'requests', 'learn']

/**
 * All of the panel in the page: search, articles, form and requests, with its footing.
 *
 * @summary The panel, anywhere on a page.
 * @slot logo - Your logo, 28 pixels high, on the first page.
 */
export class WaypostPanel extends InlineElement {
  static override properties: PropertyDeclarations = {
    view: {},
    mode: {},
  }

  /** Where it begins: `home`, `search`, `form`, `requests` or `learn`; where the mode says unless given. */
  declare view: 'home' | 'search' | 'form' | 'requests' | 'learn' | ''
  /** What it leads with: `self-service`, `neutral`, `ask-first`, `form-only` or `docs-only`. */
  declare mode: Exclude<PanelOptions<Client>['mode'], 'inline'>

  constructor() {
    super()
    this.view = this.mode = ''
    takeSearchKey(this, () => {
      const { top } = this.router
      if (!top || this.plan.hidden.includes('search')) return undefined
      this.navigate({ view: 'search' })
      return top.view
    })
  }

  protected override get target(): PanelTarget | 'start' {
    return beginnings.includes(this.view) ? ({ view: this.view } as PanelTarget) : 'start'
  }

  protected override leadsTo(): boolean {
    return true
  }

  protected override routed(context: ContextController) {
    return context
  }

  protected override taken(options: PanelOptions<Client>): PanelOptions<Client> {
    return { ...options, mode: this.mode || options.mode }
  }

  protected override async go(target: PanelTarget | 'start'): Promise<void> {
    await (target === 'start' ? this.router.start() : this.router.enter(target))
  }

  protected override updated(): void {
    super.updated()
    // The server has said meanwhile that this page is not for this site.
    const { top } = this.router
    const { hidden } = this.plan
    if (top && hidden.includes(top.target.view)) void this.router.start()
  }

  protected override get search() {
    const { top } = this.router
    return top && views[top.target.view].searches && !this.plan.hidden.includes('search')
      ? () => this.navigate({ view: 'search' })
      : undefined
  }

  protected override get requests() {
    const { pages, top } = this.router
    // Where the form is all there is, its own foot stands in the place of the footing.
    const isAlone = pages.length < 2 && top?.target.view === 'form'
    return isAlone && this.plan.places.includes('requests')
      ? () => this.navigate({ view: 'requests' })
      : undefined
  }

  protected override renderFoot(translator: Translator) {
    const { top } = this.router
    const { places } = this.plan
    if (!top || !views[top.target.view].isRoot || places.length < 2) return nothing
    return renderFoot(places, translator, {
      current: top.target.view,
      go: (view) => this.navigate({ view }),
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-panel': WaypostPanel
  }
}
