import type { RichText } from '@waypost/sdk/contract'
import { adoptStyles, LitElement } from 'lit'
import { english, type Translator } from '../foundation/i18n.js'
import { base } from './base.styles.js'
import { parts } from './fetch-rarer-blocks.js'
import { renderBlocks } from './render-blocks.js'
import { richText } from './rich-text.styles.js'
import type { RichTextContext } from './rich-text-context.js'

/**
 * Draws a tree of rich text with real elements; nothing in it can become markup. Have
 * `fetchRarerBlocks()` fetch what it holds.
 *
 * @summary An article's or a message's text.
 * @event {ArticleLinkEvent} waypost-article-followed - A link to another article was followed.
 */
export class WaypostRichText extends LitElement implements RichTextContext {
  static override styles = [base, richText]
  static override properties = {
    content: { attribute: false },
    baseUrl: { attribute: false },
    translator: { attribute: false },
  }

  declare content: RichText
  declare baseUrl: string | undefined
  declare translator: Translator

  constructor() {
    super()
    this.content = []
    this.translator = english
  }

  /** Brings a heading into view and moves the focus there; false when there is no such heading. */
  goTo(anchor: string): boolean {
    const heading = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(anchor)}`)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
    return heading !== null
  }

  get rarer() {
    return parts.rarer
  }

  protected override willUpdate(): void {
    const { elementStyles } = this.constructor as typeof LitElement
    const { styles = [] } = this.rarer ?? {}
    adoptStyles(this.renderRoot as ShadowRoot, [...elementStyles, ...styles])
  }

  protected override render() {
    return renderBlocks(this.content, this)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-rich-text': WaypostRichText
  }
}
