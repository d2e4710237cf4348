import { WaypostContactForm } from '../shell/inline/waypost-contact-form.js'

export { TargetChosenEvent } from '../shell/inline/target-chosen-event.js'
export { WaypostContactForm }

// Two copies on one page: the first stays.
if (!customElements.get('waypost-contact-form'))
  customElements.define('waypost-contact-form', WaypostContactForm)
