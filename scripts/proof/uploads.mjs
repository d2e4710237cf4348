/**
 * No file that was answered is lost, and none is there that nobody knows of, however often the server is
 * killed in the middle of uploads. On the built server; alone: `node scripts/proof/uploads.mjs 40`, about
 * a second a kill.
 */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const main = join(dirname(fileURLToPath(import.meta.url)), '../../packages/server/dist/app/main.js')
const rounds = Number(process.argv[2] ?? 40)
const WRITERS = 8
const MOST_BYTES = 600_000

const home = mkdtempSync(join(tmpdir(), 'waypost-uploads-'))
const port = 20_000 + (process.pid % 20_000)
const url = `http://127.0.0.1:${port}`
/** Of each file that was answered: what it holds, and by which token it is read. */
const answered = new Map()
let tries = 0

let server = await serve()
try {
  for (let round = 0; round < rounds; round++) {
    let isOver = false
    const work = Array.from({ length: WRITERS }, async () => {
      const token = await session()
      while (!isOver && (await upload(token)));
    })
    const enough = answered.size + 3 + Math.random() * 20
    while (answered.size < enough) await setTimeout(Math.random() * 20)
    isOver = true
    await stop('SIGKILL')
    await Promise.all(work)
    server = await serve()
  }
  const lost = []
  for (const [id, { hash, token }] of answered)
    if ((await hashOf(id, token)) !== hash) lost.push(id)
  await stop('SIGTERM')
  const records = readdirSync(join(home, 'pages'))
    .map((page) => readFileSync(join(home, 'pages', page), 'utf8'))
    .join('')
  const files = readdirSync(join(home, 'files'), { recursive: true }).map(
    (path) => /att_[0-9a-z]{26}/.exec(String(path))?.[0],
  )
  const unknown = files.filter((id) => id !== undefined && !records.includes(`"${id}"`))
  console.log(
    `UPLOADS kills ${rounds}, acknowledged ${answered.size} of ${tries} tries: ${lost.length} lost ` +
      `or changed, ${unknown.length} without a record`,
  )
  if (lost.length + unknown.length > 0 || answered.size === 0) process.exitCode = 1
} finally {
  await stop('SIGKILL')
  rmSync(home, { recursive: true, force: true })
}

async function session() {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
  return (await (await fetch(`${url}/v1/sessions`, init)).json()).token
}

/** Uploads something and names it in a ticket; false where the server is gone. */
async function upload(token) {
  tries += 1
  const bytes = randomBytes(Math.floor(Math.random() * MOST_BYTES))
  const body = new FormData()
  body.set('file', new File([bytes], 'a.bin'))
  const headers = { authorization: `Bearer ${token}` }
  try {
    const answer = await fetch(`${url}/v1/attachments`, { method: 'POST', headers, body })
    if (answer.status !== 201) return answer.status === 409
    const { id } = await answer.json()
    answered.set(id, { token, hash: sha256(bytes) })
    await fetch(`${url}/v1/tickets`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ subject: 'See', message: 'This', attachmentIds: [id] }),
    })
    return true
  } catch (error) {
    // The connection was cut.
    if (error instanceof TypeError) return false
    throw error
  }
}

async function hashOf(id, token) {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${url}/v1/attachments/${id}`, { headers })
  if (answer.status !== 200) return undefined
  const file = await fetch((await answer.json()).url)
  return sha256(Buffer.from(await file.arrayBuffer()))
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

async function serve() {
  const flags = ['--data', home, '--port', String(port), '--unlimited']
  const child = spawn(process.execPath, [main, 'serve', ...flags], { stdio: 'ignore' })
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return child
    await setTimeout(50)
  }
  throw new Error('The server does not start')
}

async function stop(signal) {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill(signal)
  await gone
}
