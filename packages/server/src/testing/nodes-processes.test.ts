import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CreatedTicket, SearchResults } from '@waypost/sdk/contract'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { serving, until } from './command-line.js'
import { roundRobin } from './round-robin.test.kit.js'
import { type PostgresWorld, postgresWorld } from './storage/postgres-world.test.kit.js'

let postgres: PostgresWorld
/** One pair for all tests, as each start costs seconds; the last test leaves one of them. */
let servers: Awaited<ReturnType<typeof processes>>
beforeAll(async () => {
  postgres = await postgresWorld()
  servers = await processes(2, ['--stop-delay', '1'])
}, 120_000)
afterAll(async () => {
  await servers?.end()
  await postgres.end()
})

type Node = Awaited<ReturnType<typeof serving>>

const AGENT = 'wpa_an-agent-of-many-nodes'
const KEYS = JSON.stringify({ ticketTokens: [{ id: 'k1', secret: 'k'.repeat(43) }] })

/** Servers as processes of their own, on one database; `begin` starts another in the same place. */
async function processes(count: number, args: readonly string[] = []) {
  const home = mkdtempSync(join(tmpdir(), 'waypost-processes-'))
  const content = join(home, 'content')
  mkdirSync(join(content, 'en/articles/basics'), { recursive: true })
  const env = {
    DATABASE_URL: await postgres.database(),
    WAYPOST_KEYS: KEYS,
    WAYPOST_AGENT_TOKEN: AGENT,
    WAYPOST_CONTENT: content,
  }
  const begin = (at: number, port?: number) =>
    serving(['--data', join(home, `data-${at}`), '--unlimited', ...args], {
      ...{ cwd: home, env },
      ...(port !== undefined && { port }),
    })
  const nodes: Node[] = []
  for (let at = 0; at < count; at += 1) nodes.push(await begin(at))
  return {
    nodes,
    async end() {
      await Promise.all(nodes.map(({ stop }) => stop('SIGKILL')))
      rmSync(home, { recursive: true })
    },
    /** Puts an article into the content folder; its title is its one word. */
    write(title: string) {
      const text = `---\ntitle: ${title}\n---\n\n${title}.\n`
      writeFileSync(join(content, `en/articles/basics/${title}.md`), text)
    },
    async restart(at: number) {
      const old = nodes[at] as Node
      await old.stop()
      nodes[at] = await begin(at, old.port)
    },
  }
}

function opens(url: string, key: string): Promise<Response> {
  return fetch(`${url}/v1/tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ subject: key, message: 'Can you help?', email: 'kim@example.com' }),
  })
}

const isFound = async (url: string, text: string) => {
  const answer = await fetch(`${url}/v1/search?q=${text}`)
  return answer.ok && ((await answer.json()) as SearchResults).items.length > 0
}

/** Every ticket that is kept, by its subject. */
async function listTickets(url: string): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>()
  let cursor: string | null = ''
  while (cursor !== null) {
    const query: string = cursor && `&cursor=${cursor}`
    const answer = await fetch(`${url}/v1/exports/tickets?limit=100${query}`, {
      headers: { Authorization: `Bearer ${AGENT}` },
    })
    const page = (await answer.json()) as {
      items: readonly { ticket: { id: string; subject: string } }[]
      nextCursor: string | null
    }
    for (const { ticket } of page.items) {
      ids.set(ticket.subject, [...(ids.get(ticket.subject) ?? []), ticket.id])
    }
    cursor = page.nextCursor
  }
  return ids
}

/** Callers who open tickets, read and search without a pause, and write down what came of it. */
function callers(url: string, title: string) {
  const acknowledged = new Map<string, string>()
  const failed: string[] = []
  let isOver = false

  async function write(writer: number): Promise<void> {
    for (let n = 0; !isOver; n += 1) {
      const key = `ticket-${n}-of-the-writer-${writer}`
      await attempt(async () => {
        const answer = await opens(url, key)
        if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
        const { ticket, accessToken } = (await answer.json()) as CreatedTicket
        acknowledged.set(key, ticket.id)
        const headers = { Authorization: `Bearer ${accessToken}` }
        const again = await fetch(`${url}/v1/tickets/${ticket.id}`, { headers })
        if (!again.ok) throw new Error(`${again.status} ${await again.text()}`)
      })
    }
  }

  async function search(): Promise<void> {
    while (!isOver) {
      await attempt(async () => {
        if (!(await isFound(url, title))) throw new Error('the article was not found')
      })
    }
  }

  async function attempt(step: () => Promise<void>): Promise<void> {
    await step().catch(({ message, cause }: Error) => {
      failed.push([message, cause].filter(Boolean).join(': '))
    })
  }

  const all = Promise.all([write(1), write(2), write(3), write(4), search()])
  return {
    acknowledged,
    failed,
    async end() {
      isOver = true
      await all
    },
  }
}

it.skipIf(process.env.WAYPOST_TEST_DATABASE_URL)(
  'says that the database is away, and serves again when it is back',
  async () => {
    const { nodes, write } = servers
    write('harbours')
    for (const { url } of nodes) await until(() => isFound(url, 'harbours'), 20)
    const ready = (url: string) => fetch(`${url}/readyz`)

    await postgres.stopServer()
    for (const { url } of nodes) {
      await until(async () => (await ready(url)).status === 503)
      const refused = await opens(url, 'while-the-database-is-away')
      expect(refused.status).toBe(503)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(await isFound(url, 'harbours')).toBe(true)
      expect((await fetch(`${url}/healthz`)).status).toBe(200)
    }

    await postgres.startServer()
    for (const { url } of nodes) await until(async () => (await ready(url)).ok, 20)
    const created = await Promise.all(
      nodes.map(async ({ url }) => {
        const answer = await opens(url, 'while-the-database-is-away')
        return (await answer.json()) as CreatedTicket
      }),
    )
    expect(new Set(created.map(({ ticket }) => ticket.id)).size).toBe(1)
    write('tides')
    for (const { url } of nodes) await until(() => isFound(url, 'tides'), 20)
  },
  120_000,
)

it('fails nobody and loses nothing while one node after the other is started again', async () => {
  const { nodes, write, restart } = servers
  write('winds')
  for (const { url } of nodes) await until(() => isFound(url, 'winds'), 20)
  const before = (await listTickets(nodes[0]?.url ?? '')).size
  const proxy = await roundRobin(nodes.map(({ url }) => url))
  onTestFinished(() => proxy.close())
  const load = callers(proxy.url, 'winds')
  for (const at of [0, 1]) {
    const opened = load.acknowledged.size
    await restart(at)
    await until(async () => proxy.isReady(at) && load.acknowledged.size > opened + 20, 20)
  }
  await load.end()

  expect(load.failed).toEqual([])
  const kept = await listTickets(proxy.url)
  const lost = [...load.acknowledged].filter(([key, id]) => kept.get(key)?.join() !== id)
  expect(lost).toEqual([])
  expect(kept.size).toBe(before + load.acknowledged.size)
}, 120_000)

it('goes on with the content on another node when the one that syncs it is killed', async () => {
  const { nodes, write } = servers
  const syncs = ({ err }: Node) => err().lastIndexOf('"this node"') > err().lastIndexOf('"another')
  // Who has just been started again has handed it over.
  await until(async () => nodes.filter(syncs).length === 1, 20)
  const one = nodes.find(syncs)
  await one?.stop('SIGKILL')
  write('stars')
  for (const node of nodes) {
    if (node !== one) await until(() => isFound(node.url, 'stars'), 20)
  }
}, 120_000)
