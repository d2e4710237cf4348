import type { World } from './world.test.kit.js'

interface Ticket {
  id: string
  subject: string
  context: { url?: string }
}

/** Somebody who answers, by the HTTP API. */
export async function createAgent({ waypost }: World) {
  const { token } = await waypost.world.agents.add({
    ...{ email: 'noor@host.test', name: 'Noor', role: 'agent' },
  })
  async function call<T>(path: string, message?: string): Promise<T> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const sent = message && { method: 'POST', body: JSON.stringify({ message }) }
    const answer = await fetch(`${waypost.url}/v1/agent/tickets${path}`, { headers, ...sent })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json() as Promise<T>
  }
  return {
    async sees(subject: string): Promise<Ticket | undefined> {
      const { items } = await call<{ items: Ticket[] }>('')
      return items.find((ticket) => ticket.subject === subject)
    },
    answers: ({ id }: Ticket, message: string) => call(`/${id}/messages`, message),
    /** Everything that was said in a ticket, as text. */
    hears: async ({ id }: Ticket) => JSON.stringify(await call(`/${id}/messages`)),
  }
}
