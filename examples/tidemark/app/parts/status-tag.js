import { h } from '../element.js'
import { statusNames } from '../ledger/invoice.js'

/** @param {import('../ledger/invoice.js').Status} status */
export const statusTag = (status) => h('span', { class: `tag ${status}` }, statusNames[status])
