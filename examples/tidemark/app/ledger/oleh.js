import { addDays, monthName } from '../days.js'
import { ago, invoicesFrom, reminderSettings } from './seed.js'

/** @type {Record<string, import('./seed.js').Customer>} */
const customers = {
  kivsh: {
    id: 'kivsh',
    name: 'Kivsh Coffee',
    email: 'rakhunky@kivsh.example',
    contact: 'Marta Sydorenko',
    address: ['vul. Virmenska 12', '79008 Lviv', 'Ukraine'],
    country: 'UA',
    terms: 14,
  },
  dnipro: {
    id: 'dnipro',
    name: 'Dnipro Logistics',
    email: 'finance@dniprologistics.example',
    contact: 'Andrii Hnatiuk',
    address: ['Naberezhna Peremohy 40', '49094 Dnipro', 'Ukraine'],
    country: 'UA',
    terms: 30,
  },
  verba: {
    id: 'verba',
    name: 'Verba Publishing',
    email: 'office@verbabooks.example',
    contact: 'Iryna Verba',
    address: ['vul. Yaroslaviv Val 21', '01034 Kyiv', 'Ukraine'],
    country: 'UA',
    terms: 14,
  },
  hlek: {
    id: 'hlek',
    name: 'Hlek Ceramics',
    email: 'pay@hlekceramics.example',
    contact: 'Taras Hlek',
    address: ['vul. Zamkova 3', '79000 Lviv', 'Ukraine'],
    country: 'UA',
    terms: 10,
  },
  nordlys: {
    id: 'nordlys',
    name: 'Nordlys Film AS',
    email: 'faktura@nordlysfilm.example',
    contact: 'Ingrid Moe',
    address: ['Strandgata 8', '9008 Tromsø', 'Norway'],
    country: 'NO',
    terms: 30,
  },
}

const month = (/** @type {number} */ days) => monthName(ago(days))

/** @type {readonly import('./seed.js').Row[]} */
const rows = [
  { to: 'dnipro', ago: 168, lines: [['Route planner, first stage', 40, 'h', 1_400]], paid: 155 },
  { to: 'kivsh', ago: 152, lines: [['Web shop, set-up', 1, 'pc', 38_000]], paid: 139, by: 'card' },
  { to: 'verba', ago: 133, lines: [['Catalogue import', 22, 'h', 1_400]], paid: 118 },
  { to: 'dnipro', ago: 121, lines: [['Route planner, second stage', 52, 'h', 1_400]], paid: 96 },
  {
    to: 'hlek',
    ago: 102,
    lines: [['Stock list on the web', 1, 'pc', 26_500]],
    paid: 93,
    by: 'card',
  },
  {
    to: 'kivsh',
    ago: 90,
    lines: [[`Web shop, care, ${month(90)}`, 1, 'month', 9_800]],
    paid: 80,
    by: 'card',
  },
  { to: 'nordlys', ago: 83, lines: [['Screening calendar', 34, 'h', 1_400]], paid: 51 },
  { to: 'verba', ago: 69, lines: [['Reader accounts', 28, 'h', 1_400]], paid: 55 },
  {
    to: 'kivsh',
    ago: 60,
    lines: [[`Web shop, care, ${month(60)}`, 1, 'month', 9_800]],
    paid: 46,
    by: 'card',
  },
  {
    to: 'dnipro',
    ago: 44,
    lines: [
      ['Driver app, prototype', 46, 'h', 1_400],
      ['Field test in Dnipro, two days', 2, 'day', 11_200],
    ],
    paid: 11,
    thisMonth: true,
  },
  {
    to: 'verba',
    ago: 38,
    lines: [['Search for the web shop', 31, 'h', 1_400]],
    reference: 'Contract 14/2',
  },
  {
    to: 'kivsh',
    ago: 29,
    lines: [[`Web shop, care, ${month(29)}`, 1, 'month', 9_800]],
    paid: 15,
    by: 'card',
  },
  {
    to: 'hlek',
    ago: 16,
    lines: [
      ['Order form', 12, 'h', 1_400],
      ['Photo upload', 6, 'h', 1_400],
    ],
    message: 'The form is live. Two small things are left, they are included.',
  },
  { to: 'nordlys', ago: 12, lines: [['Screening calendar, tickets', 26, 'h', 1_400]] },
  { to: 'dnipro', ago: 4, lines: [['Driver app, first release', 58, 'h', 1_400]] },
]

const first = 2029
const sent = invoicesFrom(rows, {
  first,
  customers,
  vat: () => null,
  noVatReason: 'not-registered',
  reminds: false,
})

/** @type {import('./invoice.js').Invoice[]} */
const drafts = [
  {
    id: 'draft-1',
    customerId: 'kivsh',
    draft: true,
    lines: [
      {
        what: `Web shop, care, ${month(0)}`,
        quantity: 1,
        unit: 'month',
        price: 980_000,
        vat: null,
      },
    ],
    noVatReason: 'not-registered',
    issuedOn: ago(0),
    dueOn: addDays(ago(0), 14),
    payments: [],
    history: [],
  },
]

/**
 * Bondarenko Software: a Ukrainian developer on the single tax, not registered for VAT, whose bank
 * is not connected yet.
 *
 * @type {import('./seed.js').Books}
 */
export const oleh = {
  customers,
  invoices: [...drafts, ...sent],
  nextNumber: first + rows.length,
  unmatched: [],
  settings: {
    business: {
      country: 'UA',
      number: '0000000018',
      name: 'Bondarenko Software',
      address: 'vul. Kopernyka 17\n79000 Lviv',
      phone: '+380 32 000 00 00',
    },
    vat: { registered: false, number: '', rate: '20', period: 'month' },
    payments: {
      account: 'UA00 000000 0000000000000000000',
      terms: '14',
      cards: true,
      payouts: 'weekly',
    },
    bank: { connected: false, name: '' },
    reminders: { ...reminderSettings, automatic: false },
    template: { colour: '#0b7a75', language: 'customer', footer: '' },
    email: {
      reply: 'oleh@bondarenko.example',
      copy: false,
      summary: true,
      domain: 'bondarenko.example',
    },
    account: { email: 'oleh@bondarenko.example', twoStep: false },
  },
}
