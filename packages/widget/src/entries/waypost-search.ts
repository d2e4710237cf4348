import { WaypostSearch } from '../features/search/waypost-search.js'

export { AskChosenEvent } from '../features/search/ask-chosen-event.js'
export { ResultChosenEvent } from '../features/search/result-chosen-event.js'
export { WaypostSearch }

// Two copies on one page: the first stays.
if (!customElements.get('waypost-search')) customElements.define('waypost-search', WaypostSearch)
