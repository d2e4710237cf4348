import { html, nothing } from 'lit'
import { alertIcon } from '../../../ui/icons.js'

/** What is wrong with the field of that name, between its label and its box. */
export const renderWhy = (name: string, why: string | undefined) =>
  why ? html`<p class="why small" id="${name}-why">${alertIcon}<span>${why}</span></p>` : nothing
