import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIdentity } from '@waypost/sdk/identity'
import { type SupportWorldOptions, supportWorld } from './support-world.js'

const secret = 'an identity secret of thirty-two characters or more'
const issuer = 'https://tidemark.test'
export const personSites = [
  { key: 'tidemark', identity: { issuer, keys: [{ alg: 'HS256' as const, secret }] } },
]

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

/** Who they are, and what was said to and about them: words that stand nowhere by chance. */
const name = 'Zebrafinch Quill'
const email = 'quill@zebrafinch.example'
export const marks = [name, email, 'marmalade', 'periwinkle', 'gherkin', 'nasturtium']

/** A server with a person who leaves all kinds of traces, and a team that can be asked for them. */
export async function personWorld(options: SupportWorldOptions = {}) {
  const world = await supportWorld({ config: { sites: personSites }, ...options })

  async function signsIn(sub: string, more: Record<string, unknown> = {}) {
    const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
    const key = { secret, siteKey: 'tidemark', issuer, clock }
    const identityToken = await signIdentity({ sub, ...more }, key)
    const client = world.client()
    const { customer } = await client.session.start({ identityToken })
    return { client, id: customer?.id ?? '' }
  }

  /** Sends a file that bears a mark in its name and in its bytes, and asks with it. */
  async function asksWithFile(sub: string) {
    const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
    const identityToken = await signIdentity(
      { sub },
      { secret, siteKey: 'tidemark', issuer, clock },
    )
    const post = async (path: string, body: string | FormData, token?: string) => {
      const headers = {
        ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
      }
      const answer = await world.fetch(path, { method: 'POST', body, headers })
      return (await answer.json()) as { token: string; id: string }
    }
    const { token } = await post('/v1/sessions', JSON.stringify({ identityToken }))
    const form = new FormData()
    form.append('file', new File([PNG, 'nasturtium'], 'nasturtium.png'))
    const { id } = await post('/v1/attachments', form, token)
    const ticket = { subject: 'A picture', message: 'Look', attachmentIds: [id] }
    await post('/v1/tickets', JSON.stringify(ticket), token)
    return id
  }

  return {
    ...world,
    signsIn,
    asksWithFile,

    /** Asks as one of the team. */
    async team(role: 'agent' | 'lead' | 'admin' | 'author') {
      const { token } = await world.world.agents.add({ email: `${role}@tidemark.test`, role })
      const headers = { Authorization: `Bearer ${token}` }
      const asks = (path: string, method = 'GET') =>
        world.fetch(`/v1/agent/${path}`, { method, headers })
      return {
        asks,
        reads: async <T>(path: string, method?: string): Promise<T> =>
          (await (await asks(path, method)).json()) as T,
      }
    },

    /** Asks without a name, is answered and noted, says who they are, and asks again. */
    async leavesTraces() {
      const anonymous = world.requester()
      const ticket = await anonymous.client.tickets.create({
        ...{ subject: 'About marmalade', message: 'The periwinkle is broken' },
        ...{ name, email },
      })
      await anonymous.replies(ticket, 'More marmalade')
      const kim = await world.agent('agent', 'kim@tidemark.test')
      await kim.replies(ticket, 'Dear Zebrafinch Quill, the gherkin is fine')
      await kim.notes(ticket, 'quill@zebrafinch.example sounds angry')
      const named = await signsIn('quill', { name, email })
      await named.client.tickets.claim([ticket.accessToken])
      await named.client.tickets.create({ subject: 'Also periwinkle', message: 'And a gherkin' })
      return { ...named, ticket }
    },
  }
}

/** The files of a folder in whose bytes a text stands, in whatever case. */
export function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path, 'latin1').toLowerCase().includes(text.toLowerCase()))
}
