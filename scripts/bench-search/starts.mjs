/**
 * How long `serve` takes until it is ready, with 10,000 seeded articles that were imported before: with
 * none of them read before, and with the snapshot that the start before has left.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

const waypost = fileURLToPath(new URL('../../packages/server/bin/waypost.js', import.meta.url))
const ROUNDS = 3
/** Articles by locale. */
const FOLDERS = [{ sv: 2_500, da: 2_500, nb: 2_500, uk: 2_500 }, { en: 10_000 }]

/** Best of three of each: a row for each folder and kind of start. */
export async function measureStarts(kit) {
  const { makeCorpus } = await import(pathToFileURL(`${kit}/corpus.mjs`).href)
  const rows = []
  for (const locales of FOLDERS) {
    const place = mkdtempSync(join(tmpdir(), 'waypost-starts-'))
    try {
      const data = join(place, 'data')
      writeFileSync(join(place, 'articles.jsonl'), linesOf(makeCorpus, locales))
      await run(['import', join(place, 'articles.jsonl'), '--data', data])
      const starts = { first: [], later: [] }
      for (let round = 0; round < ROUNDS; round++) {
        rmSync(join(data, 'search'), { recursive: true, force: true })
        starts.first.push(await start(data))
        starts.later.push(await start(data))
      }
      for (const [kind, measured] of Object.entries(starts)) {
        rows.push({ locales: Object.keys(locales).join(', '), kind, ...best(measured) })
      }
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  }
  return rows
}

function linesOf(makeCorpus, locales) {
  const lines = Object.entries(locales).flatMap(([locale, size], seed) =>
    makeCorpus(size, { seed: 42 + seed }).docs.map(({ id, title, text }) =>
      JSON.stringify({ id: `a${id}`, locale, title, body: text }),
    ),
  )
  return lines.join('\n')
}

/** One start until `/readyz` says ok, and a stop that leaves everything written. */
async function start(data) {
  const port = await freePort()
  const before = performance.now()
  const server = spawn(process.execPath, [waypost, 'serve', '--data', data, '--port', port], {
    stdio: 'ignore',
  })
  const ended = new Promise((done) => server.on('close', done))
  while (!(await isReady(port))) await after(10)
  const wall = performance.now() - before
  const measured = { wall, ...usedBy(server.pid) }
  server.kill('SIGTERM')
  await ended
  return measured
}

async function isReady(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
  await answer?.body?.cancel()
  return answer?.ok === true
}

/** What a process has used: milliseconds of all its threads, and megabytes. Linux alone tells. */
function usedBy(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return { cpu: (Number(fields[11]) + Number(fields[12])) * 10, rssMB: kilobytes / 1024 }
  } catch {
    return { cpu: Number.NaN, rssMB: Number.NaN }
  }
}

function best(measured) {
  const least = (name) => Math.min(...measured.map((each) => each[name]))
  return { wall: least('wall'), cpu: least('cpu'), rssMB: least('rssMB') }
}

function run(args) {
  const child = spawn(process.execPath, [waypost, ...args], { stdio: ['ignore', 'ignore', 2] })
  return new Promise((done, failed) => {
    child.on('close', (code) => (code === 0 ? done() : failed(new Error(`${args[0]}: ${code}`))))
  })
}

function freePort() {
  const server = createServer()
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(String(port)))
    })
  })
}
