/**
 * A thousand streams: on one server with a folder, then on two over one PostgreSQL. Ninety-five people listen
 * on some devices each, and so does the team; agents answer them, and one stream in twenty is cut off
 * again and again and comes back with its last number. In the end everybody has heard of every reply to
 * them once, in order, and of nobody else's. Alone:
 * `tsx --conditions=@waypost/source scripts/proof/streams.ts 1000 20`, streams and seconds.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type ClientRequest, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { serving, until } from '../../packages/server/src/testing/command-line.js'
import { postgresWorld } from '../../packages/server/src/testing/storage/postgres-world.test.kit.js'

const [STREAMS, SECONDS] = [Number(process.argv[2] ?? 1_000), Number(process.argv[3] ?? 20)]
/** Streams of the team: they hear everything. */
const TEAM = Math.round(STREAMS / 20)
const DEVICES = 10
const REPLIES_A_SECOND = 10
/** Milliseconds within which 99 of 100 are told, and kilobytes of memory that a stream may take. */
const [P99, KILOBYTES] = [1_000, 60]

type Server = Awaited<ReturnType<typeof serving>>
interface Person {
  readonly token: string
  readonly ticketId: string
}
interface Reply {
  readonly ticketId: string
  readonly sentAt: number
}

const AGENT = 'agent-token-of-the-stream-proof'
const KEYS = JSON.stringify({ ticketTokens: [{ id: 'k1', secret: 'k'.repeat(64) }] })
const home = mkdtempSync(join(tmpdir(), 'waypost-stream-proof-'))
let isGood = true
/** What docs/proofs.md says of each. */
const results: string[] = []

try {
  const alone = await begin(0)
  await prove('one server, a folder', [alone])
  await alone.stop()
  const postgres = await postgresWorld({ isDurable: true })
  try {
    const url = await postgres.database()
    const two = [await begin(1, url), await begin(2, url)]
    await prove('two servers, PostgreSQL', two)
    await Promise.all(two.map(({ stop }) => stop()))
  } finally {
    await postgres.end()
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
process.exitCode = isGood ? 0 : 1
console.log(
  `| ${new Date().toISOString().slice(0, 10)} | ${STREAMS.toLocaleString('en')} streams, on one server ` +
    `with a folder, then on two over one PostgreSQL that syncs to disk; an agent answers ` +
    `${REPLIES_A_SECOND} times a second for ${SECONDS} seconds while one stream in twenty is cut off again ` +
    `and again and resumes | \`pnpm proof\` (streams, ${STREAMS}, ${SECONDS} s) | ${results.join('. ')} |`,
)

function begin(at: number, database?: string): Promise<Server> {
  const folder = join(home, `data-${at}`)
  mkdirSync(folder)
  const env = {
    WAYPOST_AGENT_TOKEN: AGENT,
    WAYPOST_KEYS: KEYS,
    ...(database !== undefined && { DATABASE_URL: database }),
  }
  return serving(['--data', folder, '--unlimited'], { cwd: home, env })
}

async function prove(where: string, servers: readonly Server[]): Promise<void> {
  const urlOf = (n: number) => servers[n % servers.length]?.url ?? ''
  const people = await Promise.all(
    Array.from({ length: Math.ceil((STREAMS - TEAM) / DEVICES) }, (_, n) => arrives(urlOf(n))),
  )
  // What a server takes once, with its first streams, is no cost of each.
  await warmUp(urlOf, people)
  const pids = servers.map(pidOf)
  const before = pids.map(stateOf)
  const sent = new Map<string, Reply>()
  const listeners = Array.from({ length: STREAMS }, (_, n) => {
    const person = n < TEAM ? undefined : people[(n - TEAM) % people.length]
    return listen(urlOf(n), person)
  })
  await until(async () => listeners.every(({ isOpen }) => isOpen()), 60)
  await setTimeout(1_000)
  const open = pids.map(stateOf)

  let isOver = false
  const cutting = cutOff(listeners, () => isOver)
  const ends = Date.now() + SECONDS * 1_000
  for (let n = 0; Date.now() < ends; n += 1) {
    const next = setTimeout(1_000 / REPLIES_A_SECOND)
    const { ticketId } = people[Math.floor(Math.random() * people.length)] as Person
    const sentAt = performance.now()
    const { id } = await call(`${urlOf(n)}/v1/agent/tickets/${ticketId}/messages`, AGENT, {
      message: `Reply ${n}`,
    })
    sent.set(id as string, { ticketId, sentAt })
    await next
  }
  isOver = true
  await cutting
  const due = (ofTicket: string | undefined) =>
    [...sent].flatMap(([id, { ticketId }]) => ((ofTicket ?? ticketId) === ticketId ? [id] : []))
  const dueOf = listeners.map(({ person }) => due(person?.ticketId))
  const isHeard = () => listeners.every(({ heard }, n) => heard.length >= (dueOf[n]?.length ?? 0))
  await until(async () => isHeard(), 20).catch(() => {})
  // What comes once too often would come late.
  await setTimeout(1_000)

  const counts = { lost: 0, doubled: 0, 'to a wrong recipient': 0, 'out of order': 0 }
  const took: number[] = []
  let [told, resumed, cut, whole] = [0, 0, 0, 0]
  for (const [n, { heard, person, cuts }] of listeners.entries()) {
    const ids = heard.map(({ id }) => id)
    const theirs = dueOf[n] ?? []
    const once = new Set(ids)
    told += ids.length
    resumed += cuts()
    const missing = theirs.filter((id) => !once.has(id)).length
    if (cuts() > 0) cut += 1
    if (cuts() > 0 && missing === 0) whole += 1
    counts.lost += missing
    counts.doubled += ids.length - once.size
    for (const { id, at, wasAway } of heard) {
      const reply = sent.get(id)
      if (!reply || (person && reply.ticketId !== person.ticketId)) {
        counts['to a wrong recipient'] += 1
      } else if (!wasAway) took.push(at - reply.sentAt)
    }
    const inOrder = theirs.filter((id) => once.has(id))
    // Replies go to the servers one after the other, so that their order is known.
    if (inOrder.join() !== [...once].join()) counts['out of order'] += 1
  }
  took.sort((one, other) => one - other)
  const at = (part: number) => Math.round(took[Math.floor(took.length * part)] ?? Infinity)
  for (const { close } of listeners) close()
  await until(
    async () => pids.every((pid, n) => stateOf(pid).files <= filesOf(before[n]) + 20),
    10,
  ).catch(() => {})
  const after = pids.map(stateOf)
  const bytes = sum(open.map(({ memory }, n) => memory - (before[n]?.memory ?? 0))) / STREAMS
  const files = [before, open, after].map((states) => sum(states.map(filesOf)))
  const found = Object.entries(counts).map(([what, count]) => `${count} ${what}`)
  const result =
    `${where}: ${sent.size} replies told ${told} times, ${found.join(', ')}; ${resumed} times resumed, ` +
    `${Math.round((100 * whole) / cut)} % of ${cut} streams whole after it; p50 ${at(0.5)} ms, ` +
    `p99 ${at(0.99)} ms from call to line; ${(bytes / 1024).toFixed(1)} kB a stream; ` +
    `descriptors ${files.join(', ')} before, open, after`
  results.push(result)
  console.log(`STREAMS ${result}`)
  const isProved =
    Object.values(counts).every((count) => count === 0) &&
    told > 0 &&
    resumed > 0 &&
    whole === cut &&
    at(0.99) < P99 &&
    bytes < KILOBYTES * 1024 &&
    (files[2] ?? 0) <= (files[0] ?? 0) + 20 * servers.length
  if (!isProved) isGood = false
}

async function arrives(url: string): Promise<Person> {
  const { token } = await call(`${url}/v1/sessions`, undefined, {})
  const opened = await call(`${url}/v1/tickets`, token as string, {
    ...{ subject: 'Lamp', message: 'Dark' },
  })
  return { token: token as string, ticketId: (opened.ticket as { id: string }).id }
}

async function warmUp(urlOf: (n: number) => string, people: readonly Person[]): Promise<void> {
  const first = Array.from({ length: 200 }, (_, n) => listen(urlOf(n), people[n % people.length]))
  await until(async () => first.every(({ isOpen }) => isOpen()), 30)
  for (const { close } of first) close()
  await setTimeout(2_000)
}

/** Somebody who listens, and comes back where they were when they were cut off. */
function listen(url: string, person: Person | undefined) {
  const heard: { id: string; at: number; wasAway: boolean }[] = []
  let [lastId, cuts, isOpen, isClosed] = ['', 0, false, false]
  let request: ClientRequest | undefined
  connect()
  return {
    ...{ person, heard },
    isOpen: () => isOpen,
    cuts: () => cuts,
    cut() {
      cuts += 1
      isOpen = false
      request?.destroy()
    },
    connect,
    close() {
      isClosed = true
      request?.destroy()
    },
  }

  function connect(): void {
    if (isClosed) return
    let [text, isResumed] = ['', lastId !== '']
    const headers = {
      Authorization: `Bearer ${person?.token ?? AGENT}`,
      ...(isResumed && { 'Last-Event-ID': lastId }),
    }
    const own = get(`${url}/v1/stream`, { headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) throw new Error(`a stream answered ${answer.statusCode}`)
      const resumedAt = performance.now()
      answer.setEncoding('utf8')
      answer.on('error', () => {})
      answer.on('data', (chunk: string) => {
        if (own !== request) return
        isOpen = true
        // What has come a second after it was resumed was never missed.
        isResumed &&= performance.now() - resumedAt < 1_000
        text += chunk
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) take(block, isResumed)
      })
    })
    own.on('error', () => {})
    request = own
  }

  function take(block: string, wasAway: boolean): void {
    lastId = /^id: (\d+)$/m.exec(block)?.[1] ?? lastId
    const { kind, messageId } = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}')
    if (/^event: reset$/m.test(block)) throw new Error('a stream was reset')
    if (kind === 'ticket.replied') heard.push({ id: messageId, at: performance.now(), wasAway })
  }
}

/** One in twenty goes away for a moment, again and again, whatever comes meanwhile. */
async function cutOff(
  listeners: readonly ReturnType<typeof listen>[],
  isOver: () => boolean,
): Promise<void> {
  const some = listeners.filter((_, n) => n % 20 === 7)
  while (!isOver()) {
    for (const { cut } of some) cut()
    await setTimeout(Math.random() * 1_000)
    for (const { connect } of some) connect()
    await setTimeout(1_500)
  }
}

async function call(url: string, token: string | undefined, body: object) {
  const headers = {
    'Content-Type': 'application/json',
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
  }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

/** The process that listens at a port, as Linux knows it. */
function pidOf({ port }: Server): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      if (command.includes('serve') && command.includes(String(port))) return Number(pid)
    } catch {
      // Gone meanwhile.
    }
  }
  throw new Error(`No process serves ${port}.`)
}

interface State {
  readonly memory: number
  readonly files: number
}

function stateOf(pid: number): State {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return { memory: Number(kilobytes) * 1024, files: readdirSync(`/proc/${pid}/fd`).length }
}

function filesOf(state: State | undefined): number {
  return state?.files ?? 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
