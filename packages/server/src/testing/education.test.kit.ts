import type { RichText } from '@waypost/sdk/contract'
import type { ContentDraft } from '../domain/education/content.js'
import { manuscriptKey, manuscriptOf, type Work } from '../domain/education/manuscript.js'

const body: RichText = [{ type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] }]
const head = {
  ...{ locale: 'en', version: 1, when: null, priority: 0, place: 'here' },
  ...{ audience: 'public' as const, status: 'published' as const },
}
const answered = { text: 'What?', feedback: body, anchor: 'there' }
const action = { label: 'Go', url: '/invoices', start: { kind: 'tour', id: 'tour' } } as const
const options = [
  { id: 'a', text: 'A', right: true },
  { id: 'b', text: 'B', right: false },
]

/** One of each kind, with everything that it can say. */
export const sampleEducation: readonly ContentDraft[] = [
  {
    ...head,
    ...{ kind: 'course', contentId: 'course', title: 'A course', summary: 'About', icon: 'clock' },
    lessons: [{ id: 'course/one', title: 'One', minutes: 3, questions: 5 }],
    ...{ requires: [], inOrder: true, next: action, keywords: ['money'] },
  },
  {
    ...head,
    ...{ kind: 'lesson', contentId: 'course/one', courseId: 'course', title: 'One', minutes: 3 },
    ...{ body, markdown: 'Words.', keywords: [] },
    video: {
      ...{ url: '/content/one.mp4', type: 'video/mp4', poster: null, seconds: 90 },
      captions: [{ locale: 'en', label: 'English', url: '/content/one.vtt' }],
      chapters: [{ seconds: 0, title: 'Beginning' }],
      transcript: body,
    },
    quiz: {
      passMark: 0.5,
      questions: [
        { ...answered, id: 'one', kind: 'one', options },
        { ...answered, id: 'several', kind: 'several', options },
        { ...answered, id: 'ordering', kind: 'ordering', options },
        { ...answered, id: 'text', kind: 'text', accept: ['a', 'A'] },
        { ...answered, id: 'number', kind: 'number', answer: 8, tolerance: 0.5, unit: '%' },
      ],
    },
  },
  {
    ...head,
    ...{ kind: 'checklist', contentId: 'list', title: 'A list', summary: 'Two things' },
    tasks: [
      {
        ...{ id: 'send', title: 'Send', body, minutes: 4, action, tour: 'tour', skippable: true },
        doneBy: { event: 'invoice.sent', hand: true },
      },
    ],
    finished: { text: 'All done', action },
  },
  {
    ...head,
    ...{ kind: 'tour', contentId: 'tour', title: 'A tour', auto: true, minutes: 1, next: action },
    ...{ frequency: { days: 7, most: 2 }, when: { url: '/invoices/*' } },
    steps: [
      {
        ...{ id: 'first', title: 'Here', body, anchor: { selector: '#new' }, placement: 'bottom' },
        ...{ page: '/invoices', advance: { press: true }, article: 'terms' },
      },
    ],
  },
  {
    ...head,
    ...{ kind: 'tip', contentId: 'tip', title: 'A tip', anchor: { testId: 'due' }, page: null },
    ...{ placement: 'auto', body, actions: [action] },
  },
]

/** What was made, as works of which nobody knows how they are written. */
export function asWorks(drafts: readonly ContentDraft[]): readonly Work[] {
  const heads = drafts.map(manuscriptOf)
  const byKey = new Map(heads.map((head) => [manuscriptKey('', head), head]))
  return [...byKey].map(([key, head]) => ({
    ...head,
    ...{ written: {}, place: 'here' },
    drafts: drafts.filter((_, at) => manuscriptKey('', heads[at] ?? head) === key),
  }))
}
