import { expect, waitUntil } from '@open-wc/testing'
import type { EducationSide } from '../../contract/education-side.js'
import { browserTabs } from '../../testing/browser-tabs.test.kit.js'
import { keepSession } from '../../testing/kept-session.test.kit.js'
import {
  checklistOf,
  courseOf,
  learningServer,
  tipOf,
  tourOf,
} from '../../testing/learning-server.test.kit.js'
import { type StandInPanel, standInPanels } from '../../testing/stand-in-panel.test.kit.js'
import { tokenOf } from '../../testing/stand-in-server.test.kit.js'
import {
  type StandInTour,
  standInTips,
  standInTours,
} from '../../testing/stand-in-tour.test.kit.js'
import { createEducationStore } from '../create-education-store.js'
import type { Waypost } from '../waypost.js'
import { createHasElement } from './page-facts.js'

const tab = browserTabs()
const address = location.href
let server: ReturnType<typeof learningServer>

const serve = (...content: Parameters<typeof learningServer>) => {
  server = learningServer(...content)
}
/** Machines with much else to do are slow. */
const until = (isSo: () => boolean) => waitUntil(isSo, undefined, { timeout: 5_000 })
const running = () => standInTours.at(-1) as StandInTour
const settled = () => new Promise((done) => setTimeout(done, 60))

/** What the panel of a tab would have of education. */
async function sideOf(waypost: Waypost): Promise<EducationSide> {
  await waypost.open()
  const panel = standInPanels.at(-1) as StandInPanel
  panel.close()
  return (await panel.options.education?.()) as EducationSide
}

describe('education on a page', () => {
  beforeEach(() => {
    standInTours.length = standInTips.length = standInPanels.length = 0
  })
  afterEach(() => {
    server.leave()
    history.replaceState(null, '', address)
  })

  it('is asked for by nobody who only tracks, and counts that as soon as somebody needs it', async () => {
    serve({ checklists: [checklistOf('paid', { send: { event: 'invoice.sent' } })] })
    const waypost = tab()
    waypost.track('invoice.sent')
    await settled()
    expect(server.spoken()).to.deep.equal([])
    const side = await sideOf(waypost)
    await side.load()
    await until(() => server.said().includes('paid completed'))
    expect(server.said()).to.deep.equal(['paid send completed', 'paid completed'])
  })

  it('comes by itself where something is due for whoever has a session', async () => {
    serve({ tours: [tourOf('welcome')] })
    const kept = { token: 'wps_1', customerId: null, subject: null, of: '' }
    await keepSession('waypost:test:session', JSON.stringify(kept))
    tab()
    await until(() => standInTours.length === 1)
    expect(running().options).to.include({ contentLocale: 'en', stepId: undefined })
    expect(running().options.looks).to.include({ accent: '#0a0' })
  })

  it('comes to whom the host names when it is asked, where the host wants that', async () => {
    serve({ tours: [tourOf('welcome')] })
    const waypost = tab({ live: true })
    void waypost.identify(() => tokenOf('ada'))
    await until(() => standInTours.length === 1)
    expect(server.lives.map(({ token }) => token)).to.include('wps_1')
  })

  it('is not fetched where nothing is due', async () => {
    serve({}, { due: [] })
    const waypost = tab({ live: true })
    void waypost.identify(() => tokenOf('ada'))
    await until(() => server.lives.length > 0)
    await settled()
    expect(server.spoken()).to.deep.equal(['POST /v1/sessions nobody'])
  })

  it('tells the host of a tour, step by step, and shows no second one in a visit', async () => {
    serve({ tours: [tourOf('welcome', { priority: 1 }), tourOf('other')] })
    const waypost = tab()
    const heard: unknown[] = []
    for (const name of ['tour:started', 'tour:target-missing', 'tour:completed'] as const) {
      waypost.on(name, (payload) => heard.push([name, payload]))
    }
    const side = await sideOf(waypost)
    await side.load()
    await until(() => standInTours.length === 1)
    const { reached, shown, passed, missing, done } = running().options
    for (const tell of [reached, shown, passed]) tell('one')
    missing('two')
    done()
    await until(() => server.progress.get('welcome')?.state === 'completed')
    expect(heard).to.deep.equal([
      ['tour:started', { tourId: 'welcome' }],
      ['tour:target-missing', { tourId: 'welcome', stepId: 'two' }],
      ['tour:completed', { tourId: 'welcome' }],
    ])
    expect(server.progress.get('welcome')).to.deep.include({ shown: 1 })
    const changes = server.calls.filter(({ method }) => method === 'PUT')
    expect(new Set(changes.map(({ query }) => query.locale))).to.deep.equal(new Set(['en']))
    await settled()
    expect([standInTours.length, standInTips.length]).to.deep.equal([1, 0])
  })

  it('goes on after a reload where it was, in one tab, and not once it was left', async () => {
    serve({ tours: [tourOf('welcome')] })
    const first = tab()
    await (await sideOf(first)).load()
    await until(() => standInTours.length === 1)
    running().options.reached('two')
    await until(() => server.progress.has('welcome'))
    const elsewhere = tab()
    await (await sideOf(elsewhere)).load()
    await settled()
    expect(standInTours.length).to.equal(1)

    first.destroy()
    elsewhere.destroy()
    const again = tab()
    await until(() => standInTours.length === 2)
    expect(running().options).to.include({ stepId: 'two' })
    const left: unknown[] = []
    again.on('tour:skipped', (payload) => left.push(payload))
    running().options.left('two')
    await until(() => server.progress.get('welcome')?.state === 'skipped')
    expect(left).to.deep.equal([{ tourId: 'welcome', stepId: 'two' }])
    again.destroy()
    await (await sideOf(tab())).load()
    await settled()
    expect(standInTours.length).to.equal(2)
  })

  it('never comes over an open panel, nor where somebody writes', async () => {
    serve({ tours: [tourOf('welcome')] })
    const waypost = tab()
    await waypost.open()
    const panel = standInPanels.at(-1) as StandInPanel
    const side = (await panel.options.education?.()) as EducationSide
    await side.load()
    await settled()
    const field = document.body.appendChild(document.createElement('textarea'))
    field.focus()
    panel.close()
    field.focus()
    await settled()
    expect(standInTours.length).to.equal(0)
    field.blur()
    await until(() => standInTours.length === 1)
    field.remove()
  })

  it('follows the page without a load, the host’s events and what stands on the page', async () => {
    const when = { all: [{ url: '/settings*' }, { event: 'invoice.sent' }, { element: '#here' }] }
    serve({
      tours: [tourOf('deep', { when })],
      tips: [tipOf('mark', { page: '/settings' })],
    })
    const waypost = tab()
    await (await sideOf(waypost)).load()
    history.pushState(null, '', '/settings')
    await until(() => standInTips.length === 1)
    expect(standInTips[0]?.options.tips.map(({ id }) => id)).to.deep.equal(['mark'])
    waypost.track('invoice.sent')
    await settled()
    expect(standInTours.length).to.equal(0)
    const host = document.body.appendChild(document.createElement('div'))
    host.attachShadow({ mode: 'open' }).innerHTML = '<p id="here">Here</p>'
    await until(() => standInTours.length === 1)
    host.remove()
    waypost.track('invoice.seen')
    await until(() => running().told.includes('tracked invoice.seen'))
  })

  it('keeps what is done without a connection, and tells it once there is one', async () => {
    serve({ checklists: [checklistOf('paid', { bank: { hand: true }, send: {} })] })
    const waypost = tab()
    const side = await sideOf(waypost)
    await side.load()
    server.cut(true)
    side.step('paid', 'bank', 'completed')
    expect(side.state?.progress.get('paid')?.steps).to.have.length(1)
    waypost.destroy()

    server.cut(false)
    const later = await sideOf(tab())
    await later.load()
    expect(later.state?.progress.get('paid')?.steps).to.have.length(1)
    await until(() => server.progress.has('paid'))
    expect(server.progress.get('paid')?.steps).to.have.length(1)
    await settled()
    expect(JSON.stringify(localStorage)).not.to.include('education:pending')
  })

  it('is known in every tab at once', async () => {
    serve({ courses: [courseOf('basics', ['a', 'b'])] })
    const [one, two] = [await sideOf(tab()), await sideOf(tab())]
    await Promise.all([one.load(), two.load()])
    const changed = new Promise<void>((done) => two.listen(done))
    one.step('basics', 'basics/a', 'completed')
    await changed
    expect(two.state?.progress.get('basics')?.steps).to.have.length(1)
    await until(() => server.progress.has('basics'))
  })

  it('tells what was done, and that with the last of it all is done', async () => {
    serve({
      courses: [courseOf('basics', ['a', 'b'])],
      checklists: [checklistOf('paid', { bank: {} })],
    })
    const waypost = tab()
    const heard: unknown[] = []
    for (const name of [
      'lesson:completed',
      'course:completed',
      'task:completed',
      'checklist:completed',
      'quiz:answered',
    ] as const) {
      waypost.on(name, (payload) => heard.push([name, ...Object.values(payload)]))
    }
    const side = await sideOf(waypost)
    await side.load()
    side.answered({
      id: 'att_1',
      lessonId: 'basics/a',
      results: [],
      right: 0,
      of: 1,
      passed: false,
    })
    side.answered({ id: 'att_2', lessonId: 'basics/a', results: [], right: 1, of: 1, passed: true })
    side.step('basics', 'basics/b', 'completed')
    await waypost.completeStep('paid', 'bank')
    expect(heard).to.deep.equal([
      ['quiz:answered', 'basics/a', false],
      ['quiz:answered', 'basics/a', true],
      ['lesson:completed', 'basics', 'basics/a'],
      ['lesson:completed', 'basics', 'basics/b'],
      ['course:completed', 'basics'],
      ['task:completed', 'paid', 'bank'],
      ['checklist:completed', 'paid'],
    ])
  })

  it('does what the host asks for, and reports what there is not', async () => {
    serve({
      tours: [tourOf('asked', { auto: false })],
      checklists: [checklistOf('paid', { bank: {} })],
      tips: [tipOf('mark')],
    })
    const waypost = tab()
    const errors: string[] = []
    waypost.on('error', ({ code, detail }) => errors.push(`${code}: ${detail}`))
    await waypost.start('tour', 'asked')
    expect(running().options.tour.id).to.equal('asked')
    running().options.shown('one')
    await waypost.skip()
    expect(running().told).to.deep.equal(['stop'])
    await until(() => server.progress.get('asked')?.state === 'skipped')
    await waypost.restart('asked')
    await until(() => server.progress.get('asked')?.state === 'started')
    expect(server.progress.get('asked')?.steps).to.deep.equal([])
    await waypost.start('checklist', 'paid')
    expect((standInPanels.at(-1) as StandInPanel).told).to.deep.equal([
      ['open', { view: 'checklist', id: 'paid' }],
    ])
    await waypost.start('tip', 'mark')
    expect(standInTips[0]?.told).to.include('open mark')
    for (const wrong of [
      waypost.start('tour', 'paid'),
      waypost.restart('none'),
      waypost.completeStep('paid', 'none'),
    ]) {
      await wrong.then(
        () => expect.fail('It should be refused'),
        () => {},
      )
    }
    expect(errors).to.deep.equal([
      'malformed_request: There is no tour “paid”',
      'malformed_request: There is no content “none”',
      'malformed_request: There is no step “none” in a content “paid”',
    ])
  })

  it('is data for a host that draws its own', async () => {
    serve({ courses: [courseOf('basics', ['a'])] })
    const waypost = tab()
    const { courses } = await waypost.client.education.get()
    expect(courses.map(({ id }) => id)).to.deep.equal(['basics'])
    const body = { kind: 'course', state: 'completed' } as const
    await waypost.client.progress.setStep('basics', 'basics/a', body)
    const { items } = await waypost.client.progress.list()
    expect(items.map(({ contentId }) => contentId)).to.deep.equal(['basics'])
  })

  it('is a store for views that draw it, told of what is done here and elsewhere, until nobody looks', async () => {
    serve({ checklists: [checklistOf('paid', { send: { hand: true }, bank: { hand: true } })] })
    const waypost = tab()
    const store = createEducationStore(waypost)
    let told = 0
    const stop = store.subscribe(() => told++)
    await until(() => store.getSnapshot().education?.checklists.length === 1)
    const before = store.getSnapshot()
    expect(before, 'the same until something changes').to.equal(store.getSnapshot())
    const stepsOf = ({ progress } = store.getSnapshot()) => progress.get('paid')?.steps.length ?? 0
    await waypost.completeStep('paid', 'send')
    expect([stepsOf(before), stepsOf()]).to.deep.equal([0, 1])
    await tab().completeStep('paid', 'bank')
    await until(() => store.getSnapshot().progress.get('paid')?.state === 'completed')
    stop()
    const last = told
    await waypost.restart('paid')
    expect(told).to.equal(last)
  })

  it('is in the store for whom nobody knows, and gone from it with whoever has done some of it', async () => {
    serve({ checklists: [checklistOf('paid', { send: { hand: true }, bank: { hand: true } })] })
    const waypost = tab()
    const store = createEducationStore(waypost)
    const doneOf = () => store.getSnapshot().progress.size
    const stop = store.subscribe(() => {})
    await until(() => store.getSnapshot().education !== undefined)
    expect(store.getSnapshot().error).to.equal(undefined)
    await waypost.completeStep('paid', 'send')
    await until(() => server.progress.has('paid'))
    await waypost.logout()
    await until(() => store.getSnapshot().education !== undefined)
    expect([doneOf(), store.getSnapshot().error]).to.deep.equal([0, undefined])

    await waypost.completeStep('paid', 'bank')
    expect(doneOf()).to.equal(1)
    stop()
    expect([doneOf(), store.getSnapshot().education]).to.deep.equal([0, undefined])
  })

  it('stays done in the store while answers come that know less', async () => {
    serve({ checklists: [checklistOf('paid', { send: {}, bank: {}, tax: {}, rest: {} })] })
    const waypost = tab()
    const store = createEducationStore(waypost)
    store.subscribe(() => {})
    const done = () =>
      store
        .getSnapshot()
        .progress.get('paid')
        ?.steps.map(({ id }) => id) ?? []
    const counts: number[] = []
    waypost.on('progress:changed', ({ progress }) => counts.push(progress.steps.length))
    await Promise.all([waypost.completeStep('paid', 'send'), waypost.completeStep('paid', 'bank')])
    await until(() => counts.length === 4)
    expect(counts).to.deep.equal([1, 2, 2, 2])

    const arrive = server.hold()
    const asked = () => server.spoken().filter((call) => call.startsWith('GET /v1/progress')).length
    const before = asked()
    const loading = store.load()
    await until(() => asked() > before)
    await waypost.completeStep('paid', 'tax')
    arrive()
    await loading
    expect(done()).to.deep.equal(['send', 'bank', 'tax'])
  })

  it('is told to store, panel and other tabs when the host says by the client that it is done', async () => {
    serve({ checklists: [checklistOf('paid', { send: {}, bank: {} })] })
    const waypost = tab()
    const [side, elsewhere] = [await sideOf(waypost), await sideOf(tab())]
    await Promise.all([side.load(), elsewhere.load()])
    const heard: string[] = []
    waypost.on('progress:changed', ({ progress }) => heard.push(progress.contentId))
    await waypost.client.progress.complete('checklist', 'paid', { step: 'bank' })
    expect(heard).to.deep.equal(['paid'])
    expect(side.state?.progress.get('paid')?.steps).to.have.length(1)
    await until(() => elsewhere.state?.progress.has('paid') === true)
  })

  it('leaves nothing of a person who has gone, and begins anew for the next', async () => {
    serve({ tours: [tourOf('welcome')] })
    const waypost = tab()
    await waypost.identify(tokenOf('ada'))
    const side = await sideOf(waypost)
    await side.load()
    await until(() => standInTours.length === 1)
    running().options.reached('one')
    waypost.track('invoice.sent')
    await until(() => server.progress.has('welcome'))
    server.progress.clear()
    const { told } = running()
    await waypost.logout()
    expect(told).to.deep.equal(['tracked invoice.sent', 'stop'])
    expect(JSON.stringify(localStorage)).not.to.match(/invoice.sent|welcome/)
    await until(() => standInTours.length === 2)
    expect(running().options).to.include({ stepId: undefined })
  })
})

describe('an element that a rule asks for', () => {
  const has = (selector: string) => createHasElement()(selector)

  it('is found by one of several selectors, in the page and in shadow roots, where it is seen', () => {
    const page = document.body.appendChild(document.createElement('div'))
    page.innerHTML =
      '<p class="seen" title="a, b">Seen</p><p class="hidden" hidden>Not seen</p><div></div>'
    const inner = page.lastElementChild?.attachShadow({ mode: 'open' })
    if (inner) inner.innerHTML = '<b class="inner">Inside</b>'
    for (const found of [
      ...['.seen', '#none, .seen', '.seen, #none', '.hidden, .inner', ':is(#none, .seen)'],
      ...['[title="a, b"]', '#none, [title="a, b"]', '[title="a, b"], #none'],
    ]) {
      expect(has(found), found).to.equal(true)
    }
    for (const lost of [
      '.hidden',
      '#none, .hidden',
      '[title="a"], #none',
      '.seen,',
      '.seen, [',
      '',
    ]) {
      expect(has(lost), lost).to.equal(false)
    }
    page.remove()
  })
})
