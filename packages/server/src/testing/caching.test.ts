import { expect, it } from 'vitest'
import { supportWorld } from './support-world.js'

const article = (title: string) => ({ id: 'a', locale: 'en', title, body: 'Words' })

it('answers 304 to who has the same article, and never to who has another', async () => {
  const [one, two] = await Promise.all(
    ['One', 'Two'].map((title) => supportWorld({ articles: [article(title)] })),
  )
  const first = await one?.fetch('/v1/articles/a')
  const etag = first?.headers.get('etag') ?? ''
  const ask = (tags: string) => ({ headers: { 'If-None-Match': tags } })
  for (const tags of [etag, `W/${etag}`, `"x", ${etag}`]) {
    expect((await one?.fetch('/v1/articles/a', ask(tags)))?.status).toBe(304)
  }
  expect((await two?.fetch('/v1/articles/a', ask(etag)))?.status).toBe(200)
  expect((await one?.fetch('/v1/articles/gone', ask(etag)))?.status).toBe(404)
})
