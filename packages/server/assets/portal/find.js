/**
 * Results while one types: when somebody comes near a search field, `<waypost-search>` is fetched and
 * takes the field's place, with the same words in it. Until then, and without it, the form is all.
 */
const data = /** @type {HTMLElement | null} */ (document.querySelector('[data-search]'))?.dataset
const module = data?.search

if (data && module) {
  for (const form of document.querySelectorAll('form.find')) {
    if (form instanceof HTMLFormElement) bringResults(form, data, module)
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {DOMStringMap} data
 * @param {string} module
 */
function bringResults(form, data, module) {
  const input = form.querySelector('input')
  if (!input) return
  // Asked for twice it comes once; a server without the widget leaves the form as it is.
  const load = () => {
    import(module).then(
      () => takePlace(form, input, data),
      () => {},
    )
  }
  form.addEventListener('pointerenter', load, { once: true })
  input.addEventListener('focus', load, { once: true })
  if (document.activeElement === input) load()
}

/**
 * Stands unseen in the form until it has its words and a field of its own; what is typed meanwhile
 * goes into the form's, and comes along.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 * @param {DOMStringMap} data
 */
function takePlace(form, input, data) {
  if (form.querySelector('waypost-search')) return
  const { base: baseUrl, site, locale, ask } = data
  const element = /** @type {HTMLElement & { words: string }} */ (
    Object.assign(document.createElement('waypost-search'), {
      ...{ baseUrl, site, locale },
      ask: ask !== undefined,
      words: '',
    })
  )
  const swap = () => {
    element.words = input.value
    form.classList.add('live')
    // The element is a search of its own: one landmark is enough.
    form.removeAttribute('role')
    const field = element.shadowRoot?.querySelector('input')
    if (!field) return
    field.value = input.value
    field.focus()
    field.setSelectionRange(field.value.length, field.value.length)
  }
  const watcher = new MutationObserver(() => {
    if (!element.shadowRoot?.querySelector('input')) return
    watcher.disconnect()
    if (document.activeElement === input) swap()
    else input.addEventListener('focus', swap, { once: true })
  })
  form.append(element)
  if (element.shadowRoot) watcher.observe(element.shadowRoot, { childList: true, subtree: true })

  // Enter in the field leads to the page of results, which can be kept and sent on.
  element.addEventListener('keydown', (event) => {
    const [target] = event.composedPath()
    if (event.key !== 'Enter' || event.isComposing || !(target instanceof HTMLInputElement)) return
    event.preventDefault()
    input.value = element.words
    form.requestSubmit()
  })
  element.addEventListener('waypost-ask-chosen', (event) => {
    const { words } = /** @type {Event & { words: string }} */ (event)
    location.assign(`${ask}?${new URLSearchParams({ subject: words })}`)
  })
  // Results carry the public address; on another one of this server its readers stay where they are.
  element.addEventListener('waypost-result-chosen', (event) => {
    const { hit } = /** @type {Event & { hit: { url: string } }} */ (event)
    const { origin, pathname } = new URL(hit.url, location.href)
    if (origin === location.origin) return
    event.preventDefault()
    location.assign(pathname)
  })
  form.addEventListener('focusin', () => form.classList.remove('away'))
  form.addEventListener('focusout', ({ relatedTarget }) => {
    const isLeft = !form.contains(/** @type {Node | null} */ (relatedTarget))
    form.classList.toggle('away', isLeft && relatedTarget !== null)
  })
  document.addEventListener('click', ({ target }) => {
    if (!form.contains(/** @type {Node} */ (target))) form.classList.add('away')
  })
}
