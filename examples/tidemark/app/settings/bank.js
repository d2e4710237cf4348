import { h } from '../element.js'
import { openDialog } from '../parts/dialog.js'
import { field } from '../parts/field.js'
import { helpLink } from '../parts/help.js'
import { card, nothing } from '../parts/page.js'
import { toast } from '../parts/toast.js'

const banks = {
  SE: ['Västkustens Sparbank', 'Norrbanken', 'Mälarbanken'],
  UA: ['Bank Hoverla', 'Dnipro Bank', 'Lvivskyi Kredyt'],
}

/** @param {import('../pages/settings.js').SectionContext} context */
export function bankSection(context) {
  const { values, save } = context
  const disconnect = () => {
    save({ connected: false, name: '' })
    toast('The bank is disconnected.')
  }
  const help = helpLink('How are payments matched?', 'match-bank-payments')
  const connect = () => connectDialog(context)
  return {
    after: card(
      'Bank',
      {},
      values.connected
        ? h(
            'div',
            { class: 'linked' },
            h(
              'p',
              null,
              h('strong', null, String(values.name)),
              h(
                'span',
                { class: 'under' },
                'Connected. New payments are fetched four times a day.',
              ),
            ),
            h(
              'button',
              { type: 'button', class: 'button', id: 'bank', onclick: disconnect },
              'Disconnect',
            ),
          )
        : nothing(
            'No bank is connected',
            'Tidemark can then read your transactions, and nothing else.',
            h(
              'button',
              { type: 'button', class: 'button main', id: 'bank', onclick: connect },
              'Connect bank',
            ),
          ),
      h('footer', { class: 'card-foot' }, help),
    ),
  }
}

/** @param {import('../pages/settings.js').SectionContext} context */
function connectDialog({ ledger, save }) {
  const names = banks[/** @type {keyof typeof banks} */ (ledger.country)] ?? banks.SE
  openDialog(
    {
      title: 'Connect bank',
      confirm: 'Go to the bank',
      onConfirm({ bank = '' }) {
        save({ connected: true, name: bank })
        toast(`${bank} is connected.`)
      },
    },
    field({ label: 'Your bank', name: 'bank', options: names.map((name) => [name, name]) }),
    h(
      'p',
      { class: 'soft' },
      'You approve with the bank’s own sign-in, and again after at most 180 days.',
    ),
  )
}
