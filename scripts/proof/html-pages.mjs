/**
 * Pages that stand in no map of the site, because they answer to what somebody did. Every page that
 * does stand there is looked at as well.
 */
export const pages = [
  { path: '/help/en/search' },
  { path: '/help/uk/search?q=%D0%9F%D0%94%D0%92' },
  { path: '/help/sv/search?q=faktura&page=2' },
  { path: '/help/da/search?q=%3Cb%3E%22xylofon%22' },
  { path: '/help/en/search?q=remindres' },
  { path: '/help/nb/articles/betalingsgebyrer?voted=yes' },
  { path: '/help/uk/articles/komisiia-za-platezhi?voted=no&vote=%22%3E' },
  { path: '/help/sv/articles/ingenting', status: 404 },
  { path: '/help/uk/nowhere', status: 404 },
  { path: '/' },
  { path: '/invoices/1042' },
]
