import type { TicketKind } from '@waypost/sdk/contract'
import { svg, type TemplateResult } from 'lit'
import { alertIcon, icon } from '../../ui/icons.js'
import { flagIcon, tipIcon } from '../../ui/page-icons.js'

export const kindIcons: Record<TicketKind, TemplateResult> = {
  question: icon(
    svg`<path d="M4.75 3h7.6c.45 0 .87.2 1.15.54l2.9 3.5c.46.55.46 1.37 0 1.92l-2.9 3.5c-.28.34-.7.54-1.15.54h-7.6c-.97 0-1.75-.78-1.75-1.75v-6.5C3 3.78 3.78 3 4.75 3Z"/><path d="M8.25 13v4.25M5.75 17.25h5M7.1 6.95a1.75 1.75 0 1 1 2.5 1.6c-.5.23-.8.5-.8 1"/><circle cx="8.8" cy="11.05" r=".5" class="dot"/>`,
    'flip',
  ),
  problem: alertIcon,
  order: icon(
    svg`<rect x="2.75" y="4.5" width="14.5" height="11" rx="1.75"/><path d="M2.75 8.25h14.5M5.75 12.25h3"/>`,
  ),
  feedback: tipIcon,
  complaint: flagIcon,
  callback: icon(
    svg`<path d="M7.2 3.25H4.75c-.86 0-1.55.73-1.5 1.6.42 6.4 5.5 11.48 11.9 11.9.87.05 1.6-.64 1.6-1.5V12.8l-3.6-1.3-1.5 1.75a10.6 10.6 0 0 1-4.9-4.9L8.5 6.85z"/>`,
  ),
}
