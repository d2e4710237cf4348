import { expect, it } from 'vitest'
import { da as portalDa } from '../packages/server/src/messages/da.js'
import { en as portalEn } from '../packages/server/src/messages/en.js'
import { nb as portalNb } from '../packages/server/src/messages/nb.js'
import { sv as portalSv } from '../packages/server/src/messages/sv.js'
import { uk as portalUk } from '../packages/server/src/messages/uk.js'
import { da } from '../packages/widget/src/foundation/messages/da.js'
import { daEducation } from '../packages/widget/src/foundation/messages/da-education.js'
import { daFormMore } from '../packages/widget/src/foundation/messages/da-form-more.js'
import { daTour } from '../packages/widget/src/foundation/messages/da-tour.js'
import { daUploads } from '../packages/widget/src/foundation/messages/da-uploads.js'
import { en } from '../packages/widget/src/foundation/messages/en.js'
import { enEducation } from '../packages/widget/src/foundation/messages/en-education.js'
import { enFormMore } from '../packages/widget/src/foundation/messages/en-form-more.js'
import { enPages } from '../packages/widget/src/foundation/messages/en-pages.js'
import { enTour } from '../packages/widget/src/foundation/messages/en-tour.js'
import { enUploads } from '../packages/widget/src/foundation/messages/en-uploads.js'
import { nb } from '../packages/widget/src/foundation/messages/nb.js'
import { nbEducation } from '../packages/widget/src/foundation/messages/nb-education.js'
import { nbFormMore } from '../packages/widget/src/foundation/messages/nb-form-more.js'
import { nbTour } from '../packages/widget/src/foundation/messages/nb-tour.js'
import { nbUploads } from '../packages/widget/src/foundation/messages/nb-uploads.js'
import { sv } from '../packages/widget/src/foundation/messages/sv.js'
import { svEducation } from '../packages/widget/src/foundation/messages/sv-education.js'
import { svFormMore } from '../packages/widget/src/foundation/messages/sv-form-more.js'
import { svTour } from '../packages/widget/src/foundation/messages/sv-tour.js'
import { svUploads } from '../packages/widget/src/foundation/messages/sv-uploads.js'
import { uk } from '../packages/widget/src/foundation/messages/uk.js'
import { ukEducation } from '../packages/widget/src/foundation/messages/uk-education.js'
import { ukFormMore } from '../packages/widget/src/foundation/messages/uk-form-more.js'
import { ukTour } from '../packages/widget/src/foundation/messages/uk-tour.js'
import { ukUploads } from '../packages/widget/src/foundation/messages/uk-uploads.js'

type Words = Readonly<Record<string, string | Readonly<Record<string, string>>>>

const languages: Readonly<Record<string, readonly [widget: Words, portal: Words]>> = {
  en: [{ ...en, ...enPages, ...enEducation, ...enFormMore, ...enTour, ...enUploads }, portalEn],
  sv: [{ ...sv, ...svEducation, ...svFormMore, ...svTour, ...svUploads }, portalSv],
  da: [{ ...da, ...daEducation, ...daFormMore, ...daTour, ...daUploads }, portalDa],
  nb: [{ ...nb, ...nbEducation, ...nbFormMore, ...nbTour, ...nbUploads }, portalNb],
  uk: [{ ...uk, ...ukEducation, ...ukFormMore, ...ukTour, ...ukUploads }, portalUk],
}

/** What has another key in the help centre. Most rooms have one name there and here. */
const keys: Readonly<Record<string, string>> = {
  'home.greeting': 'home.title',
  'home.person': 'site.person',
  'panel.title': 'site.title',
  'panel.help': 'site.unnamed',
  'panel.ask': 'site.ask',
  'panel.reply-hours': 'site.reply-hours',
  'panel.reply-days': 'site.reply-days',
  'search.label': 'find.label',
  'requests.ask': 'site.ask',
  'form.title': 'site.ask',
  'form.message': 'ask.message.question',
  'form.message.callback-help': 'ask.callback',
  'form.sent': 'sent.title',
  'text.task-done': 'text.done',
  'text.task-open': 'text.not-done',
}
const portalKey = (key: string) =>
  keys[key] ??
  key
    .replace(/^form\.sent\./, 'sent.')
    .replace(/^form\./, 'ask.')
    .replace(/^ticket\./, 'request.')

/** The same key, and another idea: what is said there is not to be had here, or the reverse. */
const otherwise = [
  ...['home.browse', 'article.next', 'text.video', 'search.count', 'search.ask'],
  ...['search.nothing.hint-ask', 'form.sent.here', 'form.sent.here-email', 'requests.missing'],
  // There a quiz is one form, and each lesson a page with more room for words.
  ...['learn.left', 'course.quiz', 'course.requires', 'course.score', 'course.print'],
  ...['lesson.previous', 'lesson.next', 'lesson.finish', 'lesson.video', 'quiz.title'],
  ...['quiz.ordering', 'quiz.place', 'quiz.check', 'quiz.passed', 'quiz.failed'],
]

/** Names are filled in, and a heading of the panel may be a sentence. */
const bare = (text: unknown) =>
  JSON.stringify(text)
    .replace(/\{\w+\}/g, '{}')
    .replace(/\."$/, '"')

for (const [language, [widget, portal]] of Object.entries(languages)) {
  const shared = Object.keys(widget).filter((key) => portalKey(key) in portal)

  it(`says the same of the same in the widget and in the help centre: ${language}`, () => {
    const apart = shared
      .filter((key) => !otherwise.includes(key))
      .filter((key) => bare(widget[key]) !== bare(portal[portalKey(key)]))
      .map((key) => ({ [key]: widget[key], [portalKey(key)]: portal[portalKey(key)] }))
    expect(apart).toEqual([])
    expect(shared.length).toBeGreaterThan(100)
  })

  it(`keeps no excuse for words that are the same by now: ${language}`, () => {
    const excused = otherwise.filter((key) => bare(widget[key]) === bare(portal[portalKey(key)]))
    expect(excused).toEqual([])
  })
}
