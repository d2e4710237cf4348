import type { AgentClient } from '../../../packages/sdk/src/client/index.js'

/** What the team sees of it. */
export function createDesk({ tickets }: Pick<AgentClient, 'tickets'>) {
  const textsOf = async (id: string): Promise<string[]> =>
    (await tickets.messages(id, { limit: 100 })).items.map(({ body }) => plain(body))

  return {
    /** The tickets of this subject. */
    async ticketsOf(subject: string) {
      const { items } = await tickets.list({ limit: 100 })
      return items.filter((ticket) => ticket.subject === subject)
    },

    /** What was said in a ticket, after what it was opened with. */
    repliesOf: async (id: string): Promise<string[]> => (await textsOf(id)).slice(1),
  }
}

export type Desk = ReturnType<typeof createDesk>

/** All text of a body, whatever it is made of. */
function plain(body: unknown): string {
  const parts: string[] = []
  JSON.stringify(body, (key, value) => {
    if (key === 'text') parts.push(value)
    return value
  })
  return parts.join('')
}
