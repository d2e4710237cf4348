import { addDays, addMonths, monthName } from '../days.js'
import { customers } from './ada-customers.js'
import { ago, invoicesFrom, reminderSettings } from './seed.js'

const domestic = (/** @type {import('./seed.js').Customer} */ { country }) =>
  country === 'SE' ? 25 : null

/** @type {readonly import('./seed.js').Row[]} */
const rows = [
  { to: 'harbour', ago: 171, lines: [['Identity workshop, full day', 2, 'day', 8_400]], paid: 156 },
  { to: 'kvist', ago: 163, lines: [['Shop signs, drawings', 14, 'h', 950]], paid: 131, by: 'card' },
  {
    to: 'maya',
    ago: 149,
    lines: [['Portfolio, layout', 12, 'h', 950]],
    paid: 139,
    by: 'Swish',
  },
  { to: 'nordlys', ago: 144, lines: [['Film poster, two versions', 1, 'pc', 18_500]], paid: 112 },
  { to: 'brun', ago: 130, lines: [['Catalogue, 24 pages', 1, 'pc', 22_400]], paid: 101 },
  {
    to: 'harbour',
    ago: 117,
    lines: [[`Design retainer, ${monthName(ago(117))}`, 1, 'month', 16_800]],
    paid: 103,
  },
  {
    to: 'bageri',
    ago: 108,
    lines: [['Packaging for rye bread', 9, 'h', 950]],
    paid: 95,
    by: 'Swish',
  },
  { to: 'fjord', ago: 97, lines: [['Trail map, illustrated', 1, 'pc', 19_750]], paid: 68 },
  {
    to: 'harbour',
    ago: 86,
    lines: [[`Design retainer, ${monthName(ago(86))}`, 1, 'month', 16_800]],
    paid: 72,
  },
  { to: 'kvist', ago: 78, lines: [['Price list, redrawn', 11, 'h', 950]], paid: 49, by: 'card' },
  { to: 'nordlys', ago: 71, lines: [['Festival programme', 1, 'pc', 24_600]], paid: 42 },
  {
    to: 'ek',
    ago: 57,
    lines: [['Exhibition leaflet', 1, 'pc', 4_480]],
    is: { remindersPaused: true },
  },
  {
    to: 'harbour',
    ago: 55,
    lines: [[`Design retainer, ${monthName(ago(55))}`, 1, 'month', 16_800]],
    paid: 40,
  },
  {
    to: 'fjord',
    ago: 48,
    lines: [['Icons for the mountain app', 24, 'pc', 620]],
    paid: 17,
  },
  {
    to: 'nordlys',
    ago: 42,
    lines: [
      ['Title sequence, storyboards', 6, 'h', 1_100],
      ['Title sequence, final art', 1, 'pc', 6_200],
    ],
    reference: 'PO 88-214',
  },
  {
    to: 'kvist',
    ago: 36,
    lines: [
      ['Campaign, concept', 1, 'pc', 12_000],
      ['Campaign, artwork', 10, 'h', 950],
    ],
    paid: 12,
    by: 'card',
  },
  {
    to: 'harbour',
    ago: 24,
    lines: [[`Design retainer, ${monthName(ago(24))}`, 1, 'month', 16_800]],
    paid: 8,
    thisMonth: true,
  },
  {
    to: 'bageri',
    ago: 21,
    lines: [
      ['Gift boxes, design', 1, 'pc', 5_600],
      ['Print supervision', 3, 'h', 950],
    ],
    message: 'Thank you for the tasting. The proofs come on Thursday.',
  },
  {
    to: 'maya',
    ago: 13,
    lines: [['Website, second round', 8, 'h', 950]],
    paid: 4,
    thisMonth: true,
    by: 'Swish',
  },
  {
    to: 'fjord',
    ago: 9,
    lines: [['Hut guide, 32 pages', 1, 'pc', 28_900]],
    part: 0.5,
    paid: 2,
    thisMonth: true,
  },
  { to: 'brun', ago: 5, lines: [['Packaging, two sizes', 1, 'pc', 11_600]], is: { bounced: true } },
  { to: 'kvist', ago: 3, lines: [['Shop window, drawings', 16, 'h', 950]], reference: 'Butik 2' },
]

const first = 1025
const sent = invoicesFrom(rows, {
  first,
  customers,
  vat: domestic,
  noVatReason: 'abroad',
  reminds: true,
})

/** @type {import('./seed.js').Invoice[]} */
const drafts = [
  {
    id: 'draft-2',
    customerId: 'harbour',
    draft: true,
    lines: [
      {
        what: `Design retainer, ${monthName(addMonths(ago(0), 1))}`,
        quantity: 1,
        unit: 'month',
        price: 1_680_000,
        vat: null,
      },
    ],
    noVatReason: 'reverse-charge',
    issuedOn: ago(1),
    dueOn: addDays(ago(1), 14),
    payments: [],
    history: [],
  },
  {
    id: 'draft-1',
    customerId: 'maya',
    draft: true,
    lines: [
      { what: 'Photography, half day', quantity: 1, unit: 'pc', price: 640_000, vat: 25 },
      { what: 'Retouching', quantity: 4, unit: 'h', price: 95_000, vat: 25 },
    ],
    issuedOn: ago(2),
    dueOn: addDays(ago(2), 10),
    payments: [],
    history: [],
  },
]

/** Lindqvist Form: a Swedish designer, registered for VAT, paid by transfer, card and Swish. */
/** @type {import('./seed.js').Books} */
export const ada = {
  customers,
  invoices: [...drafts, ...sent],
  nextNumber: first + rows.length,
  unmatched: [
    {
      id: 'bank-1',
      on: ago(1),
      from: 'LIN BAGERI HB',
      note: 'Presentkartonger',
      amount: 1_056_250,
      suggests: '1042',
    },
  ],
  settings: {
    business: {
      country: 'SE',
      number: '000000-0018',
      name: 'Lindqvist Form',
      address: 'Kaponjärgatan 4\n413 02 Göteborg',
      phone: '+46 31 000 00 00',
    },
    vat: { registered: true, number: 'SE000000001801', rate: '25', period: 'quarter' },
    payments: { account: 'Bankgiro 0000-0018', terms: '30', cards: true, payouts: 'daily' },
    bank: { connected: true, name: 'Västkustens Sparbank' },
    reminders: reminderSettings,
    template: { colour: '#0b7a75', language: 'customer', footer: 'Godkänd för F-skatt' },
    email: { reply: 'ada@lindqvistform.example', copy: true, summary: true, domain: '' },
    account: { email: 'ada@lindqvistform.example', twoStep: true },
  },
}
