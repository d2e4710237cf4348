/**
 * What stands in a form survives a reload and a crash: it is kept in this browser as it is typed,
 * and given up when the page says that it has arrived. Words that the server sent come first.
 */
const PREFIX = 'waypost-draft:'
/** What is no answer of anybody's: the box that agrees is ticked each time anew. */
const OURS = ['kind', 'key', 'page', 'asked', 'act', 'begun', 'consent', 'website']

/** @typedef {{ isSent?: boolean, words: Record<string, string> }} Draft */

for (const place of document.querySelectorAll('[data-sent]')) {
  const name = /** @type {HTMLElement} */ (place).dataset.sent ?? ''
  // Only what went out: somebody may have begun anew in another tab.
  if (read(name)?.isSent) forget(name)
}
for (const form of document.querySelectorAll('form[data-draft]')) {
  if (form instanceof HTMLFormElement) keepDraft(form, form.dataset.draft ?? '')
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function keepDraft(form, name) {
  const status = form.querySelector('.kept')
  if (!status) return
  const { kept = '', restored = '', over = '' } = form.dataset
  const draft = read(name)
  const fields = fieldsOf(form)
  const before = wordsOf(form)
  const missing = fields.filter((field) => !before[field] && draft?.words[field])
  if (draft && missing.length > 0) {
    // What came along in the address stays; with other words beside them it is another request.
    const isWhole = fields.every((field) => !before[field] || before[field] === draft.words[field])
    const back = isWhole ? Object.keys(before) : missing
    fill(form, Object.fromEntries(back.map((field) => [field, draft.words[field] ?? ''])))
    // How long that took, nobody knows any more.
    fill(form, { begun: '' })
    status.textContent = restored
    const button = Object.assign(document.createElement('button'), {
      ...{ type: 'button', className: 'link', textContent: over },
    })
    button.addEventListener('click', () => {
      forget(name)
      fill(form, before)
      status.textContent = ''
      form.querySelector('textarea')?.focus()
    })
    status.append(button)
  }
  form.addEventListener('input', () => {
    const isKept = write(name, { words: wordsOf(form) })
    // Said once and left alone, so that nobody hears it with every letter.
    if (isKept && status.textContent !== kept) status.textContent = kept
  })
  form.addEventListener('submit', () => {
    const words = wordsOf(form)
    if (fields.some((field) => words[field])) write(name, { isSent: true, words })
  })
}

/**
 * The names of all that is filled in.
 * @param {HTMLFormElement} form
 */
function fieldsOf(form) {
  const controls = /** @type {HTMLInputElement[]} */ ([...form.elements])
  const names = controls.filter(({ type }) => type !== 'file').map(({ name }) => name)
  return [...new Set(names)].filter((name) => name && !OURS.includes(name))
}

/**
 * The key comes along: words that went out in a browser that then died are not sent twice. Several
 * choices of one field stand on a line each.
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
function wordsOf(form) {
  const data = new FormData(form)
  const names = [...fieldsOf(form), 'kind', 'key']
  return Object.fromEntries(names.map((name) => [name, data.getAll(name).join('\n')]))
}

/**
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} words
 */
function fill(form, words) {
  for (const element of form.elements) {
    const control = /** @type {HTMLInputElement} */ (element)
    const value = words[control.name]
    if (value === undefined) continue
    if (['radio', 'checkbox'].includes(control.type)) {
      control.checked = value.split('\n').includes(control.value)
    } else control.value = value
  }
  form.dispatchEvent(new Event('change'))
}

/* A browser may refuse to keep anything: then the form is all. */

/**
 * @param {string} name
 * @returns {Draft | undefined}
 */
function read(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? '') ?? undefined
  } catch {
    return undefined
  }
}

/**
 * @param {string} name
 * @param {Draft} draft
 */
function write(name, draft) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** @param {string} name */
function forget(name) {
  try {
    localStorage.removeItem(PREFIX + name)
  } catch {
    // Then nothing was kept.
  }
}
