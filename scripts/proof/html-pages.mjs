/**
 * Pages that stand in no map of the site, because they answer to what somebody did. Every page that
 * does stand there is looked at as well. A `form` is posted; `status` is 200 unless said.
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
  { path: '/help/en/contact' },
  { path: '/help/uk/contact?subject=%22%3E%3Cb%3E' },
  { path: '/help/da/contact', form: {}, status: 422 },
  {
    path: '/help/en/contact',
    form: { kind: 'callback', subject: '<b>VAT', message: 'Is "this" & that right?', email: 'no' },
    status: 422,
  },
  {
    path: '/help/sv/contact',
    form: { kind: 'problem', 'fields.where': 'phone', 'fields.since': '2026-02-30', subject: '&' },
    status: 422,
  },
  { path: '/help/nb/contact?kind=order&fields.matter=damaged' },
  { path: '/help/sv/requests' },
  { path: '/help/nb/requests?forgotten' },
  { path: '/help/uk/requests/nobodys', status: 404 },
  { path: '/help/sv/sign-in' },
  { path: '/help/en/sign-in', form: { act: 'code', email: '"><b>' }, status: 422 },
  { path: '/help/uk/sign-in', form: { act: 'code', email: 'robin@example.com' } },
  { path: '/help/da/sign-in', form: { act: 'again', email: 'robin@example.com' } },
  { path: '/help/nb/sign-in', form: { act: 'links', email: 'robin@example.com' } },
  { path: '/help/en/sign-in/code', form: { code: '12 "', email: '<b>' }, status: 422 },
  { path: '/help/en/mail/wpl_nothing', status: 404 },
  { path: '/docs/api' },
  { path: '/' },
  { path: '/invoices/1042' },
]

/** What is asked in the help centre, and what the team answers. */
export const question = {
  kind: 'problem',
  subject: 'Payout to the <wrong> account',
  message: 'The last payout went to my old account.\n\n> & it was "large"\n\nCan you move it?',
  name: 'Robin',
  email: 'robin@example.com',
  consent: 'on',
}
export const answer = `We have moved it. See [when payouts arrive](article:when-payouts-arrive).

> [!NOTE]
> It arrives on **Tuesday**.

| Day | Sum |
|---|--:|
| Tuesday | \`1 200\` |

1. Open *Payments*
   - [x] done

![Payouts](/content/images/payment-flow.svg)
`

/** Pages of a request that was asked just now, by the path of its link and in order. */
export const askedPages = (path) => [
  { path: `${path}?sent` },
  { path },
  { path, form: { act: 'reply', message: '' }, status: 422 },
]

/** Pages of the same request once the team has answered. */
export const answeredPages = (path) => [
  { path: `${path}?done=replied` },
  { path: '/help/uk/requests' },
  { path, form: { act: 'solve' }, status: 303 },
  { path: `${path}?done=solved` },
  { path: path.replace('/en/', '/sv/') },
  { path, form: { act: 'reopen', message: 'Not yet.' }, status: 303 },
  { path: `${path.replace('/en/', '/uk/')}?done=reopened` },
]

/** And once it has been closed. */
export const closedPages = (path) => [
  { path },
  { path, form: { act: 'reply', message: 'One "more" <thing>' }, status: 409 },
]
