/**
 * What one call costs the server: `pnpm bench:http [words of a route]`, under a minute. CPU of the server's process a
 * request, beside a bare Hono app that answers the same documents; in turns, the best of some rounds.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { askFor } from './bench-http/ask.mjs'

const ROUNDS = 7
const MILLISECONDS = 700
/** The bar: beside what the engine takes, a search costs at most so many bare routes. */
const BAR = 2
const BARRED = ['search without the engine', 'search that somebody asked lately']

const queries = [
  ...['invoice reminder', 'late payment', 'forgot password', 'refund', 'card declined', 'vat'],
  ...['accountant', 'export', 'bank connection', 'payout', 'credit note', 'two step login'],
  ...['deposit', 'recurring', 'reverse charge', 'spam', 'fees', 'csv', 'logo', 'webhook'],
]
const task = fileURLToPath(new URL('bench-http/server.mjs', import.meta.url))
const servers = await Promise.all(['bare', 'waypost', 'no engine'].map(startServer))
const [bare, waypost, withoutEngine] = servers
const loads = []

// As the client writes them, with + for a space.
const searches = queries.map((q) => `/v1/search?${new URLSearchParams({ q, locale: 'en' })}`)
const article = '/v1/articles/when-payouts-arrive?locale=en'
const etag = (await fetch(waypost.url + article)).headers.get('etag')
const page = encodeURIComponent('https://app.tidemark.example/invoices/1')
const origin = { Origin: 'http://localhost:5173' }
let turn = 0
/** The server takes what it does not know for another address: it answers anew. */
const anew = (path) => `${path}&turn=${(turn += 1)}`
const targets = [
  { name: 'search that nobody asked lately', paths: searches, change: anew },
  { name: 'search without the engine', paths: searches, change: anew, server: withoutEngine },
  { name: 'search that somebody asked lately', paths: searches },
  { name: 'the same, by a page of another origin', paths: searches, headers: origin },
  { name: 'suggestions for a page', paths: [`/v1/suggestions?url=${page}&locale=en`] },
  { name: 'suggestions for nowhere', paths: ['/v1/suggestions?locale=en'] },
  { name: 'article', paths: [article] },
  { name: 'article, in brotli', paths: [article], headers: { 'Accept-Encoding': 'br' } },
  { name: 'article that has not changed', paths: [article], headers: { 'If-None-Match': etag } },
  { name: 'articles of a collection', paths: ['/v1/articles?locale=en&collection=payments'] },
  { name: 'settings', paths: ['/v1/settings?locale=en'] },
]
const [, , wanted = ''] = process.argv
await giveDocuments()
const rows = [
  { name: 'bare Hono, hello world', server: bare, paths: ['/hello'] },
  ...targets
    .flatMap((target, at) => [
      { server: waypost, ...target },
      {
        name: target.name,
        isBare: true,
        server: bare,
        paths: target.paths.map((_, n) => `/answer/${at}/${n}`),
      },
    ])
    .filter(({ name }) => name.includes(wanted)),
].map((row) => ({ ...row, micros: [] }))

for (let round = 0; round <= ROUNDS; round += 1) {
  for (const row of rows) {
    const micros = await measure(row)
    // The first round only warms up.
    if (round > 0) row.micros.push(micros)
  }
  loads.push(loadavg()[0])
}
for (const { child } of servers) child.disconnect()
table()

async function startServer(name) {
  const child = fork(task, [name], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const [{ url }] = await once(child, 'message')
  return { child, url }
}

/** The bare app answers what we answer, made into JSON for each call as a route does it. */
async function giveDocuments() {
  const read = async (path) => (await fetch(waypost.url + path)).json()
  const documents = await Promise.all(targets.map(({ paths }) => Promise.all(paths.map(read))))
  await ask(bare, { documents })
}

async function measure({ server, paths, headers, change }) {
  const before = await ask(server, { ask: 'cpu' })
  const answered = await askFor(server.url, paths, MILLISECONDS, { headers, change })
  const after = await ask(server, { ask: 'cpu' })
  return (after.user + after.system - before.user - before.system) / answered
}

async function ask({ child }, question) {
  const answer = once(child, 'message')
  child.send(question)
  return (await answer)[0]
}

function table() {
  const [hello, ...pairs] = rows
  const best = ({ micros }) => Math.min(...micros)
  const bareOf = (name) => pairs.find((row) => row.isBare && row.name === name)
  const lines = pairs
    .filter(({ isBare }) => !isBare)
    .map((row) => ({ name: row.name, own: best(row), bare: best(bareOf(row.name)) }))
  const cells = ({ name, own, bare }) => [name, own.toFixed(1), bare.toFixed(1), ratioOf(own, bare)]
  console.log(`
${new Date().toISOString().slice(0, 10)}, Node ${process.version}, load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}
CPU µs a request, best of ${ROUNDS} rounds. Bare Hono, hello world: ${best(hello).toFixed(1)}

| route | Waypost | bare Hono, same answer | ratio |
| --- | --- | --- | --- |
${lines.map((line) => `| ${cells(line).join(' | ')} |`).join('\n')}
`)
  const over = lines.filter(({ name, own, bare }) => BARRED.includes(name) && own > bare * BAR)
  for (const { name } of over) console.error(`Over the bar of ${BAR}: ${name}`)
  if (over.length > 0) process.exitCode = 1
}

function ratioOf(own, bare) {
  return (own / bare).toFixed(2)
}
