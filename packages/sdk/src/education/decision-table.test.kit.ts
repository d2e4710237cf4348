import type { Rule } from '../contract/targeting.js'
import type { Facts } from './facts.js'

/** For whom of them a rule holds, and for whom it does not. */
export interface Decision {
  rule: Rule
  yes?: readonly string[]
  no?: readonly string[]
}

/** Everybody whom the table asks about, by name: what the page and the server know of them. */
const anna: Facts = {
  url: 'https://app.tidemark.example/invoices/42?tab=lines#total',
  locale: 'sv-FI',
  device: 'desktop',
  now: new Date(2026, 10, 22, 12, 0),
  events: (name, days = 365) =>
    ({ 'invoice.sent': days < 7 ? 1 : 3, 'report.exported': days < 30 ? 0 : 1 })[name] ?? 0,
  state: (id) =>
    (({ welcome: 'completed', payouts: 'started', tips: 'skipped' }) as const)[id as 'tips'] ??
    'unseen',
  hasElement: (selector) => selector === '#send',
  site: 'tidemark',
  segments: ['beta', 'owners'],
  attributes: { plan: 'pro', seats: 12, trial: false, admin: true, region: '', manager: null },
  signedIn: true,
}

const { site, segments, attributes, signedIn, ...page } = anna

export const people: Readonly<Record<string, Facts>> = {
  anna,
  /** What her browser knows of her by itself. */
  'anna, by her page': page,
  /** What the server knows of her before it answers. */
  'anna, by the server': {
    site: 'tidemark',
    segments: ['beta', 'owners'],
    attributes: anna.attributes ?? {},
    signedIn: true,
  },
  'a visitor': {
    ...anna,
    url: '/',
    locale: 'en',
    device: 'phone',
    events: () => 0,
    state: () => 'unseen',
    hasElement: () => false,
    segments: [],
    attributes: {},
    signedIn: false,
  },
  'on /invoices': { url: '/invoices' },
  'on /invoices/': { url: '/invoices/' },
  'on /invoices/42': { url: '/invoices/42' },
  'on /invoices/42/edit': { url: '/invoices/42/edit' },
  'on /my/invoices': { url: '/my/invoices' },
  'on /': { url: '/' },
  'on a bare host': { url: 'https://app.tidemark.example' },
  'on /fakturor/ändra': { url: 'https://app.tidemark.example/fakturor/%C3%A4ndra' },
  'on /100%': { url: '/100%' },
  'on /ab': { url: '/ab' },
  'on Saturday, 21 November': { now: new Date(2026, 10, 21, 23, 59, 59) },
  'on Sunday, 22 November, at midnight': { now: new Date(2026, 10, 22, 0, 0) },
  'on Monday, 23 November': { now: new Date(2026, 10, 23, 0, 0) },
  'on 5 January 2027': { now: new Date(2027, 0, 5, 8, 0) },
  'reading sv': { locale: 'sv' },
  'reading SV-fi': { locale: 'SV-fi' },
  'reading svc': { locale: 'svc' },
  'reading zh-Hant-TW': { locale: 'zh-Hant-TW' },
  'on a tablet': { device: 'tablet' },
  nobody: {},
}

/** Conditions that nobody has written yet, and a newer server may send. */
const newer = { weekday: 'friday' } as unknown as Rule

export const decisions: Readonly<Record<string, readonly Decision[]>> = {
  'by page': [
    {
      rule: { url: '/invoices' },
      yes: ['on /invoices', 'on /invoices/'],
      no: ['on /invoices/42', 'on /my/invoices', 'on /', 'nobody'],
    },
    { rule: { url: '/invoices/' }, yes: ['on /invoices', 'on /invoices/'] },
    {
      rule: { url: '/invoices/*' },
      yes: ['on /invoices/42', 'on /invoices/42/edit', 'anna'],
      no: ['on /invoices', 'on /my/invoices'],
    },
    {
      rule: { url: '/invoices/*/edit' },
      yes: ['on /invoices/42/edit'],
      no: ['on /invoices/42', 'on /invoices'],
    },
    {
      rule: { url: '*invoices*' },
      yes: ['on /invoices', 'on /my/invoices', 'on /invoices/42/edit'],
      no: ['on /'],
    },
    { rule: { url: '/' }, yes: ['on /', 'on a bare host'], no: ['on /invoices', 'anna'] },
    { rule: { url: '*' }, yes: ['on /', 'on /100%', 'anna'], no: ['nobody'] },
    { rule: { url: '/fakturor/ändra' }, yes: ['on /fakturor/ändra'] },
    { rule: { url: '/fakturor/%C3%A4ndra' }, yes: ['on /fakturor/ändra'] },
    { rule: { url: '/fakturor/änd*' }, yes: ['on /fakturor/ändra'] },
    { rule: { url: '/100%' }, yes: ['on /100%'] },
    // Two ends that would share a letter.
    { rule: { url: '/ab*b' }, no: ['on /ab'] },
    { rule: { url: '/a*b' }, yes: ['on /ab'] },
    {
      rule: { url: ['/', '/invoices/*'] },
      yes: ['on /', 'on /invoices/42', 'anna'],
      no: ['on /invoices'],
    },
    { rule: { url: [] }, no: ['on /', 'anna'] },
    // Neither query nor fragment is part of a page.
    { rule: { url: '/invoices/42' }, yes: ['anna'] },
    { rule: { url: '/invoices/42?tab=lines' }, no: ['anna'] },
    { rule: { url: '/Invoices' }, no: ['on /invoices'] },
  ],

  'by language': [
    {
      rule: { locale: 'sv' },
      yes: ['reading sv', 'reading SV-fi', 'anna'],
      no: ['reading svc', 'reading zh-Hant-TW', 'a visitor', 'nobody'],
    },
    { rule: { locale: 'sv-FI' }, yes: ['reading SV-fi', 'anna'], no: ['reading sv'] },
    { rule: { locale: 'SV' }, yes: ['reading sv'] },
    { rule: { locale: 'zh-Hant' }, yes: ['reading zh-Hant-TW'] },
    { rule: { locale: ['en', 'sv'] }, yes: ['anna', 'a visitor'], no: ['reading svc'] },
    { rule: { locale: [] }, no: ['reading sv'] },
  ],

  'by device': [
    { rule: { device: 'desktop' }, yes: ['anna'], no: ['a visitor', 'on a tablet', 'nobody'] },
    { rule: { device: ['phone', 'tablet'] }, yes: ['a visitor', 'on a tablet'], no: ['anna'] },
  ],

  'by site': [
    { rule: { site: 'tidemark' }, yes: ['anna', 'anna, by the server', 'a visitor'] },
    { rule: { site: ['shop', 'docs'] }, no: ['anna', 'nobody'] },
    { rule: { site: 'tide' }, no: ['anna'] },
  ],

  'by segment': [
    {
      rule: { segment: 'beta' },
      yes: ['anna', 'anna, by the server'],
      no: ['a visitor', 'anna, by her page', 'nobody'],
    },
    { rule: { segment: ['trial', 'owners'] }, yes: ['anna'], no: ['a visitor'] },
    { rule: { segment: ['trial', 'former'] }, no: ['anna'] },
    { rule: { segment: 'Beta' }, no: ['anna'] },
    { rule: { not: { segment: 'beta' } }, yes: ['a visitor'], no: ['anna', 'anna, by her page'] },
  ],

  'by what the customer is': [
    { rule: { attribute: 'plan', is: 'pro' }, yes: ['anna'], no: ['a visitor', 'nobody'] },
    { rule: { attribute: 'plan', is: ['free', 'pro'] }, yes: ['anna'] },
    { rule: { attribute: 'plan', is: 'Pro' }, no: ['anna'] },
    { rule: { attribute: 'seats', is: 12 }, yes: ['anna'] },
    { rule: { attribute: 'seats', is: '12' }, no: ['anna'] },
    { rule: { attribute: 'seats', above: 11 }, yes: ['anna'], no: ['a visitor'] },
    { rule: { attribute: 'seats', above: 12 }, no: ['anna'] },
    { rule: { attribute: 'seats', below: 13 }, yes: ['anna'], no: ['a visitor'] },
    { rule: { attribute: 'seats', below: 12 }, no: ['anna'] },
    { rule: { attribute: 'seats', above: 10, below: 20 }, yes: ['anna'] },
    { rule: { attribute: 'seats', above: 10, below: 11 }, no: ['anna'] },
    { rule: { attribute: 'seats', is: [12, 13], above: 12 }, no: ['anna'] },
    { rule: { attribute: 'plan', above: 1 }, no: ['anna'] },
    { rule: { attribute: 'admin' }, yes: ['anna'], no: ['a visitor'] },
    { rule: { attribute: 'trial' }, no: ['anna'] },
    { rule: { attribute: 'trial', is: false }, yes: ['anna'], no: ['a visitor'] },
    { rule: { attribute: 'region' }, yes: ['anna'] },
    { rule: { attribute: 'manager' }, no: ['anna'] },
    // What every object has is nobody's attribute.
    { rule: { attribute: 'toString' }, no: ['anna', 'a visitor'] },
    { rule: { attribute: '__proto__' }, no: ['anna'] },
  ],

  'by who is known': [
    { rule: { signedIn: true }, yes: ['anna', 'anna, by the server'], no: ['a visitor', 'nobody'] },
    { rule: { signedIn: false }, yes: ['a visitor'], no: ['anna', 'anna, by her page'] },
  ],

  'by what has happened': [
    { rule: { event: 'invoice.sent' }, yes: ['anna'], no: ['a visitor', 'nobody'] },
    { rule: { event: 'invoice.sent', atLeast: 3 }, yes: ['anna'] },
    { rule: { event: 'invoice.sent', atLeast: 4 }, no: ['anna'] },
    { rule: { event: 'invoice.sent', atMost: 3 }, yes: ['anna', 'a visitor'] },
    { rule: { event: 'invoice.sent', atMost: 2 }, no: ['anna'] },
    { rule: { event: 'invoice.sent', atMost: 0 }, yes: ['a visitor'], no: ['anna', 'nobody'] },
    { rule: { event: 'invoice.sent', atLeast: 0 }, yes: ['a visitor'] },
    { rule: { event: 'invoice.sent', atLeast: 2, atMost: 3 }, yes: ['anna'], no: ['a visitor'] },
    { rule: { event: 'invoice.sent', days: 3 }, yes: ['anna'] },
    { rule: { event: 'invoice.sent', days: 3, atLeast: 2 }, no: ['anna'] },
    { rule: { event: 'report.exported', days: 30 }, yes: ['anna'] },
    { rule: { event: 'report.exported', days: 29 }, no: ['anna'] },
    { rule: { event: 'invoice.lost' }, no: ['anna'] },
  ],

  'by how far somebody is': [
    { rule: { content: 'welcome', is: 'completed' }, yes: ['anna'], no: ['a visitor', 'nobody'] },
    { rule: { content: 'welcome', is: 'started' }, no: ['anna'] },
    { rule: { content: 'payouts', is: ['started', 'completed'] }, yes: ['anna'] },
    { rule: { content: 'tips', is: ['skipped', 'dismissed'] }, yes: ['anna'], no: ['a visitor'] },
    { rule: { content: 'new', is: 'unseen' }, yes: ['anna', 'a visitor'], no: ['nobody'] },
    { rule: { not: { content: 'welcome', is: 'completed' } }, yes: ['a visitor'], no: ['anna'] },
  ],

  'by what is on the page': [
    { rule: { element: '#send' }, yes: ['anna'], no: ['a visitor', 'nobody'] },
    { rule: { element: '#gone' }, no: ['anna'] },
    { rule: { not: { element: '#gone' } }, yes: ['anna', 'a visitor'], no: ['nobody'] },
  ],

  'by day': [
    {
      rule: { from: '2026-11-22' },
      yes: ['on Sunday, 22 November, at midnight', 'on Monday, 23 November', 'on 5 January 2027'],
      no: ['on Saturday, 21 November', 'nobody'],
    },
    {
      rule: { until: '2026-11-22' },
      yes: ['on Saturday, 21 November', 'on Sunday, 22 November, at midnight', 'anna'],
      no: ['on Monday, 23 November'],
    },
    {
      rule: { from: '2026-11-22', until: '2026-11-22' },
      yes: ['on Sunday, 22 November, at midnight', 'anna'],
      no: ['on Saturday, 21 November', 'on Monday, 23 November'],
    },
    { rule: { from: '2026-12-24', until: '2027-01-06' }, yes: ['on 5 January 2027'], no: ['anna'] },
    { rule: { from: '2027-01-06', until: '2026-12-24' }, no: ['on 5 January 2027', 'anna'] },
  ],

  'of several': [
    { rule: { all: [{ locale: 'sv' }, { device: 'desktop' }] }, yes: ['anna'], no: ['a visitor'] },
    { rule: { all: [{ locale: 'sv' }, { device: 'phone' }] }, no: ['anna', 'a visitor'] },
    { rule: { any: [{ locale: 'sv' }, { device: 'phone' }] }, yes: ['anna', 'a visitor'] },
    { rule: { any: [{ locale: 'da' }, { device: 'tablet' }] }, no: ['anna', 'a visitor'] },
    { rule: { not: { locale: 'sv' } }, yes: ['a visitor'], no: ['anna', 'nobody'] },
    { rule: { not: { not: { locale: 'sv' } } }, yes: ['anna'], no: ['a visitor', 'nobody'] },
    { rule: { all: [] }, yes: ['anna', 'nobody'] },
    { rule: { any: [] }, no: ['anna', 'nobody'] },
    {
      rule: { not: { any: [{ signedIn: true }, { event: 'invoice.sent' }] } },
      yes: ['a visitor'],
      no: ['anna', 'anna, by her page', 'nobody'],
    },
    {
      rule: { not: { all: [{ signedIn: true }, { locale: 'da' }] } },
      yes: ['anna', 'a visitor', 'anna, by her page'],
      no: ['nobody', 'anna, by the server'],
    },
    {
      rule: {
        all: [
          { any: [{ segment: 'beta' }, { attribute: 'plan', is: 'pro' }] },
          { url: '/invoices/*' },
          { not: { content: 'welcome', is: ['unseen', 'started'] } },
        ],
      },
      yes: ['anna'],
      no: ['a visitor', 'anna, by the server', 'anna, by her page'],
    },
    {
      rule: { any: [{ segment: 'beta' }, { url: '/' }] },
      yes: ['anna', 'a visitor', 'anna, by the server', 'on /'],
      no: ['anna, by her page', 'on /invoices'],
    },
    {
      rule: { all: [{ segment: 'trial' }, { url: '*' }] },
      no: ['anna', 'a visitor', 'anna, by the server'],
    },
  ],

  'of what cannot be answered, or is not known yet': [
    { rule: newer, no: ['anna', 'nobody'] },
    { rule: { not: newer }, no: ['anna', 'nobody'] },
    { rule: { all: [{ locale: 'sv' }, newer] }, no: ['anna', 'a visitor'] },
    { rule: { all: [{ locale: 'da' }, { not: newer }] }, no: ['anna'] },
    { rule: { any: [{ locale: 'sv' }, newer] }, yes: ['anna'], no: ['a visitor'] },
    { rule: { not: { all: [{ locale: 'da' }, newer] } }, yes: ['anna'] },
    { rule: { not: { any: [{ locale: 'da' }, newer] } }, no: ['anna'] },
    { rule: { not: { any: [{ locale: 'sv' }, newer] } }, no: ['anna'] },
    { rule: {} as unknown as Rule, no: ['anna', 'nobody'] },
  ],
}
