import { h } from '../element.js'
import { openDialog } from '../parts/dialog.js'
import { field, toggle } from '../parts/field.js'
import { helpLink } from '../parts/help.js'
import { card } from '../parts/page.js'
import { toast } from '../parts/toast.js'

/** @param {import('../pages/settings.js').SectionContext} context */
export function emailSection(context) {
  const { values } = context
  return {
    fields: [
      field({
        ...{ label: 'Replies go to', name: 'reply', type: 'email', value: String(values.reply) },
        more: { autocomplete: 'email', required: true },
        width: 'wide',
      }),
      toggle({
        ...{ label: 'Copy of every invoice', name: 'copy', value: values.copy === true },
        help: 'To the address above.',
      }),
      toggle({
        ...{ label: 'Summary on Mondays', name: 'summary', value: values.summary === true },
        help: 'What came in, what is late, what goes out this week.',
      }),
    ],
    help: helpLink('Emails that do not arrive', 'email-not-arriving'),
    after: domainCard(context),
  }
}

/** @param {import('../pages/settings.js').SectionContext} context */
function domainCard({ values, save }) {
  const domain = String(values.domain)
  const check = () => toast('All three records are in place.')
  const enter = () =>
    openDialog(
      {
        title: 'Send from your own domain',
        confirm: 'Show records',
        onConfirm: ({ name = '' }) => save({ domain: name.trim().toLowerCase() }),
      },
      field({
        ...{ label: 'Domain', name: 'name' },
        help: 'For example harbourstudio.example',
        more: { required: true, pattern: '[a-zA-Z0-9.\\-]+\\.[a-zA-Z]{2,}', spellcheck: 'false' },
      }),
    )
  return card(
    'Your own domain',
    {},
    h(
      'div',
      { class: 'fields' },
      h(
        'p',
        { class: 'wide soft' },
        domain
          ? `Invoices go out from ${domain} once these three records are in place.`
          : 'Invoices go out from our address with your business name. From your own domain, fewer end up as spam.',
      ),
      domain &&
        h(
          'pre',
          { class: 'records wide', tabindex: '0', 'aria-label': 'Records' },
          recordsOf(domain),
        ),
    ),
    h(
      'footer',
      { class: 'card-foot end' },
      domain
        ? h(
            'button',
            { type: 'button', class: 'button', id: 'domain', onclick: check },
            'Check records',
          )
        : h(
            'button',
            { type: 'button', class: 'button', id: 'domain', onclick: enter },
            'Send from your own domain',
          ),
    ),
  )
}

/** @param {string} domain */
const recordsOf = (domain) =>
  [
    `${domain}.  TXT  "v=spf1 include:_spf.tidemark.example ~all"`,
    `tm1._domainkey.${domain}.  CNAME  tm1.dkim.tidemark.example.`,
    `_dmarc.${domain}.  TXT  "v=DMARC1; p=none"`,
  ].join('\n')
