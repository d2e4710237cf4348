/** A button that takes the text of a field along; without a clipboard it stays away. */
for (const button of document.querySelectorAll('button[data-copies]')) {
  const { copies = '', copied = '' } = /** @type {HTMLButtonElement} */ (button).dataset
  const field = document.getElementById(copies)
  if (!(field instanceof HTMLInputElement)) continue
  field.addEventListener('focus', () => field.select())
  if (!navigator.clipboard) continue
  button.removeAttribute('hidden')
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(field.value)
    button.textContent = copied
  })
}
