/*
 * What the form wants once somebody writes, in one piece. Nobody waits for it to see the form; and
 * where it does not come, nothing could be sent either.
 */
import { enFormLater } from '../../foundation/messages/en-form-later.js'
import { enUnsent } from '../../foundation/messages/en-unsent.js'

export const english = { ...enFormLater, ...enUnsent }

export { checkForm } from './check-form.js'
export { createAlong } from './create-along.js'
export { createFormQueue } from './form-queue.js'
export { isToGo } from './is-to-go.js'
export { onceWriting } from './once-writing.styles.js'
export { refusalOf } from './refusal.js'
export { renderOther } from './render-other.js'
export { queueStyles, renderQueue, renderQueueLink } from './render-queue.js'
export { renderSent, sentStyles } from './render-sent.js'
export { renderSummary, sayWhy } from './render-summary.js'
export { sendForm } from './send-form.js'
export { SuggestionsController } from './suggestions-controller.js'
export { takeBack } from './take-back.js'
export { showUnsent } from './unsent/unsent.js'
