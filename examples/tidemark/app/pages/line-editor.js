import { h } from '../element.js'
import { icon } from '../icons.js'
import { lineSum } from '../ledger/invoice.js'
import { money } from '../money.js'

const units = ['h', 'day', 'pc', 'month']

/**
 * The lines of an invoice as they are written: each knows its sum at once.
 *
 * @param {object} options
 * @param {readonly import('../ledger/invoice.js').Line[]} options.lines
 * @param {string} options.currency
 * @param {readonly number[]} options.rates VAT of the country, the usual one first
 * @param {number | null} options.usualVat
 * @param {(lines: readonly import('../ledger/invoice.js').Line[]) => void} options.onChange
 */
export function lineEditor({ lines: given, currency, rates, usualVat, onChange }) {
  let lines = [...given]
  const list = h('ol', { class: 'lines' })
  const add = h(
    'button',
    {
      ...{ type: 'button', class: 'button' },
      onclick() {
        keep([...lines, { what: '', quantity: 1, unit: 'h', price: 0, vat: usualVat }])
        draw()
        /** @type {HTMLElement | null} */
        const first = list.querySelector('li:last-child input')
        first?.focus()
      },
    },
    icon('plus'),
    'Add line',
  )
  draw()
  return h('div', { class: 'line-editor' }, list, add)

  /** @param {typeof lines} now */
  function keep(now) {
    lines = now
    onChange(lines)
  }

  function draw() {
    list.replaceChildren(...lines.map((_, index) => row(index)))
  }

  /** @param {number} index */
  function row(index) {
    const line = /** @type {(typeof lines)[number]} */ (lines[index])
    const sum = h('output', { class: 'line-sum' }, money(lineSum(line), currency))
    /** @param {Partial<typeof line>} changes */
    const change = (changes) => {
      const now = lines.map((one, at) => (at === index ? { ...one, ...changes } : one))
      keep(now)
      sum.textContent = money(lineSum(/** @type {typeof line} */ (now[index])), currency)
    }
    const place = `Line ${index + 1}`
    return h(
      'li',
      { class: 'line' },
      input('Description', 'what', {
        ...{ value: line.what, class: 'line-what', 'aria-label': `${place}: description` },
        oninput: (event) => change({ what: textOf(event) }),
      }),
      input('Quantity', 'quantity', {
        ...{ value: line.quantity, 'aria-label': `${place}: quantity`, inputmode: 'decimal' },
        oninput: (event) => change({ quantity: numberOf(event) }),
      }),
      choice(
        'Unit',
        units.map((unit) => [unit, unit]),
        line.unit,
        {
          'aria-label': `${place}: unit`,
          onchange: (event) => change({ unit: textOf(event) }),
        },
      ),
      input('Price', 'price', {
        ...{ value: line.price / 100 || '', 'aria-label': `${place}: price before VAT` },
        ...{ inputmode: 'decimal', placeholder: '0' },
        oninput: (event) => change({ price: Math.round(numberOf(event) * 100) }),
      }),
      choice(
        'VAT',
        [...rates.map((rate) => /** @type {const} */ ([String(rate), `${rate}%`])), ['', 'No VAT']],
        line.vat === null ? '' : String(line.vat),
        {
          'aria-label': `${place}: VAT`,
          onchange: (event) => change({ vat: textOf(event) === '' ? null : numberOf(event) }),
        },
      ),
      sum,
      h(
        'button',
        {
          ...{ type: 'button', class: 'tool', 'aria-label': `Remove line ${index + 1}` },
          onclick() {
            keep(lines.filter((_, at) => at !== index))
            draw()
            add.focus()
          },
        },
        icon('trash'),
      ),
    )
  }
}

/** @typedef {Record<string, string | number | ((event: Event) => void)>} Props */

/**
 * The label is for the eye, the accessible name says which line as well.
 *
 * @param {string} label
 * @param {string} name
 * @param {Props} props
 */
const input = (label, name, props) =>
  h(
    'label',
    { class: `line-field ${name}` },
    h('span', null, label),
    h('input', { name, ...props }),
  )

/**
 * @param {string} label
 * @param {readonly (readonly [value: string, text: string])[]} options
 * @param {string} value
 * @param {Props} props
 */
const choice = (label, options, value, props) =>
  h(
    'label',
    { class: `line-field ${label.toLowerCase()}` },
    h('span', null, label),
    h(
      'select',
      props,
      options.map(([key, text]) => h('option', { value: key, selected: key === value }, text)),
    ),
  )

/** @param {Event} event */
const textOf = ({ target }) => /** @type {HTMLInputElement} */ (target).value

/** A comma is as good as a point. @param {Event} event */
const numberOf = (event) => Number(textOf(event).replace(/\s/g, '').replace(',', '.')) || 0
