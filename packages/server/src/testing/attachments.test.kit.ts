import type { Attachment, CreatedTicket, List, Message, Session } from '@waypost/sdk/contract'
import { type SupportWorldOptions, supportWorld } from './support-world.js'

/** The least that is a PNG to whoever reads its head: so many pixels, and no picture. */
export function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(33)
  head.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

/** A world in which people attach files. */
export async function attachingWorld(options: SupportWorldOptions = {}) {
  return attachingIn(await supportWorld(options))
}

/** The same world, and what people do in it who attach files. */
export function attachingIn(world: Awaited<ReturnType<typeof supportWorld>>) {
  function upload(
    token: string | null,
    bytes: string | Uint8Array,
    { name = 'note.txt', key }: { name?: string; key?: string } = {},
  ): Promise<Response> {
    const form = new FormData()
    form.set('file', new File([bytes], name))
    const headers = new Headers()
    if (token !== null) headers.set('authorization', `Bearer ${token}`)
    if (key !== undefined) headers.set('idempotency-key', key)
    return world.fetch('/v1/attachments', { method: 'POST', headers, body: form })
  }

  const call = (token: string, path: string, method = 'GET', body?: object) =>
    world.fetch(path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })

  const opens = (token: string, attachmentIds: readonly string[] = []) =>
    call(token, '/v1/tickets', 'POST', { subject: 'It is red', message: 'See', attachmentIds })

  return {
    ...world,
    upload,
    call,
    /** Tries to open a ticket with these uploads. */
    opens,
    async attach(...said: Parameters<typeof upload>): Promise<Attachment> {
      return (await (await upload(...said)).json()) as Attachment
    },
    async session(): Promise<string> {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
      const answer = await world.fetch('/v1/sessions', init)
      return ((await answer.json()) as Session).token
    },
    async opensTicket(...said: Parameters<typeof opens>): Promise<CreatedTicket> {
      return (await (await opens(...said)).json()) as CreatedTicket
    },
    async reads(token: string, { ticket }: CreatedTicket): Promise<Message[]> {
      const answer = await call(token, `/v1/tickets/${ticket.id}/messages`)
      return ((await answer.json()) as List<Message>).items
    },
    /** What its address opens. */
    fetches: ({ url }: Pick<Attachment, 'url'>, headers: Record<string, string> = {}) =>
      world.fetch(url.replace('http://waypost.test', ''), { headers }),
  }
}

export type AttachingWorld = Awaited<ReturnType<typeof attachingWorld>>
