import { expect, waitUntil } from '@open-wc/testing'
import { educationWorld, halfWay } from './education-world.test.kit.js'
import { clearLooks, learner, looks } from './learner.test.kit.js'
import { LessonView } from './lesson-view.js'
import { lessonOf } from './tidemark.test.kit.js'

const page = { View: LessonView, tag: 'waypost-lesson-view', contentId: 'get-paid/reminders' }

/** A lesson whose video is elsewhere. */
function withVideo(url: string, type: string | null = null) {
  const world = halfWay()
  world.lesson = (id) => {
    const lesson = lessonOf(id)
    const video = lesson?.video && { ...lesson.video, url, type, poster: `${url}.jpg` }
    return lesson && { ...lesson, video: video ?? null }
  }
  return world
}

describe('a lesson', () => {
  afterEach(clearLooks)

  it('is read as an article is, says where in the course it is, and is begun by opening it', async () => {
    const world = halfWay()
    const { sees, titles, text, all } = await learner(world, page)
    await sees('Most late payments are forgotten')
    await waitUntil(() => world.done.length > 0)
    expect(titles.at(-1)).to.equal('Get paid on time | Lesson 3 of 6')
    expect(text('h1')).to.deep.equal(['Reminders without awkwardness'])
    expect(world.done).to.deep.equal([['step', 'get-paid', 'get-paid/reminders', 'started']])
    expect(all('h2').map(({ id }) => id)).to.include('rules')
  })

  it('leads to the one before, and by its quiz to the next', async () => {
    const { taps, destinations } = await learner(halfWay(), page)
    await taps('Previous')
    await taps('Take the quiz')
    expect(destinations).to.deep.equal([
      { view: 'lesson', id: 'get-paid/invoice' },
      { view: 'quiz', id: 'get-paid/reminders' },
    ])
  })

  it('without a quiz is done by going on, and the last one leads to how it went', async () => {
    const world = educationWorld()
    const { taps, destinations, leaves } = await learner(world, { ...page, contentId: 'vat/which' })
    await taps('Next')
    expect(destinations).to.deep.equal([{ view: 'lesson', id: 'vat/send' }])
    leaves()
    const last = await learner(world, { ...page, contentId: 'vat/send' })
    await last.taps('Finish')
    expect(last.destinations).to.deep.equal([{ view: 'finished', id: 'vat' }])
    expect(world.progress.get('vat')?.state).to.equal('completed')
  })

  it('without a quiz is done by reading it to its end', async () => {
    const world = educationWorld()
    const { sees, all } = await learner(world, { ...page, contentId: 'vat/which' })
    await sees('Offer one way to pay')
    all('.end')[0]?.scrollIntoView()
    await waitUntil(() => world.done.at(-1)?.[3] === 'completed', 'read', { timeout: 4000 })
    await sees('Completed')
  })

  it('begins at a heading where it is asked to', async () => {
    const { sees, focused } = await learner(halfWay(), { ...page, anchor: 'rules' })
    await sees('Three rules')
    await waitUntil(() => focused()?.id === 'rules')
  })

  it('that another one comes before leads to the course, and is not begun', async () => {
    const world = halfWay()
    const { sees, taps, destinations } = await learner(world, {
      ...{ ...page, contentId: 'get-paid/check' },
    })
    await sees('Another lesson comes before this one.')
    await taps('To the course')
    expect(destinations).to.deep.equal([{ view: 'course', id: 'get-paid' }])
    expect(world.done).to.deep.equal([])
  })

  it('that is gone leads to what there is', async () => {
    const { sees } = await learner(halfWay(), { ...page, contentId: 'get-paid/gone' })
    await sees('This isn’t here any more')
  })

  it('plays its video by the browser’s player, with captions, chapters and its words', async () => {
    const { sees, all, taps, text } = await learner(halfWay(), page)
    await sees('1:40 · captions')
    expect(all('video')).to.have.length(0)
    expect(all('.play')[0]?.ariaLabel).to.equal('Play, 1 minute 40 seconds')
    expect(text('.chapters button')).to.deep.equal(['0:00Why they forget', '0:42What to write'])
    expect(text('details')[0]).to.contain('What is said in it')
    await taps('Play, 1 minute 40 seconds')
    await waitUntil(() => all('video').length === 1 || all('.notice').length === 1)
    const [player] = all('video') as HTMLVideoElement[]
    if (player) {
      expect(player.controls).to.equal(true)
      expect(player.querySelector('track')?.srclang).to.equal('en')
      expect(player.ariaLabel).to.equal('Video: Reminders without awkwardness')
    }
    // There is none at that address here.
    await sees('The video didn’t load.')
    // It may come when it is asked for again.
    const asked = () =>
      performance.getEntriesByName(new URL('/files/reminders.mp4', 'https://help.example').href)
    const before = asked().length
    await taps('Play, 1 minute 40 seconds')
    await waitUntil(() => all('video').length === 1 || asked().length > before)
  })

  it('asks nothing of another site before somebody plays its video', async () => {
    const before = performance.getEntriesByType('resource').length
    const world = withVideo('https://films.example/late.mp4')
    const { sees, all } = await learner(world, page)
    await sees('Nothing is asked of films.example before you play it.')
    expect(all('img, video, iframe')).to.have.length(0)
    const asked = performance.getEntriesByType('resource').slice(before)
    expect(asked.filter(({ name }) => name.includes('films.example'))).to.deep.equal([])
  })

  it('leads to a video that only another site can play', async () => {
    const { sees, all, text } = await learner(withVideo('https://films.example/watch?v=1'), page)
    await sees('films.example')
    expect(all('.chapters button'), 'nothing here can lead into it').to.have.length(0)
    expect(text('.chapters li')).to.deep.equal(['0:00Why they forget', '0:42What to write'])
    const [link] = all('a.play') as HTMLAnchorElement[]
    expect([link?.href, link?.rel]).to.deep.equal([
      'https://films.example/watch?v=1',
      'noopener noreferrer',
    ])
  })

  it('in another language says so', async () => {
    const world = halfWay()
    world.lesson = (id) => {
      const lesson = lessonOf(id)
      return lesson && { ...lesson, locale: 'sv-x-easy' }
    }
    const { sees, all } = await learner(world, page)
    await sees('You’re reading it in Swedish.')
    expect(all('h1')[0]?.lang).to.equal('sv-x-easy')
  })

  it('holds at 320 px, from right to left', async () => {
    const { sees, all } = await learner(halfWay(), page, { width: 320, dir: 'rtl' })
    await sees('Three rules')
    const [body] = all('.body')
    expect(body?.scrollWidth).to.equal(body?.clientWidth)
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible in ${scheme}`, async () => {
      await looks(scheme)
      const { view, sees } = await learner(withVideo('https://films.example/late.mp4'), page)
      await sees('films.example')
      await expect(view).to.be.accessible()
    })
  }
})
