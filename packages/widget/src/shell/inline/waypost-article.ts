import type { Client } from '@waypost/sdk/client'
import type { PanelOptions, PanelTarget } from '@waypost/sdk/contract'
import type { LitElement, PropertyDeclarations, PropertyValues } from 'lit'
import { InlineElement } from './inline-element.js'

/**
 * An article of the help centre, with the question whether it helped and what to read next. Other
 * articles open in place, with a way back.
 *
 * @summary One article, anywhere on a page.
 */
export class WaypostArticle extends InlineElement {
  static override properties: PropertyDeclarations = {
    articleId: { attribute: 'article-id' },
    anchor: {},
  }

  /** Id of the article. */
  declare articleId: string
  /** Id of a heading to begin at, where the element has a height of its own and scrolls. */
  declare anchor: string

  constructor() {
    super()
    this.articleId = this.anchor = ''
  }

  protected override get target(): PanelTarget | undefined {
    const { articleId } = this
    return articleId ? { view: 'article', articleId } : undefined
  }

  protected override leadsTo(view: PanelTarget['view']): boolean {
    return view === 'article'
  }

  protected override updated(changed?: PropertyValues<this>): void {
    super.updated()
    const view = this.#view
    // Later the page leads somebody there; at first nobody has asked to be moved.
    if (changed?.has('anchor') && this.anchor && view) Object.assign(view, { anchor: this.anchor })
  }

  protected override taken(options: PanelOptions<Client>): PanelOptions<Client> {
    return {
      ...options,
      emit: (name, payload) => {
        options.emit(name, payload)
        if (name === 'article:viewed') void this.#scroll()
      },
    }
  }

  /** The view of the article itself, while that is what is seen. */
  get #view(): LitElement | undefined {
    const [root, ...deeper] = this.router.pages
    return deeper.length > 0 ? undefined : root?.view
  }

  /** To the heading, within the element: the page around it stays where it is. */
  async #scroll(): Promise<void> {
    const root = this.#view?.renderRoot
    const text = root?.querySelector('.text > *') as LitElement | null | undefined
    await text?.updateComplete
    const heading = this.anchor && text?.renderRoot.querySelector(`#${CSS.escape(this.anchor)}`)
    const body = root?.querySelector('.body')
    if (!heading || !body) return
    body.scrollTop += heading.getBoundingClientRect().top - body.getBoundingClientRect().top
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-article': WaypostArticle
  }
}
