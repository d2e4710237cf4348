import { createEducation, type WaypostError } from '@waypost/sdk/client'
import type { AnswerResult, Attempt, Lesson, Question, QuizAnswer } from '@waypost/sdk/contract'
import type { LitElement, ReactiveController } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { fetchRarerBlocks } from '../../ui/fetch-rarer-blocks.js'

export interface QuizDeps {
  panel: () => PanelContext
  lesson: () => Lesson | undefined
  /** Every question is answered. */
  ended(attempt: Attempt): void
}

/**
 * One go at a quiz: question by question, each answer told at once. It goes on where it was left,
 * also after a reload, for the server keeps it.
 */
export class QuizController implements ReactiveController {
  attempt: Attempt | undefined
  /** What is about to be answered. */
  given: QuizAnswer | undefined
  /** What came of the question that is in sight, once it is answered. */
  told: AnswerResult | undefined
  checking = false
  /** The answer did not arrive; it is still there. */
  hasFailed = false
  /** What came of all of it is in sight. */
  isOver = false
  /** What somebody drags to another place. */
  held: string | undefined

  #at = 0
  readonly #host: LitElement
  readonly #deps: QuizDeps

  constructor(host: LitElement, deps: QuizDeps) {
    this.#host = host
    this.#deps = deps
    host.addController(this)
  }

  hostConnected(): void {}

  get questions(): readonly Question[] {
    return this.#deps.lesson()?.quiz?.questions ?? []
  }

  get question(): Question | undefined {
    return this.questions[this.#at]
  }

  /** 1 for the first. */
  get place(): number {
    return this.#at + 1
  }

  get isLast(): boolean {
    return this.#at >= this.questions.length - 1
  }

  /** What was answered before: where somebody has left in the middle of it, or reads another language now. */
  async resume(signal: AbortSignal): Promise<void> {
    const attemptId = this.attempt?.id ?? this.#deps.panel().keep.get(this.#key)
    if (!attemptId) return
    try {
      const attempt = await this.#send({}, attemptId, signal)
      if (this.told) this.told = await this.#resultIn(attempt)
      else this.#goOn(attempt)
      this.attempt = attempt
    } catch (error) {
      if (![404, 422].includes((error as WaypostError).status)) throw error
      // It is gone, or of another version of the quiz: a new one begins.
      this.again()
    }
  }

  /** Where nothing has been said yet. */
  #goOn(attempt: Attempt): void {
    const known = new Set(attempt.results.map(({ questionId }) => questionId))
    const next = this.questions.findIndex(({ id }) => !known.has(id))
    this.#at = Math.max(0, next)
    if (next < 0) this.#end(attempt)
  }

  readonly check = async (): Promise<void> => {
    const { question, given } = this
    if (!question || given === undefined || this.checking) return
    this.#set({ checking: true, hasFailed: false })
    try {
      const attempt = await this.#send({ [question.id]: given }, this.attempt?.id)
      const told = await this.#resultIn(attempt)
      this.#set({ attempt, told, checking: false })
      this.#deps.panel().keep.set(this.#key, attempt.passed === null ? attempt.id : null)
      if (attempt.passed !== null) this.#deps.ended(attempt)
    } catch {
      this.#set({ checking: false, hasFailed: true })
    }
  }

  /** On to the next question, or to what came of all. */
  next(): void {
    if (this.isLast && this.attempt) this.#end(this.attempt)
    else this.#at++
    this.#set({ given: undefined, told: undefined })
  }

  /** From the first question on. */
  again(): void {
    this.#at = 0
    this.#deps.panel().keep.set(this.#key, null)
    this.#set({
      ...{ attempt: undefined, given: undefined, told: undefined },
      ...{ isOver: false, hasFailed: false },
    })
  }

  give(given: QuizAnswer | undefined): void {
    this.#set({ given })
  }

  hold(held: string | undefined): void {
    this.#set({ held })
  }

  /** What was given last is in sight. */
  get drawn(): Promise<unknown> {
    return this.#host.updateComplete
  }

  /** Of the question in sight, with what draws why. */
  async #resultIn({ results }: Attempt): Promise<AnswerResult | undefined> {
    const told = results.find(({ questionId }) => questionId === this.question?.id)
    await fetchRarerBlocks(told?.feedback ?? [], this.#deps.panel().translator).catch(() => {})
    return told
  }

  #end({ passed }: Attempt): void {
    this.isOver = passed !== null
  }

  get #key(): string {
    return `quiz:${this.#deps.lesson()?.id}`
  }

  #send(
    answers: Readonly<Record<string, QuizAnswer>>,
    attemptId: string | undefined,
    signal?: AbortSignal,
  ): Promise<Attempt> {
    const { client, locale } = this.#deps.panel()
    const body = { answers, ...(attemptId && { attemptId }) }
    const id = this.#deps.lesson()?.id ?? ''
    return createEducation(client).attempt(id, body, { locale, ...(signal && { signal }) })
  }

  #set(change: Partial<QuizController>): void {
    Object.assign(this, change)
    this.#host.requestUpdate()
  }
}
