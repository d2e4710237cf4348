/** All elements that stand in a page. Fetching this is all that a page needs to do. */
export { createWaypost } from '@waypost/sdk/embed'
export * from './waypost-article.js'
export * from './waypost-checklist.js'
export * from './waypost-contact-form.js'
export * from './waypost-panel.js'
export * from './waypost-requests.js'
export * from './waypost-search.js'
