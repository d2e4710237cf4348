import { expect, waitUntil as until } from '@open-wc/testing'
import { emulateMedia, sendKeys } from '@web/test-runner-commands'
import { loadTranslator } from '../../../foundation/i18n.js'
import { network } from '../view-visitor.test.kit.js'
import {
  addsFiles,
  largeFile,
  limits,
  pictureFile,
  textFile,
  uploadServer,
} from './uploads-visitor.test.kit.js'

const MB = 1024 * 1024

/** Patient, for slow machines. */
const waitUntil = (is: () => unknown, what = 'waited') => until(is, what, { timeout: 8000 })

describe('files that go along', () => {
  afterEach(async () => {
    Reflect.deleteProperty(navigator, 'onLine')
    document.adoptedStyleSheets = []
    document.documentElement.removeAttribute('style')
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
  })

  it('arrive as they are, with the first anonymous session', async () => {
    const { chooses, has, server, last, text, said } = await addsFiles()
    const picture = await pictureFile()
    chooses([picture, textFile('åäö „log“.txt')])
    await has(2)
    const { kept } = await server.look()
    // Two go up at a time: which of them arrives first is the network's to say.
    expect(kept.map(({ name, type, size }) => [name, type, size])).to.have.deep.members([
      ['error-2041.png', 'image/png', picture.size],
      ['åäö „log“.txt', 'text/plain', 12],
    ])
    expect(kept.every(({ authorization }) => authorization.startsWith('Bearer wps_'))).to.equal(
      true,
    )
    expect(last()?.ids).to.have.members(kept.map(({ id }) => id))
    expect(text('.good')).to.deep.equal([`Added · ${picture.size} bytes`, 'Added · 12 bytes'])
    expect(said()).to.include('åäö „log“.txt was added, 12 bytes')
  })

  it('say how far they have come, and can be stopped', async () => {
    const { chooses, server, one, text, last, presses, focused } = await addsFiles()
    await server.plans('hold')
    chooses([largeFile()])
    await server.holds(1)
    expect(last()?.isBusy).to.equal(true)
    const bar = () => one('[role=progressbar]')
    await waitUntil(() => Number(bar().getAttribute('aria-valuenow')) > 0, 'some of it has gone')
    expect(Number(bar().getAttribute('aria-valuenow'))).to.be.lessThan(100)
    expect(bar().getAttribute('aria-label')).to.equal('Adding recording.mp4')
    expect(text('.upload .quiet')[0]).to.match(/^\d+%$/)
    expect(one('.tool').getAttribute('aria-label')).to.equal('Stop recording.mp4')
    await presses('.tool')
    expect(text('.upload')).to.deep.equal([])
    expect([last()?.ids, last()?.isBusy]).to.deep.equal([[], false])
    await waitUntil(() => focused()?.className === 'drop', 'the focus is where one adds another')
    expect((await server.look()).kept).to.deep.equal([])
  })

  it('keep within their row, however long their name, and set no style in markup', async () => {
    const { chooses, server, one, view } = await addsFiles()
    await server.plans('hold')
    const name = `${'a very long name '.repeat(8)}.mp4`
    chooses([largeFile(name)])
    await server.holds(1)
    const row = one('.upload').getBoundingClientRect()
    for (const part of ['.meter', '.tool', '.cut']) {
      expect(one(part).getBoundingClientRect().right, part).to.be.at.most(row.right)
    }
    expect(row.right).to.be.at.most(view.getBoundingClientRect().right)
    // What a page’s policy forbids is an attribute in a template; a property makes one, too.
    expect(one('.meter').style.getPropertyValue('--at')).to.match(/%$/)
  })

  it('begin at the same edge with their name as with their state, from right to left as well', async () => {
    const { chooses, has, one, view } = await addsFiles()
    view.dir = 'rtl'
    chooses([textFile()])
    await has(1)
    const words = document.createRange()
    words.selectNodeContents(one('.upload .cut'))
    const { right } = words.getBoundingClientRect()
    expect(right).to.be.closeTo(one('.upload .cut').getBoundingClientRect().right, 1)
  })

  it('go up two at a time, in the order in which they were chosen', async () => {
    const { chooses, server, text, has, last } = await addsFiles()
    await server.plans('hold', 'hold')
    chooses([textFile('1.txt'), textFile('2.txt'), textFile('3.txt')])
    await server.holds(2)
    expect(text('.upload .tiny')).to.deep.equal(['Next'])
    await server.letsGo()
    await has(3)
    const names = last()?.files.map(({ name }) => name)
    expect(names).to.deep.equal(['1.txt', '2.txt', '3.txt'])
  })

  it('are refused before anything is sent, with the reason and the limit', async () => {
    const { chooses, text, server, said, last, presses } = await addsFiles()
    chooses([new File([new Uint8Array(20 * MB + 1)], 'big.mov'), new File([], 'empty.txt')])
    expect(text('.bad')).to.deep.equal([])
    await waitUntil(() => text('.bad').length === 2)
    expect(text('.bad')).to.deep.equal([
      '20.1 MB is too large. The most is 20 MB.',
      'There is nothing in this file.',
    ])
    expect(said()[0]).to.equal('big.mov is not added yet. 20.1 MB is too large. The most is 20 MB.')
    expect([last()?.isBusy, last()?.failed]).to.deep.equal([false, 0])
    await presses('.tool')
    await presses('.tool')
    chooses(['1', '2', '3', '4'].map((name) => textFile(name)))
    await waitUntil(() => text('.bad').length === 1)
    expect(text('.bad')).to.deep.equal(['No more than 3 files go along.'])
    await waitUntil(() => last()?.ids.length === 3)
    expect((await server.look()).seen).to.have.length(3)
  })

  it('come from a clipboard as well, a screenshot with a name of its own', async () => {
    const { pastes, has, names } = await addsFiles()
    const event = pastes([await pictureFile('image.png')])
    expect(event.defaultPrevented).to.equal(true)
    await has(1)
    expect(names()[0]).to.match(/^Screenshot \d{2}\.\d{2}\.png$/)
  })

  it('are not made of words that a program copied as a picture as well', async () => {
    const { pastes, names } = await addsFiles()
    const event = pastes([await pictureFile('image.png')], 'words of a table')
    expect(event.defaultPrevented).to.equal(false)
    expect(names()).to.deep.equal([])
  })

  it('can be dropped anywhere on the page, which says so', async () => {
    const { drops, has, view, one } = await addsFiles()
    const page = view.getRootNode() as Document
    expect(drops([textFile()], page.body).defaultPrevented, 'the browser stays').to.equal(true)
    expect(one('.over')).to.equal(undefined)
    await has(1)
  })

  it('that are held over the page light up where they will be', async () => {
    const { view, one, text, all } = await addsFiles()
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(textFile())
    view.dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true, bubbles: true }))
    await view.updateComplete
    expect(text('.over .drop')).to.deep.equal(['Let go to add it'])
    await waitUntil(() => all('.over').length === 0, 'goes when nothing is held any more')
    expect(text('.drop')).to.deep.equal(['Add, drop or paste a file'])
    expect(one('.drop').getAttribute('aria-describedby')).to.equal('limit fault')
  })

  it('go on from the start when the connection was cut in the middle', async () => {
    const { chooses, server, has } = await addsFiles()
    await server.plans('cut')
    const file = largeFile()
    chooses([file])
    await has(1)
    const { kept, seen } = await server.look()
    expect(seen.map(({ fate }) => fate)).to.deep.equal(['cut', null])
    expect(kept.map(({ size }) => size)).to.deep.equal([file.size])
  })

  it('wait without a network, say so, and go on by themselves when it is back', async () => {
    const { chooses, server, has, text, last, said } = await addsFiles()
    await server.plans('hold')
    chooses([largeFile(), textFile()])
    await server.holds(1)
    network(false)
    window.dispatchEvent(new Event('offline'))
    await waitUntil(() => text('.warn').length > 0)
    expect(text('.warn')[0]).to.equal('Goes on by itself when you’re back')
    expect(last()?.isBusy, 'sending waits for them').to.equal(true)
    // Two go up at a time: the server holds whichever comes first.
    expect(said().join()).to.contain(' is not added yet. Goes on by itself')
    network(true)
    await has(2)
    const { kept } = await server.look()
    // What was held may have arrived after all: a server of ours knows its second try by the key.
    const names = new Set(kept.map(({ name }) => name))
    expect([...names].sort()).to.deep.equal(['console-log.txt', 'recording.mp4'])
    expect(last()?.ids).to.have.length(2)
  })

  it('that the server refuses say why, and can be tried again where that may help', async () => {
    const { chooses, server, text, last, presses, has } = await addsFiles()
    await server.plans(
      { status: 409, code: 'storage_full' },
      { status: 413, code: 'payload_too_large' },
    )
    chooses([textFile('a.txt')])
    await waitUntil(() => text('.bad').length === 1)
    expect(text('.bad')).to.deep.equal(['There is no room for files just now. Try again'])
    expect([last()?.isBusy, last()?.failed]).to.deep.equal([false, 1])
    chooses([textFile('b.txt')])
    await waitUntil(() => text('.bad').length === 2)
    await presses('.link')
    await has(1)
    expect(text('.link')).to.deep.equal([])
  })

  it('count as on their way again once they are tried again, and keep the focus', async () => {
    const { chooses, server, sees, one, presses, events, last, has, focused } = await addsFiles()
    await server.plans({ status: 409, code: 'storage_full' }, 'hold')
    chooses([largeFile()])
    await sees('.link')
    const before = events.length
    one('.link').focus()
    await presses('.link')
    expect([events.length > before, last()?.isBusy, last()?.failed]).to.deep.equal([true, true, 0])
    await waitUntil(() => focused()?.className === 'tool')
    await server.holds(1)
    await server.letsGo()
    await has(1)
  })

  it('wait for a moment where too much came at once', async () => {
    const { chooses, server, text, last, view } = await addsFiles()
    await server.plans({ status: 429, code: 'rate_limited', retryAfter: 120 })
    chooses([textFile()])
    await waitUntil(() => text('.warn').length === 1)
    expect(text('.warn')).to.deep.equal(['Goes on by itself in a moment'])
    expect([last()?.isBusy, view.waits]).to.deep.equal([true, true])
  })

  it('of the time before a reload are there again, by name and size', async () => {
    const server = uploadServer()
    const before = await addsFiles({ server })
    before.chooses([textFile()])
    await before.has(1)
    const ids = before.last()?.ids ?? []
    before.leaves()
    const { text, names, presses, last } = await addsFiles({ server, ids })
    await waitUntil(() => names()[0] === 'console-log.txt')
    expect(text('.good')).to.deep.equal(['Added · 12 bytes'])
    await presses('.tool')
    expect(last()?.ids).to.deep.equal([])
    await waitUntil(async () => (await server.look()).kept.length === 0, 'taken back there')
  })

  it('that the server has no more are told, and no part of what is sent', async () => {
    const { text, last } = await addsFiles({ ids: ['att_gone'] })
    await waitUntil(() => text('.bad').length === 1)
    expect(text('.bad')).to.deep.equal(['It is no longer here. Add it again.'])
    expect(last()?.ids).to.deep.equal([])
  })

  it('go up again where the server has lost them and the page has not', async () => {
    const { view, chooses, has, last, server } = await addsFiles()
    chooses([textFile()])
    await has(1)
    const [first] = last()?.ids ?? []
    await fetch(`${server.baseUrl}/v1/attachments/${first}`, { method: 'DELETE' })
    view.recheck()
    await waitUntil(() => last()?.ids[0] && last()?.ids[0] !== first)
    expect((await server.look()).kept).to.have.length(1)
  })

  it('leave the list with the draft that they were of, and stay at the server', async () => {
    const { view, chooses, has, names, server, events } = await addsFiles()
    chooses([textFile()])
    await has(1)
    const told = events.length
    view.ids = []
    await view.updateComplete
    expect(names()).to.deep.equal([])
    expect(events).to.have.length(told)
    expect((await server.look()).kept).to.have.length(1)
  })

  it('are added and taken away by keyboard alone, and the focus stays among them', async () => {
    const { chooses, has, all, view, focused } = await addsFiles()
    chooses([textFile('1'), textFile('2')])
    await has(2)
    all('.tool')[0]?.focus()
    await sendKeys({ press: 'Enter' })
    await view.updateComplete
    await waitUntil(() => focused()?.getAttribute('aria-label') === 'Remove 2')
    await sendKeys({ press: 'Tab' })
    expect(focused()?.className).to.equal('drop')
  })

  it('stop when the page of the panel goes, and go on when it comes back', async () => {
    const { view, chooses, server, has } = await addsFiles()
    await server.plans('hold')
    chooses([largeFile()])
    await server.holds(1)
    const parent = view.parentNode as Element
    view.remove()
    await waitUntil(async () => (await server.look()).kept.length === 0)
    parent.append(view)
    await has(1)
  })

  it('cannot be changed while they are sent', async () => {
    const { view, chooses, has, all, drops, names } = await addsFiles()
    chooses([textFile()])
    await has(1)
    view.disabled = true
    await view.updateComplete
    expect(all('button').every((button) => (button as HTMLButtonElement).disabled)).to.equal(true)
    drops([textFile('late.txt')])
    await view.updateComplete
    expect(names()).to.deep.equal(['console-log.txt'])
  })

  it('speak the language of the panel, when that changes too', async () => {
    const { view, panel, chooses, has, text } = await addsFiles()
    chooses([textFile()])
    await has(1)
    view.panel = { ...panel, locale: 'da', translator: await loadTranslator('da') }
    await waitUntil(() => text('.good')[0]?.startsWith('Tilføjet · 12 byte'))
    expect(text('.drop')).to.deep.equal(['Tilføj, slip eller indsæt en fil'])
  })

  it('are no part of a form where the site takes none', async () => {
    const { all } = await addsFiles({ limits: null })
    expect(all('*')).to.deep.equal([])
  })

  it('say the limits before one is met', async () => {
    const { text } = await addsFiles({ limits: { ...limits, maxCount: 5, maxBytes: 10 * MB } })
    expect(text('.limit')).to.deep.equal(['Up to 10 MB a file, 5 in all.'])
  })
})
