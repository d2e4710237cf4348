import { h } from '../element.js'
import { personButton } from '../frame/account-menu.js'
import { icon } from '../icons.js'
import { helpLink, supportLink } from '../parts/help.js'

/**
 * Logging in as one of the sample people: nobody has a password here.
 *
 * @param {{ onPerson: (person: import('../ledger/ledger.js').PersonId) => void }} events
 */
export function loginPage({ onPerson }) {
  return h(
    'div',
    { class: 'login' },
    h(
      'div',
      { class: 'login-card' },
      h('span', { class: 'login-mark' }, icon('tide')),
      h('h1', { tabindex: '-1' }, 'Log in to Tidemark'),
      h(
        'p',
        { class: 'soft' },
        'Choose whose books to open. This is a demo: no password is asked.',
      ),
      h(
        'ul',
        { class: 'login-people' },
        h('li', null, personButton('ada', { onclick: () => onPerson('ada') })),
        h('li', null, personButton('elin', { onclick: () => onPerson('elin') })),
        h('li', null, personButton('oleh', { onclick: () => onPerson('oleh') })),
        h('li', null, personButton('nils', { onclick: () => onPerson('nils') })),
      ),
      h(
        'div',
        { class: 'login-help' },
        helpLink('Forgot password?', 'forgot-password'),
        supportLink('Ask us', { subject: 'I cannot log in', kind: 'problem' }),
      ),
    ),
    h(
      'p',
      { class: 'login-word' },
      'Invoices that go out on time, and ',
      h('em', null, 'come back paid.'),
    ),
  )
}
