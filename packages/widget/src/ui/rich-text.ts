import type { RichText } from '@waypost/sdk/contract'
import { LitElement } from 'lit'
import { addEnglish, english, type Translator } from '../foundation/i18n.js'
import { enText } from '../foundation/messages/en-text.js'
import { base } from './base.styles.js'
import { notice } from './notice.styles.js'
import { renderBlocks } from './render-blocks.js'
import { richText } from './rich-text.styles.js'
import type { RichTextContext } from './rich-text-context.js'

/**
 * Draws a tree of rich text with real elements; nothing in it can become markup.
 *
 * @summary An article's or a message's text.
 * @event {ArticleLinkEvent} waypost-article-followed - A link to another article was followed.
 */
export class WaypostRichText extends LitElement implements RichTextContext {
  static override styles = [base, notice, richText]
  static override properties = {
    content: { attribute: false },
    baseUrl: { attribute: false },
    translator: { attribute: false },
    articleHref: { attribute: false },
  }

  declare content: RichText
  declare baseUrl: string | undefined
  declare translator: Translator
  /** The address of an article's own page; without it links to articles are buttons. */
  declare articleHref: ((articleId: string, anchor?: string) => string) | undefined

  constructor() {
    super()
    addEnglish(enText)
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

  protected override render() {
    return renderBlocks(this.content, this)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-rich-text': WaypostRichText
  }
}
