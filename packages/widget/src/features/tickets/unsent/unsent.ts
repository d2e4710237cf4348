/*
 * What shows in a list that something waits, in one piece: fetched where something does, by the
 * panel, and by the form as soon as somebody writes.
 */
import { defineElement } from '../../../foundation/define-element.js'
import { addEnglish } from '../../../foundation/i18n.js'
import { enUnsent } from '../../../foundation/messages/en-unsent.js'
import { WaypostUnsent } from './waypost-unsent.js'

export function showUnsent(): void {
  addEnglish(enUnsent)
  defineElement('waypost-unsent', WaypostUnsent)
}
