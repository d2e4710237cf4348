const json = { 'Content-Type': 'application/json' }
const post = (path, body, headers = {}) =>
  fetch(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })

let count = 0
const token = await (await fetch('/xss/token')).text()
while (!window.waypost) await new Promise((resolve) => setTimeout(resolve, 10))
const { waypost } = window

/** A ticket of this visitor, or the status with which it was refused. */
async function ticketWith(words) {
  try {
    return (
      await waypost.client.tickets.create({ subject: 'Subject', message: 'Message', ...words })
    ).ticket.id
  } catch ({ status }) {
    return { rejected: status }
  }
}

/** Waits until so many texts are drawn: a view opens first, and its words come then. */
async function drawn(least) {
  for (let tries = 0; tries < 200; tries++) {
    if (texts(document).length >= least) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

function texts(root) {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.localName === 'waypost-rich-text' ? [element] : []),
    ...(element.shadowRoot ? texts(element.shadowRoot) : []),
  ])
}

const places = {
  async article(body) {
    const id = `article-${count++}`
    const kept = await post('/xss/article', { id, locale: 'en', title: 'Article', body })
    if (!kept.ok) return { rejected: kept.status }
    await waypost.showArticle(id)
    await drawn(1)
  },
  async message(message) {
    const id = await ticketWith({ message })
    if (id.rejected) return id
    await waypost.showTicket(id)
    await drawn(1)
  },
  async reply(message) {
    const id = await ticketWith({})
    const path = `/v1/agent/tickets/${id}/messages`
    const kept = await post(path, { message }, { Authorization: `Bearer ${token}` })
    if (!kept.ok) return { rejected: kept.status }
    await waypost.showTicket(id)
    await drawn(2)
  },
  async subject(subject) {
    const id = await ticketWith({ subject })
    if (id.rejected) return id
    await waypost.showTicket(id)
    await drawn(1)
  },
}

window.__render = (place, payload) => places[place](payload)
