import { h } from './element.js'
import { createFrame } from './frame/frame.js'
import { appear, restoreChoices, speak } from './language.js'
import { openLedger } from './ledger/ledger.js'
import { loginPage } from './pages/login.js'
import { pageFor } from './pages/pages.js'
import { revealCurrent } from './parts/page.js'
import { toastRegion } from './parts/toast.js'
import { goTo, here, standAt, startRouter } from './router.js'
import { forgetCustomer, identifyCustomer } from './support.js'

/** @typedef {import('./ledger/ledger.js').PersonId} PersonId */

restoreChoices()

/** @type {PersonId | null} */
let person = /** @type {PersonId} */ (document.body.dataset.person || null)
/** @type {import('./ledger/ledger.js').Ledger | null} */
let ledger = person && openLedger(person)

const main = h('main', { id: 'content', class: 'main', lang: 'en', tabindex: '-1' })
const frame = createFrame({
  onLanguage(code) {
    speak(code)
    drawFrame(true)
  },
  onAppearance: appear,
  onPerson: signIn,
})

document.getElementById('app')?.replaceChildren(...frame.elements, main, toastRegion())
startRouter(() => {
  draw()
  focusHeading()
})
draw()
if (person) void identifyCustomer()

/** Draws frame and page for the address and the person. */
function draw() {
  const place = here()
  if (!ledger) return drawLogin(place.path + location.search)
  if (place.path === '/') standAt('/dashboard')
  if (place.path === '/login') standAt(nextAddress())
  drawFrame()
  drawPage()
}

/** @param {boolean} [accountOpen] */
function drawFrame(accountOpen) {
  document.body.classList.toggle('signed-out', !person)
  frame.draw(person, location.pathname, accountOpen)
}

function drawPage() {
  if (!ledger) return
  const page = pageFor(here())({ ledger, place: here(), refresh })
  document.title = `${page.title} – Tidemark`
  main.replaceChildren(h('div', { class: `page ${page.kind ?? ''}` }, page.content))
  for (const row of document.querySelectorAll('.places, .filters, .sections')) revealCurrent(row)
}

/** @param {string} wanted where to go after logging in */
function drawLogin(wanted) {
  if (!wanted.startsWith('/login')) {
    standAt(wanted === '/' ? '/login' : `/login?next=${encodeURIComponent(wanted)}`)
  }
  drawFrame()
  document.title = 'Log in – Tidemark'
  main.replaceChildren(loginPage({ onPerson: signIn }))
}

/** Draws the page again after a change, and leaves scroll and focus where they were. */
function refresh() {
  const focused = document.activeElement?.id
  drawPage()
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
  // The button may be gone, or have nothing left to do.
  if (document.activeElement === document.body) focusHeading()
}

/** A reader hears where they are. */
function focusHeading() {
  main.querySelector('h1')?.focus({ preventScroll: true })
}

/** @param {PersonId | null} next nobody, to log out */
async function signIn(next) {
  const path = next ? `/demo/sign-in?as=${next}` : '/demo/sign-out'
  const response = await fetch(path, { method: 'POST' })
  if (!response.ok) return
  const before = person
  person = next
  document.body.dataset.person = next ?? ''
  ledger = next && openLedger(next)
  if (before) void forgetCustomer()
  if (next) void identifyCustomer()
  // What one person may read another may not: begin where everybody may.
  goTo(next ? nextAddress() : '/login')
}

/** Where logging in leads: to the page that was asked for, if it is one of ours. */
function nextAddress() {
  const wanted = here().query.get('next') ?? ''
  return /^\/(?!\/)/.test(wanted) ? wanted : '/dashboard'
}
