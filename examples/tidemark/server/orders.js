const DAY = 86_400_000

/** @typedef {'en' | 'sv' | 'da' | 'nb' | 'uk'} Language */
/** @typedef {Readonly<Record<Language, string>>} Words */

/** @type {Readonly<Record<'reader' | 'paper' | 'stamp', Words>>} */
const goods = {
  reader: {
    en: 'Card reader, teal',
    sv: 'Kortläsare, blågrön',
    da: 'Kortlæser, blågrøn',
    nb: 'Kortleser, blågrønn',
    uk: 'Картковий термінал, бірюзовий',
  },
  paper: {
    en: 'Letter paper, 250 sheets',
    sv: 'Brevpapper, 250 ark',
    da: 'Brevpapir, 250 ark',
    nb: 'Brevpapir, 250 ark',
    uk: 'Фірмовий папір, 250 аркушів',
  },
  stamp: {
    en: 'Stamp “Paid”',
    sv: 'Stämpel ”Betald”',
    da: 'Stempel »Betalt«',
    nb: 'Stempel «Betalt»',
    uk: 'Штамп «Сплачено»',
  },
}

/** @type {Readonly<Record<'sent' | 'delivered' | 'packed', Words>>} */
const states = {
  sent: { en: 'On its way', sv: 'På väg', da: 'På vej', nb: 'På vei', uk: 'У дорозі' },
  delivered: {
    en: 'Delivered',
    sv: 'Levererad',
    da: 'Leveret',
    nb: 'Levert',
    uk: 'Доставлено',
  },
  packed: { en: 'Being packed', sv: 'Packas', da: 'Pakkes', nb: 'Pakkes', uk: 'Пакується' },
}

/**
 * @typedef {object} Order
 * @property {string} id
 * @property {(keyof typeof goods)[]} items
 * @property {keyof typeof states} state
 * @property {number} daysAgo
 * @property {string} total
 */

/** What the shop of Tidemark has sold, by the customer's `sub`. @type {Record<string, Order[]>} */
const sold = {
  usr_ada: [
    { id: 'TS-2041', items: ['reader'], state: 'delivered', daysAgo: 3, total: '349,00 kr' },
    { id: 'TS-2057', items: ['paper', 'stamp'], state: 'sent', daysAgo: 1, total: '412,50 kr' },
  ],
  usr_oleh: [{ id: 'TS-2049', items: ['stamp'], state: 'packed', daysAgo: 2, total: '640 ₴' }],
}

/**
 * The orders of one customer as Waypost shows them, the newest first.
 *
 * @param {string} sub
 * @param {string | null} locale
 * @returns {import('@waypost/sdk/contract').OrderCard[]}
 */
export function ordersOf(sub, locale) {
  const language = languageOf(locale)
  const orders = Object.hasOwn(sold, sub) ? (sold[sub] ?? []) : []
  return orders
    .toSorted((one, other) => one.daysAgo - other.daysAgo)
    .map(({ id, items, state, daysAgo, total }) => {
      const names = items.map((item) => goods[item][language])
      return {
        id,
        title: names.join(' + '),
        status: states[state][language],
        placedAt: new Date(Date.now() - daysAgo * DAY).toISOString(),
        total,
        items: names,
      }
    })
}

/**
 * @param {string | null} locale
 * @returns {Language}
 */
function languageOf(locale) {
  const [language = ''] = locale?.split('-') ?? []
  return Object.hasOwn(goods.reader, language) ? /** @type {Language} */ (language) : 'en'
}
