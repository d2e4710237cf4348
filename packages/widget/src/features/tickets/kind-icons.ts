import type { TicketKind } from '@waypost/sdk/contract'
import { svg, type TemplateResult } from 'lit'
import { alertIcon, helpIcon, icon } from '../../ui/icons.js'
import { flagIcon, tipIcon } from '../../ui/page-icons.js'

export const kindIcons: Record<TicketKind, TemplateResult> = {
  question: helpIcon,
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
