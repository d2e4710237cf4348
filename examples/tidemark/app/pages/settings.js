import { h } from '../element.js'
import { pageHead } from '../parts/page.js'
import { toast } from '../parts/toast.js'
import { accountSection } from '../settings/account.js'
import { bankSection } from '../settings/bank.js'
import { businessSection } from '../settings/business.js'
import { emailSection } from '../settings/email.js'
import { paymentsSection } from '../settings/payments.js'
import { remindersSection } from '../settings/reminders.js'
import { templateSection } from '../settings/template.js'
import { vatSection } from '../settings/vat.js'
import { tellSupport } from '../support.js'
import { notFoundPage } from './not-found.js'

/**
 * @typedef {object} SectionContext
 * @property {Record<string, string | boolean>} values
 * @property {(values: Record<string, string | boolean>) => void} save keeps them and draws again
 * @property {import('../ledger/ledger.js').Ledger} ledger
 *
 * @typedef {object} Section
 * @property {string} key part of the address and of the books
 * @property {string} name
 * @property {(context: SectionContext) => { fields?: import('../element.js').Child, help?: import('../element.js').Child, after?: import('../element.js').Child }} draw
 */

/** @type {readonly Section[]} */
const sections = [
  { key: 'business', name: 'Business', draw: businessSection },
  { key: 'vat', name: 'VAT', draw: vatSection },
  { key: 'payments', name: 'Getting paid', draw: paymentsSection },
  { key: 'bank', name: 'Bank', draw: bankSection },
  { key: 'reminders', name: 'Reminders', draw: remindersSection },
  { key: 'template', name: 'Invoice template', draw: templateSection },
  { key: 'email', name: 'Email', draw: emailSection },
  { key: 'account', name: 'Account', draw: accountSection },
]

/** @type {import('./pages.js').PageFunction} */
export function settingsPage({ ledger, refresh }, asked) {
  const section = sections.find(({ key }) => key === (asked || 'business'))
  if (!section) return notFoundPage()
  const save = (/** @type {Record<string, string | boolean>} */ values) => {
    ledger.saveSettings(section.key, values)
    const event = eventOf(section.key, values)
    if (event) void tellSupport(event)
    refresh()
  }
  const values = ledger.books().settings[section.key] ?? {}
  const { fields, help, after } = section.draw({ values, save, ledger })
  return {
    title: `${section.name} – Settings`,
    kind: 'settings',
    content: [
      pageHead('Settings'),
      h(
        'div',
        { class: 'settings-columns' },
        h(
          'nav',
          { class: 'sections', 'aria-label': 'Settings' },
          sections.map(({ key, name }) => {
            const isCurrent = key === section.key && 'page'
            return h(
              'a',
              { class: 'section', href: `/settings/${key}`, 'aria-current': isCurrent },
              name,
            )
          }),
          h('a', { class: 'section', href: '/theme' }, 'Help widget'),
        ),
        h(
          'div',
          { class: 'stack' },
          fields ? sectionForm(section.name, fields, help, save) : null,
          after,
        ),
      ),
    ],
  }
}

/**
 * What has happened by saving a section, as checklists call it.
 *
 * @param {string} key
 * @param {Record<string, string | boolean>} values
 */
function eventOf(key, { connected, automatic }) {
  if (key === 'business') return 'business.saved'
  if (key === 'bank' && connected) return 'bank.connected'
  return key === 'reminders' && automatic ? 'reminders.on' : undefined
}

/**
 * @param {string} name
 * @param {import('../element.js').Child} fields
 * @param {import('../element.js').Child} help
 * @param {(values: Record<string, string | boolean>) => void} save
 */
function sectionForm(name, fields, help, save) {
  const onsubmit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault()
    save(valuesOf(/** @type {HTMLFormElement} */ (event.target)))
    toast('Saved.')
  }
  return h(
    'form',
    { class: 'card', onsubmit },
    h('header', { class: 'card-head' }, h('h2', null, name)),
    h('div', { class: 'fields' }, fields),
    h(
      'footer',
      { class: 'card-foot' },
      help,
      h('button', { class: 'button main', id: 'save' }, 'Save'),
    ),
  )
}

/** @param {HTMLFormElement} form */
function valuesOf(form) {
  const inputs = [...form.elements].filter(
    (element) =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement,
  )
  return Object.fromEntries(
    inputs.map((input) => {
      const isTick = input instanceof HTMLInputElement && input.type === 'checkbox'
      return [input.name, isTick ? input.checked : input.value]
    }),
  )
}
