/** Each example can be taken along with one press; without this script one selects it. */
const status = document.createElement('p')
status.setAttribute('role', 'status')
status.className = 'unseen'
document.body.append(status)

for (const example of document.querySelectorAll('.example')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Copy'
  const what = example.querySelector('pre')?.getAttribute('aria-label')
  button.setAttribute('aria-label', `Copy: ${what}`)
  button.addEventListener('click', async () => {
    const copied = await copy(example.querySelector('code')?.textContent ?? '')
    button.textContent = copied ? 'Copied' : 'Not copied'
    status.textContent = copied ? 'Copied' : 'The browser refused. Select the text instead.'
    setTimeout(() => {
      button.textContent = 'Copy'
      status.textContent = ''
    }, 3000)
  })
  example.querySelector('figcaption')?.append(button)
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // No secure context, or a person who refused.
    return false
  }
}
