/**
 * One server of the bench in a process of its own, so that what it takes is its own: `bare`, a Hono
 * app with nothing but routes, or `waypost`. It says its address, and at each question what CPU it
 * has taken.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const server = join(root, 'packages/server')
const load = (path) => import(pathToFileURL(path).href)
const resolveIn = createRequire(join(server, 'package.json')).resolve

const starts = { bare: startBare, waypost: startWaypost, 'no engine': startWithoutEngine }
const { url, say } = await starts[process.argv[2]]()
process.on('message', (question) => {
  if (question.ask === 'cpu') process.send(process.cpuUsage())
  else process.send(say(question))
})
process.on('disconnect', () => process.exit())
process.send({ url })

async function startBare() {
  const { Hono } = await load(resolveIn('hono'))
  const { serve } = await load(resolveIn('@hono/node-server'))
  const documents = []
  const app = new Hono()
  app.get('/hello', (c) => c.json({ hello: 'world' }))
  app.get('/answer/:at/:n', (c) => {
    const { at, n } = c.req.param()
    return c.json(documents[at][n])
  })
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      const say = ({ documents: given }) => Object.assign(documents, given) && {}
      resolve({ url: `http://127.0.0.1:${port}`, say })
    })
  })
}

async function startWaypost() {
  const { loadConfig, startServer } = await load(join(server, 'dist/app/index.js'))
  const data = mkdtempSync(join(tmpdir(), 'waypost-bench-http-'))
  process.on('exit', () => rmSync(data, { recursive: true, force: true }))
  const content = join(root, 'examples/tidemark/content')
  const flags = { data, content, port: '0', unlimited: true }
  const config = await loadConfig({ flags, env: {}, folder: data })
  const { url, world } = await startServer({ config, env: {} })
  return { url, world }
}

/**
 * The same, with engines for articles and for lessons that have found everything before: what is left
 * is ours to answer for.
 */
async function startWithoutEngine() {
  const server = await startWaypost()
  const { finder, learning } = server.world
  finder.search = remembered(finder.search, (actor, { text }) => text)
  learning.search = remembered(learning.search, ({ text }) => text)
  return server
}

function remembered(search, textOf) {
  const found = new Map()
  return (...asked) => {
    const text = textOf(...asked)
    if (!found.has(text)) found.set(text, search(...asked))
    return found.get(text)
  }
}
