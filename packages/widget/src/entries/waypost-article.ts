import { WaypostArticle } from '../shell/inline/waypost-article.js'

export { TargetChosenEvent } from '../shell/inline/target-chosen-event.js'
export { WaypostArticle }

// Two copies on one page: the first stays.
if (!customElements.get('waypost-article')) customElements.define('waypost-article', WaypostArticle)
