import { expect, waitUntil } from '@open-wc/testing'
import { createClient } from '@waypost/sdk/client'
import { browserKeep, problem, supportServer } from '../support-server.test.kit.js'
import { limits, textFile, uploadServer } from '../uploads/uploads-visitor.test.kit.js'
import type { WaypostUploads } from '../uploads/waypost-uploads.js'
import { later, network } from '../view-visitor.test.kit.js'
import { asker, asks, type Site } from './asker.test.kit.js'

const proof = asks({ id: 'proof', type: 'file', label: 'A receipt', required: true, max: 1 })

/** Somebody at the form of a site that takes files. */
async function sender(
  fields: Parameters<typeof asker>[0] = [],
  { files = uploadServer(), ...more }: Site & { files?: ReturnType<typeof uploadServer> } = {},
) {
  const { server = supportServer() } = more
  const there = new URL(files.baseUrl)
  const looks: string[] = []
  const client = createClient({
    baseUrl: files.baseUrl,
    sleep: async () => {},
    fetch: (url, { via, ...init }) => {
      const path = url.replace(there.href, '')
      if (init.method === 'GET') looks.push(path)
      const isOfFiles = path.includes('/attachments') || path.endsWith('/sessions')
      return isOfFiles
        ? (via ?? fetch)(url, init)
        : server.fetch(`https://help.example${path}`, init)
    },
  })
  const person = await asker(fields, { attachments: limits, server, client, ...more })
  await person.sees('waypost-uploads')
  const element = person.one('waypost-uploads') as unknown as WaypostUploads
  return {
    ...person,
    files,
    looks,
    element,
    adds: (...given: File[]) => element.add(given),
    /** What stands there as added. */
    has: (count: number) =>
      waitUntil(
        () => element.renderRoot.querySelectorAll('.good').length === count,
        `${count} files`,
      ),
  }
}

describe('files of the form', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'onLine')
  })

  it('go along with the letter', async () => {
    const { text, adds, has, sent, files, view } = await sender()
    expect(text('.label')).to.include('Pictures or files optional')
    adds(textFile())
    await has(1)
    await expect(view).to.be.accessible()
    const { kept } = await files.look()
    expect(await sent()).to.deep.include({ attachmentIds: kept.map(({ id }) => id) })
  })

  it('are the answer where the site asks for one, and the ticket’s', async () => {
    const { all, adds, has, sent, refused, files, text } = await sender([proof])
    expect(all('waypost-uploads')).to.have.length(1)
    expect(await refused()).to.deep.equal(['Answer “A receipt”'])
    expect(text('.why')).to.deep.equal(['Add a file'])
    adds(textFile('receipt.txt'))
    await has(1)
    expect(all('.why')).to.have.length(0)
    const { kept } = await files.look()
    const body = await sent()
    const ids = kept.map(({ id }) => id)
    expect(body).to.deep.include({ fields: { proof: ids }, attachmentIds: ids })
  })

  it('are waited for, however early somebody sends', async () => {
    const { adds, files, writes, sends, sees, server, all } = await sender()
    await files.plans('hold')
    adds(new File([new Uint8Array(16 * 1024 * 1024)], 'recording.mp4', { type: 'video/mp4' }))
    await files.holds(1)
    await writes()
    await sends()
    await sees('.spin')
    expect(server.posts('/tickets')).to.have.length(0)
    await files.letsGo()
    await sees('.arrived')
    expect(server.posts('/tickets')[0]?.body.attachmentIds).to.have.length(1)
    expect(all('waypost-uploads')).to.have.length(0)
  })

  it('wait with the letter where the connection is lost, and go with it when it is back', async () => {
    const { adds, files, writes, sends, sees, text, server } = await sender()
    await files.plans('hold')
    adds(new File([new Uint8Array(16 * 1024 * 1024)], 'recording.mp4', { type: 'video/mp4' }))
    await files.holds(1)
    await writes()
    await sends()
    await sees('.spin')
    network(false)
    window.dispatchEvent(new Event('offline'))
    await sees('.unsent')
    expect(text('.unsent')[0]).to.contain('Every word is kept.')
    expect(server.posts('/tickets')).to.have.length(0)
    await files.plans('hold')
    network(true)
    await files.holds(1)
    await later(300)
    expect(text('.kept'), 'it is on its way again').to.deep.equal(['Sending'])
    await files.letsGo()
    await sees('.arrived')
    expect(server.posts('/tickets')[0]?.body.attachmentIds).to.have.length(1)
  })

  it('that are stuck hold nobody up: it says so, and the letter goes once they can', async () => {
    const { adds, files, writes, sends, sees, text, one, all, element, server } = await sender()
    await files.plans(...Array(9).fill({ status: 503, code: 'unavailable' }))
    adds(textFile())
    await waitUntil(() => element.renderRoot.querySelector('.warn'), 'waits', { timeout: 6000 })
    await writes()
    await sends()
    await sees('.unsent')
    expect(text('.unsent')[0]).to.contain('We could not be reached. Every word is kept')
    expect(all('.spin')).to.have.length(0)
    expect(element.renderRoot.querySelector<HTMLButtonElement>('.tool')?.disabled).to.equal(false)
    await files.plans()
    await waitUntil(() => one('.arrived'), 'gone', { timeout: 12_000 })
    expect(server.posts('/tickets')[0]?.body.attachmentIds).to.have.length(1)
  })

  it('are never said to be safe while they are on their way', async () => {
    const { adds, files, writes, sends, sees, text } = await sender()
    await files.plans('hold')
    adds(new File([new Uint8Array(16 * 1024 * 1024)], 'recording.mp4', { type: 'video/mp4' }))
    await files.holds(1)
    await writes()
    await sends()
    await sees('.spin')
    expect(text('.kept')).to.deep.equal(['Sending'])
    await files.letsGo()
    await sees('.arrived')
  })

  it('are there again after a reload', async () => {
    const keep = browserKeep()
    const before = await sender([], { keep })
    before.adds(textFile())
    await before.has(1)
    const { kept } = await before.files.look()
    before.leaves()
    const { has, sent } = await sender([], { keep, files: before.files })
    await has(1)
    expect(await sent()).to.deep.include({ attachmentIds: [kept[0]?.id] })
  })

  it('that the server has no more are said to be in the way, and looked at anew', async () => {
    const server = supportServer()
    server.fault = ({ path }) =>
      path === '/tickets'
        ? problem(422, 'invalid_input', { errors: [{ path: 'attachmentIds', code: 'invalid' }] })
        : undefined
    const { adds, has, refused, one, looks } = await sender([], { server })
    adds(textFile())
    await has(1)
    const before = looks.length
    expect(await refused()).to.deep.equal(['Look at “Pictures or files” again'])
    await waitUntil(() => looks.slice(before).some((path) => path.includes('/attachments/att_')))
    expect(one('#message').value).to.equal('Which rules count?')
  })
})
