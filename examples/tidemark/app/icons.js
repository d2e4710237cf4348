import { s } from './element.js'

/** Drawn on a grid of 20, with a line of 1.6. */
const shapes = {
  tide: 'M2 8c2.7-2.8 5.3-2.8 8 0s5.3 2.8 8 0M2 13.5c2.7-2.8 5.3-2.8 8 0s5.3 2.8 8 0',
  overview: 'M3 10.5 10 4l7 6.5M5 9v7.5h10V9',
  invoices: 'M5 2.5h10v15l-2.5-1.7-2.5 1.7-2.5-1.7L5 17.5zM8 6.5h4M8 10h4',
  customers: 'M13 8a3 3 0 1 0-6 0 3 3 0 0 0 6 0M4 17c.6-2.8 3-4.5 6-4.5s5.4 1.7 6 4.5',
  payments: 'M2.5 5h15v10h-15zM2.5 8.5h15M5.5 12h3',
  settings:
    'M3 6h8M15 6h2M3 14h2M9 14h8M15 6a2 2 0 1 0-4 0 2 2 0 0 0 4 0M9 14a2 2 0 1 0-4 0 2 2 0 0 0 4 0',
  plus: 'M10 4v12M4 10h12',
  help: 'M17.5 10a7.5 7.5 0 1 0-15 0 7.5 7.5 0 0 0 15 0M7.8 7.8a2.2 2.2 0 1 1 3.3 1.9c-.7.4-1.1.8-1.1 1.6M10 14v.2',
  mail: 'M2.5 4.5h15v11h-15zM3 5.5l7 5.5 7-5.5',
  next: 'M7.5 4.5 13 10l-5.5 5.5',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  down: 'M4.5 7.5 10 13l5.5-5.5',
  check: 'm4 10.5 4 4 8-9',
  alert: 'M10 3 2 16.5h16zM10 8v4M10 14.2v.2',
  clock: 'M17.5 10a7.5 7.5 0 1 0-15 0 7.5 7.5 0 0 0 15 0M10 5.5V10l3 2',
  close: 'm5 5 10 10M15 5 5 15',
  trash: 'M3.5 5.5h13M8 5.5V3.5h4v2M5 5.5l.7 11.5h8.6L15 5.5M8.5 8.5v5.5M11.5 8.5v5.5',
  copy: 'M7 7h10v10H7zM13 7V3H3v10h4',
  print: 'M6 7V2.5h8V7M6 14H3V7h14v7h-3M6 11.5h8v6H6z',
  bell: 'M4.5 14.5h11c-1.3-1.4-1.5-3-1.5-5a4 4 0 0 0-8 0c0 2-.2 3.6-1.5 5M8.5 17h3',
  file: 'M5 2.5h6l4 4v11H5zM11 2.5v4h4',
  out: 'M8 3H3.5v14H8M12.5 6l4 4-4 4M16 10H7.5',
  sort: 'M6.5 4v12M3.5 13l3 3 3-3M13.5 16V4M10.5 7l3-3 3 3',
}

/** @typedef {keyof typeof shapes} IconName */

/**
 * Decoration beside a word, so assistive technology passes it over.
 *
 * @param {IconName} name
 */
export const icon = (name) =>
  s(
    'svg',
    { class: 'icon', viewBox: '0 0 20 20', 'aria-hidden': 'true' },
    s('path', { d: shapes[name] }),
  )
