import { WaypostPanel } from '../shell/inline/waypost-panel.js'

export { TargetChosenEvent } from '../shell/inline/target-chosen-event.js'
export { WaypostPanel }

// Two copies on one page: the first stays.
if (!customElements.get('waypost-panel')) customElements.define('waypost-panel', WaypostPanel)
