/**
 * Everything that Tidemark says to Waypost. The script tag may be slow, blocked or missing: then
 * nothing here happens, and the links that need it stay hidden or fall back on an e-mail.
 */

import { people } from './people.js'

/**
 * @typedef {import('@waypost/sdk').Waypost} Waypost
 * @typedef {import('@waypost/sdk').TicketPrefill} Prefill
 */

/** @type {Waypost | undefined} */
let waypost

let loaded = whenLoaded(document.querySelector('script[data-site]'))

/**
 * @param {Element | null} tag
 * @returns {Promise<Waypost>}
 */
function whenLoaded(tag) {
  return new Promise((resolve) => {
    const take = () => {
      waypost = /** @type {{ waypost?: Waypost }} */ (/** @type {unknown} */ (window)).waypost
      if (!waypost) return
      document.documentElement.dataset.support = 'here'
      resolve(waypost)
    }
    tag?.addEventListener('load', take)
    take()
  })
}

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

/**
 * Says that something has happened: tasks of a checklist wait for it.
 *
 * @param {string} event
 */
export async function tellSupport(event) {
  const widget = await loaded
  widget.track(event)
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
  const { person } = document.body.dataset
  const known = Object.entries(people).find(([id]) => id === person)?.[1]
  // The team sees it beside what is asked; nobody has to say it.
  waypost.openForm({ ...prefill, ...(known && { hidden: { plan: known.plan } }) })
  return true
}

export async function openWidget() {
  const widget = await loaded
  widget.open()
}

/**
 * Gives launcher and panel other looks and words, while they stand.
 *
 * @param {import('@waypost/sdk').Looks} looks
 * @param {import('@waypost/sdk').Messages} messages
 */
export async function dressWidget(looks, messages) {
  const widget = await loaded
  widget.setTheme(looks)
  widget.setMessages(messages)
  // Either waits until somebody needs help; who chooses a colour wants to see it.
  await widget.client.settings().catch(() => {})
}

/**
 * Puts the widget on the page anew, with options that it takes at the start alone; open if it was.
 *
 * @param {Record<string, string>} options
 */
export async function standWidget(options) {
  const widget = await loaded
  const { isOpen } = widget.getState()
  await widget.destroy()
  Reflect.deleteProperty(window, 'waypost')
  document.querySelector('script[data-site]')?.remove()
  const tag = document.createElement('script')
  tag.src = ownScript('/waypost.js')
  Object.assign(tag.dataset, { site: 'tidemark', ...options })
  loaded = whenLoaded(tag)
  document.head.append(tag)
  const anew = await loaded
  if (document.body.dataset.person) void identifyCustomer()
  if (isOpen) await anew.open()
}

/** The policy of the page asks who vouches for the address of a script. @param {string} address */
function ownScript(address) {
  const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypes }} */ (
    /** @type {unknown} */ (window)
  )
  policy ??= trustedTypes?.createPolicy('tidemark', { createScriptURL: (url) => url })
  return /** @type {string} */ (policy?.createScriptURL(address) ?? address)
}

/**
 * @typedef {{ createScriptURL(url: string): unknown }} Policy
 * @typedef {{ createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy }} TrustedTypes
 */

/** @type {Policy | undefined} */
let policy
