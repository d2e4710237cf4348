import type { PanelContext } from '../../foundation/panel-context.js'
import type { ArticleLinkEvent } from '../../ui/article-link-event.js'
import { NavigateEvent } from '../../ui/view-events.js'

/** Opens an article that a text leads to here; where the panel shows none, in the help centre. */
export const followArticle =
  (view: HTMLElement & { panel: PanelContext }) =>
  (event: ArticleLinkEvent): void => {
    if (view.panel.canRead === false) return
    event.preventDefault()
    const { articleId, anchor } = event
    view.dispatchEvent(new NavigateEvent({ view: 'article', articleId, ...(anchor && { anchor }) }))
  }
