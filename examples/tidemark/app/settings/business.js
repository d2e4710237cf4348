import { h } from '../element.js'
import { field } from '../parts/field.js'
import { helpLink } from '../parts/help.js'
import { toast } from '../parts/toast.js'

const countries = /** @type {const} */ ([
  ['SE', 'Sweden'],
  ['DK', 'Denmark'],
  ['NO', 'Norway'],
  ['UA', 'Ukraine'],
  ['IE', 'Ireland'],
])

/** @param {import('../pages/settings.js').SectionContext} context */
export function businessSection({ values }) {
  const lookUp = () => toast('The register answered. Name and address are up to date.')
  return {
    fields: [
      field({
        ...{ label: 'Country', name: 'country', value: String(values.country) },
        options: countries,
        help: 'It decides VAT rates, currency and payment references.',
        more: { disabled: true },
      }),
      h(
        'div',
        { class: 'with-button' },
        field({ label: 'Registration number', name: 'number', value: String(values.number) }),
        h('button', { type: 'button', class: 'button', onclick: lookUp }, 'Look up'),
      ),
      field({
        ...{ label: 'Business name', name: 'name', value: String(values.name), width: 'wide' },
        help: 'Exactly as it is registered.',
        more: { autocomplete: 'organization' },
      }),
      field({ label: 'Address', name: 'address', rows: 2, value: String(values.address) }),
      field({
        ...{ label: 'Phone', name: 'phone', type: 'tel', value: String(values.phone) },
        more: { autocomplete: 'tel' },
      }),
    ],
    help: helpLink('What belongs on an invoice?', 'set-up-your-business'),
  }
}
