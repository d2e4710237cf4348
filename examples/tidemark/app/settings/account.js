import { h } from '../element.js'
import { openDialog } from '../parts/dialog.js'
import { field, toggle } from '../parts/field.js'
import { helpLink } from '../parts/help.js'
import { card } from '../parts/page.js'
import { toast } from '../parts/toast.js'

/** @param {import('../pages/settings.js').SectionContext} context */
export function accountSection({ values, ledger }) {
  const exportAll = () => toast('We put a ZIP file together and email you a link within an hour.')
  return {
    fields: [
      field({
        ...{
          label: 'Email',
          name: 'email',
          type: 'email',
          value: String(values.email),
          width: 'wide',
        },
        help: 'You log in with it, and receipts go to it.',
        more: { autocomplete: 'email', required: true },
      }),
      toggle({
        ...{ label: 'Two-step login', name: 'twoStep', value: values.twoStep === true },
        help: 'A code from your phone besides the password.',
      }),
    ],
    help: helpLink('Forgot your password?', 'forgot-password'),
    after: [
      card(
        'Your data',
        {},
        h(
          'div',
          { class: 'linked' },
          h(
            'p',
            { class: 'soft' },
            'All invoices as PDF; customers, invoices and payments as CSV.',
          ),
          h('button', { type: 'button', class: 'button', onclick: exportAll }, 'Export all data'),
        ),
      ),
      card(
        'Delete account',
        {},
        h(
          'div',
          { class: 'linked' },
          h(
            'p',
            { class: 'soft' },
            'After 30 days nothing can be brought back. Export your data first.',
          ),
          h(
            'button',
            {
              ...{ type: 'button', class: 'button danger', id: 'delete' },
              onclick: () => deleteDialog(ledger.owner.business),
            },
            'Delete account',
          ),
        ),
        h(
          'footer',
          { class: 'card-foot' },
          helpLink('What happens to my data?', 'delete-your-account'),
        ),
      ),
    ],
  }
}

/** @param {string} business */
function deleteDialog(business) {
  openDialog(
    {
      title: 'Delete account',
      confirm: 'Delete account',
      danger: true,
      onConfirm: () => toast('This is a demo: the account stays.'),
    },
    h('p', { class: 'soft' }, `Enter ${business} to confirm.`),
    field({
      ...{ label: 'Name of your business', name: 'business' },
      more: { required: true, pattern: business, autocomplete: 'off' },
    }),
  )
}
