import { describe, expect, it } from 'vitest'
import { createAttachments } from './attachments.js'
import { createClient } from './client.js'

interface Sent {
  call: string
  token: string | null
  form: FormData | undefined
}

/** A server that takes files, and knows who sends them. */
function attaching() {
  const sent: Sent[] = []
  const client = createClient({
    baseUrl: 'https://help.test',
    site: 'tidemark',
    sleep: async () => {},
    fetch: (url, { method = 'GET', body, headers }) => {
      const { pathname, search } = new URL(url)
      const token = new Headers(headers).get('authorization')
      const form = body instanceof FormData ? body : undefined
      sent.push({ call: `${method} ${pathname}${search}`, token, form })
      if (method === 'DELETE') return new Response(null, { status: 204 })
      const answer = pathname.endsWith('/sessions') ? { token: 'wps_1' } : { id: 'att_1' }
      return Response.json(answer, { status: method === 'POST' ? 201 : 200 })
    },
  })
  return { sent, ...createAttachments(client) }
}

describe('files of a client', () => {
  it('go up as a form with one file, in an anonymous session where there is none', async () => {
    const { upload, sent } = attaching()
    expect(await upload(new File(['words'], 'a.txt', { type: 'text/plain' }))).toEqual({
      id: 'att_1',
    })
    expect(sent.map(({ call, token }) => [call, token])).toEqual([
      ['POST /v1/sessions?site=tidemark', null],
      ['POST /v1/attachments?site=tidemark', 'Bearer wps_1'],
    ])
    const file = sent[1]?.form?.get('file') as File
    expect([file.name, file.type, await file.text()]).toEqual(['a.txt', 'text/plain', 'words'])
  })

  it('have a name of one’s choosing', async () => {
    const { upload, sent } = attaching()
    await upload(new Blob(['words']), { name: 'Screenshot.png' })
    expect(sent[1]?.form?.get('file')).toMatchObject({ name: 'Screenshot.png' })
  })

  it('go up in the name of who opened the ticket, by its token', async () => {
    const { upload, sent } = attaching()
    await upload(new Blob(['words']), { accessToken: 'wpt_1', ticketId: 'tic_1' })
    expect(sent.map(({ call, token }) => [call, token])).toEqual([
      ['POST /v1/attachments?site=tidemark', 'Bearer wpt_1'],
    ])
  })

  it('are asked for and taken back by their id', async () => {
    const { get, remove, sent } = attaching()
    await get('att_1', { ticketId: 'tic_1' })
    await remove('att_1')
    expect(sent.map(({ call }) => call)).toEqual([
      'GET /v1/attachments/att_1?site=tidemark',
      'DELETE /v1/attachments/att_1?site=tidemark',
    ])
  })

  it('can be stopped', async () => {
    const { upload, sent } = attaching()
    const signal = AbortSignal.abort()
    await expect(upload(new Blob(['words']), { signal })).rejects.toMatchObject({ code: 'aborted' })
    expect(sent.some(({ call }) => call.includes('attachments'))).toBe(false)
  })
})
