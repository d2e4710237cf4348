/**
 * Nobody is bombed, and nothing that waited is lost. A thousand tickets by strangers for one victim's
 * address, on two sites, by API and by form, beside codes and links asked for it: at most three mails,
 * none in a word of theirs. Then many ask for themselves while the server is killed: each who was
 * answered has a mail. And whether an address is known is not told by the time of an answer: medians at
 * most 5 % apart, on a machine with nothing else on it. On the built server; alone: `node scripts/proof/mails.mjs 1000`, half a minute.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const main = join(dirname(fileURLToPath(import.meta.url)), '../../packages/server/dist/app/main.js')
const creates = Number(process.argv[2] ?? 1000)
const MARK = 'cheap-pills'
const VICTIM = 'victim@example.com'
/** The same mailbox, as somebody may write it. */
const WRITTEN = [VICTIM, 'Victim@Example.com', 'VICTIM@EXAMPLE.COM', ' victim@example.com ']
const SITES = ['one', 'two']
const WRITERS = 8
const ASKING = 220

const home = mkdtempSync(join(tmpdir(), 'waypost-mails-'))
const port = 20_000 + (process.pid % 20_000)
const url = `http://127.0.0.1:${port}`
const sites = SITES.map((key) => ({ key, name: 'Tidemark', proofOfWork: 'never' }))
writeFileSync(join(home, 'waypost.config.json'), JSON.stringify({ sites }))

const problems = []
let server = await serve()
try {
  const answered = await bomb()
  const victims = mailsTo(VICTIM)
  const theirs = victims.filter((mail) => mail.includes(MARK)).length
  if (answered < creates) problems.push(`only ${answered} of ${creates} tickets were taken`)
  if (victims.length === 0 || victims.length > 3) problems.push(`${victims.length} mails`)
  if (theirs > 0) problems.push(`${theirs} mails in the words of a stranger`)

  const people = await askWhileKilled()
  await until(() => people.every((email) => mailsTo(email).length > 0))
  const without = people.filter((email) => mailsTo(email).length === 0)
  if (without.length > 0) problems.push(`${without.length} without a mail`)
  const { known, unknown } = await timesOf(people)
  const apart = Math.abs(known - unknown) / Math.min(known, unknown)
  if (apart > 0.05) problems.push(`known and unknown are ${Math.round(apart * 100)} % apart`)
  for (const problem of problems) console.error(problem)
  console.log(
    `MAILS creates ${answered}, mails ${victims.length}, in their words ${theirs}; ` +
      `after kills ${people.length} acknowledged, ${without.length} without a mail; ` +
      `median of known ${known.toFixed(2)} ms, of unknown ${unknown.toFixed(2)} ms`,
  )
} finally {
  await stop('SIGTERM')
  rmSync(home, { recursive: true, force: true })
}
if (problems.length > 0) process.exitCode = 1

/** How many tickets were taken for the victim. */
async function bomb() {
  let [next, answered] = [0, 0]
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (next < creates) {
        const n = next++
        const ok = n % 10 === 0 ? await askByForm(n) : await askByApi(n)
        if (ok) answered++
        if (n % 50 === 0) await askForMails(n)
      }
    }),
  )
  // What has been written by now goes within moments.
  await setTimeout(2_000)
  return answered
}

async function askByApi(n) {
  const answer = await post(`/v1/tickets?site=${SITES[n % 2]}`, {
    subject: `${MARK} ${n}`,
    message: `Buy ${MARK} here`,
    name: MARK,
    email: WRITTEN[n % WRITTEN.length],
  })
  return answer.status === 201
}

async function askByForm(n) {
  const page = await (await fetch(`${url}/help/en/contact`)).text()
  const key = /name="key" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const answer = await fetch(`${url}/help/en/contact`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({
      ...{ key, kind: 'question', subject: `${MARK} ${n}`, message: MARK, name: MARK },
      email: WRITTEN[n % 3],
    }),
  })
  return answer.status === 303
}

async function askForMails(n) {
  for (const path of ['/v1/sign-in-codes', '/v1/request-links']) {
    await post(`${path}?site=${SITES[n % 2]}`, { email: VICTIM })
  }
}

/** Everybody whose ticket was acknowledged, while the server is killed and started again. */
async function askWhileKilled() {
  const acknowledged = []
  let [next, isOver] = [0, false]
  const killer = (async () => {
    for (let kills = 0; kills < 3; kills++) {
      await setTimeout(150 + 100 * kills)
      await stop('SIGKILL')
      server = await serve()
    }
    isOver = true
  })()
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (next < ASKING || !isOver) {
        const email = `person-${next++}@example.com`
        const body = { subject: 'Hello', message: 'Hello', email }
        const answer = await post('/v1/tickets?site=one', body).catch(() => undefined)
        if (answer?.status === 201) acknowledged.push(email)
        await setTimeout(20)
      }
    }),
  )
  await killer
  return acknowledged
}

/** Milliseconds of asking for a code: of addresses that are known, and of such that are not, in turn. */
async function timesOf(people) {
  const times = { known: [], unknown: [] }
  const ask = async (email, into) => {
    const begun = performance.now()
    await (await post('/v1/sign-in-codes?site=one', { email })).arrayBuffer()
    into.push(performance.now() - begun)
  }
  for (const [n, email] of people.entries()) {
    const asks = [
      () => ask(email, times.known),
      () => ask(email.replace('person', 'nobody'), times.unknown),
    ]
    for (const one of n % 2 ? asks : asks.toReversed()) await one()
    // Apart from the mails of the ones before.
    await setTimeout(10)
  }
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
  return { known: median(times.known), unknown: median(times.unknown) }
}

function post(path, body) {
  return fetch(url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  })
}

/** Mails to an address, with their quoted-printable words read. */
function mailsTo(address) {
  const folder = join(home, '.waypost/data/mail')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((mail) => new RegExp(`^To: <${address}>\\r$`, 'im').test(mail))
    .map((mail) => mail.replaceAll('=\r\n', ''))
}

async function serve() {
  const child = spawn(process.execPath, [main, 'serve', '--port', String(port), '--unlimited'], {
    cwd: home,
    stdio: 'ignore',
  })
  await until(async () => {
    if (child.exitCode !== null) throw new Error('The server ended.')
    return fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  })
  return child
}

async function stop(signal) {
  const gone = new Promise((resolve) => server.once('close', resolve))
  server.kill(signal)
  await gone
}

async function until(isSo) {
  for (let tries = 0; tries < 300; tries++) {
    if (await isSo()) return
    await setTimeout(100)
  }
}
