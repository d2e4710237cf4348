import { WaypostChecklist } from '../shell/inline/waypost-checklist.js'

export { TargetChosenEvent } from '../shell/inline/target-chosen-event.js'
export { WaypostChecklist }

// Two copies on one page: the first stays.
if (!customElements.get('waypost-checklist'))
  customElements.define('waypost-checklist', WaypostChecklist)
