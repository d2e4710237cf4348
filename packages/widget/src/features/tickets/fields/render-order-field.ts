import type { OrderCard } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { timeLocale } from '../../../foundation/when.js'
import type { createOrders } from './create-orders.js'
import { renderBox } from './render-box.js'
import { renderSiteField } from './render-site-field.js'
import { renderWhy } from './render-why.js'
import type { SiteFieldParts } from './site-field-parts.js'

export interface OrderFieldParts {
  orders: ReturnType<typeof createOrders>
  order: OrderCard | undefined
  pick: (order: OrderCard | undefined) => void
  /** The site's own field for it, which takes a number as well. */
  asked: SiteFieldParts | undefined
  isLocked: boolean
  /** What is wrong with it, where the site has no field. */
  why: string | undefined
}

/** The order that it is about: one of those that the person has, by what tells it from the others. */
export function renderOrderField(parts: OrderFieldParts, panel: PanelContext) {
  const { orders, order, pick, asked, isLocked } = parts
  const { t } = panel.translator
  const cards = isLocked ? [] : orders.cards.filter(({ id }) => id !== order?.id)
  const all =
    order && !orders.cards.some(({ id }) => id === order.id) ? [order, ...cards] : orders.cards
  if (isLocked && order) return renderCard(order, asked?.field.label ?? t('form.order'), panel)
  if (all.length === 0) {
    return html`${asked ? renderSiteField(asked, panel) : nothing} ${renderState(orders, panel)}`
  }
  const { field, name = 'order', why = parts.why } = asked ?? {}
  const described = [why && `${name}-why`, field?.help && `${name}-help`].filter(Boolean).join(' ')
  const isOther = !order && (!asked || asked.answer !== undefined)
  const radio = (isFirst: boolean, card: OrderCard | undefined, isChosen: boolean) =>
    html`<input
      type="radio"
      id=${isFirst ? name : nothing}
      name=${name}
      .checked=${isChosen}
      aria-invalid=${why ? 'true' : nothing}
      @change=${() => pick(card)}
    />`
  return html`<fieldset
      class="field group"
      role="radiogroup"
      aria-describedby=${described || nothing}
    >
      <legend class="label">
        ${field?.label ?? t('form.order')}${
          field?.required ? nothing : html` <span class="quiet">${t('form.optional')}</span>`
        }
      </legend>
      ${field?.help ? html`<p class="small quiet" id="${name}-help">${field.help}</p>` : nothing}
      ${isOther && asked ? nothing : renderWhy(name, why)}
      <div class="kinds orders">
        ${all.map(
          (card, index) => html`<label class="btn kind">
            ${radio(index === 0, card, card.id === order?.id)}${renderLines(card, panel)}
          </label>`,
        )}
        <label class="btn kind">
          ${radio(false, undefined, isOther)}
          <span>${t(asked ? 'form.order.other' : 'form.order.none')}</span>
        </label>
      </div>
    </fieldset>
    ${
      isOther && asked
        ? html`<div class="field">
            <label class="label" for="${name}-number">${t('form.order.number')}</label>
            ${renderWhy(name, why)}
            ${renderBox({ ...asked, id: `${name}-number` }, why ? `${name}-why` : '', panel.translator)}
          </div>`
        : nothing
    }`
}

const renderLines = (card: OrderCard, panel: PanelContext) =>
  html`<span class="two"
    ><span>${card.title}</span> <span class="small second">${tell(card, panel)}</span></span
  >`

/** What the host says it is about, and nobody else. */
const renderCard = (order: OrderCard, label: string, panel: PanelContext) =>
  html`<div class="field">
    <p class="label">${label}</p>
    <p class="order-card">${renderLines(order, panel)}</p>
  </div>`

function renderState({ state }: OrderFieldParts['orders'], { translator }: PanelContext) {
  const said =
    state === 'finding' || state === 'failed' ? translator.t(`form.order.${state}`) : nothing
  return html`<p class="small quiet" role="status">${said}</p>`
}

/** Its status, its day, its sum: whatever of them the host says. */
function tell({ status, placedAt, total }: OrderCard, panel: PanelContext): string {
  const placed = new Date(placedAt ?? '')
  const day = Number.isNaN(placed.getTime())
    ? ''
    : new Intl.DateTimeFormat(timeLocale(panel), { dateStyle: 'medium' }).format(placed)
  return [status, day, total].filter(Boolean).join(' · ')
}
