import { h } from '../element.js'
import { icon } from '../icons.js'
import { languages, words } from '../language.js'
import { closesOutside } from '../parts/menu.js'
import { people } from '../people.js'

const appearances = /** @type {const} */ (['auto', 'light', 'dark'])

/**
 * Who is signed in, and how Tidemark looks and speaks. The panel belongs to its button: Escape
 * closes it and returns.
 *
 * @param {import('../ledger/ledger.js').PersonId | null} person
 * @param {import('./frame.js').FrameEvents} events
 * @param {boolean} open
 */
export function accountMenu(person, events, open) {
  const text = words()
  const who = person && people[person]
  const button = h(
    'button',
    {
      ...{ type: 'button', class: 'account-button', id: 'account' },
      ...{ 'aria-expanded': String(open), 'aria-controls': 'account-panel' },
      onclick: () => setOpen(!isOpen()),
    },
    who
      ? h('span', { class: 'face', 'aria-hidden': 'true' }, initials(who.name))
      : icon('settings'),
    who && h('span', { class: 'unseen' }, `${text.account}: `),
    h(
      'span',
      { class: 'account-name' },
      who ? who.name : text.language,
      who && h('span', { class: 'account-business' }, ` ${who.business}`),
    ),
    icon('sort'),
  )
  const panel = h(
    'div',
    { class: 'account-panel', id: 'account-panel', hidden: !open },
    person && signedIn(person, events),
    h(
      'div',
      { class: 'choice' },
      h('label', { for: 'language' }, text.language),
      h(
        'select',
        { id: 'language', onchange: onSelect(events.onLanguage) },
        Object.entries(languages).map(([code, { name }]) => {
          const selected = document.documentElement.lang === code
          return h('option', { value: code, lang: code, selected }, name)
        }),
      ),
    ),
    h(
      'div',
      { class: 'choice' },
      h('label', { for: 'appearance' }, text.appearance),
      h(
        'select',
        { id: 'appearance', onchange: onSelect(events.onAppearance) },
        appearances.map((value) => {
          const selected = (document.documentElement.dataset.appearance ?? 'auto') === value
          return h('option', { value, selected }, text[value])
        }),
      ),
    ),
  )
  const menu = h('div', { class: 'account', onkeydown: onKey }, button, panel)
  closesOutside(menu, () => setOpen(false))
  return menu

  function isOpen() {
    return button.getAttribute('aria-expanded') === 'true'
  }

  /** @param {boolean} now */
  function setOpen(now) {
    panel.hidden = !now
    button.setAttribute('aria-expanded', String(now))
  }

  /** @param {KeyboardEvent} event */
  function onKey({ key }) {
    if (key !== 'Escape' || !isOpen()) return
    setOpen(false)
    button.focus()
  }
}

/**
 * @param {import('../ledger/ledger.js').PersonId} person
 * @param {import('./frame.js').FrameEvents} events
 */
function signedIn(person, { onPerson }) {
  const ids = /** @type {(typeof person)[]} */ (Object.keys(people))
  return [
    h('p', { class: 'choice-title', id: 'sample-people' }, words().samplePeople),
    h(
      'ul',
      { class: 'choice-people', 'aria-labelledby': 'sample-people' },
      ids.map((id) =>
        h('li', null, personButton(id, { current: id === person, onclick: () => onPerson(id) })),
      ),
    ),
    h(
      'button',
      { type: 'button', class: 'choice-leave', id: 'log-out', onclick: () => onPerson(null) },
      icon('out'),
      words().logOut,
    ),
  ]
}

/**
 * @param {import('../ledger/ledger.js').PersonId} id
 * @param {{ current?: boolean, onclick: () => void }} options
 */
export function personButton(id, { current = false, onclick }) {
  const { name, work } = people[id]
  return h(
    'button',
    { type: 'button', class: 'person', onclick, 'aria-current': current && 'true' },
    h('span', { class: 'face', 'aria-hidden': 'true' }, initials(name)),
    h('span', { class: 'person-name', lang: 'en' }, name, h('span', { class: 'under' }, work)),
    h('span', { class: 'person-mark' }, icon(current ? 'check' : 'next')),
  )
}

/** @param {string} name */
const initials = (name) =>
  name
    .split(' ')
    .map(([first]) => first)
    .join('')

/** @param {(value: string) => void} use */
const onSelect = (use) => (/** @type {Event} */ event) =>
  use(/** @type {HTMLSelectElement} */ (event.target).value)
