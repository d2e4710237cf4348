import { createWaypost } from '@waypost/sdk'

const waypost = createWaypost({
  baseUrl: import.meta.env.VITE_WAYPOST_URL ?? 'http://127.0.0.1:8787',
  label: 'Questions?',
})

const find = <E extends Element>(selector: string) => document.querySelector<E>(selector)

find('#ask')?.addEventListener('click', () => {
  void waypost.openForm({ subject: 'Where is my order?' })
})

find<HTMLSelectElement>('#language')?.addEventListener('change', ({ target }) => {
  waypost.setLocale((target as HTMLSelectElement).value)
})

waypost.on('ticket:opened', ({ reference }) => {
  const asked = find('#asked')
  if (asked) asked.textContent = `We have your question, ${reference}.`
})
