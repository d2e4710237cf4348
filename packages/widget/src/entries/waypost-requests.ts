import { WaypostRequests } from '../shell/inline/waypost-requests.js'

export { TargetChosenEvent } from '../shell/inline/target-chosen-event.js'
export { WaypostRequests }

// Two copies on one page: the first stays.
if (!customElements.get('waypost-requests'))
  customElements.define('waypost-requests', WaypostRequests)
