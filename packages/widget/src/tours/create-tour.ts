import type { TourOptions, TourPlayer, TourStep } from '@waypost/sdk/contract'
import { activeElement } from '../foundation/active-element.js'
import { createStage } from './create-stage.js'
import { lookFor } from './find-anchor.js'
import { type Manner, sayStep } from './say-step.js'
import { loadWords, type TourWords } from './tour-words.js'

/** So long nothing is said of waiting: mostly it is over by then. */
const SOON = 400

/** Plays a tour on the host's page, which goes on working; begins at once. */
export function createTour(options: TourOptions): TourPlayer {
  const { steps } = options.tour
  const stage = createStage(options, {
    leave,
    lost: () => void lose(),
    turn: (by) => (by < 0 ? back() : at < steps.length - 1 && next()),
    pressed: () => stepAt(at).advance?.press && next(true),
  })
  let at = Math.max(0, indexOf(options.stepId))
  let words: TourWords
  let manner: Manner = 'looking'
  let target: HTMLElement | undefined
  /** Numbers of the steps that were passed on the way here. */
  let passed: number[] = []
  /** Somebody writes on the page while the tour goes on. */
  let isWriting = false
  /** Counts where it goes; who waits for something knows by it whether that is still wanted. */
  let turn = 0
  let ready = reword()

  void ready.then(() => {
    if (turn === 0 && !moveAlong()) void go(at)
  })

  function indexOf(stepId: string | undefined): number {
    return steps.findIndex(({ id }) => id === stepId)
  }

  async function reword(): Promise<void> {
    stage.wear(options.looks)
    words = await loadWords(options.locale, options.messages)
    stage.layer.lang = words.locale
  }

  const stepAt = (index: number) => steps[index] as TourStep
  const isHere = ({ page }: TourStep) => page === null || options.isOn(page)

  /** The person has gone on to the page of the next step by themselves. */
  function moveAlong(): boolean {
    const following = steps[at + 1]
    const isAlong = !isHere(stepAt(at)) && Boolean(following?.page && isHere(following))
    if (isAlong) next(true)
    return isAlong
  }

  /** `by`: where it goes on if there is nothing to be seen of the step. */
  async function go(index: number, by: 1 | -1 = 1): Promise<void> {
    const mine = ++turn
    const isWanted = () => mine === turn
    at = index
    manner = 'looking'
    const step = stepAt(at)
    stage.release()
    options.reached(step.id)
    await ready
    const isThere = isHere(step)
    const soon = setTimeout(() => {
      if (!isWanted()) return
      if (isThere) draw('looking')
      else if (isHere(step)) void go(at, by)
      else draw('elsewhere')
    }, SOON)
    if (!isThere) return
    const found = step.anchor ? await lookFor(step.anchor, isWanted, options.patience) : undefined
    clearTimeout(soon)
    if (!isWanted()) return
    if (step.anchor && !found) return miss(step, by)
    draw('shown', found)
    passed = []
    isWriting = false
    if (found) stage.follow(found)
    options.shown(step.id)
  }

  /** Many a page makes it anew at once. */
  async function lose(): Promise<void> {
    const mine = turn
    const { anchor } = stepAt(at)
    stage.release()
    const found = anchor ? await lookFor(anchor, () => mine === turn, options.patience) : undefined
    if (mine !== turn) return
    target = found
    if (found) stage.follow(found)
    else if (isHere(stepAt(at))) miss(stepAt(at), 1)
    else if (!moveAlong()) void go(at)
  }

  function miss({ id, article }: TourStep, by: 1 | -1): void {
    options.missing(id)
    const following = steps[at + by]
    if (article || (!following && by > 0)) {
      draw('missing')
      return
    }
    passed.push(at + 1)
    if (following) void go(at + by, by)
    else void go(at + 1)
  }

  function draw(as: Manner, found?: HTMLElement, isAnew = false): void {
    manner = as
    target = found
    const step = stepAt(at)
    // Who has just asked for it is with it; who goes about the pages is let go.
    const isBeginning = turn === 1 && options.stepId === undefined
    const isLeft = as === 'elsewhere' && !isBeginning
    stage.draw({
      ...sayStep({ step, at, manner, passed, words, options, back, next }),
      leave,
      target,
      placement: step.placement,
      isFree: as === 'shown' && !found,
      isQuiet: isAnew || isWriting || as === 'looking' || isLeft,
    })
  }

  function next(isPassed = manner === 'shown'): void {
    if (isPassed) options.passed(stepAt(at).id)
    if (at < steps.length - 1) return void go(at + 1)
    stop()
    options.done()
  }

  function back(): void {
    passed = []
    if (at > 0) void go(at - 1, -1)
  }

  function leave(): void {
    stop()
    options.left(stepAt(at).id)
  }

  function stop(): void {
    turn = Number.NaN
    stage.leave()
  }

  return {
    get stepId() {
      return stepAt(at).id
    },
    navigated() {
      if (!moveAlong() && (manner !== 'shown' || !isHere(stepAt(at)))) void go(at)
    },
    tracked(event) {
      if (stepAt(at).advance?.event !== event) return
      isWriting = activeElement()?.matches('input, textarea, select, [contenteditable]') ?? false
      next(true)
    },
    goTo(stepId) {
      const index = indexOf(stepId)
      if (index >= 0) void go(index)
    },
    async update(change) {
      Object.assign(options, change)
      const mine = turn
      ready = reword()
      await ready
      if (mine === turn && mine) draw(manner, target, true)
    },
    stop,
  }
}
