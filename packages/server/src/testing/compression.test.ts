import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { supportWorld } from './support-world.js'

const body = 'Words about fees that a customer pays late. '.repeat(60)
const articles = [
  { id: 'late-fees', locale: 'en', title: 'Late fees', body },
  { id: 'late-fees', locale: 'uk', title: 'Пеня', body: 'Слова' },
]

async function asked(path: string, accepted = '', more: RequestInit = {}) {
  const { fetch } = await supportWorld({ articles })
  const headers = { ...more.headers, 'Accept-Encoding': accepted }
  const answer = await fetch(path, { ...more, headers })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const header = (name: string) => answer.headers.get(name)
  return { answer, bytes, header, encoding: header('content-encoding') }
}

describe('what is the same for everybody', () => {
  it.each([
    '/help/en/articles/late-fees',
    '/help/en/articles/late-fees.md',
    '/v1/articles/late-fees',
    '/help/uk',
  ])('is sent in the encoding that is taken, and says on what it depends: %s', async (path) => {
    const plain = await asked(path)
    const brotli = await asked(path, 'gzip, deflate, br, zstd')
    const gzip = await asked(path, 'gzip, br;q=0')
    expect([plain.encoding, brotli.encoding, gzip.encoding]).toEqual([null, 'br', 'gzip'])
    expect(brotliDecompressSync(brotli.bytes)).toEqual(plain.bytes)
    expect(gunzipSync(gzip.bytes)).toEqual(plain.bytes)
    expect(brotli.bytes.length * 2).toBeLessThan(plain.bytes.length)
    for (const { header } of [plain, brotli, gzip]) {
      expect(header('vary')).toContain('Accept-Encoding')
    }
    expect(brotli.header('content-type')).toBe(plain.header('content-type'))
  })

  it('is known again by the tag it came with, in whichever encoding', async () => {
    const path = '/help/en/articles/late-fees'
    const plain = await asked(path)
    const brotli = await asked(path, 'br')
    expect(brotli.header('etag')).toBe(`W/${plain.header('etag')}`)
    for (const { header } of [plain, brotli]) {
      const again = await asked(path, 'br', { headers: { 'If-None-Match': header('etag') ?? '' } })
      expect([again.answer.status, again.bytes.length]).toEqual([304, 0])
      expect(again.header('vary')).toContain('Accept-Encoding')
    }
  })

  it('is squeezed once where it never changes, and keeps its headers', async () => {
    const { fetch } = await supportWorld({ articles })
    const page = await (await fetch('/help/en')).text()
    const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page) ?? []
    const plain = Buffer.from(await (await fetch(style)).arrayBuffer())
    for (const turn of [1, 2]) {
      const answer = await fetch(style, { headers: { 'Accept-Encoding': 'br' } })
      expect(answer.headers.get('cache-control'), `${turn}`).toContain('immutable')
      expect(brotliDecompressSync(Buffer.from(await answer.arrayBuffer()))).toEqual(plain)
    }
  })

  it('stays as it is where it is small', async () => {
    const { encoding, bytes, header } = await asked('/v1/articles/late-fees?locale=uk', 'br')
    expect([encoding, header('vary')]).toEqual([null, 'Origin, Accept-Encoding'])
    expect(JSON.parse(bytes.toString())).toMatchObject({ title: 'Пеня' })
  })

  it('answers HEAD with nothing to unpack', async () => {
    const { answer, bytes, encoding } = await asked('/help/en', 'br', { method: 'HEAD' })
    expect([answer.status, bytes.length, encoding]).toEqual([200, 0, null])
  })
})

describe('what may hold something personal', () => {
  it('is never compressed: its length would tell', async () => {
    const { fetch, requester } = await supportWorld({ articles })
    const ticket = await requester().opensTicket('Late fees', { message: body })
    const headers = { 'Accept-Encoding': 'br', Authorization: `Bearer ${ticket.accessToken}` }
    const answer = await fetch(`/v1/tickets/${ticket.ticket.id}/messages`, { headers })
    expect((await answer.clone().text()).length).toBeGreaterThan(1024)
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null])
    const lost = await asked('/help/en/nowhere', 'br')
    expect([lost.answer.status, lost.encoding]).toEqual([404, null])
  })
})
