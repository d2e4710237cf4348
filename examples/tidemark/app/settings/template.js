import { field } from '../parts/field.js'
import { helpLink } from '../parts/help.js'

/** @param {import('../pages/settings.js').SectionContext} context */
export function templateSection({ values, ledger }) {
  return {
    fields: [
      field({
        ...{ label: 'Language of the invoice', name: 'language', value: String(values.language) },
        options: [
          ['customer', 'The customer’s'],
          ['en', 'English'],
          ['sv', 'Swedish'],
          ['da', 'Danish'],
          ['nb', 'Norwegian'],
          ['uk', 'Ukrainian'],
        ],
      }),
      field({ label: 'Colour', name: 'colour', type: 'color', value: String(values.colour) }),
      field({
        ...{
          label: 'Note at the foot',
          name: 'footer',
          value: String(values.footer),
          width: 'wide',
        },
        help: 'Such as a tax approval, or how to reach you.',
      }),
      field({
        ...{ label: 'Next invoice number', name: 'next', value: ledger.books().nextNumber },
        help: 'Locked since your first invoice: the series has no gaps.',
        more: { readonly: true },
      }),
    ],
    help: helpLink('What belongs on an invoice?', 'set-up-your-business'),
  }
}
