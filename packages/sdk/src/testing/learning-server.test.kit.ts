import type { Checklist, Course, Education, Tip, Tour } from '../contract/education.js'
import type { ContentChange, Progress, StepChange } from '../contract/progress.js'
import { applyContent, applyStep } from '../education/apply-progress.js'
import { type SeenCall, standInServer } from './stand-in-server.test.kit.js'

const shown = { version: 1, when: null, priority: 0 }

export const tourOf = (id: string, more: Partial<Tour> = {}): Tour => ({
  ...{
    ...shown,
    id,
    title: id,
    kind: 'tour',
    auto: true,
    frequency: {},
    minutes: null,
    next: null,
  },
  steps: ['one', 'two'].map((step) => ({
    ...{ id: step, title: step, body: [], anchor: null, placement: 'auto', page: null },
    ...{ advance: null, article: null },
  })),
  ...more,
})

export const tipOf = (id: string, more: Partial<Tip> = {}): Tip => ({
  ...{ ...shown, id, title: id, kind: 'tip', anchor: {}, placement: 'auto', page: null },
  ...{ body: [], actions: [] },
  ...more,
})

export const checklistOf = (
  id: string,
  tasks: Readonly<Record<string, Checklist['tasks'][number]['doneBy']>>,
): Checklist => ({
  ...{ ...shown, id, title: id, kind: 'checklist', summary: null, finished: null },
  tasks: Object.entries(tasks).map(([task, doneBy]) => ({
    ...{ id: task, title: task, body: null, minutes: null, doneBy, action: null, tour: null },
    skippable: true,
  })),
})

export const courseOf = (id: string, lessons: readonly string[]): Course => ({
  ...{ ...shown, id, title: id, kind: 'course', locale: 'en', summary: null, icon: null, url: '' },
  lessons: lessons.map((lesson) => ({
    ...{ id: `${id}/${lesson}`, title: lesson, minutes: 1, questions: 0 },
  })),
  ...{ requires: [], inOrder: false, next: null },
})

/** The network's edge for somebody who learns: what there is, and how far everybody with a token is. */
export function learningServer(
  content: Partial<Education>,
  { due = [{ kind: 'tour', id: 'any' }] }: { due?: object[] } = {},
) {
  const education = { locale: 'en', tours: [], tips: [], checklists: [], courses: [], ...content }
  const progress = new Map<string, Progress>()
  let isGone = false
  let held: Promise<void> | undefined

  function change({ path, body }: SeenCall): Progress {
    const [, , , contentId = '', , stepId] = path.split('/').map(decodeURIComponent)
    const before = progress.get(contentId)
    const { kind, version = 1, state } = body as ContentChange & StepChange
    const of = { contentId, kind, version, state }
    const after = stepId
      ? applyStep(before, { ...of, stepId }, new Date())
      : applyContent(before, of, new Date())
    progress.set(contentId, after)
    return after
  }

  const server = standInServer((call) => {
    const { method, path, token } = call
    if (path === '/v1/education' && isGone) throw new TypeError('Failed to fetch')
    if (path === '/v1/education') return { body: education }
    if (path === '/v1/live') return { body: { unread: 0, due } }
    if (path === '/v1/settings') return { body: { theme: { accent: '#0a0', font: null } } }
    if (method === 'PUT' && isGone) throw new TypeError('Failed to fetch')
    if (method === 'PUT') return { body: change(call) }
    if (path !== '/v1/progress') return undefined
    if (!token) return { status: 401, body: { code: 'unauthenticated' } }
    const list = { body: { items: [...progress.values()], nextCursor: null } }
    return held ? held.then(() => list) : list
  })

  return {
    ...server,
    education,
    progress,
    /** What was changed, each in one line: `welcome one completed`. */
    said: () =>
      server.calls
        .filter(({ method }) => method === 'PUT')
        .map(({ path, body }) => {
          const [, , , contentId, , stepId] = path.split('/')
          return [contentId, stepId, (body as ContentChange).state].filter(Boolean).join(' ')
        }),
    /** Lists of progress are on their way until the function is called, and say what was so before. */
    hold() {
      let arrive = () => {}
      held = new Promise((done) => (arrive = done))
      return () => {
        held = undefined
        arrive()
      }
    },
    /** The line is cut, or there again. */
    cut: (isCut: boolean) => {
      isGone = isCut
    },
  }
}
