import type { TicketContextInput } from '../../contract/panel.js'

const LONGEST_URL = 2_048
const LONGEST_TITLE = 300

/** Where the visitor is, as the host says or the page does, within what the contract takes. */
export function pageContext({ url, title }: TicketContextInput): TicketContextInput {
  const { href, origin, pathname } = location
  const here = href.length > LONGEST_URL ? origin + pathname : href
  const line = (title || document.title).replace(/\s+/g, ' ').trim()
  return {
    url: (url || here).slice(0, LONGEST_URL),
    ...(line && { title: line.slice(0, LONGEST_TITLE) }),
  }
}
