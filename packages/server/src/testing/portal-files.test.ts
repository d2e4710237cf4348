import { describe, expect, it } from 'vitest'
import { png } from './attachments.test.kit.js'
import { hidden, portalVisitor, typed } from './portal-visitor.test.kit.js'
import { type SupportWorldOptions, supportWorld } from './support-world.js'

const CONTACT = '/help/en/contact'
const words = {
  subject: 'The button is red',
  message: 'See the picture.\r\nIt was blue.',
  email: 'maya@example.com',
}
const picture = () => new File([png(1280, 720)], 'shot.png')
const log = (text = 'line 1') => new File([text], 'C:\\logs\\app\u202elog.txt')

async function atTheForm(options: SupportWorldOptions = {}) {
  const world = await supportWorld(options)
  const visitor = portalVisitor(world)
  const kim = await world.agent()
  const { page } = await visitor.reads(CONTACT)

  /** Sends a form as a browser does that has files to send. */
  function sends(
    path: string,
    fields: Record<string, string | readonly string[] | File>,
    files: readonly File[] = [],
  ) {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one as string)
    }
    for (const file of files) body.append('files', file)
    return visitor.reads(path, {
      method: 'POST',
      body,
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    })
  }

  return {
    ...{ world, visitor, kim, page, sends, key: hidden(page, 'key') },
    asks: (files: readonly File[], more: Record<string, string> = {}) =>
      sends(CONTACT, { ...words, key: hidden(page, 'key'), ...more }, files),
    tickets: async () => (await kim.client.tickets.list()).items,
    async messages() {
      const [ticket] = (await kim.client.tickets.list()).items
      return (await kim.client.tickets.messages(ticket?.id ?? '')).items
    },
  }
}

/** Values of the boxes that keep an upload in the form. */
const kept = (page: string, name = 'files') =>
  [
    ...page.matchAll(new RegExp(`type="checkbox" name="${name}" value="(att_\\w+)" checked`, 'g')),
  ].map(([, id]) => id ?? '')

describe('files with a question in the help centre', () => {
  it('go along without a script, and stand in the conversation', async () => {
    const { visitor, page, asks, messages, tickets } = await atTheForm()
    expect(page).toContain('enctype="multipart/form-data"')
    expect(page).toContain('Up to 10 MB a file, 5 in all.')
    const sent = await asks([picture(), log()])
    expect(sent.status).toBe(303)
    const [ticket] = await tickets()
    expect(ticket?.requester).toMatchObject({ email: words.email, verification: 'none' })
    const [message] = await messages()
    expect(message?.attachments).toMatchObject([
      { name: 'shot.png', type: 'image/png', width: 1280, height: 720 },
      { name: 'applog.txt', type: 'text/plain', width: null },
    ])
    const request = await visitor.reads(sent.to.replace('?sent', ''))
    expect(request.page).toMatch(
      /<img src="\/files\/[\w.-]+" width="420" height="236" alt="Picture shot.png" loading="lazy">/,
    )
    expect(request.page).toContain('<bdi>applog.txt</bdi>')
  })

  it('open by a link of the request, which asks anew each time, and by no other', async () => {
    const { world, visitor, asks, messages } = await atTheForm()
    const { to } = await asks([log('what happened')])
    const [message] = await messages()
    const id = message?.attachments[0]?.id ?? ''
    const link = `${to.replace('?sent', '')}/files/${id}`
    expect((await visitor.reads(to.replace('?sent', ''))).page).toContain(`href="${link}"`)
    world.passes(20 * 60_000)
    const way = await visitor.reads(link)
    expect([way.status, way.headers.get('cache-control')]).toEqual([302, 'private, no-store'])
    const file = await visitor.reads(way.to)
    expect(file.page).toBe('what happened')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    const other = await asks([], { subject: 'Another', key: 'another-key-of-this-form' })
    const foreign = await visitor.reads(`${other.to.replace('?sent', '')}/files/${id}`)
    const absent = await visitor.reads(
      `${other.to.replace('?sent', '')}/files/att_00000000000000000000000000`,
    )
    expect([foreign.status, absent.status]).toEqual([404, 404])
    expect(foreign.page).toBe(absent.page)
  })

  it('are kept while something else is mended, but for those that are unticked', async () => {
    const { asks, sends, messages, key } = await atTheForm()
    const { status, page } = await asks([picture(), log()], { email: 'maya@' })
    expect(status).toBe(422)
    const [first = '', second = ''] = kept(page)
    expect(page).toContain('<bdi>shot.png</bdi>')
    expect(typed(page, 'message')).toBe(words.message.replace('\r', ''))
    const holder = hidden(page, 'holder')
    const sent = await sends(CONTACT, { ...words, key, holder, files: [second] })
    expect(sent.status).toBe(303)
    expect((await messages())[0]?.attachments.map(({ id }) => id)).toEqual([second])
    expect(first).not.toBe('')
  })

  it('belong to their form: nobody else sends them, and its secret is worth nothing afterwards', async () => {
    const { world, asks, sends, key } = await atTheForm()
    const { page } = await asks([picture()], { email: 'maya@' })
    const [id = ''] = kept(page)
    const stranger = await sends(CONTACT, { ...words, key: `${key}x`, files: [id] })
    expect(stranger.status).toBe(422)
    expect(stranger.page).toContain('It is no longer here. Add it again.')
    expect(kept(stranger.page)).toEqual([])
    const holder = hidden(page, 'holder')
    expect((await sends(CONTACT, { ...words, key, holder, files: [id] })).status).toBe(303)
    const used = world.client({ session: { token: holder } } as never)
    await expect(used.tickets.list()).rejects.toThrow()
  })

  it('say which was left out and why, and lose neither the others nor a word', async () => {
    const config = { sites: [{ attachments: { maxBytes: 100, maxCount: 2 } }] }
    const { asks, tickets } = await atTheForm({ config: config as never })
    const { status, page } = await asks([log('x'.repeat(101)), picture(), log(), log()])
    expect(status).toBe(422)
    expect(page).toContain('<a href="#_files">Look at “Pictures or files” again</a>')
    expect(page).toMatch(/applog\.txt\u2069: This is too large\. The most is 1 kB\./)
    expect(page).toMatch(/applog\.txt\u2069: No more than 2 files go along\./)
    expect(kept(page)).toHaveLength(1)
    expect(typed(page, 'subject')).toBe(words.subject)
    expect(await tickets()).toEqual([])
  })

  it('are one question, however often the button is pressed', async () => {
    const { asks, tickets, messages } = await atTheForm()
    const [first, second] = [await asks([picture()]), await asks([picture()])]
    expect(second.to).toBe(first.to)
    expect(await tickets()).toHaveLength(1)
    expect((await messages())[0]?.attachments).toHaveLength(1)
  })

  it('answer a field that asks for them', async () => {
    const fields = [{ id: 'proof', type: 'file', label: 'Receipt', required: true }]
    const { page, asks, sends, tickets, messages } = await atTheForm({
      config: { sites: [{ form: { fields } }] } as never,
    })
    expect(page).toContain('type="file" name="fields.proof" multiple required')
    expect(page).not.toContain('name="files"')
    expect((await asks([])).page).toContain('Answer “Receipt”')
    const key = hidden(page, 'key')
    const wrong = await sends(CONTACT, { ...words, email: '', key, 'fields.proof': picture() })
    const [id = ''] = kept(wrong.page, 'fields.proof')
    const holder = hidden(wrong.page, 'holder')
    expect((await sends(CONTACT, { ...words, key, holder, 'fields.proof': id })).status).toBe(303)
    expect((await tickets())[0]?.fields).toEqual({ proof: [id] })
    expect((await messages())[0]?.attachments.map((file) => file.id)).toEqual([id])
  })

  it('are as many as their field takes, and the form says so', async () => {
    const fields = [
      { id: 'proof', type: 'file', label: 'Receipt', max: 1 },
      { id: 'shots', type: 'file', label: 'Pictures', max: 3 },
    ]
    const { page } = await atTheForm({ config: { sites: [{ form: { fields } }] } as never })
    expect(page).toContain('Up to 10 MB a file, 1 in all.')
    expect(page).toContain('Up to 10 MB a file, 3 in all.')
    expect(page).toMatch(/name="fields\.proof"(?! multiple)/)
    expect(page).toContain('name="fields.shots" multiple')
  })

  it('are asked for nowhere where a site takes none', async () => {
    const { page, asks, messages } = await atTheForm({
      config: { sites: [{ attachments: null }] } as never,
    })
    expect(page).not.toContain('type="file"')
    expect(page).not.toContain('multipart')
    expect((await asks([picture()])).status).toBe(422)
    expect(await messages().catch(() => [])).toEqual([])
  })
})

describe('a form with files that is cut short', () => {
  const part = (name: string) =>
    `--X\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n`

  it.each([
    ['in a file that is taken', [part('a'), 'some bytes']],
    ['in one that is left out', [...'abcdef'].flatMap((name) => [part(name), 'x\r\n'])],
    ['in a head', ['--X\r\nContent-Dispo']],
  ])('%s harms nobody else, and keeps no part of it', async (_, chunks) => {
    const { visitor, tickets } = await atTheForm()
    const body = new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(Buffer.from(chunk))
      },
      pull: (controller) => controller.error(new Error('aborted')),
    })
    const headers = {
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'multipart/form-data; boundary=X',
    }
    const init = { method: 'POST', body, headers, duplex: 'half' }
    expect((await visitor.reads(CONTACT, init as RequestInit)).status).toBe(400)
    expect((await visitor.reads(CONTACT)).status).toBe(200)
    expect(await tickets()).toEqual([])
  })
})

describe('files with a reply in the help centre', () => {
  it('go along, are kept while words are missing, and come from the team as well', async () => {
    const { world, visitor, asks, sends, messages, tickets } = await atTheForm()
    const path = (await asks([])).to.replace('?sent', '')
    const key = hidden((await visitor.reads(path)).page, 'key')
    const wordless = await sends(path, { act: 'reply', message: '', key }, [picture()])
    expect(wordless.status).toBe(422)
    const [id = ''] = kept(wordless.page)
    const reply = { act: 'reply', message: 'Here', key, files: [id] }
    expect((await sends(path, reply)).status).toBe(303)
    expect((await messages())[1]?.attachments.map((file) => file.id)).toEqual([id])
    const [ticket] = await tickets()
    expect(ticket?.status).toBe('new')
    const { token } = await world.world.agents.add({ email: 'noor@a.test', role: 'agent' })
    const headers = { authorization: `Bearer ${token}` }
    const body = new FormData()
    body.set('file', new File([png(20, 10)], 'blue.png'))
    const upload = await world.fetch('/v1/attachments', { method: 'POST', headers, body })
    const { id: sent } = (await upload.json()) as { id: string }
    await world.fetch(`/v1/agent/tickets/${ticket?.id}/messages`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'Blue again', attachmentIds: [sent] }),
    })
    const { page } = await visitor.reads(path)
    expect(page).toContain('alt="Picture shot.png"')
    expect(page).toContain('width="20" height="10" alt="Picture blue.png"')
    expect((await visitor.reads(`${path}/files/${sent}`)).status).toBe(302)
  })

  it('say which was left out, and that words are missing, at once', async () => {
    const config = { sites: [{ attachments: { maxBytes: 100, maxCount: 1 } }] }
    const { asks, sends } = await atTheForm({ config: config as never })
    const path = (await asks([])).to.replace('?sent', '')
    const key = 'a-key-that-is-long-enough'
    const wrong = await sends(path, { message: ' ', key }, [log('x'.repeat(101))])
    expect(wrong.status).toBe(422)
    expect(wrong.page).toContain('This is too large. The most is 1 kB.')
    expect(wrong.page).toMatch(/id="_message" aria-describedby="_message-why" aria-invalid="true"/)
    const [first = ''] = kept((await sends(path, { message: '', key }, [log()])).page)
    const many = await sends(path, { message: 'Here', key, files: [first] }, [log()])
    expect(many.status).toBe(422)
    expect(many.page).toContain('No more than 1 file goes along.')
  })

  it('are one reply, however often the button is pressed', async () => {
    const { asks, sends, messages } = await atTheForm()
    const path = (await asks([])).to.replace('?sent', '')
    const reply = { act: 'reply', message: 'Here', key: 'a-key-that-is-long-enough' }
    for (let n = 0; n < 2; n++) expect((await sends(path, reply, [log()])).status).toBe(303)
    expect(await messages()).toHaveLength(2)
  })
})
