/**
 * Everything that Tidemark says to Waypost. The script tag may be slow, blocked or missing: then
 * nothing here happens, and the links that need it stay hidden or fall back on an e-mail.
 */

/**
 * @typedef {import('@waypost/sdk').Waypost} Waypost
 * @typedef {import('@waypost/sdk').TicketPrefill} Prefill
 */

/** @type {Waypost | undefined} */
let waypost

/** @type {Promise<Waypost>} */
const loaded = new Promise((resolve) => {
  const tag = document.querySelector('script[data-site]')
  const take = () => {
    waypost = /** @type {{ waypost?: Waypost }} */ (/** @type {unknown} */ (window)).waypost
    if (!waypost) return
    document.documentElement.dataset.support = 'here'
    resolve(waypost)
  }
  tag?.addEventListener('load', take)
  take()
})

/** Tells the widget who is signed in; it asks the server for a fresh proof when it needs one. */
export async function identifyCustomer() {
  const widget = await loaded
  widget.identify(() => fetch('/demo/identity').then((response) => response.text()))
}

export async function forgetCustomer() {
  const widget = await loaded
  widget.logout()
}

/** @param {string} locale */
export async function speakLocale(locale) {
  const widget = await loaded
  widget.setLocale(locale)
}

/** @param {string} articleId */
export async function showHelp(articleId) {
  const widget = await loaded
  widget.showArticle(articleId)
}

/**
 * Opens the form with what is known already; false where there is no widget to open it.
 *
 * @param {Prefill} prefill
 */
export function askSupport(prefill) {
  if (!waypost) return false
  waypost.openForm(prefill)
  return true
}
