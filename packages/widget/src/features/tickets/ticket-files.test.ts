import { expect, waitUntil as until } from '@open-wc/testing'
import { createClient } from '@waypost/sdk/client'
import type { Attachment, Settings } from '@waypost/sdk/contract'
import { sendKeys } from '@web/test-runner-commands'
import { defineElement } from '../../foundation/define-element.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { panelContext, problem, settings, supportServer } from './support-server.test.kit.js'
import { TicketView } from './ticket-view.js'
import { largeFile, limits, textFile, uploadServer } from './uploads/uploads-visitor.test.kit.js'
import type { WaypostAttachments } from './uploads/waypost-attachments.js'
import type { WaypostUploads } from './uploads/waypost-uploads.js'
import { visits } from './view-visitor.test.kit.js'

defineElement('waypost-ticket-view', TicketView)

const taking: Settings = { ...settings, form: { ...settings.form, attachments: limits } }

const picture: Attachment = {
  id: 'att_picture',
  name: 'bank-statement.png',
  type: 'image/png',
  size: 220 * 1024,
  width: 640,
  height: 320,
  url: `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320"/>')}`,
  createdAt: '2026-11-20T12:00:00Z',
}
const receipt: Attachment = {
  ...picture,
  ...{ id: 'att_receipt', name: 'refund-receipt.pdf', type: 'application/pdf', size: 48 * 1024 },
  ...{ width: null, height: null, url: '/files/receipt' },
}

/** A conversation at a server that keeps files as well. */
async function visitor({
  server = supportServer(),
  files = uploadServer(),
  attachments = [] as Attachment[],
  ...rest
}: Partial<PanelContext> & {
  server?: ReturnType<typeof supportServer>
  files?: ReturnType<typeof uploadServer>
  attachments?: Attachment[]
} = {}) {
  if (server.tickets.length === 0) {
    const { id } = server.opens('Card payment taken twice')
    server.says(id, 'It was charged twice.', { kind: 'requester', name: 'Maya Lindqvist' })
    server.says(id, 'Here is the receipt:')
    Object.assign(server.messages.get(id)?.[1] ?? {}, { attachments })
  }
  server.hasSession = true
  const client = createClient({
    baseUrl: files.baseUrl,
    sleep: async () => {},
    fetch: (url, { via, ...init }) =>
      url.includes('/attachments')
        ? (via ?? fetch)(url, init)
        : server.fetch(url.replace(files.baseUrl, 'https://help.example'), init),
  })
  const { panel, told } = panelContext(server, { client, settings: taking, ...rest })
  const properties = { panel, ticketId: 'tic_1001' }
  const person = await visits<TicketView>('waypost-ticket-view', properties)
  await person.sees('.trail')
  const uploads = () => person.one('waypost-uploads') as unknown as WaypostUploads
  const rows = (selector: string) =>
    [...(uploads()?.renderRoot.querySelectorAll<HTMLElement>(selector) ?? [])].map((row) =>
      (row.textContent ?? '').replace(/\s+/g, ' ').trim(),
    )
  return {
    ...person,
    ...{ server, files, panel, told, uploads, rows },
    async attaches(...added: File[]) {
      const box = person.one('#reply')
      box.focus()
      // A page that another test has taken the focus from is told of none.
      if (!document.hasFocus()) box.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
      await person.sees('waypost-uploads')
      await uploads().updateComplete
      uploads().add(added)
    },
    posts: () => server.posts('/messages').map(({ body }) => body),
    shown: async () => {
      await person.sees('waypost-attachments')
      const shown = person.one('waypost-attachments') as unknown as WaypostAttachments
      await waitUntil(() => shown.renderRoot.querySelector('li'))
      return shown
    },
  }
}

/** Patient, for slow machines. */
const waitUntil = (is: () => unknown, what = 'waited') => until(is, what, { timeout: 8000 })

describe('files in a conversation', () => {
  afterEach(() => {
    document.adoptedStyleSheets = []
    document.documentElement.removeAttribute('style')
  })

  it('go along with the reply, and are gone from the composer then', async () => {
    const { attaches, files, types, presses, rows, posts, one, text } = await visitor()
    await attaches(textFile())
    await waitUntil(() => rows('.good').length === 1)
    expect(one('#reply').placeholder).to.equal('Write a few words to go with it')
    await types('#reply', 'Here is the log.')
    await presses('.sendbtn')
    await waitUntil(() => posts().length === 1)
    const [kept] = (await files.look()).kept
    expect(posts()[0]).to.deep.equal({ message: 'Here is the log.', attachmentIds: [kept?.id] })
    await waitUntil(() => text('.sending').length === 0)
    expect(rows('.upload')).to.deep.equal([])
    expect(one('#reply').placeholder).to.equal('Write a reply')
  })

  it('that are on their way are waited for: it says so, and goes by itself', async () => {
    const { attaches, files, types, presses, posts, text, one } = await visitor()
    await files.plans('hold')
    await attaches(largeFile())
    await files.holds(1)
    await types('#reply', 'See the recording.')
    await presses('.sendbtn')
    expect(text('.tools [role=status]')).to.deep.equal(['Goes as soon as the files are there'])
    expect(one('#reply').value, 'the words stay where they can be mended').to.equal(
      'See the recording.',
    )
    expect(posts()).to.deep.equal([])
    await files.letsGo()
    await waitUntil(() => posts().length === 1)
    expect(posts()[0]?.attachmentIds).to.have.length(1)
  })

  it('that fail keep the words, and let the person decide', async () => {
    const { attaches, files, types, presses, posts, rows, one } = await visitor()
    await files.plans('hold', { status: 409, code: 'storage_full' })
    await attaches(largeFile(), textFile())
    await files.holds(1)
    await types('#reply', 'See both.')
    await presses('.sendbtn')
    await waitUntil(() => rows('.bad').length === 1)
    await files.letsGo()
    await waitUntil(() => rows('.good').length === 1)
    expect(posts()).to.deep.equal([])
    expect(one('#reply').value).to.equal('See both.')
    await presses('.sendbtn')
    await waitUntil(() => posts().length === 1)
    expect(posts()[0]?.attachmentIds).to.have.length(1)
    await waitUntil(() => rows('.upload').length === 1)
    expect(rows('.bad'), 'can still be tried again').to.have.length(1)
  })

  it('are still there after a reload, with the words', async () => {
    const first = await visitor()
    await first.attaches(textFile())
    await waitUntil(() => first.rows('.good').length === 1)
    await first.types('#reply', 'Half a thought')
    first.leaves()
    const { server, files, panel } = first
    const { rows, one } = await visitor({ server, files, keep: panel.keep })
    await waitUntil(() => rows('.cut')[0] === 'console-log.txt')
    expect(one('#reply').value).to.equal('Half a thought')
  })

  it('that the server has no more are told, and the words stand in the composer again', async () => {
    const { attaches, server, types, presses, rows, one, files } = await visitor()
    await attaches(textFile())
    await waitUntil(() => rows('.good').length === 1)
    const [kept] = (await files.look()).kept
    await fetch(`${files.baseUrl}/v1/attachments/${kept?.id}`, { method: 'DELETE' })
    server.fault = ({ method, path }) =>
      method === 'POST' && path.endsWith('/messages')
        ? problem(422, 'invalid_input', {
            errors: [{ path: 'attachmentIds.0', code: 'not_an_option' }],
          })
        : undefined
    await types('#reply', 'Here it is.')
    await presses('.sendbtn')
    await waitUntil(() => rows('.bad').length === 1)
    expect(rows('.bad')).to.deep.equal(['It is no longer here. Add it again.'])
    expect(one('#reply').value).to.equal('Here it is.')
  })

  it('that could not go out are named beside the words, and go with them again', async () => {
    const { attaches, server, types, presses, rows, posts, text, sees } = await visitor()
    await attaches(textFile())
    await waitUntil(() => rows('.good').length === 1)
    server.fault = ({ path, method }) =>
      method === 'POST' && path.endsWith('/messages') ? problem(500, 'internal_error') : undefined
    await types('#reply', 'Here is the log.')
    await presses('.sendbtn')
    await sees('.unsent')
    expect(text('.unsent .along')).to.deep.equal(['console-log.txt'])
    server.fault = () => undefined
    await presses('.retry .link')
    await waitUntil(() => posts().length === 2)
    expect(posts()[1]).to.deep.equal(posts()[0])
    await waitUntil(() => text('.unsent').length === 0)
  })

  it('can be pasted before anything of them was fetched', async () => {
    const { view, rows } = await visitor()
    const clipboardData = new DataTransfer()
    clipboardData.items.add(textFile())
    const init = { clipboardData, bubbles: true, composed: true, cancelable: true }
    const event = new ClipboardEvent('paste', init)
    view.dispatchEvent(event)
    expect(event.defaultPrevented).to.equal(true)
    await waitUntil(() => rows('.good').length === 1)
  })

  it('taken away by keyboard leave the focus where one writes', async () => {
    const { attaches, rows, uploads, focused } = await visitor()
    await attaches(textFile())
    await waitUntil(() => rows('.good').length === 1)
    uploads().focus()
    await sendKeys({ press: 'Enter' })
    await waitUntil(() => focused()?.id === 'reply')
    expect(rows('.upload')).to.deep.equal([])
  })

  it('are not offered where the site takes none', async () => {
    const { all } = await visitor({ settings })
    expect(all('.tools .tool')).to.deep.equal([])
  })

  it('are shown with the message: a picture in its place, a file by name and size', async () => {
    const { shown } = await visitor({ attachments: [picture, receipt] })
    const { renderRoot } = await shown()
    const image = renderRoot.querySelector('img') as HTMLImageElement
    expect([image.width / image.height, image.alt]).to.deep.equal([2, 'bank-statement.png'])
    const links = [...renderRoot.querySelectorAll('a')]
    expect(links.map((link) => link.getAttribute('aria-label'))).to.deep.equal([
      'Open bank-statement.png, 220\u00a0kB',
      'Open refund-receipt.pdf, 48\u00a0kB',
    ])
    expect(links.every(({ rel, target }) => rel === 'noopener noreferrer' && target)).to.equal(true)
    expect(links[1]?.href).to.match(/\/files\/receipt$/)
  })

  it('keep their place before the picture has come', async () => {
    const { shown } = await visitor({ attachments: [{ ...picture, url: 'data:,' }] })
    const image = (await shown()).renderRoot.querySelector('img') as HTMLImageElement
    expect(image.getBoundingClientRect().height).to.be.greaterThan(100)
  })

  it('become a file like any other where the page lets no picture through', async () => {
    const { shown } = await visitor({ attachments: [{ ...picture, url: 'data:image/png,none' }] })
    const { renderRoot } = await shown()
    await waitUntil(() => renderRoot.querySelector('.file, .bad:not(:empty)'))
    expect(renderRoot.textContent).to.contain('This file can’t be opened now')
  })
})

describe('a conversation of one’s company', () => {
  it('tells who has written what, and may be only to be read', async () => {
    const server = supportServer()
    const { id } = server.opens('Licences', { isOwn: false, canReply: false })
    server.says(id, 'How many have we got?', { kind: 'requester', name: 'Jonas Berg' })
    Object.assign(server.messages.get(id)?.[0] ?? {}, { isOwn: false })
    const { text, all } = await visitor({ server })
    expect(text('.who strong')).to.deep.equal(['Jonas Berg'])
    expect(all('.mine')).to.deep.equal([])
    expect(text('.foot')).to.deep.equal(['You can read this request. Who asked answers here.'])
  })
})
