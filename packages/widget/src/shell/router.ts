import type { PanelTarget } from '@waypost/sdk/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { defineElement } from '../foundation/define-element.js'
import type { PanelContext } from '../foundation/panel-context.js'
import { createViewStack, isSamePage, type Page, pageOf } from './view-stack.js'
import { type View, views } from './views.js'
import type { Way } from './ways.js'

/** Views of which one copy is enough: going there again goes back to it, with what was in it. */
const single: readonly string[] = ['home', 'search', 'form', 'requests']

/** Brings the person from page to page. Whoever goes last wins; a page waits for its code. */
export class Router implements ReactiveController {
  /** How the page on top came: from deeper or from below, or it was simply there. */
  motion: 'deeper' | 'back' | 'none' = 'none'

  #going: object | undefined
  readonly #stack = createViewStack()
  readonly #host: ReactiveControllerHost
  readonly #context: () => PanelContext | undefined

  constructor(host: ReactiveControllerHost, context: () => PanelContext | undefined) {
    this.#host = host
    this.#context = context
    host.addController(this)
  }

  hostConnected(): void {}

  get pages(): readonly Page[] {
    return this.#stack.pages
  }

  get top(): Page | undefined {
    return this.#stack.top
  }

  /**
   * True when the person has arrived, and nobody went elsewhere meanwhile. `replace` puts the page in
   * the place of the one before, so that nothing leads back there.
   */
  async go({ target, under }: Way, replace = false): Promise<boolean> {
    const going = (this.#going = {})
    const kept = this.#stack.pages.find(
      (page) => page.view && isSamePage(page.target, target) && single.includes(target.view),
    )
    const page = kept ?? (await this.#load(pageOf(target)))
    if (this.#going !== going) return false

    const { pages, top } = this.#stack
    if (kept?.view) Object.assign(kept.view, views[target.view].properties(target as never))
    if (under) this.#stack.begin(...under.map((below) => this.#find(below) ?? pageOf(below)), page)
    else if (kept) this.#stack.begin(...pages.slice(0, pages.indexOf(kept) + 1))
    else this.#stack.push(page, replace)
    this.motion = top === page || !top ? 'none' : kept || under ? 'back' : 'deeper'
    return this.#arrived()
  }

  async back(): Promise<boolean> {
    this.#going = undefined
    this.#stack.back()
    this.motion = 'back'
    const { top } = this.#stack
    if (top && !top.view) await this.#load(top)
    return this.#arrived()
  }

  /** Once more for a page whose code did not come. */
  async retry(): Promise<boolean> {
    const { top } = this.#stack
    if (top) await this.#load(top)
    return this.#arrived()
  }

  /** Forgets every page. A page on its way does not arrive. */
  forget(): void {
    this.#going = undefined
    this.#stack.begin()
    this.motion = 'none'
    this.#host.requestUpdate()
  }

  /** The page of a view, for what it says about itself. */
  pageWith(view: EventTarget | null): Page | undefined {
    return this.#stack.pages.find((page) => page.view === view)
  }

  #find(target: PanelTarget): Page | undefined {
    return this.#stack.pages.find((page) => isSamePage(page.target, target))
  }

  async #load(page: Page): Promise<Page> {
    const { tag, load, properties, slots = [] } = views[page.target.view]
    try {
      defineElement(tag, await load())
      const view = document.createElement(tag) as View
      page.view = Object.assign(view, { panel: this.#context() }, properties(page.target as never))
      view.append(...slots.map(forward))
      page.failed = false
    } catch {
      page.failed = true
    }
    return page
  }

  async #arrived(): Promise<boolean> {
    this.#host.requestUpdate()
    await this.#host.updateComplete
    if (this.motion === 'back') this.top?.view?.refresh?.()
    await this.top?.view?.updateComplete
    return true
  }
}

/** Hands a slot of the panel on to a view. */
function forward(name: string): HTMLSlotElement {
  const slot = document.createElement('slot')
  slot.slot = slot.name = name
  return slot
}
