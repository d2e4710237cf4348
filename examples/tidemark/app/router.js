/**
 * @typedef {object} Place where the visitor is
 * @property {string} path
 * @property {URLSearchParams} query
 *
 * @typedef {(place: Place) => void} OnPlace
 */

/** @type {OnPlace} */
let show = () => {}

export const here = () => ({ path: location.pathname, query: new URLSearchParams(location.search) })

/**
 * Follows links inside the app by the History API; every page also answers to a reload.
 *
 * @param {OnPlace} onPlace
 */
export function startRouter(onPlace) {
  show = onPlace
  addEventListener('popstate', () => show(here()))
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.defaultPrevented || event.button !== 0 || hasModifier(event)) return
    if (link.rel === 'external') return
    if (link.target || link.origin !== location.origin || link.hasAttribute('download')) return
    if (link.hash && link.pathname === location.pathname) return
    event.preventDefault()
    goTo(link.pathname + link.search)
  })
}

/** @param {string} address */
export function goTo(address) {
  history.pushState(null, '', address)
  scrollTo(0, 0)
  show(here())
}

/** Corrects the address without a step to go back to. @param {string} address */
export function standAt(address) {
  history.replaceState(null, '', address)
}

/** @param {MouseEvent} event */
const hasModifier = ({ metaKey, ctrlKey, shiftKey, altKey }) =>
  metaKey || ctrlKey || shiftKey || altKey
