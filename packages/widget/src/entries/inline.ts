export { createInlinePanel as createPanel } from '../shell/inline/create-inline-panel.js'
