import { reminderSettings } from './seed.js'

/**
 * Ek Snickeri: a carpenter in Uppsala on their first day. Nothing is set up but what signing up asked
 * for, and no invoice was ever sent.
 *
 * @type {import('./seed.js').Books}
 */
export const nils = {
  customers: {
    tegel: {
      id: 'tegel',
      name: 'Tegelhuset Kafé',
      email: 'faktura@tegelhuset.example',
      contact: 'Sara Tegel',
      address: ['Svartbäcksgatan 9', '753 20 Uppsala'],
      country: 'SE',
      terms: 30,
    },
  },
  invoices: [],
  nextNumber: 1,
  unmatched: [],
  settings: {
    business: { country: 'SE', number: '', name: 'Ek Snickeri', address: '', phone: '' },
    vat: { registered: true, number: '', rate: '25', period: 'quarter' },
    payments: { account: '', terms: '30', cards: false, payouts: 'daily' },
    bank: { connected: false, name: '' },
    reminders: { ...reminderSettings, automatic: false },
    template: { colour: '#0b7a75', language: 'customer', footer: '' },
    email: { reply: 'nils@eksnickeri.example', copy: false, summary: true, domain: '' },
    account: { email: 'nils@eksnickeri.example', twoStep: false },
  },
}
