/**
 * Fields that hang on typed words, which no stylesheet can see: asked as soon as the words say so.
 * Without this the server asks once they have come.
 */
for (const form of document.querySelectorAll('form')) {
  const fields = [...form.querySelectorAll('[data-when]')]
  if (fields.length === 0) continue
  const look = () => {
    for (const field of fields) showAsAsked(form, /** @type {HTMLElement} */ (field))
  }
  form.addEventListener('input', look)
  form.addEventListener('change', look)
  look()
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} place
 */
function showAsAsked(form, place) {
  const { when = '', field = '' } = place.dataset
  /** @type {{ field: string, is: unknown[] }} */
  const { field: reason, is } = JSON.parse(when)
  const isReasonAsked = form.querySelector(`[data-field="${reason}"]`)?.getClientRects().length
  const answers = new FormData(form).getAll(`fields.${reason}`).map((one) => String(one).trim())
  const holds = (answers.length > 0 ? answers : ['']).some((answer) =>
    is.some((one) => (one === false ? answer === '' : String(one) === answer)),
  )
  place.hidden = !isReasonAsked || !holds
  // So the server knows that the field was in sight.
  const note = form.querySelector(`input[name="asked"][value="${field}"]`)
  if (note instanceof HTMLInputElement) note.disabled = place.hidden
}
