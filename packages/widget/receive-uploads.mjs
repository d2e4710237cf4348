import { createHash } from 'node:crypto'

/** One world for each test: what it was sent, and what becomes of the requests to come. */
const worlds = new Map()

function worldOf(name) {
  if (!worlds.has(name)) worlds.set(name, { kept: new Map(), plan: [], held: [], seen: [] })
  return worlds.get(name)
}

/**
 * The network's edge for files, in tests of browsers: a server at `/uploads/<world>` that really
 * receives them, as a form of several parts, over a socket that a test may hold or cut. A test says by
 * `PUT plan` what becomes of the next uploads, lets go of held ones by `PUT go`, and looks at what
 * came by `GET kept`.
 */
export async function receiveUploads(context, next) {
  const [, root, name = '', ...rest] = context.path.split('/')
  if (root !== 'uploads') return next()
  const world = worldOf(name)
  const path = rest.join('/')
  const { method } = context
  context.set('access-control-allow-origin', '*')
  if (path === 'plan') {
    world.plan = JSON.parse(`${await wholeOf(context.req)}`)
    context.body = {}
  } else if (path === 'go') {
    for (const go of world.held.splice(0)) go()
    context.body = {}
  } else if (path === 'kept') {
    context.body = { kept: [...world.kept.values()], seen: world.seen, held: world.held.length }
  } else if (path === 'v1/sessions') {
    answer(context, 201, { token: `wps_${name}`, expiresAt: '', customer: null })
  } else if (path === 'v1/attachments' && method === 'POST') {
    // Whoever was stopped in the middle waits for no answer.
    await receive(context, world, name).catch(() => {
      context.respond = false
    })
  } else {
    const id = rest.at(-1)
    const found = world.kept.get(id)
    if (method === 'DELETE') world.kept.delete(id)
    if (!found) answer(context, 404, { code: 'not_found' })
    else answer(context, method === 'DELETE' ? 204 : 200, told(found))
  }
}

async function receive(context, world, name) {
  const { req } = context
  const { authorization = '' } = req.headers
  const fate = world.plan.shift() ?? null
  world.seen.push({ authorization, fate })
  const number = world.seen.length
  const pieces = []
  if (fate === 'cut' || fate === 'hold') {
    // A part of it, and no more is read: the rest waits in the browser.
    pieces.push(await new Promise((resolve) => req.once('data', resolve)))
    req.pause()
  }
  if (fate === 'cut') {
    req.socket.destroy()
    context.respond = false
    return
  }
  if (fate === 'hold') {
    const isThere = await new Promise((settle) => {
      world.held.push(() => settle(true))
      req.once('close', () => settle(false))
    })
    if (!isThere) {
      context.respond = false
      return
    }
  }
  pieces.push(await wholeOf(req))
  if (fate?.status) {
    if (fate.retryAfter) context.set('retry-after', `${fate.retryAfter}`)
    return answer(context, fate.status, { code: fate.code, status: fate.status })
  }
  const headers = { 'content-type': req.headers['content-type'] ?? '' }
  const file = (await new Response(Buffer.concat(pieces), { headers }).formData()).get('file')
  const content = Buffer.from(await file.arrayBuffer())
  const hash = createHash('sha256').update(content).digest('hex')
  const { name: called, type } = file
  const id = `att_${name}_${number}`
  world.kept.set(id, { id, name: called, type, size: content.length, hash, authorization })
  answer(context, 201, told(world.kept.get(id)))
}

const told = ({ id, name, type, size }) => ({
  ...{ id, name, type, size, width: null, height: null },
  url: `/files/${id}`,
  createdAt: '2026-11-22T12:00:00Z',
})

function answer(context, status, body) {
  context.status = status
  if (status === 204) return
  context.type = status < 400 ? 'application/json' : 'application/problem+json'
  context.body = JSON.stringify(body)
}

async function wholeOf(request) {
  const pieces = []
  for await (const piece of request) pieces.push(piece)
  return Buffer.concat(pieces)
}
