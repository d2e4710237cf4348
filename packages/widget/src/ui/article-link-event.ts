/**
 * A link to another article was followed. Cancel it to show the article yourself; otherwise the
 * browser goes where the link leads, if it leads anywhere.
 */
export class ArticleLinkEvent extends Event {
  static readonly type = 'waypost-article-followed'
  readonly articleId: string
  readonly anchor: string | undefined

  constructor(articleId: string, anchor?: string) {
    super(ArticleLinkEvent.type, { bubbles: true, composed: true, cancelable: true })
    this.articleId = articleId
    this.anchor = anchor
  }
}

declare global {
  interface HTMLElementEventMap {
    'waypost-article-followed': ArticleLinkEvent
  }
}
