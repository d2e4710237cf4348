import type { TicketContextInput } from '../../contract/panel.js'

/** Where the visitor is, as the host says or the page does, and what else the host says of it. */
export const pageContext = ({ url, title, ...more }: TicketContextInput): TicketContextInput => ({
  ...more,
  url: (url || location.href).slice(0, 2_048),
  // Without the number that `titleBadge` puts there.
  title: title || document.title.replace(/^\(\d+\+?\) /, ''),
})
