import { afterEach, expect, it } from 'vitest'
import { type AttachingWorld, attachingWorld, png } from './attachments.test.kit.js'

let world: AttachingWorld
afterEach(() => world.close())

it('hands a file out so that nothing in it can run, and shows pictures alone', async () => {
  world = await attachingWorld()
  const robin = await world.session()
  const page = await world.attach(robin, '<script>1</script>', { name: 'Звіт "1".html' })
  const answer = await world.fetches(page)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition':
      'attachment; filename="____ _1_.html"; ' +
      "filename*=UTF-8''%D0%97%D0%B2%D1%96%D1%82%20_1_.html",
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'no-referrer',
  })
  const picture = await world.fetches(await world.attach(robin, png(10, 10), { name: 'a.png' }))
  expect(picture.headers.get('content-disposition')).toMatch(/^inline; filename="a.png"/)
  const bomb = await world.fetches(await world.attach(robin, png(60_000, 60_000)))
  expect(bomb.headers.get('content-disposition')).toMatch(/^attachment/)
})

it('opens by its signed address, for a quarter of an hour and to nobody who guesses', async () => {
  world = await attachingWorld()
  const robin = await world.session()
  const file = await world.attach(robin, 'words')
  const path = new URL(file.url).pathname
  expect((await world.fetch(path)).headers.get('cache-control')).toMatch(/^private, max-age=\d+$/)
  const guesses = [
    file.id,
    path.slice(7, -1),
    `${path.slice(7)}x`,
    path.slice(7).replace('k1', 'k2'),
  ]
  for (const guess of guesses) expect((await world.fetch(`/files/${guess}`)).status).toBe(404)

  world.passes(15 * 60_000)
  expect((await world.fetch(path)).status).toBe(404)
  const again = await world.call(robin, `/v1/attachments/${file.id}`)
  const { url } = (await again.json()) as { url: string }
  expect(await (await world.fetches({ url })).text()).toBe('words')
})

it('hands out parts of a file, and says when it has not changed', async () => {
  world = await attachingWorld()
  const file = await world.attach(await world.session(), '0123456789')
  const part = await world.fetches(file, { range: 'bytes=2-4' })
  expect([part.status, await part.text()]).toEqual([206, '234'])
  expect(part.headers.get('content-range')).toBe('bytes 2-4/10')
  const outside = await world.fetches(file, { range: 'bytes=10-' })
  expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */10'])

  const etag = part.headers.get('etag') ?? ''
  expect((await world.fetches(file, { 'if-none-match': etag })).status).toBe(304)
  const same = await world.fetches(file, { range: 'bytes=0-1', 'if-range': etag })
  expect(await same.text()).toBe('01')
  const other = await world.fetches(file, { range: 'bytes=0-1', 'if-range': '"other"' })
  expect(await other.text()).toBe('0123456789')
})

it('hands out an empty file, and says how long one is without it', async () => {
  world = await attachingWorld()
  const robin = await world.session()
  const empty = await world.fetches(await world.attach(robin, ''))
  expect([empty.status, await empty.text()]).toEqual([200, ''])
  const { url } = await world.attach(robin, 'words')
  const head = await world.fetch(new URL(url).pathname, { method: 'HEAD' })
  expect([head.headers.get('content-length'), await head.text()]).toEqual(['5', ''])
})
