import { h } from '../element.js'
import { icon } from '../icons.js'
import { words } from '../language.js'
import { supportLink } from '../parts/help.js'
import { accountMenu } from './account-menu.js'

/**
 * @typedef {import('../ledger/ledger.js').PersonId} PersonId
 *
 * @typedef {object} FrameEvents
 * @property {(code: string) => void} onLanguage
 * @property {(appearance: string) => void} onAppearance
 * @property {(person: PersonId | null) => void} onPerson
 */

/** @type {readonly { href: string, word: keyof ReturnType<typeof words> & import('../icons.js').IconName }[]} */
const places = [
  { href: '/dashboard', word: 'overview' },
  { href: '/invoices', word: 'invoices' },
  { href: '/customers', word: 'customers' },
  { href: '/payments', word: 'payments' },
  { href: '/settings', word: 'settings' },
]

/**
 * What stands around every page: brand, main navigation, support and account. Its words follow the
 * language that was chosen.
 *
 * @param {FrameEvents} events
 */
export function createFrame(events) {
  const skip = h('a', { class: 'skip', href: '#content' })
  const rail = h('header', { class: 'rail' })
  return {
    elements: [skip, rail],
    /**
     * @param {PersonId | null} person
     * @param {string} path
     * @param {boolean} [accountOpen]
     */
    draw(person, path, accountOpen = false) {
      skip.textContent = words().skip
      const focused = document.activeElement?.id
      rail.replaceChildren(
        h('a', { class: 'brand', href: '/', lang: 'en' }, icon('tide'), 'Tidemark'),
        ...(person ? [navigation(path), helpCentre(), support()] : []),
        accountMenu(person, events, accountOpen),
      )
      if (focused) document.getElementById(focused)?.focus()
    },
  }
}

/** @param {string} path */
function navigation(path) {
  return h(
    'nav',
    { class: 'places', 'aria-label': words().menu },
    h(
      'ul',
      null,
      places.map(({ href, word }) => {
        const current = path === href ? 'page' : path.startsWith(`${href}/`) && 'true'
        const link = { class: 'place', href, id: `go-${word}`, 'aria-current': current }
        return h('li', null, h('a', link, icon(word), h('span', null, words()[word])))
      }),
    ),
  )
}

/** Waypost's pages at the same address: the browser goes there, not the router. */
const helpCentre = () =>
  h(
    'a',
    { class: 'rail-help', href: `/help/${document.documentElement.lang}`, rel: 'external' },
    icon('help'),
    h('span', null, words().help),
  )

const support = () => supportLink(words().support, { kind: 'question' }, 'rail-support')
