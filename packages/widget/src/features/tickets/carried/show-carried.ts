import { defineElement } from '../../../foundation/define-element.js'
import type { Translator } from '../../../foundation/i18n.js'
import { enCarried } from '../../../foundation/messages/en-carried.js'
import { WaypostCarried } from './waypost-carried.js'

/** Makes ready what shows the lessons of a message: fetched where one has some. */
export function showCarried({ learn }: Translator): void {
  learn(enCarried)
  defineElement('waypost-carried', WaypostCarried)
}
