/** A picture that is pasted into a form goes along like one that was chosen. */
document.addEventListener('paste', (event) => {
  const { files = [], types = [] } = event.clipboardData ?? {}
  const place = event.target instanceof Element && event.target.closest('form')
  // What was copied as words is pasted as words, whatever picture of them comes with it.
  if (!place || files.length === 0 || types.includes('text/plain')) return
  const choosers = place.querySelectorAll('input[type="file"]')
  const chooser = [...choosers].find((one) => one.getClientRects().length > 0)
  if (!(chooser instanceof HTMLInputElement)) return
  event.preventDefault()
  const all = new DataTransfer()
  for (const file of [...(chooser.files ?? []), ...files]) all.items.add(file)
  chooser.files = all.files
  chooser.scrollIntoView({ block: 'nearest' })
})
