export { createPanel } from '../shell/create-panel.js'
