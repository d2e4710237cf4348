import type { Form } from '@waypost/sdk/contract'
import { html, LitElement } from 'lit'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { base } from '../../../ui/base.styles.js'

/**
 * Files that somebody adds to what they write: chosen, dropped, pasted or taken with a camera. Each
 * goes up at once, while the person writes on, and says how far it has come. It needs no name of a
 * field: whoever holds it keeps `ids` beside the words, gives them back after a reload, and sends them
 * as `attachmentIds` or as the answer of a field.
 *
 * To send while `isBusy` is to wait: the next event without it has all ids. Nothing that fails keeps
 * words from being sent. An id that is taken out of `ids` is shown no more, and not deleted.
 *
 * @summary Files on their way.
 * @event {UploadsChangedEvent} waypost-uploads-changed - What has arrived, and whether more is to come.
 */
export class WaypostUploads extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }
  static override styles = [base]
  static override properties = {
    panel: { attribute: false },
    ids: { attribute: false },
    limits: { attribute: false },
    label: {},
    fault: {},
  }

  declare panel: PanelContext
  /** Attachments that are already there: of a draft, of the time before a reload. */
  declare ids: readonly string[]
  /** `settings.form.attachments`, with `maxCount` less where others count as well. */
  declare limits: Form['attachments']
  /** What the files are for, as the label beside it says. */
  declare label: string
  /** What is wrong, as it stands beside it; said of the button that has the focus. */
  declare fault: string

  constructor() {
    super()
    this.ids = []
    this.label = this.fault = ''
  }

  protected override render() {
    return html``
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-uploads': WaypostUploads
  }
}
