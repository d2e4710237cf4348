import { createClient } from '@waypost/sdk/client'
import type {
  AnswerResult,
  Attempt,
  ContentAction,
  Education,
  EducationSide,
  EducationState,
  Lesson,
  Progress,
  QuizAnswer,
  StepState,
} from '@waypost/sdk/contract'
import { applyContent, applyStep, markAnswer } from '@waypost/sdk/education'
import { english } from '../../foundation/i18n.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { lessonOf, questions, tidemark, words } from './tidemark.test.kit.js'

type Fault = 'drop' | Response | undefined

/** Of one person: what was said of steps and contents, by what is real of it, and the network's edge. */
export function educationWorld({ education = tidemark }: { education?: Education } = {}) {
  const progress = new Map<string, Progress>()
  const hearers = new Set<() => void>()
  const attempts = new Map<string, Attempt>()
  const asked: string[] = []
  const done: [deed: string, ...about: unknown[]][] = []
  let now = new Date('2026-11-02T10:00:00Z')
  const world = {
    progress,
    done,
    asked,
    education,
    /** Not for this person on this page. */
    hidden: new Set<string>(),
    lesson: lessonOf as (id: string) => Lesson | undefined,
    fault: (_request: string): Fault => undefined,
    /** What came of an answer, as the server says it by now. */
    tells: (result: AnswerResult) => result,
    /** What the side cannot do. */
    breaks: '',
    at: (day: string) => {
      now = new Date(`${day}T10:00:00Z`)
    },
    step,
    content,
    panel,
    side: undefined as unknown as EducationSide,
    requests: (what: RegExp) => asked.filter((one) => what.test(one)),
  }
  let state: EducationState | undefined

  function changed(): void {
    if (state) state = { ...state, progress: new Map(progress) }
    for (const hear of hearers) hear()
  }

  function about(id: string) {
    const { courses, checklists, tours } = world.education
    const found = [...courses, ...checklists, ...tours].find((one) => one.id === id)
    if (!found) throw new Error(`There is no ${id}`)
    return { contentId: id, kind: found.kind, version: found.version }
  }

  function step(id: string, stepId: string, is: StepState): void {
    progress.set(id, applyStep(progress.get(id), { ...about(id), stepId, state: is }, now))
    const all = world.education.courses.find((one) => one.id === id)?.lessons
    const tasks = world.education.checklists.find((one) => one.id === id)?.tasks
    const steps = progress.get(id)?.steps ?? []
    const isBehind = (one: { id: string }) =>
      steps.some(
        (step) =>
          step.id === one.id &&
          step.state !== (all ? 'skipped' : 'started') &&
          step.state !== 'started',
      )
    if ((all ?? tasks)?.every(isBehind)) content(id, 'completed')
    else changed()
  }

  function content(id: string, is: Parameters<EducationSide['content']>[1]): void {
    progress.set(id, applyContent(progress.get(id), { ...about(id), state: is }, now))
    changed()
  }

  world.side = {
    get state() {
      return state
    },
    async load() {
      const fault = world.fault('load')
      if (fault) throw Object.assign(new Error('load'), { code: 'internal_error' })
      state ??= {
        education: world.education,
        progress: new Map(progress),
        isShown: (id) => !world.hidden.has(id),
      }
      return state
    },
    listen(hear) {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
    step(id, stepId, is) {
      done.push(['step', id, stepId, is])
      step(id, stepId, is)
    },
    content(id, is) {
      done.push(['content', id, is])
      content(id, is)
    },
    answered(attempt) {
      done.push(['answered', attempt.lessonId, attempt.passed])
      const { courseId = '' } = world.lesson(attempt.lessonId) ?? {}
      if (attempt.passed) step(courseId, attempt.lessonId, 'completed')
    },
    async start(kind, id) {
      done.push(['start', kind, id])
      if (world.breaks === 'start') throw new Error('not here')
    },
    skip() {},
    async act(id, action: ContentAction) {
      done.push(['act', id, action.label])
    },
  }
  return world

  async function fetch(input: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(input)
    const request = `${init.method ?? 'GET'} ${decodeURIComponent(pathname.replace('/v1', ''))}`
    asked.push(request)
    const fault = world.fault(request)
    if (fault === 'drop') throw new TypeError('Failed to fetch')
    if (fault) return fault
    const [, id = '', deed] = /^\w+ \/lessons\/(.+?)(\/attempts)?$/.exec(request) ?? []
    if (request.startsWith('POST /sessions')) {
      return json({ token: 'wps_1', expiresAt: '2027-01-01T00:00:00Z', customer: null }, 201)
    }
    const lesson = world.lesson(id)
    if (!lesson) return problem(404, 'not_found')
    return deed ? answer(lesson, JSON.parse(`${init.body}`)) : json(lesson)
  }

  function answer(
    { id, quiz }: Lesson,
    { attemptId, answers }: { attemptId?: string; answers: Record<string, QuizAnswer> },
  ): Response {
    const before = attemptId ? attempts.get(attemptId) : undefined
    if (attemptId && !before) return problem(404, 'not_found')
    const results: AnswerResult[] = [...(before?.results ?? [])]
    for (const [questionId, given] of Object.entries(answers)) {
      const question = questions.find((one) => one.id === questionId)
      if (!question || results.some((one) => one.questionId === questionId)) continue
      const { isRight, right } = markAnswer(question, given)
      const anchor = questionId === 'first' ? 'rules' : null
      results.push({ questionId, isRight, given, right, feedback: words(question.why), anchor })
    }
    const of = quiz?.questions.length ?? 0
    const right = results.filter(({ isRight }) => isRight).length
    const attempt: Attempt = {
      ...{ id: before?.id ?? `att_${attempts.size}`, lessonId: id, results, right, of },
      passed: results.length < of ? null : right / of >= (quiz?.passMark ?? 0),
    }
    attempts.set(attempt.id, attempt)
    return json({ ...attempt, results: results.map(world.tells) })
  }

  function panel(rest: Partial<PanelContext> = {}): PanelContext {
    const kept = new Map<string, string>()
    return {
      client: createClient({ baseUrl: 'https://help.example', fetch, sleep: async () => {} }),
      baseUrl: 'https://help.example',
      keep: {
        get: (key: string) => kept.get(key) ?? null,
        set: (key: string, value: string | null) =>
          void (value === null ? kept.delete(key) : kept.set(key, value)),
      },
      emit: () => {},
      context: () => ({ url: 'https://app.example/invoices' }),
      customer: async () => null,
      translator: english,
      locale: 'en-GB',
      settings: undefined,
      education: async () => world.side,
      ...rest,
    } as PanelContext
  }
}

/** Somebody who has done three of five tasks, and two of six lessons. */
export function halfWay(): ReturnType<typeof educationWorld> {
  const world = educationWorld()
  for (const id of ['company', 'looks']) world.step('get-set-up', id, 'completed')
  world.at('2026-11-05')
  world.step('get-set-up', 'invoice', 'completed')
  for (const id of ['terms', 'invoice']) world.step('get-paid', `get-paid/${id}`, 'completed')
  world.at('2026-10-12')
  world.step('quotes', 'quotes/one', 'completed')
  world.at('2026-11-22')
  return world
}

export const problem = (status: number, code: string) =>
  new Response(JSON.stringify({ code, status }), {
    ...{ status, headers: { 'content-type': 'application/problem+json' } },
  })

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
